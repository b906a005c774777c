"""Difference: one thing that two statements about the same matter say differently."""

from typing import Final, NamedTuple

from groundwire.domain.briefing import DisputeKind, Reading

COMPATIBLE: Final = frozenset({Reading.ROUNDING, Reading.SCOPE})
"""Readings by which both statements can be right: they make no dispute about a row."""


class Difference(NamedTuple):
    """`one` and `other` are the words of each side; `reading` says how the difference may be read.

    `step` is how far the other figure is above the one (0 where no figures differ).
    """

    kind: DisputeKind
    one: str
    other: str
    reading: Reading = Reading.CONFLICT
    step: float = 0.0
