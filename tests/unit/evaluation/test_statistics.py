"""Statistics: scipy's and statsmodels' figures to nine digits where they have the same, textbook figures where not."""

import math
import random

import pytest

from groundwire.evaluation.statistics.agreement import alpha, alpha_interval
from groundwire.evaluation.statistics.distributions import (
    binomial_two_sided,
    noncentral_t_share,
    student_t_quantile,
    student_t_share,
)
from groundwire.evaluation.statistics.means import clustered_mean, share_mean
from groundwire.evaluation.statistics.paired import SEED, holm, mcnemar, sign_flip
from groundwire.evaluation.statistics.power import clusters_needed, power

CLOSE = 1e-9


@pytest.mark.parametrize("freedom", [1, 2, 5, 11, 39, 400])
def test_students_t_is_scipys(freedom: int):
    """Shares and quantiles agree to 1e-9."""
    stats = pytest.importorskip("scipy.stats")
    for share in (0.01, 0.3, 0.5, 0.9, 0.975, 0.9995):
        assert student_t_quantile(share, freedom) == pytest.approx(
            stats.t.ppf(share, freedom), rel=CLOSE, abs=CLOSE
        )
    for t in (-3.0, -0.2, 0.0, 1.0, 8.0):
        assert student_t_share(t, freedom) == pytest.approx(stats.t.cdf(t, freedom), abs=CLOSE)


@pytest.mark.parametrize("shift", [0.0, 0.7, 2.5])
def test_the_noncentral_t_is_scipys(shift: float):
    """Shares agree to 1e-9."""
    stats = pytest.importorskip("scipy.stats")
    for freedom in (3, 11, 60):
        for t in (-1.0, 0.5, 2.2, 4.0):
            assert noncentral_t_share(t, freedom, shift) == pytest.approx(
                stats.nct.cdf(t, freedom, shift), abs=CLOSE
            )


def test_mcnemar_is_scipys_binomial_test():
    """Every split of up to 40 discordant cases has the exact p."""
    stats = pytest.importorskip("scipy.stats")
    for trials in range(1, 41):
        for successes in range(trials + 1):
            expected = stats.binomtest(successes, trials).pvalue
            assert binomial_two_sided(successes, trials) == pytest.approx(expected, abs=CLOSE)
    assert mcnemar([(True, False)] * 6 + [(True, True)] * 9) == pytest.approx(0.03125)


def test_the_clustered_error_is_statsmodels():
    """Mean, standard error and interval are those of a regression on a constant with clustered errors and t."""
    api = pytest.importorskip("statsmodels.api")
    rng = random.Random(3)
    groups = [rng.randrange(9) for _ in range(70)]
    values = [rng.random() + group / 20 for group in groups]
    fitted = api.OLS(values, [1.0] * len(values)).fit(
        cov_type="cluster", cov_kwds={"groups": groups}, use_t=True
    )
    mean = clustered_mean(list(zip(groups, values, strict=True)))
    low, high = fitted.conf_int()[0]
    assert (mean.value, mean.error, mean.low, mean.high) == pytest.approx(
        (fitted.params[0], fitted.bse[0], low, high), abs=CLOSE
    )


def test_holm_is_statsmodels():
    """Adjusted p values agree."""
    multitest = pytest.importorskip("statsmodels.stats.multitest")
    p_values = [0.01, 0.04, 0.03, 0.005, 0.5]
    assert holm(p_values) == pytest.approx(
        list(multitest.multipletests(p_values, method="holm")[1]), abs=CLOSE
    )


def test_all_right_is_not_certain():
    """Twelve stories without a fault give the exact binomial interval, not one without width."""
    mean = share_mean([(story, 1.0) for story in range(12)])
    assert (mean.value, mean.high) == (1.0, 1.0)
    assert mean.low == pytest.approx(0.025 ** (1 / 12))


def test_one_story_has_no_interval():
    """What cannot be known is not made up."""
    mean = clustered_mean([("a", 0.2), ("a", 0.9)])
    assert (mean.error, mean.low, mean.high) == (math.inf, -math.inf, math.inf)


def test_the_sign_flip_test_counts_patterns():
    """Six stories that all got better: two of 64 patterns are as extreme."""
    assert sign_flip([(story, 0.1) for story in range(6)]) == 2 / 64


def test_many_stories_are_drawn_with_a_fixed_seed():
    """Beyond sixteen stories patterns are drawn; the answer stays the same and close to the exact t test's."""
    rng = random.Random(4)
    differences = [(story, rng.gauss(0.03, 0.1)) for story in range(40)]
    p = sign_flip(differences)
    assert p == sign_flip(differences)
    stats = pytest.importorskip("scipy.stats")
    assert p == pytest.approx(stats.ttest_1samp([value for _, value in differences], 0).pvalue, abs=0.02)


def test_no_difference_is_no_evidence():
    """All differences zero give p = 1."""
    assert sign_flip([("a", 0.0), ("b", 0.0)]) == 1.0


def test_power_agrees_with_simulation():
    """Within three points of the sign-flip test's own rate over simulated comparisons."""
    for clusters, change in ((10, 0.08), (20, 0.05)):
        rng = random.Random(clusters)
        found = sum(
            sign_flip([(story, rng.gauss(change, 0.08)) for story in range(clusters)]) < 0.05
            if clusters <= 16
            else _is_found(rng, clusters, change)
            for _ in range(1500)
        )
        assert power(change, deviation=0.08, clusters=clusters) == pytest.approx(found / 1500, abs=0.03)


def _is_found(rng: random.Random, clusters: int, change: float) -> bool:
    # The drawn test takes a while; the t test that it stands for does not.
    mean = clustered_mean([(story, rng.gauss(change, 0.08)) for story in range(clusters)])
    return mean.low > 0 or mean.high < 0


def test_the_stories_needed_have_the_power_and_one_fewer_has_not():
    """The plan is the smallest that does."""
    needed = clusters_needed(0.05, deviation=0.08)
    assert needed is not None
    assert (
        power(0.05, deviation=0.08, clusters=needed) >= 0.8 > power(0.05, deviation=0.08, clusters=needed - 1)
    )


def test_alpha_takes_units_with_missing_values():
    """Krippendorff's (2011) example C: four observers, twelve units, five categories, values missing: 0.743."""
    a = "1 2 3 3 2 1 4 1 2 . . ."
    b = "1 2 3 3 2 2 4 1 2 5 . 3"
    c = ". 3 3 3 2 3 4 2 2 5 1 ."
    d = "1 2 3 3 2 4 4 1 2 5 1 ."
    units = [
        [value for value in unit if value != "."]
        for unit in zip(*(row.split() for row in (a, b, c, d)), strict=True)
    ]
    assert alpha(units) == pytest.approx(0.743, abs=5e-4)


def test_one_category_gives_no_alpha():
    """Where everybody always says the same there is nothing to agree upon."""
    assert alpha([("a", "a"), ("a", "a")]) is None


def test_the_interval_of_alpha_holds_it():
    """Drawn over stories, with a fixed seed."""
    rng = random.Random(5)
    stories = [
        [(rng.choice("ab"),) * 2 if rng.random() < 0.8 else ("a", "b") for _ in range(20)] for _ in range(8)
    ]
    found = alpha_interval(stories)
    assert found == alpha_interval(stories)
    assert found.low is not None
    assert found.low < (found.value or 0) < (found.high or 0)


def test_the_interval_of_alpha_is_that_of_drawn_clusters():
    """Counted once for each cluster, it is what α over all units of each draw gives."""
    rng = random.Random(3)
    clusters = [
        [tuple(rng.choice("abc") for _ in range(rng.choice([1, 2, 2]))) for _ in range(rng.randint(0, 30))]
        for _ in range(6)
    ]
    draws = random.Random(SEED)
    drawn = sorted(
        sample
        for _ in range(2000)
        if (sample := alpha([unit for _ in clusters for unit in draws.choice(clusters)])) is not None
    )
    found = alpha_interval(clusters)
    cut = int(0.025 * len(drawn))
    assert (found.low, found.high) == (drawn[cut], drawn[-1 - cut])
