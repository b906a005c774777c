"""The store: one SQLite file for replies of models and for runs.

Guarantees: what was put is there after a crash or a kill (a power cut may take the last of it, never damage the rest);
several processes may read and write at once; the file is its owner's only; every failure of SQLite is a `StoreError`
that names the file.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import time
from types import TracebackType
from typing import Self

from groundwire.store.connection import Connection, open_connection
from groundwire.store.replies import Replies
from groundwire.store.runs import Runs
from groundwire.store.verification import Finding, verify_file, verify_run


@dataclass(frozen=True, kw_only=True)
class Pruned:
    """How many runs and replies were removed."""

    runs: int
    replies: int


class Store:
    """An open store: `replies` of models by request digest, and `runs` with their items."""

    def __init__(self, path: Path, connection: Connection, clock: Callable[[], float]) -> None:
        self.path = path
        self.replies = Replies(connection, clock)
        self.runs = Runs(connection, clock)
        self._connection = connection

    def verify(self, run_id: str | None = None) -> tuple[Finding, ...]:
        """What is wrong with the run of that id, or with all that is stored; empty when nothing is.

        Raises:
            UsageError: there is no such run.
        """
        if run_id is not None:
            return tuple(verify_run(self._connection, self.runs.find_id(run_id)))
        findings = list(verify_file(self._connection))
        for each in self.runs.ids():
            findings.extend(verify_run(self._connection, each))
        return tuple(findings)

    def prune(self, *, older_than_s: float) -> Pruned:
        """Remove runs that started, and replies that were stored, more than `older_than_s` seconds ago."""
        pruned = Pruned(
            runs=self.runs.prune(older_than_s=older_than_s),
            replies=self.replies.prune(older_than_s=older_than_s),
        )
        self._connection.query("PRAGMA incremental_vacuum")
        return pruned

    def close(self) -> None:
        """Close the file. Closing twice does nothing."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_store(path: Path, *, clock: Callable[[], float] = time) -> Store:
    """Open the store at `path`, made where there is none, and brought up to date.

    Args:
        path: the file; its folder is made where it is missing.
        clock: seconds since the epoch, for the age of what is stored.

    Raises:
        StoreTooNew: a newer groundwire wrote it.
        StoreError: it cannot be read or written, or it is no SQLite file.
    """
    return Store(path, open_connection(path), clock)
