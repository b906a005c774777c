"""Markdown on a terminal: wrapped to its width, and lightly coloured when asked.

Guarantees: no escape sequence but our own colours reaches the terminal; without colour the words and their order are
those of the Markdown.
"""

import re
import textwrap

from groundwire.render.visible import visible

_MARKER = re.compile(r"^( *)((?:[-*]|\d+\.) )?")
_BOLD, _DIM, _RESET = "\x1b[1m", "\x1b[2m", "\x1b[0m"
_HEADING = re.compile(r"^#{1,6} .*$", re.MULTILINE)
_REFERENCE = re.compile(r"\[\d+·[\d–a-z]+\]")


def on_terminal(markdown: str, *, width: int) -> str:
    """The Markdown with each line wrapped to `width` columns, list items indented under their marker."""
    return "\n".join(_wrapped(line, width) for line in visible(markdown).split("\n"))


def in_colour(text: str) -> str:
    """The text with bold headings and dim references."""
    bold = _HEADING.sub(lambda match: f"{_BOLD}{match[0]}{_RESET}", text)
    return _REFERENCE.sub(lambda match: f"{_DIM}{match[0]}{_RESET}", bold)


def _wrapped(line: str, width: int) -> str:
    if line.startswith("#"):
        return line
    marker = _MARKER.match(line)
    indent = " " * (marker.end() if marker else 0)
    return "\n".join(
        textwrap.wrap(
            line, max(width, 20), subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
        )
    )
