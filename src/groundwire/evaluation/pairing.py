"""Claims and labels, one to one, with what is wrong between the two of a pair.

Guarantee: no other one-to-one pairing has a greater total likeness.
"""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from groundwire.evaluation.assignment import assign
from groundwire.evaluation.matching import SAME_MATTER, SAME_MATTER_BESIDE, Likeness, likeness

PART = 0.8
"""Share of a statement that another one has to hold for the first to be a part of it."""


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
    """Pair `outputs` with `labels`; those `beside` each other rest on the same words of the article."""
    near: dict[tuple[int, int], Likeness] = {}
    worth = [[0.0] * len(labels) for _ in outputs]
    for row, output in enumerate(outputs):
        for column, label in enumerate(labels):
            alike = likeness(output, label)
            if alike.topic >= (SAME_MATTER_BESIDE if (row, column) in beside else SAME_MATTER):
                near[row, column] = alike
                worth[row][column] = alike.score
    pairs = tuple(Pair(row, column, near[row, column]) for row, column in assign(worth))
    return Pairing(pairs, near)
