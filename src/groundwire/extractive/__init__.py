"""The built-in analyst: summary and claims of an article without a language model. Pure and deterministic."""
