"""Paired tests: did B do better than A on the same cases?

The test turns the sign of whole stories round (Fisher's randomisation test, clusters as units): if A and B are exchangeable, the sum of
a story's differences is as likely to be positive as negative. All sign patterns are counted up to sixteen stories, beyond that
ten thousand of a fixed seed. Guarantee: the same differences give the same p.
"""

import math
import random
from collections.abc import Hashable, Sequence

from groundwire.evaluation.statistics.distributions import binomial_two_sided
from groundwire.evaluation.statistics.means import cluster_sums

SEED = 20261122
_MOST_EXACT = 16  # clusters: 65,536 patterns
_DRAWS = 10_000
_BLOCK = 8  # clusters whose patterns are added up beforehand
_EQUAL = 1e-12  # two sums closer than that, relative to the largest, are equal


def sign_flip(differences: Sequence[tuple[Hashable, float]], *, seed: int = SEED) -> float:
    """The two-sided p of the differences, each with its cluster."""
    sums = [value for value in cluster_sums(differences).values() if value]
    if not sums:
        return 1.0
    observed = abs(math.fsum(sums))
    limit = observed - _EQUAL * math.fsum(map(abs, sums))
    if len(sums) <= _MOST_EXACT:
        return _exact(sums, limit)
    rng = random.Random(seed)  # noqa: S311 - a simulation, no secret
    tables = [_totals(sums[at : at + _BLOCK]) for at in range(0, len(sums), _BLOCK)]
    extreme = 0
    for _ in range(_DRAWS):
        total = math.fsum(table[rng.getrandbits(_BLOCK) % len(table)] for table in tables)
        extreme += abs(total) >= limit
    return (1 + extreme) / (1 + _DRAWS)


def _totals(sums: Sequence[float]) -> list[float]:
    """The total of every pattern of signs."""
    totals = [0.0]
    for value in sums:
        totals = [total + sign for total in totals for sign in (value, -value)]
    return totals


def _exact(sums: Sequence[float], limit: float) -> float:
    # Turning all signs round changes nothing about the absolute sum: half of the patterns stand for all.
    totals = [sums[0] + total for total in _totals(sums[1:])]
    return sum(abs(total) >= limit for total in totals) / len(totals)


def mcnemar(pairs: Sequence[tuple[bool, bool]]) -> float:
    """McNemar's exact p for yes/no answers of A and B on the same cases; it takes cases for independent."""
    only_a = sum(a and not b for a, b in pairs)
    only_b = sum(b and not a for a, b in pairs)
    return binomial_two_sided(only_a, only_a + only_b)


def holm(p_values: Sequence[float]) -> list[float]:
    """Holm's step-down adjustment (1979): each p as it counts among all of them."""
    order = sorted(range(len(p_values)), key=lambda at: p_values[at])
    adjusted, highest = [0.0] * len(p_values), 0.0
    for rank, at in enumerate(order):
        highest = max(highest, min(1.0, (len(p_values) - rank) * p_values[at]))
        adjusted[at] = highest
    return adjusted
