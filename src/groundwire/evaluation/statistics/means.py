"""A mean with its interval when observations come in clusters: articles of one story are not independent of each other.

The standard error is the cluster-robust one of an intercept-only regression (Liang and Zeger 1986; Miller 2024, "Adding error bars to
evals"), with the small-sample factor G/(G−1); the interval takes Student's t with G−1 degrees of freedom.
Guarantee: below two clusters there is no interval, and it says so by being as wide as the scale.
"""

import math
from collections.abc import Hashable, Mapping, Sequence
from typing import NamedTuple

from groundwire.evaluation.statistics.distributions import student_t_quantile

CONFIDENCE = 0.95


class Mean(NamedTuple):
    """A mean, its standard error and its 95 % interval. With one cluster the error is infinite."""

    value: float
    error: float
    low: float
    high: float
    n: int
    clusters: int


def clustered_mean(values: Sequence[tuple[Hashable, float]]) -> Mean:
    """The mean of `values`, each with its cluster; at least one is needed."""
    n = len(values)
    mean = math.fsum(value for _, value in values) / n
    residuals = cluster_sums([(cluster, value - mean) for cluster, value in values])
    clusters = len(residuals)
    if clusters < 2:
        return Mean(mean, math.inf, -math.inf, math.inf, n, clusters)
    error = math.sqrt(clusters / (clusters - 1) * math.fsum(sum_ * sum_ for sum_ in residuals.values())) / n
    reach = student_t_quantile((1 + CONFIDENCE) / 2, clusters - 1) * error
    return Mean(mean, error, mean - reach, mean + reach, n, clusters)


def share_mean(values: Sequence[tuple[Hashable, float]]) -> Mean:
    """`clustered_mean` of values from 0 to 1, its interval kept within them.

    When all values are 0, or all are 1, the spread says nothing: the interval is then the exact binomial one (Clopper and
    Pearson 1934) of as many trials as there are clusters.
    """
    mean = clustered_mean(values)
    if mean.error == 0 and mean.value in {0.0, 1.0}:
        far = ((1 - CONFIDENCE) / 2) ** (1 / mean.clusters)
        low, high = (far, 1.0) if mean.value else (0.0, 1 - far)
        return mean._replace(low=low, high=high)
    return mean._replace(low=max(0.0, mean.low), high=min(1.0, mean.high))


def cluster_sums(values: Sequence[tuple[Hashable, float]]) -> Mapping[Hashable, float]:
    """The sum of each cluster, in the order in which clusters first appear."""
    parts: dict[Hashable, list[float]] = {}
    for cluster, value in values:
        parts.setdefault(cluster, []).append(value)
    return {cluster: math.fsum(own) for cluster, own in parts.items()}
