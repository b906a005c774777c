"""Document → Article: the one place where what a reader made of a source becomes an article.

Guarantees: the text is normalised, paragraphs stand one blank line apart, sentences tile it, every heading is a sentence of it, and
whatever was left out stands in `set_aside` with its reason. The headline is metadata: it is the title, not a line of the text.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace

from groundwire.digest import digest_text
from groundwire.domain.article import Article, SetAside
from groundwire.domain.span import Span
from groundwire.errors import NotAnArticle
from groundwire.ingest.document import Document
from groundwire.ingest.front_matter import DATELINE, FrontMatter
from groundwire.ingest.layout import Layout, Part, find_layout
from groundwire.ingest.refusals import check_is_article
from groundwire.ingest.written_dates import parse_written_date
from groundwire.text.datelines import match_dateline
from groundwire.text.language import detect_language
from groundwire.text.normalise import normalise
from groundwire.text.sentences import split_sentences

_GAP = "\n\n"
_OPENING_LINES = 3  # a standfirst may stand above the paragraph with the dateline
_LONGEST_FIELD = 500  # characters of a title, a name, an address
_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_].*)?\Z", re.IGNORECASE)


def assemble(document: Document, *, id: str, source: str) -> Article:  # noqa: A002 - the field's own name
    """The article that `document` holds.

    Raises:
        NotAnArticle: empty, a paywall stub, a consent wall, or nothing but page furniture.
    """
    blocks = [replace(block, text=words) for block in document.blocks if (words := _clean(block.text))]
    if not blocks and not document.set_aside:
        raise NotAnArticle("expected an article, found no text")
    title = _field(document.title)
    layout = find_layout(blocks, title=title, has_markup=document.has_markup)
    lines = [block.text for block in blocks]
    asides = [SetAside(text=_clean(words), reason=reason) for words, reason in document.set_aside]
    asides += _asides(layout, lines)
    parts = [label.part for label in layout.labels]
    kept: list[tuple[Part, str]] = [
        (part, line) for part, line in zip(parts, lines, strict=True) if part is not Part.ASIDE
    ]
    _set_dateline_aside(kept, layout.front, asides)
    check_is_article(
        [line for part, line in kept if part is Part.BODY],
        asides=[aside.text for aside in asides],
        title=title or layout.front.title,
    )
    return _article(document, kept, layout.front, asides).model_copy(update={"id": id, "source": source})


def _set_dateline_aside(kept: list[tuple[Part, str]], front: FrontMatter, asides: list[SetAside]) -> None:
    """Take the dateline off the first paragraph; what it says of day and agency is kept."""
    bodies = [number for number, (part, _) in enumerate(kept) if part is Part.BODY][:_OPENING_LINES]
    found = ((number, match_dateline(kept[number][1])) for number in bodies)
    first, dateline = next(((number, line) for number, line in found if line), (0, None))
    if dateline is None:
        return
    line = kept[first][1]
    kept[first] = (Part.BODY, line[dateline.end :])
    asides.append(SetAside(text=line[: dateline.end].strip(), reason=DATELINE))
    front.byline = front.byline or dateline.credit or None
    if published := parse_written_date(dateline.date):
        front.date(published)


def _article(
    document: Document, kept: list[tuple[Part, str]], front: FrontMatter, asides: list[SetAside]
) -> Article:
    text = _GAP.join(line for _, line in kept)
    sentences = split_sentences(text)
    published = read_published(document.published, asides)
    return Article(
        id="",
        source="",
        text=text,
        title=_field(document.title) or front.title,
        outlet=_field(document.outlet) or front.outlet,
        byline=_field(document.byline) or front.byline,
        published=published or front.published,
        url=_field(document.url),
        language=read_language(document.language) or detect_language(text),
        digest=digest_text("article", text),
        sentences=sentences,
        headings=heading_tiles(sentences, _heading_spans(kept)),
        set_aside=tuple(asides),
    )


def heading_tiles(sentences: tuple[Span, ...], headings: Iterable[Span]) -> tuple[Span, ...]:
    """Those of `sentences` that lie within one of `headings`, in order; n log n."""
    starts = [span.start for span in sentences]
    tiles: dict[Span, None] = {}
    for heading in headings:
        index = bisect_left(starts, heading.start)
        while index < len(starts) and starts[index] < heading.end:
            tiles[sentences[index]] = None
            index += 1
    return tuple(tiles)


def read_language(language: str | None) -> str | None:
    """The ISO 639-1 code in a language tag such as `en-GB`; None where there is none."""
    match = _LANGUAGE.match((language or "").strip())
    return match[1].lower() if match else None


def read_published(published: str | None, asides: list[SetAside]) -> str | None:
    """The ISO form of a date that the source gives; one that cannot be read is noted in `asides`."""
    written = _field(published)
    if written is None:
        return None
    found = parse_written_date(written)
    if found is None:
        asides.append(
            SetAside(text=written, reason="date of publication that is not ISO and has no one reading")
        )
    return found


def _asides(layout: Layout, lines: list[str]) -> list[SetAside]:
    return [
        SetAside(text=line, reason=label.reason)
        for label, line in zip(layout.labels, lines, strict=True)
        if label.part is Part.ASIDE
    ]


def _heading_spans(kept: list[tuple[Part, str]]) -> list[Span]:
    spans, position = [], 0
    for part, line in kept:
        if part is Part.HEADING:
            spans.append(Span(position, position + len(line)))
        position += len(line) + len(_GAP)
    return spans


def _clean(words: str) -> str:
    """One block in normal form: it holds no blank line, and no white space at its ends."""
    return re.sub(r"\n{2,}", "\n", normalise(words)).strip()


def _field(words: str | None) -> str | None:
    """Metadata on one line, or None when there is nothing in it."""
    return " ".join(normalise(words or "").split())[:_LONGEST_FIELD].strip() or None
