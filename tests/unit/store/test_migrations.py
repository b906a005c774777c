"""Steps are applied once, in order, whole or not at all."""

import sqlite3
from collections.abc import Iterator

import pytest

from groundwire.digest import digest_text
from groundwire.errors import StoreTooNew
from groundwire.store.migrations import MIGRATIONS, migrate

FIRST = "CREATE TABLE one (a TEXT); CREATE TABLE two (b TEXT)"
SECOND = "ALTER TABLE one ADD COLUMN c TEXT; CREATE TABLE three (d TEXT)"
RELEASED = ["step:sha256:fc1e7eb8795de13459a3b2dcdc96a909"]
BROKEN = "CREATE TABLE three (d TEXT); CREATE TABLE three (d TEXT)"


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    yield connection
    connection.close()


def tables(connection: sqlite3.Connection) -> list[str]:
    return [name for (name,) in connection.execute("SELECT name FROM sqlite_schema ORDER BY name")]


def version(connection: sqlite3.Connection) -> int:
    (number,) = connection.execute("PRAGMA user_version").fetchone()
    return int(number)


def test_only_the_steps_that_are_missing_are_applied(connection: sqlite3.Connection) -> None:
    """What is stored survives the next version; a second time nothing happens."""
    migrate(connection, [FIRST])
    connection.execute("INSERT INTO one VALUES ('kept')")
    for _ in range(2):
        migrate(connection, [FIRST, SECOND])
    assert (tables(connection), version(connection)) == (["one", "three", "two"], 2)
    assert connection.execute("SELECT a, c FROM one").fetchall() == [("kept", None)]


def test_a_step_that_fails_leaves_nothing(connection: sqlite3.Connection) -> None:
    """The store stays at the version that it had."""
    migrate(connection, [FIRST])
    with pytest.raises(sqlite3.OperationalError):
        migrate(connection, [FIRST, BROKEN])
    assert (tables(connection), version(connection), connection.in_transaction) == (["one", "two"], 1, False)


def test_a_version_beyond_ours_is_refused(connection: sqlite3.Connection) -> None:
    """With both versions in the message."""
    migrate(connection, [FIRST, SECOND])
    with pytest.raises(StoreTooNew, match="version 1 or older, found version 2"):
        migrate(connection, [FIRST])


def test_the_steps_that_were_released_stay_as_they_are() -> None:
    """A change of the store's shape is a new step at the end, and this test grows by one digest."""
    assert [digest_text("step", step) for step in MIGRATIONS] == RELEASED
