"""What the user names → articles, in order. One bad source never stops the good ones: it becomes a failure.

Guarantees: articles and failures come in the order of the names, a folder's files by name; every article of a run has an id of its
own, and one given in JSONL is kept as given.
"""

import asyncio
import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from groundwire.domain.article import Article
from groundwire.errors import MalformedLine, SourceError, UnreadableSource
from groundwire.ingest.assemble import assemble
from groundwire.ingest.document import Document
from groundwire.ingest.from_jsonl import GivenArticle, assemble_given
from groundwire.ingest.options import IngestOptions
from groundwire.ingest.reading import Found, read_source

_log = logging.getLogger(__name__)
_SHOWS_WHERE = "GROUNDWIRE_LOG=debug shows where; please report it"
_AT_ONCE = 8  # sources; more would be impolite to a server that several are on

__all__ = ["IngestOptions", "Ingested", "SourceFailure", "load_sources"]


@dataclass(frozen=True, kw_only=True)
class SourceFailure:
    """A source, a file of a folder, an entry of a feed or a line of a JSONL file that could not be read, and why."""

    source: str
    error: SourceError


@dataclass(frozen=True, kw_only=True)
class Ingested:
    """All articles in order, all failures in order; `expected` is how many articles there would be without failures."""

    articles: tuple[Article, ...]
    failures: tuple[SourceFailure, ...]
    expected: int


async def load_sources(names: Sequence[str], *, options: IngestOptions) -> Ingested:
    """Read every source that `names` lists. A source that cannot be read is a failure, never an exception."""
    found = await _read_all(names, options)
    given = {one.content.id for one in found if isinstance(one.content, GivenArticle) and one.content.id}
    ids = (name for name in _numbered_ids() if name not in given)
    articles: list[Article] = []
    failures: list[SourceFailure] = []
    taken: dict[str, str] = {}
    next_id = next(ids)
    for one in found:
        try:
            article = _assemble(one, next_id=next_id, taken=taken)
        except SourceError as error:
            failures.append(SourceFailure(source=one.source, error=error))
            continue
        articles.append(article)
        taken[article.id] = one.source
        if article.id == next_id:
            next_id = next(ids)
    return Ingested(articles=tuple(articles), failures=tuple(failures), expected=len(found))


async def _read_all(names: Sequence[str], options: IngestOptions) -> list[Found]:
    """What all names stand for, in their order; addresses are fetched side by side."""
    gate = asyncio.Semaphore(_AT_ONCE)

    async def read(name: str) -> list[Found]:
        async with gate:
            try:
                return await read_source(name, options=options)
            except Exception as error:  # noqa: BLE001 - a row boundary: one page that a library chokes on is one failure
                _log.debug("unexpected error in source %r", name, exc_info=error)
                surprise = UnreadableSource(f"unexpected {type(error).__name__}: {error}", hint=_SHOWS_WHERE)
                return [Found(source=name, content=surprise)]

    groups = await asyncio.gather(*(read(name) for name in names))
    return [one for group in groups for one in group]


def _numbered_ids() -> Iterator[str]:
    number = 0
    while True:
        number += 1
        yield f"a{number}"


def _assemble(one: Found, *, next_id: str, taken: dict[str, str]) -> Article:
    match one.content:
        case Document() as document:
            return assemble(document, id=next_id, source=one.source)
        case GivenArticle(id=str(given)) if given in taken:
            raise MalformedLine(
                f"expected an id of its own, found {given!r} again, which is that of {taken[given]}",
                hint="give every line an id of its own, or none",
            )
        case GivenArticle() as article:
            return assemble_given(article, id=article.id or next_id, source=one.source)
        case error:
            raise error
