"""A finding: one thing that a comparison noticed, before it becomes a reason of a verdict."""

from enum import IntEnum
from typing import NamedTuple

from groundwire.domain.span import Span
from groundwire.domain.support import ReasonKind


class Gravity(IntEnum):
    """What a finding does to the verdict."""

    NOTE = 0
    """Worth telling; lowers the score."""
    LACK = 1
    """The article does not say this: the claim is not supported."""
    CLASH = 2
    """The article says something else: the claim is contradicted."""


class Finding(NamedTuple):
    """What was found; `claim` is a span of the claim, `source` one of the passage."""

    kind: ReasonKind
    gravity: Gravity
    claim: Span | None
    source: Span | None
    message: str
    places: tuple[int, ...] = ()
    """The terms of the claim that it is about."""
    is_local: bool = True
    """Whether the words around it are the same in both, so that the two places can be compared."""
    is_exchange: bool = False
    """Whether the passage has other words in this place, rather than none."""
