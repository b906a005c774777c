"""Which claims of a collection are worth comparing.

Guarantees: time grows with the number of claims times a bound, never with its square; the pairs and their order depend
on nothing but the claims.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final, NamedTuple

from groundwire.corroborate.matter import Matter, Weights, likeness, weigh_among

_POSTINGS: Final = 16  # claims that share a concept, beyond which the concept no longer proposes pairs
_TELLING: Final = 8  # rarest concepts of a claim that propose pairs
_WEIGHED: Final = 16  # earlier claims that are weighed against a claim, those with most concepts in common
_NEAREST: Final = 6  # earlier claims that a claim is compared with in full, the likest ones
_LEAST: Final = 0.3  # likeness below which no pair is ever about the same matter


class Pair(NamedTuple):
    """Two claims by their place in the collection, the earlier first, with their likeness."""

    likeness: float
    one: int
    other: int


class Collection:
    """Statements with the weight of every concept as far as it is telling among them."""

    def __init__(self, matters: Sequence[Matter]) -> None:
        self.matters = tuple(matters)
        rarity = _rarity(self.matters)
        self.weights: tuple[Weights, ...] = tuple(weigh_among(matter, rarity) for matter in matters)
        self._seen: dict[tuple[int, int], float] = {}

    def likeness(self, one: int, other: int) -> float:
        """How far the two are about the same matter, 0 to 1."""
        key = (one, other) if one < other else (other, one)
        known = self._seen.get(key)
        if known is None:
            known = self._seen[key] = likeness(self.weights[one], self.weights[other])
        return known

    def pairs(self) -> list[Pair]:
        """The pairs that may be about the same matter, the likest first."""
        postings: defaultdict[str, list[int]] = defaultdict(list)
        found: list[Pair] = []
        for number, weights in enumerate(self.weights):
            ranked = sorted((-weight, name) for name, weight in weights.each.items())
            telling = [*weights.marks, *(name for _, name in ranked[:_TELLING])]
            seen = Counter(earlier for name in telling for earlier in postings[name][-_POSTINGS:])
            near: list[Pair] = []
            for earlier, shared in seen.most_common(_WEIGHED):
                if shared > 1 or len(telling) <= 3:
                    alike = self.likeness(earlier, number)
                    if alike >= _LEAST:
                        near.append(Pair(alike, earlier, number))
            found += sorted(near, reverse=True)[:_NEAREST]
            for name in telling:
                postings[name].append(number)
        return sorted(found, key=lambda pair: (-pair.likeness, pair.one, pair.other))


def _rarity(matters: Sequence[Matter]) -> dict[str, float]:
    """How telling each concept is: 1 where one statement has it, less the more have it."""
    counts = Counter(name for matter in matters for name in (*matter.weights, *matter.marks))
    total = len(matters)
    return {name: math.log(1 + total / count) / math.log(1 + total) for name, count in counts.items()}
