"""RunRecorder: what a run did, written to the store while it does it."""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

from groundwire.app.outcome import Failure
from groundwire.digest import canonical_json
from groundwire.domain.analysis import Report
from groundwire.domain.article import Article
from groundwire.domain.provenance import Usage
from groundwire.domain.run import Item, ItemError, ItemStatus, Run, RunStatus


class Runs(Protocol):
    """The part of the store that a recorder writes to."""

    def start(self, run: Run) -> None:
        """Keep a run that begins."""

    def finish(self, run: Run) -> None:
        """Keep how a run ended."""

    def put_item(self, run_id: str, item: Item) -> None:
        """Keep what became of one article."""


class RunRecorder:
    """Writes one run and its items. `now` gives the time as it stands in the store."""

    def __init__(self, run: Run, runs: Runs, now: Callable[[], str]) -> None:
        self._run = run
        self._runs = runs
        self._now = now
        self._counts: Counter[str] = Counter()

    @contextmanager
    def recording(self, usage: Callable[[], Usage]) -> Iterator[None]:
        """Keep the run, and at the end how it ended and what it came to, also when it is interrupted."""
        self._runs.start(self._run)
        try:
            yield
        except (KeyboardInterrupt, asyncio.CancelledError):
            self._finish(RunStatus.INTERRUPTED, usage())
            raise
        except BaseException:
            self._finish(RunStatus.FAILED, usage())
            raise
        self._finish(self._status(), usage())

    def record_source_failure(self, position: int, failure: Failure) -> None:
        """A source that could not be read is an item as well."""
        status, error = ItemStatus.FAILED, _item_error(failure)
        self._put(Item(run=self._run.id, position=position, source=failure.what, status=status, error=error))

    def record(self, position: int, article: Article, report: Report | None, failure: Failure | None) -> None:
        """What became of one article."""
        as_asked = failure is None or failure.is_partial
        status = ItemStatus.DONE if as_asked else ItemStatus.FALLBACK if report else ItemStatus.FAILED
        item = Item(
            run=self._run.id,
            position=position,
            source=article.source,
            article=article.id,
            article_digest=article.digest,
            status=status,
            document=canonical_json(report.model_dump(mode="json")) if report else None,
            error=_item_error(failure) if failure else None,
            usage=report.provenance.usage if report else Usage(),
        )
        self._put(item)

    def _put(self, item: Item) -> None:
        self._counts[item.status.value] += 1
        self._runs.put_item(item.run, item)

    def _status(self) -> RunStatus:
        done = self._counts[ItemStatus.DONE.value]
        if done == self._counts.total():
            return RunStatus.DONE
        return RunStatus.PARTIAL if done else RunStatus.FAILED

    def _finish(self, status: RunStatus, usage: Usage) -> None:
        ended = {"finished": self._now(), "status": status, "usage": usage, "counts": dict(self._counts)}
        self._runs.finish(self._run.model_copy(update=ended))


def _item_error(failure: Failure) -> ItemError:
    error = failure.error
    return ItemError(code=type(error).__name__, message=error.message, hint=error.hint)
