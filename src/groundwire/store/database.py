"""The store: one SQLite file for replies of models and for runs.

Guarantees: what was put is there after a crash or a kill (a power cut may take the last of it, never damage the rest);
several processes may read and write at once; the file is its owner's only; every failure of SQLite is a `StoreError`
that names the file.
"""

from collections.abc import Callable
from pathlib import Path
from time import time
from types import TracebackType
from typing import Self

from groundwire.store.connection import Connection, open_connection
from groundwire.store.replies import Replies
from groundwire.store.runs import Runs


class Store:
    """An open store: `replies` of models by request digest, and `runs` with their items."""

    def __init__(self, path: Path, connection: Connection, clock: Callable[[], float]) -> None:
        self.path = path
        self.replies = Replies(connection, clock)
        self.runs = Runs(connection, clock)
        self._connection = connection

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
