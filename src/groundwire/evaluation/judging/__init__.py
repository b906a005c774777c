"""The judge: a language model that matches claims with labelled claims, and how far it may be believed."""
