"""Which single line breaks separate paragraphs, and which only wrap a line inside one.

Pasted pages put one break between paragraphs; mail, wires and PDFs break inside sentences at a fixed width. Width decides: in
wrapped text the next line's first word would not have fitted on the line before. Where too few lines are there to tell, the words at
the break do: a line that ends in "the" or goes on in lower case is wrapped.
"""

import re
from typing import Final, NamedTuple

_WIDEST_COLUMN = 140  # characters; wider lines are paragraphs, whatever their lengths
_NARROWEST_COLUMN = 30  # characters; narrower ones are lists, verse or tables
_LEAST_LINES = 4  # breaks needed before their lengths say anything
_WRAPPED_SHARE = 0.7  # of the breaks have to look wrapped
_SLACK = 2  # characters by which an editor's width may be counted differently

_BREAK = re.compile(r"(?<=[^\n])\n(?![^\S\n]*\n)")
_FIRST_WORD = re.compile(r"\s*(\S{1,60})")
_LIST_ITEM = re.compile(r"\s*(?:[-*•‣▪●·–—>#|]|\(?\w{1,3}[.)]\s)")
_ENDED = re.compile(r"[.!?…:。！？]['\"”’»)\]]*\s*\Z")
_OPEN_WORDS = """
    the a an of and or to in on at for with by from that which as is was were are be has have had will would said into its his
    her their than but after before who between under over about not
    der die das und von mit le la les de des du et el los las y en il di e o da do
"""
_OPEN: Final = frozenset(_OPEN_WORDS.split())


class _Break(NamedTuple):
    position: int
    line: str
    following: str


def paragraph_breaks(text: str) -> frozenset[int]:
    """The positions of those single line breaks in `text` that separate paragraphs; linear in its length."""
    breaks = [_break_at(text, match.start()) for match in _BREAK.finditer(text)]
    width = _column_width(breaks)
    return frozenset(b.position for b in breaks if not _is_wrapped(b, width))


def _break_at(text: str, position: int) -> _Break:
    start = max(
        text.rfind("\n", max(0, position - _WIDEST_COLUMN - 1), position) + 1,
        position - _WIDEST_COLUMN - 1,
        0,
    )
    following = _FIRST_WORD.match(text, position + 1)
    return _Break(position, text[start:position], following[1] if following else "")


def _column_width(breaks: list[_Break]) -> int:
    """The width that the lines were wrapped at, 0 when they were not."""
    if len(breaks) < _LEAST_LINES:
        return 0
    lengths = sorted(len(b.line) for b in breaks)
    width = lengths[int(len(lengths) * 0.95)]
    if not _NARROWEST_COLUMN <= width <= _WIDEST_COLUMN:
        return 0
    full = sum(_is_full(b, width) for b in breaks)
    inside = sum(not _ENDED.search(b.line) for b in breaks)
    return width if full >= _WRAPPED_SHARE * len(breaks) and 2 * inside >= len(breaks) else 0


def _is_full(at: _Break, width: int) -> bool:
    return len(at.line) + 1 + len(at.following) > width - _SLACK


def _is_wrapped(at: _Break, width: int) -> bool:
    if _LIST_ITEM.match(at.following + " "):
        return False
    if width and _is_full(at, width):
        return True
    if _ENDED.search(at.line):
        return False
    words = at.line.split()
    return at.following[:1].islower() or bool(words and words[-1] in _OPEN)
