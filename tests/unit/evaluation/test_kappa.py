"""Cohen's κ with an interval over clusters: against statsmodels, against a derivative taken by hand, and at its edges."""

import math
import random

import numpy as np
import pytest
from scipy.stats import t as student_t
from statsmodels.stats.inter_rater import cohens_kappa

from groundwire.evaluation.statistics.kappa import UNDEFINED, Rated, kappa


def _drawn(seed: int, n: int, clusters: int) -> list[Rated]:
    rng = random.Random(seed)
    drawn = []
    for at in range(n):
        one = rng.random() < 0.7
        drawn.append(Rated(at % clusters, one, one if rng.random() < 0.8 else rng.random() < 0.5))
    return drawn


def _table(rated: list[Rated]) -> np.ndarray:
    table = np.zeros((2, 2))
    for unit in rated:
        table[int(unit.one), int(unit.other)] += 1
    return table


@pytest.mark.parametrize("seed", range(20))
def test_without_clusters_it_is_statsmodels(seed: int):
    """κ is the same; so is the variance, apart from the factor for few clusters."""
    n = 30 + 17 * seed
    rated = _drawn(seed, n, clusters=n)
    expected, found = cohens_kappa(_table(rated)), kappa(rated)
    assert found.value == pytest.approx(expected.kappa, abs=1e-9)
    assert found.error is not None
    assert found.error**2 * (n - 1) / n == pytest.approx(expected.var_kappa, abs=1e-9)


def _kappa_of(shares: np.ndarray) -> float:
    agreed = shares.trace()
    chance = float(shares.sum(axis=1) @ shares.sum(axis=0))
    return float((agreed - chance) / (1 - chance))


@pytest.mark.parametrize("seed", range(5))
def test_with_clusters_it_is_the_delta_method_over_their_sums(seed: int):
    """The gradient of κ, taken numerically, times what each cluster adds to the four cells; interval by Student's t."""
    rated, clusters, step = _drawn(seed, 200, clusters=9), 9, 1e-6
    shares = _table(rated) / len(rated)
    gradient = np.zeros((2, 2))
    for cell in np.ndindex(2, 2):
        moved = np.zeros((2, 2))
        moved[cell] = step
        gradient[cell] = (_kappa_of(shares + moved) - _kappa_of(shares - moved)) / (2 * step)
    sums = []
    for cluster in range(clusters):
        own = [unit for unit in rated if unit.cluster == cluster]
        sums.append(float((gradient * (_table(own) - len(own) * shares)).sum()))
    error = math.sqrt(clusters / (clusters - 1) * sum(value**2 for value in sums)) / len(rated)
    found = kappa(rated)
    assert found.error == pytest.approx(error, abs=1e-7)
    assert found.value is not None
    reach = float(student_t.ppf(0.975, clusters - 1)) * error
    assert (found.low, found.high) == pytest.approx((found.value - reach, found.value + reach), abs=1e-6)


def test_one_who_always_says_yes_agrees_by_chance_alone():
    """However many of the things are so."""
    rated = [Rated(at % 4, at % 10 != 0, True) for at in range(40)]
    assert kappa(rated).value == 0


def test_where_both_give_one_answer_there_is_nothing_to_agree_upon():
    """No value, no interval; nor where there is nothing at all."""
    assert kappa([Rated(at, True, True) for at in range(5)]) == UNDEFINED
    assert kappa([]) == UNDEFINED


def test_never_differing_is_no_certainty():
    """The lower end is that after one disagreement more, in a story of its own; with more things it lies higher."""
    rated = [Rated(at % 4, at < 10, at < 10) for at in range(20)]
    found, after = kappa(rated), kappa([*rated, Rated("another", True, False)])
    assert (found.value, found.high) == (1, 1)
    assert found.low == pytest.approx(after.low)
    many = kappa([Rated(at % 13, at % 3 == 0, at % 3 == 0) for at in range(800)])
    assert many.low is not None
    assert 0.98 < many.low < 1


def test_one_cluster_has_no_interval():
    """A value, and nothing about how far it could be off."""
    rated = [Rated("one", at < 3, at < 2) for at in range(6)]
    found = kappa(rated)
    assert (found.value, found.error, found.low, found.high) == (pytest.approx(2 / 3), None, None, None)
