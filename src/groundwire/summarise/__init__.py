"""The prompted analyst: plan chunks, ask for claims and a summary, and account for everything on the way."""
