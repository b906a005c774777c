"""Sentences that tile a text: no gap, no overlap, white space belongs to the sentence before it."""

import re

from groundwire.domain.span import Span

_END = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])|\n+")


def split_sentences(text: str) -> tuple[Span, ...]:
    """The spans of the sentences of `text`, in order, tiling it exactly."""
    spans: list[Span] = []
    start = 0
    for match in _END.finditer(text):
        if text[start : match.end()].strip():
            spans.append(Span(start, match.end()))
            start = match.end()
    if start < len(text):
        spans.append(Span(start, len(text)))
    return tuple(spans)
