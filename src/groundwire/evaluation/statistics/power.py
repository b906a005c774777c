"""How many stories a comparison needs to see a change.

Power of the two-sided paired t test over stories at 5 %: the sign-flip test has nearly the same. Guarantee: more stories never have less
power.
"""

import math

from groundwire.evaluation.statistics.distributions import noncentral_t_share, student_t_quantile

LEVEL = 0.05
_MOST = 10_000


def power(change: float, *, deviation: float, clusters: int) -> float:
    """The chance to see a true mean change when the mean differences of stories scatter with `deviation` around it."""
    if clusters < 2:
        return 0.0
    if deviation == 0:
        return 1.0 if change else LEVEL
    freedom = clusters - 1
    critical = student_t_quantile(1 - LEVEL / 2, freedom)
    shift = abs(change) / deviation * math.sqrt(clusters)
    return 1 - noncentral_t_share(critical, freedom, shift) + noncentral_t_share(-critical, freedom, shift)


def clusters_needed(change: float, *, deviation: float, wanted: float = 0.8) -> int | None:
    """The fewest stories with the power wanted; None above ten thousand."""
    low, high = 2, 4
    while power(change, deviation=deviation, clusters=high) < wanted:
        low, high = high, high * 2
        if high > _MOST:
            return None
    while low < high:
        middle = (low + high) // 2
        if power(change, deviation=deviation, clusters=middle) < wanted:
            low = middle + 1
        else:
            high = middle
    return low
