"""The distributions that the tests need: Student's t and its non-central form, the binomial.

The incomplete beta function is Lentz's continued fraction (Press et al., Numerical Recipes, 6.4). Guarantee: where scipy has the same
function, the two agree to 1e-9.
"""

import math
from collections.abc import Callable
from statistics import NormalDist
from typing import Final

_NORMAL = NormalDist()
_TINY: Final = 1e-300
_PRECISION: Final = 1e-16
_STEPS: Final = 500
_PIECES: Final = 2000  # of the integral over the standard deviation that the non-central t is
_SPREAD: Final = 10.0  # standard deviations on either side that the integral covers


def beta_share(a: float, b: float, x: float) -> float:
    """The regularised incomplete beta function I_x(a, b)."""
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    log_front = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    if x < (a + 1) / (a + b + 2):
        return math.exp(log_front) * _continued_fraction(a, b, x) / a
    return 1 - math.exp(log_front) * _continued_fraction(b, a, 1 - x) / b


def _continued_fraction(a: float, b: float, x: float) -> float:
    c, d = 1.0, 1 / _nonzero(1 - (a + b) * x / (a + 1))
    value = d
    for m in range(1, _STEPS):
        for numerator in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 / _nonzero(1 + numerator * d)
            c = _nonzero(1 + numerator / c)
            value *= d * c
        if abs(d * c - 1) < _PRECISION:
            break
    return value


def _nonzero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY


def student_t_share(t: float, freedom: float) -> float:
    """The share of Student's t distribution below `t`."""
    tail = beta_share(freedom / 2, 0.5, freedom / (freedom + t * t)) / 2
    return 1 - tail if t > 0 else tail


def student_t_quantile(share: float, freedom: float) -> float:
    """The value below which `share` (0 < share < 1) of Student's t distribution lies."""
    if share == 0.5:
        return 0.0
    if share < 0.5:
        return -student_t_quantile(1 - share, freedom)
    high = 1.0
    while student_t_share(high, freedom) < share:
        high *= 2
    return _root(lambda t: student_t_share(t, freedom) - share, 0.0, high)


def _root(function: Callable[[float], float], low: float, high: float) -> float:
    """The root of a rising function between `low` and `high`, to the last bits."""
    for _ in range(200):
        middle = (low + high) / 2
        if middle in {low, high}:
            break
        low, high = (middle, high) if function(middle) < 0 else (low, middle)
    return (low + high) / 2


def noncentral_t_share(t: float, freedom: float, shift: float) -> float:
    """The share of the non-central t distribution below `t`: Φ(t·s − shift) averaged over s = √(χ²/freedom), by Simpson's rule."""
    centre, width = 1.0, _SPREAD / math.sqrt(2 * freedom)
    low, high = max(1e-9, centre - width), centre + width
    step = (high - low) / _PIECES
    log_scale = math.log(2) + (freedom / 2) * math.log(freedom / 2) - math.lgamma(freedom / 2)
    total = 0.0
    for at in range(_PIECES + 1):
        s = low + at * step
        density = math.exp(log_scale + (freedom - 1) * math.log(s) - freedom * s * s / 2)
        weight = 1 if at in {0, _PIECES} else 4 if at % 2 else 2
        total += weight * density * _NORMAL.cdf(t * s - shift)
    return min(1.0, total * step / 3)


def binomial_two_sided(successes: int, trials: int) -> float:
    """The exact two-sided probability of as uneven a split as `successes` of `trials` when both sides are as likely."""
    if not trials:
        return 1.0
    fewer = min(successes, trials - successes)
    tail = math.fsum(_binomial_half(k, trials) for k in range(fewer + 1))
    return min(1.0, 2 * tail)


def _binomial_half(k: int, trials: int) -> float:
    log = math.lgamma(trials + 1) - math.lgamma(k + 1) - math.lgamma(trials - k + 1) - trials * math.log(2)
    return math.exp(log)
