r"""JSON Lines → articles, one a line. The text of each stays as it is given, so that offsets are into that very string.

Guarantees: lines end at `\n` only; a line that is no article fails alone, under its number; nothing is taken out of a text:
headings and furniture in it are marked as headings, so that nothing is claimed from them.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from groundwire.digest import digest_text
from groundwire.domain.article import Article, SetAside
from groundwire.domain.span import Span
from groundwire.errors import MalformedLine, NotAnArticle, SourceError
from groundwire.ingest.assemble import heading_tiles, read_language, read_published
from groundwire.ingest.document import Block
from groundwire.ingest.furniture import CAPTION, find_furniture
from groundwire.ingest.layout import Part, find_layout
from groundwire.text.language import detect_language
from groundwire.text.line_breaks import paragraph_breaks
from groundwire.text.sentences import split_sentences

_FIELDS: Final = ("title", "outlet", "byline", "published", "url", "language")
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_LINE_ENDS = re.compile(r"[\r\n\u2028\u2029]+")
_LONGEST_ID = 200  # characters
_SHOWN = 60  # characters of a line in a message


@dataclass(frozen=True, kw_only=True)
class GivenArticle:
    """What one line gives: `text` as it stands there, `fields` the metadata that are strings, `notes` on what was not read."""

    id: str | None
    text: str
    fields: dict[str, str]
    notes: tuple[SetAside, ...] = ()


def read_lines(data: bytes, *, max_text: int) -> Iterator[tuple[int, GivenArticle | SourceError]]:
    """Number (from 1) and content of each line that is not blank; a line that is no article gives its error."""
    for number, line in enumerate(data.removeprefix(_BYTE_ORDER_MARK).split(b"\n"), start=1):
        if line.strip():
            try:
                yield number, read_line(line, max_text=max_text)
            except SourceError as error:
                yield number, error


def read_line(line: bytes, *, max_text: int) -> GivenArticle:
    """The article that one line gives.

    Raises:
        MalformedLine: when it is not a JSON object with a string `text`, or its `id` cannot be one.
        NotAnArticle: when `text` is empty, white space only, or longer than `max_text` characters.
    """
    record = _parse(line)
    text = record.get("text")
    if not isinstance(text, str):
        found = (
            f"no such field beside {sorted(map(str, record))[:8]!r}"
            if "text" not in record
            else repr(text)[:_SHOWN]
        )
        raise MalformedLine(f'expected a JSON object with a string "text", found {found}')
    if not text.strip():
        raise NotAnArticle('expected an article, found an empty "text"')
    if len(text) > max_text:
        raise NotAnArticle(f'expected a "text" of at most {max_text:,} characters, found {len(text):,}')
    notes = []
    if bad := len(_SURROGATE.findall(text)):
        text = _SURROGATE.sub("\ufffd", text)
        notes.append(
            SetAside(text=f"{bad} lone surrogates", reason="no Unicode characters, replaced by U+FFFD")
        )
    given = {
        name: _SURROGATE.sub("\ufffd", value)
        for name in _FIELDS
        if isinstance(value := record.get(name), str)
    }
    return GivenArticle(id=_read_id(record.get("id")), text=text, fields=given, notes=tuple(notes))


def _parse(line: bytes) -> dict[str, Any]:
    try:
        record = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise MalformedLine(
            f'expected a JSON object with "text" in UTF-8, found the byte {line[error.start]:#04x} at offset {error.start} of the line',
            hint="save the file as UTF-8",
        ) from error
    except (ValueError, RecursionError) as error:
        start = line[:_SHOWN].decode("utf-8", "replace")
        raise MalformedLine(f'expected a JSON object with "text", found {start!r}: {error}'[:300]) from error
    if not isinstance(record, dict):
        raise MalformedLine(f'expected a JSON object with "text", found {repr(record)[:_SHOWN]}')
    return record


def _read_id(value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if (
        not isinstance(value, str)
        or not value.strip()
        or len(value) > _LONGEST_ID
        or _CONTROL.search(value)
        or _SURROGATE.search(value)
    ):
        raise MalformedLine(
            f'expected an "id" of 1 to {_LONGEST_ID} printable characters, found {repr(value)[:_SHOWN]}'
        )
    return value


def assemble_given(given: GivenArticle, *, id: str, source: str) -> Article:  # noqa: A002 - the field's own name
    """The article of one line, its text untouched."""
    text, fields = given.text, given.fields
    notes = list(given.notes)
    sentences = split_sentences(text)
    return Article(
        id=id,
        source=source,
        text=text,
        title=fields.get("title"),
        outlet=fields.get("outlet"),
        byline=fields.get("byline"),
        published=read_published(fields.get("published"), notes),
        url=fields.get("url"),
        language=read_language(fields.get("language")) or detect_language(text),
        digest=digest_text("article", text),
        sentences=sentences,
        headings=_headings(text, sentences, title=fields.get("title")),
        set_aside=tuple(notes),
    )


def _headings(text: str, sentences: tuple[Span, ...], *, title: str | None) -> tuple[Span, ...]:
    """The sentences that are headlines, headings or furniture. A caption's own sentence is the article's, its credit is not."""
    spans = list(_paragraphs(text))
    ends = [0, *(span.end for span in spans)]
    blocks = [
        Block(text=" ".join(span.of(text).split()), follows_closely=text.count("\n", end, span.start) == 1)
        for span, end in zip(spans, ends, strict=False)
    ]
    layout = find_layout(blocks, title=title, has_markup=False)
    labelled = list(zip(layout.labels, spans, strict=True))
    if all(label.part is not Part.BODY for label, _ in labelled):
        return ()  # one line or a list of names: whatever it is, it is what was given
    tiles = heading_tiles(sentences, (span for label, span in labelled if label.part is not Part.BODY))
    captions = set(heading_tiles(sentences, (span for label, span in labelled if label.reason == CAPTION)))
    return tuple(tile for tile in tiles if tile not in captions or find_furniture(tile.of(text)))


def _paragraphs(text: str) -> Iterator[Span]:
    separators = paragraph_breaks(text)
    start = 0
    for match in _LINE_ENDS.finditer(text):
        is_single = match.group() in {"\n", "\r\n"}
        if not is_single or match.end() - 1 in separators:
            if text[start : match.start()].strip():
                yield Span(start, match.start()).trimmed(text)
            start = match.end()
    if text[start:].strip():
        yield Span(start, len(text)).trimmed(text)
