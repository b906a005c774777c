"""Weights of local models: what can be pulled, where it lies, and whether it is what it should be."""
