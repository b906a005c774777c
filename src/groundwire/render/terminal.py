"""Markdown on a terminal: wrapped to its width, and, when asked, painted instead of marked up.

Guarantees: no escape sequence but our own colours reaches the terminal; without colour the words and their order are
those of the Markdown; with colour the marks are gone and the words stay.
"""

import re
import textwrap

from groundwire.render.visible import visible

_MARKER = re.compile(r"^( *)((?:[-*]|\d+\.) )?")
_HEADING = re.compile(r"(?:\A|(?<=\n\n))#{1,6} (.*)$", re.MULTILINE)  # not where wrapping put a # first
_MARKS = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])|(?P<warning>\*\*(?=⚠))|(?P<strong>\*\*)|(?P<quiet>\*)"
    r"|(?P<entity>&lt;|&amp;)|(?P<reference>\[\d+·[\d–a-z]+\])"
)
_CODES = {"strong": "1", "quiet": "2", "warning": "1;31"}
_ENTITIES = {"&lt;": "<", "&amp;": "&"}
_OFF = "\x1b[0m"


def on_terminal(markdown: str, *, width: int) -> str:
    """The Markdown with each line wrapped to `width` columns, list items indented under their marker."""
    return "\n".join(_wrapped(line, width) for line in visible(markdown).split("\n"))


def in_colour(text: str) -> str:
    """Our Markdown with headings and stressed words in bold, remarks and references dim, warnings in red."""
    headings = _HEADING.sub(lambda match: f"**{match[1].replace('**', '')}**", text)
    return _Painter().painted(headings)


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


class _Painter:
    """Replaces marks by colours; what is open stays open over line ends."""

    def __init__(self) -> None:
        self._code = ""

    def painted(self, text: str) -> str:
        """The text without marks."""
        return _MARKS.sub(self._paint, text)

    def _paint(self, match: re.Match[str]) -> str:
        kind = match.lastgroup or ""
        if kind == "escaped":
            return match["escaped"]
        if kind == "entity":
            return _ENTITIES[match[0]]
        if kind == "reference":
            return f"{_OFF}\x1b[2m{match[0]}{_OFF}{self._on()}"
        self._code = "" if self._code else _CODES[kind]
        return self._on() or _OFF

    def _on(self) -> str:
        return f"\x1b[{self._code}m" if self._code else ""
