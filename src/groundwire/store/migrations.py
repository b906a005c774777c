"""The shape of the store, as numbered steps.

Guarantees: a step that was released is never changed; each is applied once, in a transaction with the number it leads
to, also when several processes open the store at once; a store with a higher number than we know is refused.
"""

import sqlite3
from collections.abc import Sequence

from groundwire.errors import StoreError, StoreTooNew

_REPLIES_AND_RUNS = """
CREATE TABLE reply (
    digest TEXT PRIMARY KEY,
    text BLOB NOT NULL,
    stored REAL NOT NULL
) WITHOUT ROWID;
CREATE TABLE run (
    id TEXT PRIMARY KEY,
    started TEXT NOT NULL,
    body BLOB NOT NULL
);
CREATE INDEX run_by_start ON run (started);
CREATE TABLE item (
    run TEXT NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    status TEXT NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (run, position)
);
"""

APPLICATION_ID = 0x6777_7265  # "gwre": what tells our file from another program's SQLite file
MIGRATIONS = (_REPLIES_AND_RUNS,)
VERSION = len(MIGRATIONS)


def migrate(connection: sqlite3.Connection, steps: Sequence[str] = MIGRATIONS) -> None:
    """Bring the store to the version that `steps` lead to. The connection is in autocommit mode.

    Raises:
        StoreTooNew: it is beyond that already.
        StoreError: it is a database of something else.
        sqlite3.Error: it could not be done; nothing of any step is left.
    """
    version = len(steps)
    if _version(connection) == version and _number(connection, "application_id") == APPLICATION_ID:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        check_ours(connection)
        found = _version(connection)
        if found > version:
            raise StoreTooNew(f"expected a store of version {version} or older, found version {found}")
        for step in steps[found:]:
            for statement in filter(str.strip, step.split(";")):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID:d}")
        connection.execute(f"PRAGMA user_version = {version:d}")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def check_ours(connection: sqlite3.Connection) -> None:
    """Pass when the file is a store of ours or is empty.

    Raises:
        StoreError: it is a database of something else.
    """
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    is_new = tables == 0 and _version(connection) == 0
    if not is_new and _number(connection, "application_id") != APPLICATION_ID:
        raise StoreError(
            "expected a store of groundwire, found the database of another program",
            hint="name another place with --store",
        )


def _version(connection: sqlite3.Connection) -> int:
    return _number(connection, "user_version")


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    (number,) = connection.execute(f"PRAGMA {pragma}").fetchone()
    return int(number)
