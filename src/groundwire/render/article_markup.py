"""An article as HTML with every piece of evidence marked in it.

Guarantees: the words shown are the article's, each once and in order, acting characters spelled out; overlapping evidence
is cut into segments, so that each segment knows all the references that it belongs to; the work grows with the length of
the text and the segments written.
"""

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise
from typing import NamedTuple

from groundwire.domain.article import Article
from groundwire.domain.span import Span
from groundwire.render.references import Reference
from groundwire.render.visible import visible

_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")


class Block(NamedTuple):
    """A paragraph or a heading of the article, without the white space around it."""

    span: Span
    is_heading: bool


class Segment(NamedTuple):
    """Words between two cuts, and the references that they belong to."""

    span: Span
    references: tuple[Reference, ...]


def article_blocks(article: Article) -> tuple[Block, ...]:
    """The headings, and the paragraphs between blank lines, in order."""
    return tuple(_blocks(article))


def _blocks(article: Article) -> Iterator[Block]:
    position = 0
    for heading in sorted(article.headings):
        yield from _paragraphs(article.text, Span(position, heading.start))
        yield from _block(article.text, heading, is_heading=True)
        position = heading.end
    yield from _paragraphs(article.text, Span(position, len(article.text)))


def _paragraphs(text: str, span: Span) -> Iterator[Block]:
    start = span.start
    for gap in _BLANK_LINES.finditer(text, span.start, span.end):
        yield from _block(text, Span(start, gap.start()), is_heading=False)
        start = gap.end()
    yield from _block(text, Span(start, span.end), is_heading=False)


def _block(text: str, span: Span, *, is_heading: bool) -> Iterator[Block]:
    words = span.trimmed(text)
    if words.start < words.end:
        yield Block(words, is_heading)


def article_segments(blocks: Sequence[Block], references: Sequence[Reference]) -> tuple[Segment, ...]:
    """The blocks cut wherever a block or a piece of evidence starts or ends."""
    marked = [reference for reference in references if reference.evidence.start < reference.evidence.end]
    cuts = {edge for block in blocks for edge in block.span}
    cuts.update(edge for reference in marked for edge in reference.evidence.span)
    waiting = sorted(marked, key=lambda reference: reference.evidence.start, reverse=True)
    active: list[Reference] = []
    segments: list[Segment] = []
    for start, end in pairwise(sorted(cuts)):
        active = [reference for reference in active if reference.evidence.end > start]
        while waiting and waiting[-1].evidence.start <= start:
            active.append(waiting.pop())
        segments.append(Segment(Span(start, end), tuple(active)))
    return tuple(segments)


def article_body(article: Article, references: Sequence[Reference]) -> str:
    """The blocks as paragraphs and headings, evidence marked."""
    blocks = article_blocks(article)
    segments = iter(article_segments(blocks, references))
    segment = next(segments, None)
    lines: list[str] = []
    for block in blocks:
        inner: list[str] = []
        while segment is not None and segment.span.start < block.span.end:
            if segment.span.start >= block.span.start:
                inner.append(_segment(article.text, segment))
            segment = next(segments, None)
        name = "h3" if block.is_heading else "p"
        lines.append(f"<{name}>{''.join(inner)}</{name}>\n")
    return "".join(lines)


def _segment(text: str, segment: Segment) -> str:
    words = escape(visible(segment.span.of(text)))
    if not segment.references:
        return words
    names = " ".join(reference.anchor for reference in segment.references)
    anchors = "".join(
        f'<span class="at" id="{reference.anchor}"></span>'
        for reference in segment.references
        if reference.evidence.start == segment.span.start
    )
    backs = "".join(
        f'<a class="back {reference.anchor}" href="#r{reference.anchor}" aria-label="Back to the text"></a>'
        for reference in segment.references
        if reference.evidence.end == segment.span.end
    )
    return f'{anchors}<span class="w {names}" tabindex="-1">{words}</span>{backs}'
