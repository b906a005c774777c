"""Claims and labels, one to one, with what is wrong between the two of a pair.

Guarantee: no other one-to-one pairing has a greater total worth: the likeness, half as much again for resting on the same words.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from groundwire.evaluation.assignment import assign
from groundwire.evaluation.matching import (
    FEW_WORDS,
    SAME_MATTER,
    SAME_MATTER_BESIDE,
    SURELY_SAME,
    Likeness,
    extent,
    likeness,
)
from groundwire.evaluation.statement import ANYWHERE, Setting

_OUTDONE = (
    1.5  # times as like a label that it contradicts: then a claim is about that one, and not about another
)
_PLACE = 1.5  # times the likeness is what it is worth where both rest on the same words
PART = 0.8
"""Share of a statement that another one has to hold for the first to be a part of it."""
PART_BESIDE = 0.5
"""The same where both rest on the same words: one may name what the other takes as known."""


class Pair(NamedTuple):
    """Indices of a claim and a label about one matter, and how alike they are."""

    output: int
    label: int
    likeness: Likeness

    @property
    def agrees(self) -> bool:
        """Whether the two say the same: nothing stands between them."""
        return not self.likeness.conflicts


class Pairing(NamedTuple):
    """The pairs, and every likeness that was worth a look, by (output, label)."""

    pairs: tuple[Pair, ...]
    near: dict[tuple[int, int], Likeness]

    @property
    def right(self) -> tuple[Pair, ...]:
        """The pairs that agree."""
        return tuple(pair for pair in self.pairs if pair.agrees)


def pair_statements(
    outputs: Sequence[str], labels: Sequence[str], *, beside: Collection[tuple[int, int]] = ()
) -> Pairing:
    """Pair `outputs` with `labels` by their words; those `beside` each other rest on the same words of the article."""

    def alike(row: int, column: int) -> Likeness | None:
        found = likeness(outputs[row], labels[column])
        least = SAME_MATTER_BESIDE if (row, column) in beside else least_topic(outputs[row], labels[column])
        return found if found.topic >= least else None

    return pair_by(len(outputs), len(labels), alike, beside)


def least_topic(one: str, other: str, setting: Setting = ANYWHERE, *, usually: float = SAME_MATTER) -> float:
    """The topic from which two statements are about one matter: very short ones share their few words by chance."""
    return SURELY_SAME if min(extent(one, setting), extent(other, setting)) < FEW_WORDS else usually


def pair_by(
    outputs: int,
    labels: int,
    alike: Callable[[int, int], Likeness | None],
    beside: Collection[tuple[int, int]] = (),
) -> Pairing:
    """The pairing of so many outputs and labels of greatest total likeness; None: the two are about different matters.

    Those `beside` each other rest on the same words, and are preferred to others that are not much more alike. What is far more like a
    label that it contradicts is not paired with another.
    """
    found = ((row, column, alike(row, column)) for row in range(outputs) for column in range(labels))
    near = {(row, column): one for row, column, one in found if one is not None}
    contradicted: dict[int, float] = defaultdict(float)
    for (row, _), one in near.items():
        if one.conflicts:
            contradicted[row] = max(contradicted[row], one.topic)
    worth = [[0.0] * labels for _ in range(outputs)]
    for (row, column), one in near.items():
        if one.conflicts or contradicted[row] < _OUTDONE * one.topic:
            worth[row][column] = one.score * (_PLACE if (row, column) in beside else 1.0)
    pairs = tuple(Pair(row, column, near[row, column]) for row, column in assign(worth))
    return Pairing(pairs, near)
