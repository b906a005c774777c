"""Runs and their items.

Guarantees: an item that was put is kept whatever becomes of its run; putting it again replaces it, so that a resumed run
overwrites what failed.
"""

import datetime as dt
import json
from collections.abc import Callable
from typing import TypeVar

from groundwire.digest import canonical_json
from groundwire.domain.complaints import fault_words
from groundwire.domain.noun import Noun
from groundwire.domain.run import Item, Run, RunStatus
from groundwire.errors import StoreError, UsageError
from groundwire.store.connection import Connection
from groundwire.store.replies import decoded, encoded

NounT = TypeVar("NounT", bound=Noun)


class Runs:
    """The runs of a store. `clock` gives seconds since the epoch."""

    def __init__(self, connection: Connection, clock: Callable[[], float]) -> None:
        self._connection = connection
        self._clock = clock

    def start(self, run: Run) -> None:
        """Keep a run that begins, or begins again."""
        self._put_run(run)

    def finish(self, run: Run) -> None:
        """Keep how a run ended. `run` is the whole of it: status, finished, usage, counts.

        Raises:
            ValueError: its status is still `running`, or it has no time of its end.
        """
        if run.status is RunStatus.RUNNING or run.finished is None:
            raise ValueError(f"expected a run that has ended, found {run.status.value!r} at {run.finished!r}")
        self._put_run(run)

    def put_item(self, run_id: str, item: Item) -> None:
        """Keep an item of the run.

        Raises:
            StoreError: there is no such run.
        """
        self._connection.change(
            "INSERT INTO item (run, position, status, body) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (run, position) DO UPDATE SET status = excluded.status, body = excluded.body",
            (run_id, item.position, item.status.value, _body(item.model_copy(update={"run": run_id}))),
        )

    def find_id(self, run_id: str) -> str:
        """`run_id` where there is such a run, else the only id that begins so.

        Raises:
            UsageError: there is none, or there are several.
        """
        begins_so = "SELECT id FROM run WHERE substr(id, 1, ?) = ? ORDER BY id = ? DESC LIMIT 2"
        found = [row[0] for row in self._connection.query(begins_so, (len(run_id), run_id, run_id))]
        if run_id in found:
            return run_id
        if len(found) != 1 or not run_id:
            number = "several" if found else "none"
            raise UsageError(
                f"expected one run {run_id!r}, found {number}", hint="groundwire runs list shows all"
            )
        return str(found[0])

    def get_run(self, run_id: str) -> Run:
        """The run of that id, or the only one whose id begins so.

        Raises:
            UsageError: there is none, or there are several.
        """
        [(body,)] = self._connection.query("SELECT body FROM run WHERE id = ?", (self.find_id(run_id),))
        return _parsed(Run, body)

    def ids(self) -> tuple[str, ...]:
        """The ids of all runs, the latest first."""
        return tuple(row[0] for row in self._connection.query("SELECT id FROM run ORDER BY started DESC, id"))

    def list_runs(self, *, limit: int = -1) -> tuple[Run, ...]:
        """Runs, the latest first; at most `limit`, all when negative."""
        rows = self._connection.query("SELECT body FROM run ORDER BY started DESC, id LIMIT ?", (limit,))
        return tuple(_parsed(Run, body) for (body,) in rows)

    def items(self, run_id: str) -> tuple[Item, ...]:
        """The items of the run that were kept, by position."""
        rows = self._connection.query("SELECT body FROM item WHERE run = ? ORDER BY position", (run_id,))
        return tuple(_parsed(Item, body) for (body,) in rows)

    def prune(self, *, older_than_s: float) -> int:
        """Remove runs started more than `older_than_s` seconds ago with their items, and say how many runs.

        A run that is still going on is never that old; one that was killed may be, and goes.
        """
        before = dt.datetime.fromtimestamp(self._clock() - older_than_s, dt.UTC)
        with self._connection.transaction():
            started = self._connection.query("SELECT id, started FROM run")
            old = [(run_id,) for run_id, when in started if _time(when) < before]
            for run_id in old:
                self._connection.change("DELETE FROM run WHERE id = ?", run_id)
        return len(old)

    def _put_run(self, run: Run) -> None:
        self._connection.change(
            "INSERT INTO run (id, started, body) VALUES (?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET started = excluded.started, body = excluded.body",
            (run.id, run.started, _body(run)),
        )


def _body(noun: Noun) -> bytes:
    return encoded(canonical_json(noun.model_dump(mode="json")))


def _parsed(kind: type[NounT], body: bytes) -> NounT:
    try:
        return kind.model_validate(json.loads(decoded(body)))
    except ValueError as error:
        raise StoreError(
            f"expected a stored {kind.__name__.lower()}, found {fault_words(error)}",
            hint="groundwire runs verify shows what is damaged, groundwire runs prune removes it",
        ) from None


def _time(text: str) -> dt.datetime:
    """The time that a run says it started at; the beginning of all time where it says nothing readable."""
    try:
        time = dt.datetime.fromisoformat(text)
    except ValueError:
        return dt.datetime.min.replace(tzinfo=dt.UTC)
    return time if time.tzinfo else time.replace(tzinfo=dt.UTC)
