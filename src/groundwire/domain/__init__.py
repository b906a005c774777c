"""Frozen nouns of the glossary. No I/O, no clock, no random source; every value says no to unknown fields."""
