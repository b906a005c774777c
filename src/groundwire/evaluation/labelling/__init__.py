"""Labelling a story by marking text in the browser: a server on this machine, and the page that it serves."""
