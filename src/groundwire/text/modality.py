"""Hedges and negations of a text: the words that weaken a statement, and those that turn it round.

Guarantees: spans are exact and in order; time is linear in the length of the text.
"""

import re
from enum import StrEnum
from typing import NamedTuple

from groundwire.domain.span import Span


class HedgeKind(StrEnum):
    """How a statement is weakened."""

    ALLEGED = "alleged"
    POSSIBLE = "possible"
    PLANNED = "planned"
    CONDITIONAL = "conditional"
    DENIED = "denied"
    REPORTED = "reported"


class Hedge(NamedTuple):
    """Words that weaken a statement; `scope` reaches over the words that they weaken."""

    span: Span
    text: str
    kind: HedgeKind
    scope: Span


class Negation(NamedTuple):
    """Words that negate; `scope` reaches over the words that they negate."""

    span: Span
    text: str
    scope: Span


_HEDGE = re.compile(
    r"\b(?:may|might|could|possibl[ey]|allegedly|reportedly|likely|plans? to)\b", re.IGNORECASE
)
_NEGATION = re.compile(r"\b(?:not|never|no|cannot|\w+n[’']t)\b", re.IGNORECASE)


def find_hedges(text: str) -> tuple[Hedge, ...]:
    """Every hedge of `text`, in order."""
    return tuple(
        Hedge(
            Span(match.start(), match.end()), match.group(), HedgeKind.POSSIBLE, Span(match.end(), len(text))
        )
        for match in _HEDGE.finditer(text)
    )


def find_negations(text: str) -> tuple[Negation, ...]:
    """Every negation of `text`, in order."""
    return tuple(
        Negation(Span(match.start(), match.end()), match.group(), Span(match.end(), len(text)))
        for match in _NEGATION.finditer(text)
    )
