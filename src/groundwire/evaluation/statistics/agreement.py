"""Krippendorff's α for two or more labellers and unordered categories, with a bootstrap interval over clusters.

After Krippendorff (2011), "Computing Krippendorff's alpha-reliability", nominal data, units with at least two values. Guarantee: 1 for perfect
agreement, about 0 for chance; NoSpread where everybody always says the same, for then there is nothing to agree upon.
"""

import random
from collections import Counter
from collections.abc import Hashable, Sequence
from typing import NamedTuple

from groundwire.evaluation.statistics.paired import SEED

_DRAWS = 2000
Unit = Sequence[Hashable]


class Alpha(NamedTuple):
    """α with its 95 % interval; `value` is None where all values are the same category."""

    value: float | None
    low: float | None
    high: float | None
    units: int


class _Counted(NamedTuple):
    """What α needs to know of some units: how often each category was used, and how often labellers differ."""

    totals: Counter[Hashable]
    observed: float


def alpha(units: Sequence[Unit]) -> float | None:
    """α of `units`, each the values that labellers gave it; None where only one category was used."""
    return _alpha_of([_counted(units)])


def alpha_interval(clusters: Sequence[Sequence[Unit]], *, seed: int = SEED) -> Alpha:
    """α over all units of all clusters, with an interval from drawing clusters with replacement."""
    units = [unit for cluster in clusters for unit in cluster]
    value = alpha(units)
    rng = random.Random(seed)  # noqa: S311 - a simulation, no secret
    drawn: list[float] = []
    counted = [_counted(cluster) for cluster in clusters]
    for _ in range(_DRAWS if value is not None else 0):
        sample = _alpha_of([rng.choice(counted) for _ in counted])
        drawn.extend([] if sample is None else [sample])
    if not drawn:
        return Alpha(value, None, None, len(units))
    drawn.sort()
    cut = int(0.025 * len(drawn))
    return Alpha(value, drawn[cut], drawn[-1 - cut], len(units))


def _counted(units: Sequence[Unit]) -> _Counted:
    totals: Counter[Hashable] = Counter()
    observed = 0.0
    for unit in units:
        n = len(unit)
        if n > 1:
            counts = Counter(unit)
            totals.update(counts)
            observed += (n * n - sum(count * count for count in counts.values())) / (n - 1)
    return _Counted(totals, observed)


def _alpha_of(parts: Sequence[_Counted]) -> float | None:
    totals: Counter[Hashable] = Counter()
    for part in parts:
        totals.update(part.totals)
    n = totals.total()
    expected = n * n - sum(count * count for count in totals.values())
    return 1 - (n - 1) * sum(part.observed for part in parts) / expected if expected else None
