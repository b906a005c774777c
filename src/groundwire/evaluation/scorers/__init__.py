"""Scorers: each judges one thing of one case, with a name and a version that stand in every scorecard."""
