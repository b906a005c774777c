"""Progress: what the app tells whoever is watching. The command line shows it; tests and servers may not."""

from typing import Protocol


class Progress(Protocol):
    """Told about work as it is done."""

    def begin(self, total: int) -> None:
        """`total` items are about to be worked on."""

    def advance(self, done: str) -> None:
        """One of them is finished."""

    def note(self, line: str) -> None:
        """Something that the user should know and that is not a result."""


class Silent:
    """Nobody is watching."""

    def begin(self, total: int) -> None:
        """Say nothing."""

    def advance(self, done: str) -> None:
        """Say nothing."""

    def note(self, line: str) -> None:
        """Say nothing."""
