"""Evaluation: hand-labelled stories, scorers, statistics, and the answer to "is this prompt better, worse, or noise?"."""
