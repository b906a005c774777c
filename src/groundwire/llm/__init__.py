"""The seam to language models and everything that wraps or fills it. Importing this package imports no SDK."""
