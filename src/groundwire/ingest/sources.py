"""What the user names → articles, in order. One bad source never stops the good ones: it becomes a failure."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from groundwire.domain.article import Article
from groundwire.errors import NotAnArticle, SourceError, SourceNotFound
from groundwire.ingest.assemble import assemble
from groundwire.ingest.document import Block, Document


@dataclass(frozen=True, kw_only=True)
class IngestOptions:
    """What may be read, and how much of it. `stdin` is what `-` reads; sizes are in bytes."""

    stdin: BinaryIO | None = None
    allow_private_addresses: bool = False
    timeout_s: float = 30.0
    max_bytes: int = 10_000_000
    max_article_bytes: int = 10_000_000


@dataclass(frozen=True, kw_only=True)
class SourceFailure:
    """A source, a file of a folder or a line of a JSONL file that could not be read, and why."""

    source: str
    error: SourceError


@dataclass(frozen=True, kw_only=True)
class Ingested:
    """All articles in order, all failures in order; `expected` is how many articles there would be without failures."""

    articles: tuple[Article, ...]
    failures: tuple[SourceFailure, ...]
    expected: int


async def load_sources(names: Sequence[str], *, options: IngestOptions) -> Ingested:
    """Read every source that `names` lists; errors become failures."""
    articles: list[Article] = []
    failures: list[SourceFailure] = []
    for name in names:
        try:
            articles.append(_read(name, number=len(articles) + 1, limit=options.max_article_bytes))
        except SourceError as error:
            failures.append(SourceFailure(source=name, error=error))
    return Ingested(
        articles=tuple(articles), failures=tuple(failures), expected=len(articles) + len(failures)
    )


def _read(name: str, *, number: int, limit: int) -> Article:
    try:
        data = Path(name).read_bytes()
    except FileNotFoundError as error:
        raise SourceNotFound(f"{name}: expected a file, a folder or an address, found nothing") from error
    if len(data) > limit:
        raise NotAnArticle(f"{name}: expected at most {limit:,} bytes, found {len(data):,}")
    paragraphs = data.decode("utf-8", "replace").split("\n\n")
    return assemble(
        Document(blocks=tuple(Block(text=words) for words in paragraphs)), id=f"a{number}", source=name
    )
