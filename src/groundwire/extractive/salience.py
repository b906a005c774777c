"""How much a sentence says of what its article is about.

Guarantee: scores lie between 0 and 1, are the same every time, and cost time linear in the words of the article: each
sentence is compared with the article's centroid (Radev et al. 2004), not with every other sentence.
"""

import math
from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

_CENTROID_SHARE: Final = 0.35
_TITLE_SHARE: Final = 0.10
_POSITION_SHARE: Final = 0.45
_DETAIL_SHARE: Final = 0.10
"""Weights of the four signals; they sum to 1."""
_POSITION_HALF: Final = 4.0
"""Sentences after which the advantage of an early place has halved."""
_ENOUGH_DETAILS: Final = 4


class Sighting(NamedTuple):
    """One sentence as salience sees it: its stems, and how many names and numbers it holds."""

    stems: tuple[str, ...]
    details: int


def salience_of(sightings: Sequence[Sighting], title: Sequence[str]) -> list[float]:
    """The salience of each sentence, in order."""
    spread: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    for sighting in sightings:
        spread.update(set(sighting.stems))
        counts.update(sighting.stems)
    weights = {
        stem: count * math.log(1 + len(sightings) / spread[stem])
        for stem, count in counts.items()
        if count > 1
    }
    centralities = [_centrality(sighting.stems, weights) for sighting in sightings]
    highest = max(centralities, default=0.0) or 1.0
    named = set(title)
    return [
        _CENTROID_SHARE * centrality / highest
        + _TITLE_SHARE * (len(named & set(sighting.stems)) / len(named) if named else 0.0)
        + _POSITION_SHARE * _POSITION_HALF / (_POSITION_HALF + place)
        + _DETAIL_SHARE * min(sighting.details, _ENOUGH_DETAILS) / _ENOUGH_DETAILS
        for place, (sighting, centrality) in enumerate(zip(sightings, centralities, strict=True))
    ]


def _centrality(stems: tuple[str, ...], weights: dict[str, float]) -> float:
    """Weight of the article's recurring words in the sentence, damped by its length."""
    distinct = set(stems)
    return sum(weights.get(stem, 0.0) for stem in distinct) / math.sqrt(len(distinct) + 6)


def overlap(one: Sequence[str], other: Sequence[str]) -> float:
    """Share of the shorter sentence's stems that the other has as well."""
    first, second = set(one), set(other)
    return len(first & second) / min(len(first), len(second)) if first and second else 0.0
