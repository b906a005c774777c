"""What the work on large files tells whoever is watching."""

from typing import Protocol


class Meter(Protocol):
    """Told how far the work on one large file is."""

    def begin(self, name: str, total: int, done: int) -> None:
        """Work on `name` begins: `total` bytes, of which `done` are there from an earlier time."""

    def at(self, done: int) -> None:
        """So many bytes are done now; fewer than before when something had to begin anew."""

    def end(self) -> None:
        """The work is over, well or not."""

    def note(self, line: str) -> None:
        """Something that the user should know."""


class Unwatched:
    """Nobody is watching."""

    def begin(self, name: str, total: int, done: int) -> None:
        """Say nothing."""

    def at(self, done: int) -> None:
        """Say nothing."""

    def end(self) -> None:
        """Say nothing."""

    def note(self, line: str) -> None:
        """Say nothing."""
