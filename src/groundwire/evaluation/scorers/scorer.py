"""What a scorer is.

Guarantees that every scorer keeps: the labels alone decide whether it applies; an output with nothing in it scores 0 where more is better;
what the labels give nothing to look for in is not applicable, never 1.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from groundwire.evaluation.opinion import JudgedSheet
from groundwire.evaluation.score import Finding, Score, Scored
from groundwire.evaluation.sheet import ArticleSheet, StorySheet

SheetT = TypeVar("SheetT", ArticleSheet, StorySheet, JudgedSheet)


class Better(StrEnum):
    """Which way is better. A neutral scorer tells and never decides: no gate, no verdict in a comparison."""

    HIGHER = "higher"
    NEUTRAL = "neutral"


@dataclass(frozen=True, kw_only=True)
class Scorer(Generic[SheetT]):
    """One scorer. `version` rises with every change of what it would say; `is_share` of values from 0 to 1."""

    name: str
    version: int
    meaning: str
    score: Callable[[SheetT], Score]
    better: Better = Better.HIGHER
    is_share: bool = True

    @property
    def reference(self) -> str:
        """Name and version."""
        return f"{self.name}@{self.version}"


def share(part: float, whole: float) -> float:
    """`part` of `whole`; 0 of nothing is 0."""
    return part / whole if whole else 0.0


def f1(right: float, made: float, wanted: float) -> float:
    """The harmonic mean of right/made and right/wanted."""
    return share(2 * right, made + wanted)


def scored(value: float, findings: Sequence[Finding] = ()) -> Scored:
    """A value, rounded so that two machines write the same."""
    return Scored(value=round(value, 9), findings=tuple(findings))
