"""Nouns as text for people and programs: Markdown, JSON and a self-contained HTML page."""
