"""Cohen's κ of two raters with two answers, with an interval when the rated things come in clusters.

κ = (p_o − p_e) / (1 − p_e), with the share of agreement p_o and what chance would give, p_e, from both raters' own shares (Cohen 1960). The
standard error is that of the delta method (Fleiss, Cohen and Everitt 1969), summed up by clusters with the factor G/(G−1), and the interval takes
Student's t with G−1 degrees of freedom, as means do. Guarantees: a rater who always gives one answer has κ 0; where both always
give one and the same, κ is None, for there is nothing to agree upon; when they never differ, the lower end is that of one thing more, in a
cluster of its own, on which they do: never a point, and never lower than after a true disagreement.
"""

import math
from collections.abc import Hashable, Sequence
from typing import NamedTuple

from groundwire.evaluation.statistics.distributions import student_t_quantile
from groundwire.evaluation.statistics.means import CONFIDENCE, cluster_sums


class Rated(NamedTuple):
    """One thing: the cluster that it belongs to, and what each of two raters says of it."""

    cluster: Hashable
    one: bool
    other: bool


class Kappa(NamedTuple):
    """κ, its standard error over clusters and its 95 % interval; all None where it is not defined, the last three below two clusters."""

    value: float | None
    error: float | None
    low: float | None
    high: float | None


UNDEFINED = Kappa(None, None, None, None)


def kappa(rated: Sequence[Rated]) -> Kappa:
    """κ over `rated`."""
    n = len(rated)
    if not n:
        return UNDEFINED
    one, other = sum(unit.one for unit in rated) / n, sum(unit.other for unit in rated) / n
    chance = one * other + (1 - one) * (1 - other)
    if chance >= 1:
        return UNDEFINED
    agreed = sum(unit.one == unit.other for unit in rated) / n
    value = (agreed - chance) / (1 - chance)
    pulls: list[tuple[Hashable, float]] = []
    for unit in rated:
        # What this one adds to chance: the share of its answers among those of the rater across from it.
        met = (other if unit.one else 1 - other) + (one if unit.other else 1 - one)
        by_agreement = ((unit.one == unit.other) - agreed) / (1 - chance)
        by_chance = (1 - agreed) * (met - 2 * chance) / (1 - chance) ** 2
        pulls.append((unit.cluster, by_agreement - by_chance))
    sums = cluster_sums(pulls)
    if len(sums) < 2:
        return Kappa(value, None, None, None)
    if agreed == 1:
        return Kappa(value, 0.0, _low_after_one_more(rated), 1.0)
    factor = len(sums) / (len(sums) - 1)
    error = math.sqrt(factor * math.fsum(total * total for total in sums.values())) / n
    reach = student_t_quantile((1 + CONFIDENCE) / 2, len(sums) - 1) * error
    return Kappa(value, error, max(-1.0, value - reach), min(1.0, value + reach))


def _low_after_one_more(rated: Sequence[Rated]) -> float:
    """The lower end after one more disagreement, whichever way round it would cost more."""
    worse = (kappa([*rated, Rated(object(), one, not one)]).low for one in (True, False))
    return min((low for low in worse if low is not None), default=-1.0)
