"""Marks: the figures and times of day of a statement that few other statements would hold by chance.

Guarantees: a mark is a value and not its spelling ("4.12 billion", "4.12bn"); small counts, bounded figures that leave room
and numbers that a date is made of are none. Two statements of one event that share a mark are likely about the same thing
in it; that one of them lacks it says nothing.
"""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from groundwire.text.numbers import Quantity, QuantityKind

_TIME: Final = re.compile(r"(?<![\d.,:])([01]?\d|2[0-3])[.:]([0-5]\d)(?![\d.,:]\d|\d| ?%)")
_TELLS_NOTHING: Final = frozenset({QuantityKind.ORDINAL, QuantityKind.VAGUE, QuantityKind.FRACTION})
_LEAST: Final = 10  # counts up to which any two statements may share


class Mark(NamedTuple):
    """What a mark weighs beside words, and for how many concepts in common it stands where two statements share it."""

    weight: float
    concepts: int


_TIME_OF_DAY: Final = Mark(1.0, 2)
_BY_DIGITS: Final = {1: Mark(0.6, 1), 2: Mark(0.6, 1), 3: Mark(1.0, 2)}
_EXACT: Final = Mark(1.0, 3)  # of four digits or more, noughts at the end left out


def marks_of(text: str, quantities: tuple[Quantity, ...]) -> Mapping[str, Mark]:
    """The marks of a statement, by their values."""
    measures = [quantity.span for quantity in quantities if not _TIME.fullmatch(quantity.text)]
    found = {
        f"{int(match[1])}:{match[2]}": _TIME_OF_DAY
        for match in _TIME.finditer(text)
        if not any(span.start <= match.start() < span.end for span in measures)
    }
    for quantity in quantities:
        if quantity.kind in _TELLS_NOTHING or (quantity.high <= _LEAST and quantity.high % 1 == 0):
            continue
        mark = _BY_DIGITS.get(_digits(quantity.high), _EXACT)
        found[f"#{quantity.low:.6g}-{quantity.high:.6g}"] = mark
    return found


def _digits(value: float) -> int:
    """How many digits of `value` say something: noughts at its end do not."""
    return len(f"{value:.6e}".partition("e")[0].replace(".", "").strip("0"))
