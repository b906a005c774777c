"""One connection to the SQLite file, with every failure of SQLite turned into a `StoreError` that names the file.

Guarantees: WAL, so that readers and one writer do not wait for each other; a writer waits for another one up to
`BUSY_TIMEOUT_S`; a transaction is whole or not there; the file is made readable and writable by its owner only.
"""

import os
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from groundwire.errors import StoreError
from groundwire.store.migrations import check_ours, migrate

BUSY_TIMEOUT_S = 30.0  # many processes may finish an article in the same second; none holds the lock for long

_ELSEWHERE = "name another place with --store"
_HINTS = {
    sqlite3.SQLITE_NOTADB: f"the file is not a store: move it away, or {_ELSEWHERE}",
    sqlite3.SQLITE_CORRUPT: f"the file is damaged: move it away (what it held has to be done again), or {_ELSEWHERE}",
    sqlite3.SQLITE_READONLY: f"the file or its folder may not be written: change that, or {_ELSEWHERE}",
    sqlite3.SQLITE_CANTOPEN: f"the file could not be opened: check the path, or {_ELSEWHERE}",
    sqlite3.SQLITE_FULL: f"the disk is full: make room, or {_ELSEWHERE}",
    sqlite3.SQLITE_BUSY: "another process holds the store: wait for it to end and run again",
    sqlite3.SQLITE_IOERR: f"the disk reports an error, or it does not support locks: {_ELSEWHERE}",
}
_PRIMARY_CODE = 0xFF  # SQLite's extended result codes carry the primary one in their lowest byte


class Connection:
    """A connection that may be used from several threads, one statement or transaction at a time."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.RLock()
        with self._explained():
            self._sqlite = sqlite3.connect(
                path.absolute(), timeout=BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False
            )

    def prepare(self) -> None:
        """Settings of the connection and the shape of the store."""
        with self._explained(), self._lock:
            check_ours(self._sqlite)
            self._sqlite.execute(
                "PRAGMA auto_vacuum = INCREMENTAL"
            )  # so that pruning gives room back at once
            self._sqlite.execute("PRAGMA journal_mode = WAL")
            self._sqlite.execute("PRAGMA synchronous = NORMAL")
            self._sqlite.execute("PRAGMA foreign_keys = ON")
            migrate(self._sqlite)

    def query(self, statement: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows that a SELECT finds."""
        with self._explained(), self._lock:
            return self._sqlite.execute(statement, values).fetchall()

    def change(self, statement: str, values: Sequence[Any] = ()) -> int:
        """Run one statement that writes, and say how many rows it changed."""
        with self._explained(), self._lock:
            return self._sqlite.execute(statement, values).rowcount

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """What is read and written inside is one step: no other writer comes between."""
        with self._lock:
            self.change("BEGIN IMMEDIATE")
            try:
                yield
                self.change("COMMIT")
            finally:
                if self._sqlite.in_transaction:
                    self.change("ROLLBACK")

    def close(self) -> None:
        """Close the file. Closing twice does nothing."""
        with self._explained(), self._lock:
            self._sqlite.close()

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            code = getattr(error, "sqlite_errorcode", None)
            hint = _HINTS.get(code & _PRIMARY_CODE, _ELSEWHERE) if isinstance(code, int) else _ELSEWHERE
            raise StoreError(f"could not use the store {str(self._path)!r}: {error}", hint=hint) from error


def open_connection(path: Path) -> Connection:
    """A connection to the store at `path`, which is made, or brought up to date, first.

    Raises:
        StoreTooNew: a newer groundwire wrote it.
        StoreError: it cannot be read or written, or it is no SQLite file.
    """
    _make_private_file(path)
    connection = Connection(path)
    try:
        connection.prepare()
    except StoreError:
        connection.close()
        raise
    return connection


def _make_private_file(path: Path) -> None:
    """The file with its folder, where missing. SQLite gives its companion files the mode of this one."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise StoreError(
            f"could not open a store at {str(path)!r}: {error.strerror}",
            hint=f"check the path and its permissions, or {_ELSEWHERE}",
        ) from None
    except ValueError as error:
        raise StoreError(f"could not open a store at {str(path)!r}: {error}", hint=_ELSEWHERE) from None
