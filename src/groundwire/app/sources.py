"""From what the user named to articles, with the failures beside them."""

import asyncio
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from groundwire.app.outcome import Failure
from groundwire.domain.article import Article
from groundwire.domain.losses import Losses, LossItem, StageLosses
from groundwire.ingest.sources import IngestOptions, load_sources
from groundwire.settings import Settings

_WORDS_SHOWN = 120  # characters of a thing set aside that its loss quotes


@dataclass(frozen=True)
class Sourced:
    """Articles in the order of the sources, and what could not be read."""

    articles: tuple[Article, ...]
    failures: tuple[Failure, ...]

    def losses(self) -> Losses:
        """The account of the sources as a stage of its own."""
        items = tuple(LossItem(what=failure.what, reason=failure.error.message) for failure in self.failures)
        total = len(self.articles) + len(items)
        return {"sources": StageLosses(in_=total, kept=len(self.articles), failed=len(items), items=items)}


async def read_sources(names: Sequence[str], settings: Settings) -> Sourced:
    """Read all sources; a source that fails is listed and the others go on."""
    options = IngestOptions(
        stdin=sys.stdin.buffer if "-" in names else None,
        allow_private_addresses=settings.allow_private_addresses,
        timeout_s=settings.fetch_timeout_s,
        max_bytes=settings.fetch_max_bytes,
    )
    ingested = await load_sources(names, options=options)
    failures = tuple(Failure(failure.source, failure.error) for failure in ingested.failures)
    return Sourced(ingested.articles, failures)


def read_sources_now(names: Sequence[str], settings: Settings) -> Sourced:
    """`read_sources` for commands that have nothing else to wait for."""
    return asyncio.run(read_sources(names, settings))


def set_aside_losses(article: Article) -> Losses:
    """What ingest set aside of an article, as a stage; empty when it set nothing aside."""
    items = tuple(
        LossItem(what=aside.text[:_WORDS_SHOWN], reason=aside.reason) for aside in article.set_aside
    )
    return {"furniture": StageLosses(in_=len(items), dropped=len(items), items=items)} if items else {}
