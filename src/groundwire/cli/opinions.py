"""`check --judge`: the checks' answers are gathered, and a model is asked about what they leave open."""

import asyncio
from collections.abc import Iterable, Sequence

from groundwire.app.checking import CheckedLine
from groundwire.app.outcome import Failure
from groundwire.cli.watching import Watcher, read_where
from groundwire.domain.article import Article
from groundwire.settings import Settings

Judged = tuple[list[CheckedLine], list[Failure]]


def judged_lines(
    settings: Settings, articles: Sequence[Article], lines: Iterable[CheckedLine], *, quiet: bool
) -> Judged:
    """`lines` in their order after the opinions of the model that `settings.judge` names, and what failed."""
    with Watcher(quiet=quiet) as watcher:
        return asyncio.run(_judge(settings, articles, list(lines), watcher))


async def _judge(
    settings: Settings, articles: Sequence[Article], lines: Sequence[CheckedLine], watcher: Watcher
) -> Judged:
    from groundwire.app.judging import judge_lines
    from groundwire.app.models import open_judge
    from groundwire.store.database import open_store

    with open_store(settings.store_path) as store:
        async with open_judge(settings, store) as judge:
            where = read_where(settings, settings.judge or "")
            watcher.note(f"note: what the checks leave open is {where}, with its article")
            return await judge_lines(judge, articles, lines)
