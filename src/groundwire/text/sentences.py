"""Sentences that tile a text: no gap, no overlap, white space belongs to the sentence before it.

Guarantees: the spans tile the text exactly; every paragraph break ends a sentence; closing quotation marks and brackets stay with
the sentence they close; the time is linear in the length of the text. Rules, not a model: a mark ends a sentence unless
what stands before it (abbreviation, initial, list number) or after it (lower case, a speech verb) says otherwise.
"""

import re
from collections.abc import Iterator

from groundwire.domain.span import Span
from groundwire.text.line_breaks import paragraph_breaks
from groundwire.text.stops import Mark, ends_sentence

_BEFORE = 40  # code points looked at before a mark; longer runs are no abbreviations
_AFTER = 120  # code points looked at after it: a speaker of three names and a verb

# An opening mark closes German and some other quotations; it does so only where white space follows.
_CLOSERS = r"(?:[\"'”’»›)\]}」』）】〉》]|[“«‘](?=\s)|[ \u00a0\u202f]»)"
_CANDIDATE = re.compile(
    rf"(?P<wide>[。！？｡．]+)(?P<wide_closers>{_CLOSERS}*)"
    rf"|(?P<mark>[.!?…‽؟۔।॥։።။។]+)(?P<closers>(?:{_CLOSERS}|\[\d{{1,3}}\])*)"
    r"|(?P<paragraph>\n[^\S\n]*\n\s*|[\u2028\u2029]\s*)"
    r"|(?P<line>\n)"
)
_SPACE = re.compile(r"\s+")
# A Japanese or Chinese quotation that goes on: 「…。」と述べた, “……。”，
_QUOTATION_GOES_ON = re.compile(r"[とっ、，,]")


def split_sentences(text: str) -> tuple[Span, ...]:
    """The spans of the sentences of `text`, in order, tiling it exactly; none for the empty text."""
    spans: list[Span] = []
    start = 0
    for end in _ends(text):
        if end > start and not text[start:end].isspace():
            spans.append(Span(start, end))
            start = end
    if start == len(text):
        return tuple(spans)
    if spans and text[start:].isspace():
        spans[-1] = Span(spans[-1].start, len(text))
    else:
        spans.append(Span(start, len(text)))
    return tuple(spans)


def _ends(text: str) -> Iterator[int]:
    """Where sentences end, white space after them included; a position may come twice, never one before an earlier."""
    separators = paragraph_breaks(text)
    for match in _CANDIDATE.finditer(text):
        if _is_end(text, match, separators):
            yield _after_space(text, match.end())


def _is_end(text: str, match: re.Match[str], separators: frozenset[int]) -> bool:
    if match["line"] is not None:
        return match.start() in separators
    if match["mark"] is not None:
        return ends_sentence(_mark(text, match))
    if match["paragraph"] is not None:
        return True
    return not (match["wide_closers"] and _QUOTATION_GOES_ON.match(text, match.end()))


def _after_space(text: str, position: int) -> int:
    space = _SPACE.match(text, position)
    return space.end() if space else position


def _mark(text: str, match: re.Match[str]) -> Mark:
    start, end = match.start(), _after_space(text, match.end())
    return Mark(
        mark=match["mark"],
        closers=match["closers"],
        before=text[max(0, start - _BEFORE) : start],
        has_space=end > match.end() or end == len(text),
        after=text[end : end + _AFTER],
    )
