"""groundwire: briefings in which every sentence points at the words that carry it.

Importing this package imports nothing else, so that starting the program stays cheap.
"""

__version__ = "0.1.0"
