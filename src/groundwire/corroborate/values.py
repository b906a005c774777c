"""Dates and numbers of two statements about the same matter: which go together, and which of those differ.

Guarantees: only values in the same place of the statement are compared (the same thing counted, the same event dated);
a value that the other statement does not give is no difference.
"""

from collections.abc import Iterator
from typing import Final

from groundwire.corroborate.difference import Difference
from groundwire.corroborate.matter import Matter
from groundwire.domain.briefing import DisputeKind, Reading
from groundwire.text.dates import DateMention
from groundwire.text.numbers import Bound, Quantity

_SAME: Final = 0.005  # relative difference below which two figures are one
_ADMITTED: Final = 0.25  # relative difference up to which "at least" and "up to" mean the other figure
_OPEN_ABOVE: Final = frozenset({Bound.AT_LEAST, Bound.MORE_THAN})
_OPEN_BELOW: Final = frozenset({Bound.AT_MOST, Bound.LESS_THAN})
_ROUNDED: Final = 0.1  # relative difference that "about" leaves room for, and that a round figure can explain


def date_differences(a: Matter, b: Matter) -> Iterator[Difference]:
    """The dates that cannot be the same day, where each statement dates its event once and as closely."""
    ones, others = _datings(a), _datings(b)
    if len(ones) != 1 or len(others) != 1:
        return
    one, other = ones[0], others[0]
    if _can_be_same(one, other) or one.text.casefold() == other.text.casefold():
        return
    yield Difference(DisputeKind.DATE, one.text, other.text)


def share_a_date(a: Matter, b: Matter) -> bool:
    """Whether both name a day or month that can be the same one."""
    return any(_can_be_same(one, other) for one in _datings(a) for other in _datings(b))


def dates_exclude(a: Matter, b: Matter) -> bool:
    """Whether both are dated and no date of one can be a date of the other."""
    ones, others = _datings(a), _datings(b)
    return bool(ones) and bool(others) and not any(_can_be_same(x, y) for x in ones for y in others)


def _datings(matter: Matter) -> list[DateMention]:
    return [
        date for date in matter.dates if date.month is not None or date.weekday is not None or date.earliest
    ]


def _can_be_same(one: DateMention, other: DateMention) -> bool:
    for part in (one.year, other.year), (one.month, other.month), (one.day, other.day):
        if None not in part and part[0] != part[1]:
            return False
    if one.earliest and one.latest and other.earliest and other.latest:
        return one.earliest <= other.latest and other.earliest <= one.latest
    return one.weekday == other.weekday or None in {one.weekday, other.weekday}


def number_differences(a: Matter, b: Matter) -> Iterator[Difference]:
    """The figures that count or measure the same thing and are not the same figure, nor one that the other statement has too."""
    others = [figure for figure in b.figures if not _has_figure(a, figure.quantity)]
    for one, counted in a.figures:
        if _has_figure(b, one):
            continue
        rivals = [
            (other, _reading(one, other))
            for other, thing in others
            if _comparable(one, other) and counted & thing
        ]
        if rivals and all(reading is not None for _, reading in rivals):
            other, reading = rivals[0]
            if reading is not None:
                yield Difference(DisputeKind.NUMBER, one.text, other.text, reading, other.high - one.high)


def _has_figure(matter: Matter, quantity: Quantity) -> bool:
    """Whether the statement has this very figure."""
    return any(_comparable(quantity, other) and is_same_value(quantity, other) for other, _ in matter.figures)


def share_a_figure(a: Matter, b: Matter) -> bool:
    """Whether both give the same figure of the same thing; figures up to ten are too common to tell."""
    others = b.figures
    return any(
        one.high > 10 and _comparable(one, other) and _reading(one, other) is None
        for one, _ in a.figures
        for other, _ in others
    )


def is_same_value(one: Quantity, other: Quantity) -> bool:
    """Whether the two are one value, bounds and rounding apart; a currency may be left out on one side."""
    return abs(one.high - other.high) <= _SAME * max(one.high, other.high) and abs(
        one.low - other.low
    ) <= _SAME * max(one.low, other.low)


def has_figure(matter: Matter) -> bool:
    """Whether it counts or measures something by a figure above ten."""
    return any(figure.high > 10 for figure, _ in matter.figures)


def _comparable(one: Quantity, other: Quantity) -> bool:
    return one.kind == other.kind and one.unit == other.unit


def _reading(one: Quantity, other: Quantity) -> Reading | None:
    """How two figures of one thing may be read; None where they are the same figure."""
    if one.low <= other.high * (1 + _SAME) and other.low <= one.high * (1 + _SAME):
        return None
    if admits(one, other) or admits(other, one):
        return None
    gap = max(one.low - other.high, other.low - one.high) / max(one.high, other.high, 1e-9)
    if gap > _ROUNDED:
        return Reading.CONFLICT
    if one.approximate or other.approximate:
        return None
    return Reading.ROUNDING if _is_round(one) != _is_round(other) else Reading.CONFLICT


def admits(bounded: Quantity, exact: Quantity) -> bool:
    """Whether "at least 300" leaves room for the exact figure, which is not far above it ("up to": below it)."""
    if exact.bound is not Bound.EXACT:
        return False
    if bounded.bound in _OPEN_ABOVE:
        return bounded.low <= exact.low <= bounded.high * (1 + _ADMITTED)
    return bounded.bound in _OPEN_BELOW and bounded.high * (1 - _ADMITTED) <= exact.high <= bounded.high


def _is_round(quantity: Quantity) -> bool:
    """Whether all digits but the first two are nought, as in a figure that somebody rounded."""
    digits = f"{quantity.high:.0f}"
    return len(digits) > 2 and not digits[2:].strip("0")
