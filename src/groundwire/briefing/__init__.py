"""The briefing: what several articles on one story come to, for somebody who has ten minutes."""
