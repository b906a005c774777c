"""Replies of models by the digest of their request."""

from collections.abc import Callable

from groundwire.store.connection import Connection


class Replies:
    """Text by digest. The text may hold anything, lone surrogates too; the last one put wins."""

    def __init__(self, connection: Connection, clock: Callable[[], float]) -> None:
        self._connection = connection
        self._clock = clock

    def get(self, digest: str) -> str | None:
        """The text kept under `digest`, or None where there is none, or none that can be read any more."""
        rows = self._connection.query("SELECT CAST(text AS BLOB) FROM reply WHERE digest = ?", (digest,))
        try:
            return decoded(rows[0][0]) if rows else None
        except UnicodeDecodeError:
            return None

    def put(self, digest: str, text: str) -> None:
        """Keep `text` under `digest`."""
        self._connection.change(
            "INSERT INTO reply (digest, text, stored) VALUES (?, ?, ?) "
            "ON CONFLICT (digest) DO UPDATE SET text = excluded.text, stored = excluded.stored",
            (digest, encoded(text), self._clock()),
        )

    def count(self) -> int:
        """How many replies are kept."""
        [(count,)] = self._connection.query("SELECT count(*) FROM reply")
        return int(count)

    def prune(self, *, older_than_s: float) -> int:
        """Remove replies stored more than `older_than_s` seconds ago, and say how many."""
        return self._connection.change("DELETE FROM reply WHERE stored < ?", (self._clock() - older_than_s,))


def encoded(text: str) -> bytes:
    """UTF-8 in which lone surrogates survive: SQLite's own text does not take them."""
    return text.encode("utf-8", "surrogatepass")


def decoded(stored: bytes) -> str:
    """What `encoded` was made of."""
    return stored.decode("utf-8", "surrogatepass")
