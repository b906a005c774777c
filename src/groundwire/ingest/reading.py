"""One name → what stands there: documents, given articles or the error. Readers of formats are imported when one is needed."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from groundwire.errors import NotAnArticle, SourceError, SourceNotFound, UnreadableSource
from groundwire.ingest.decode import decode
from groundwire.ingest.document import Document
from groundwire.ingest.files import list_folder, read_file, read_stream
from groundwire.ingest.from_jsonl import GivenArticle, read_lines
from groundwire.ingest.from_markdown import read_markdown
from groundwire.ingest.from_text import read_text
from groundwire.ingest.kinds import SourceKind, find_kind
from groundwire.ingest.options import IngestOptions

if TYPE_CHECKING:
    from groundwire.ingest.from_feed import FeedEntry

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,20}://")
_LARGEST_JSONL = 1_000_000_000  # bytes; it holds many articles, each of which has its own limit
_FULL_ENTRY = 120  # words; a feed's entry below that is a teaser, and the page is read instead


@dataclass(frozen=True, kw_only=True)
class Found:
    """What one article would be made of, or why it cannot be; `source` tells it from its neighbours."""

    source: str
    content: Document | GivenArticle | SourceError


@dataclass(frozen=True, kw_only=True)
class _Bytes:
    """Bytes with what is known about them besides."""

    data: bytes
    extension: str = ""
    content_type: str = ""
    encoding: str | None = None
    url: str | None = None


async def read_source(name: str, *, options: IngestOptions) -> list[Found]:
    """Everything that `name` stands for, in order; failures are values."""
    try:
        if name == "-":
            return await _read(name, _read_standard_input(options), options)
        if not name.strip():
            raise SourceNotFound(
                f"expected the name of a source, found {name!r}", hint="name a file, a folder or an address"
            )
        if _ADDRESS.match(name):
            return await _read(name, await _fetch(name, options), options)
        files = list_folder(Path(name))
    except SourceError as error:
        return [Found(source=name, content=error)]
    found: list[Found] = []
    for path in [Path(name)] if files is None else files:
        found += await _read_path(name if files is None else str(path), path, options)
    return found


async def _read_path(name: str, path: Path, options: IngestOptions) -> list[Found]:
    is_jsonl = path.suffix.lower() in {".jsonl", ".ndjson"}
    try:
        data = read_file(path, limit=_LARGEST_JSONL if is_jsonl else options.max_file_bytes)
        return await _read(name, _Bytes(data=data, extension=path.suffix), options)
    except SourceError as error:
        return [Found(source=name, content=error)]


def _read_standard_input(options: IngestOptions) -> _Bytes:
    if options.stdin is None:
        raise SourceNotFound("expected an article on standard input, found no standard input")
    return _Bytes(data=read_stream(options.stdin, limit=_LARGEST_JSONL))


async def _fetch(url: str, options: IngestOptions) -> _Bytes:
    from groundwire.ingest.from_url import FetchLimits, fetch  # noqa: PLC0415 - start-up: the network only when needed

    limits = FetchLimits(
        timeout_s=options.timeout_s,
        max_bytes=options.max_bytes,
        allow_private_addresses=options.allow_private_addresses,
    )
    fetched = await fetch(url, limits=limits)
    return _Bytes(
        data=fetched.data,
        extension=PurePath(fetched.url.split("?")[0].split("#")[0]).suffix,
        content_type=fetched.content_type,
        encoding=fetched.encoding,
        url=fetched.url,
    )


async def _read(name: str, found: _Bytes, options: IngestOptions) -> list[Found]:
    kind = find_kind(found.data, extension=found.extension, content_type=found.content_type)
    if kind is SourceKind.JSONL:
        return _read_jsonl(name, found.data, options)
    if kind is SourceKind.FEED:
        return await _read_feed(name, found, options)
    document = _read_document(kind, found, options)
    return [Found(source=name, content=document)]


def _read_document(kind: SourceKind, found: _Bytes, options: IngestOptions) -> Document:
    if kind is SourceKind.PDF:
        from groundwire.ingest.from_pdf import read_pdf  # noqa: PLC0415 - start-up

        return read_pdf(found.data)
    if len(found.data) > options.max_article_bytes:
        raise UnreadableSource(
            f"expected an article of at most {options.max_article_bytes:,} bytes, found {len(found.data):,}",
            hint="name a part of it",
        )
    if kind is SourceKind.HTML:
        from groundwire.ingest.from_html import read_html  # noqa: PLC0415 - start-up

        return read_html(found.data, url=found.url, encoding=found.encoding)
    read: Callable[[str], Document] = read_markdown if kind is SourceKind.MARKDOWN else read_text
    return read(decode(found.data))


def _read_jsonl(name: str, data: bytes, options: IngestOptions) -> list[Found]:
    lines = [
        Found(source=f"{name} line {number}", content=content)
        for number, content in read_lines(data, max_text=options.max_article_bytes)
    ]
    if not lines:
        raise NotAnArticle("expected one article a line, found no line that is not blank")
    return lines


async def _read_feed(name: str, feed: _Bytes, options: IngestOptions) -> list[Found]:
    from groundwire.ingest.from_feed import read_feed  # noqa: PLC0415 - start-up

    entries = read_feed(feed.data, url=feed.url)
    if not entries:
        raise NotAnArticle("expected a feed with entries, found none in it")
    found: list[Found] = []
    for number, entry in enumerate(entries, start=1):
        source = entry.url or f"{name} entry {number}"
        try:
            content: Document | SourceError = await _read_entry(entry, options)
        except SourceError as error:
            content = error
        found.append(Found(source=source, content=content))
    return found


async def _read_entry(entry: "FeedEntry", options: IngestOptions) -> Document:
    """The article of one entry: from the feed where it stands there in full, else from its page."""
    from groundwire.ingest.from_html import read_html  # noqa: PLC0415 - start-up

    if entry.url and len((entry.html or "").split()) < _FULL_ENTRY:
        fetched = await _fetch(entry.url, options)
        kind = find_kind(fetched.data, extension=fetched.extension, content_type=fetched.content_type)
        return _read_document(kind, fetched, options)
    if not entry.html:
        raise NotAnArticle("expected an entry with a link or a text, found neither")
    document = read_html(f"<html><body><article>{entry.html}</article></body></html>", url=entry.url)
    return replace(
        document,
        title=entry.title or document.title,
        published=entry.published or document.published,
        outlet=entry.outlet or document.outlet,
        url=entry.url,
    )
