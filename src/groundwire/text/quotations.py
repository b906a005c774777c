"""Quotations in a text: straight, typographic, low and angular marks, nested or left open at a paragraph's end.

Guarantees: `span` covers the marks and `inner` the words between them, both inside the text; quotations come in the
order of their starts, nested ones after the one that holds them with a greater `depth`; apostrophes, minutes and inches
are no quotations; time is linear in the length of the text.
"""

import re
from typing import Final, NamedTuple

from groundwire.domain.span import Span

_CLOSERS: Final = {
    '"': '"',
    "“": '”"“',
    "„": '“”"',
    "«": "»",
    "»": "«",
    "‹": "›",
    "``": "''",
    "‘": "’",
    "‚": "‘’",
    "'": "'",
}
"""Opening mark to the marks that may close it. German sets „…“ and »…«, careless typing “…" and “…“."""

_MARK: Final = re.compile(r"``|''|[\"“”„«»‹›‘’‚']|\n")
_SINGLE: Final = frozenset("‘’‚'")
_SINGLE_REACH: Final = 400
"""Code points within which a single mark has to find its partner: what is longer was an apostrophe."""
_PARAGRAPHS_OPEN: Final = 3
_ELISIONS: Final = re.compile(r"['‘’](?:\d0s?\b|em\b|til\b|cause\b|tis\b|twas\b|n\b)", re.IGNORECASE)


class Quotation(NamedTuple):
    """Quoted words: `span` with the marks, `inner` without. `is_closed` is false where the closing mark is missing."""

    span: Span
    inner: Span
    depth: int = 0
    is_closed: bool = True


class _Open(NamedTuple):
    mark: str
    start: int
    end: int
    line_end: int = -1
    lines: int = 0


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """The quotations of `text` in order, nested ones included."""
    found: list[Quotation] = []
    stack: list[_Open] = []
    for match in _MARK.finditer(text):
        mark, start, end = match.group(), match.start(), match.end()
        if mark == "\n":
            _at_line_end(text, start, stack, found)
        elif stack and _closes(text, stack, mark, start, end):
            found.extend(_closed(stack, mark, start, end))
        elif _opens(text, mark, start, end):
            stack.append(_Open(mark, start, end))
    _give_up(text, stack, found, len(text))
    return tuple(sorted(found, key=lambda quotation: (quotation.span.start, -quotation.span.end)))


def _at_line_end(text: str, position: int, stack: list[_Open], found: list[Quotation]) -> None:
    """Singles end with their line; a double goes on where the lines below close it before opening another."""
    while stack and stack[-1].mark in _SINGLE:
        stack.pop()
    if not stack or stack[-1].line_end == position - 1:
        if stack:
            stack[-1] = stack[-1]._replace(line_end=position)
        return
    last = stack[-1]
    if last.lines < _PARAGRAPHS_OPEN and _goes_on(text, position, last.mark):
        stack[-1] = last._replace(line_end=position, lines=last.lines + 1)
        return
    _give_up(text, stack, found, position)


def _goes_on(text: str, position: int, mark: str) -> bool:
    """Whether the next double mark after `position` closes rather than opens."""
    for match in _MARK.finditer(text, position, position + 4 * _SINGLE_REACH):
        other, start, end = match.group(), match.start(), match.end()
        if other in _SINGLE or other == "\n":
            continue
        before = text[start - 1]
        after = text[end : end + 1]
        return other in _CLOSERS[mark] and not before.isspace() and not after.isalnum()
    return False


def _give_up(text: str, stack: list[_Open], found: list[Quotation], position: int) -> None:
    """What is open at `position` ends there, unless it is too little to be a quotation."""
    for depth, unclosed in enumerate(stack):
        inner = Span(unclosed.end, position).trimmed(text)
        if unclosed.mark not in _SINGLE and " " in inner.of(text):
            found.append(Quotation(Span(unclosed.start, inner.end), inner, depth, is_closed=False))
            break
    stack.clear()


def _closes(text: str, stack: list[_Open], mark: str, start: int, end: int) -> bool:
    """Whether `mark` closes an open quotation; a possessive inside single marks does not."""
    after = text[end : end + 1]
    if mark in _SINGLE:
        within = next((one for one in reversed(stack) if mark in _CLOSERS[one.mark]), None)
        if within is None or after.isalnum() or text[start - 1].isspace():
            return False
        if within is not stack[-1]:
            return False
        return not (text[start - 1] == "s" and after == " " and _single_closes_later(text, mark, end))
    return any(mark in _CLOSERS[one.mark] for one in stack)


def _closed(stack: list[_Open], mark: str, start: int, end: int) -> list[Quotation]:
    """The quotation that `mark` closes; anything opened inside it and left open was not one."""
    while mark not in _CLOSERS[stack[-1].mark]:
        stack.pop()
    opened = stack.pop()
    if start <= opened.end:
        return []
    return [Quotation(Span(opened.start, end), Span(opened.end, start), len(stack))]


def _opens(text: str, mark: str, start: int, end: int) -> bool:
    """Whether `mark` stands where a quotation begins."""
    if mark not in _CLOSERS:
        return False
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalnum() or not after.strip():
        # a stray blank after an opening straight mark is common, after a word the mark is an apostrophe or an inch
        return mark == '"' and not before.isalnum() and text[end : end + 2].strip() != ""
    if mark in {"‘", "'", "‚"}:
        return not _ELISIONS.match(text, start) and _single_closes_later(
            text, "’" if mark == "‘" else _CLOSERS[mark][0], end
        )
    return True


def _single_closes_later(text: str, mark: str, position: int) -> bool:
    """Whether a single closing mark stands before the line ends, within reach."""
    stop = text.find("\n", position, position + _SINGLE_REACH)
    stop = position + _SINGLE_REACH if stop < 0 else stop
    at = text.find(mark, position, stop)
    while at >= 0:
        after = text[at + 1 : at + 2]
        if not text[at - 1].isspace() and not after.isalnum():
            return True
        if text[at - 1].isspace() and after.isalnum() and mark == "'":
            return False
        at = text.find(mark, at + 1, stop)
    return False
