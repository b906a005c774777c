"""Prompts as immutable, versioned files: registry, parser, lock, render, and how an article is shown to a model."""
