"""What stands between two statements about one matter: another number, date or name, a negation, an opposite.

Guarantees: symmetric but for the order of the words; at most one conflict of a kind.
"""

import datetime as dt
import re
from collections.abc import Collection, Iterator
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

from groundwire.evaluation.statement import NEGATION, NamePlace, Statement, keys_of
from groundwire.evaluation.wording import alike, word_links
from groundwire.grounding.lexicon_opposites import is_opposite, is_opposite_direction
from groundwire.text.dates import DateMention
from groundwire.text.names import same_name, same_word
from groundwire.text.names_variants import COUNTRY_OF
from groundwire.text.numbers import Quantity, QuantityKind
from groundwire.text.tokens import tokenise

_WITH: Final = re.compile(r"\bwith\b", re.IGNORECASE)
_TURNED: Final = 0.4  # share of the words that a negation turns which the other statement has to say as well

_CONVERSE: Final = ({"give", "receiv"}, {"buy", "sell"}, {"lend", "borrow"})
"""Opposites that tell one deed from either side: who was given something received it."""


class ConflictKind(StrEnum):
    """What stands between two statements about one matter."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    NEGATION = "negation"
    OPPOSITE = "opposite"


class Conflict(NamedTuple):
    """One conflict, with the words on either side."""

    kind: ConflictKind
    one: str
    other: str


def find_conflicts(one: Statement, other: Statement, credited: Collection[str] = ()) -> Iterator[Conflict]:
    """Every conflict; names in `one` of those who are `credited` (casefolded words) stand in nobody's place."""
    counted = tuple(quantity for quantity in one.quantities if not _is_credited(quantity, credited))
    number = _number_conflict(counted, other.quantities)
    if number:
        yield number
    date = _date_conflict(one.dates, other.dates)
    if date:
        yield date
    name = _name_conflict(one, other, credited)
    if name:
        yield name
    opposites = _opposites(one, other)
    turned = _turned(one, other)
    if turned and not opposites:
        yield turned
    elif opposites and not turned:
        yield Conflict(ConflictKind.OPPOSITE, *opposites)


def quantities_agree(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers may be one: of one unit where both have one, and meeting; two ranges have more than an end in common."""
    is_ordinal = QuantityKind.ORDINAL in {one.kind, other.kind}
    if is_ordinal and one.kind is not other.kind:
        return False
    if one.unit and other.unit and one.unit != other.unit:
        return False
    if one.low < one.high and other.low < other.high:
        return one.low < other.high and other.low < one.high
    return one.low <= other.high and other.low <= one.high


def dates_agree(one: DateMention, other: DateMention) -> bool:
    """Whether two dates may be one, by what their words say: "Monday" and "16 November 2026" may."""
    pairs = zip(date_parts(one), date_parts(other), strict=True)
    return all(a is None or b is None or a == b for a, b in pairs)


def date_parts(date: DateMention) -> tuple[object, ...]:
    """What the words of a date say: weekday (of a full date too), year, month, day, minute, label; None where they say nothing."""
    return (_weekday(date), date.year, date.month, date.day, date.minute, date.label or None)


def _weekday(date: DateMention) -> int | None:
    if date.weekday is not None or date.year is None or date.month is None or date.day is None:
        return date.weekday
    try:
        return dt.date(date.year, date.month, date.day).weekday()
    except ValueError:  # 30 February
        return None


def _number_conflict(mine: tuple[Quantity, ...], theirs: tuple[Quantity, ...]) -> Conflict | None:
    """A number that has no equal on the other side, where the other side has one that has none either."""
    left = [quantity for quantity in theirs if not any(quantities_agree(quantity, own) for own in mine)]
    right = [quantity for quantity in mine if not any(quantities_agree(quantity, own) for own in theirs)]
    rivals = ((one, other) for one in right for other in left if _family(one) == _family(other))
    found = next(rivals, None)
    return Conflict(ConflictKind.NUMBER, found[0].text, found[1].text) if found else None


def _is_credited(quantity: Quantity, credited: Collection[str]) -> bool:
    """Whether it counts those who are credited: "two people who were there"."""
    return all(token.text.casefold() in credited for token in tokenise(quantity.text))


def _family(quantity: Quantity) -> str:
    """What a number may stand in the place of: "the third quarter" is no rival of an amount, nor a percentage of a count."""
    if quantity.kind is QuantityKind.ORDINAL:
        return "rank"
    return "share" if quantity.kind in {QuantityKind.PERCENT, QuantityKind.POINTS} else "amount"


def _date_conflict(mine: tuple[DateMention, ...], theirs: tuple[DateMention, ...]) -> Conflict | None:
    left = [date for date in theirs if not any(dates_agree(date, own) for own in mine)]
    right = [date for date in mine if not any(dates_agree(date, own) for own in theirs)]
    if left and right:
        return Conflict(ConflictKind.DATE, right[0].text, left[0].text)
    return None


def _name_conflict(one: Statement, other: Statement, credited: Collection[str]) -> Conflict | None:
    """A name on either side that the other does not have, in the same place: beside a word that both have."""
    mine = [place for place in one.name_places if not _is_named(place, other, credited)]
    theirs = [place for place in other.name_places if not _is_named(place, one, ())]
    for place in mine:
        for rival in theirs:
            is_one_place = place.before & rival.before or place.after & rival.after
            if is_one_place and _is_of_a_country(place) is _is_of_a_country(rival):
                return Conflict(ConflictKind.NAME, place.text, rival.text)
    return None


def _is_of_a_country(place: NamePlace) -> bool:
    """Whether it names a people or a thing by its country: "the Danish firm" is no other firm than the one with a name."""
    name = place.text.casefold()
    return COUNTRY_OF.get(name, name) != name


def _is_named(place: NamePlace, other: Statement, credited: Collection[str]) -> bool:
    if any(same_name(place.text, own.text) for own in other.name_places):
        return True
    return all(
        key in other.known or key in credited or any(same_word(key, own) for own in other.names)
        for key in place.keys
    )


def _turned(one: Statement, other: Statement) -> Conflict | None:
    """A negation that only one side has, of something that both say."""
    if len(one.negations) % 2 == len(other.negations) % 2:
        return None
    mine, theirs = _turning(one, other), _turning(other, one)
    if len(mine) % 2 == len(theirs) % 2:
        return None
    return Conflict(ConflictKind.NEGATION, ", ".join(mine) or "(none)", ", ".join(theirs) or "(none)")


def _turning(statement: Statement, other: Statement) -> list[str]:
    """The negations of `statement` that turn something which `other` says as well, or says the opposite of."""
    return [
        words
        for words, turned in statement.negations
        if turned and not _is_answered(words, other) and _is_said_in_part(turned, other)
    ]


def _is_answered(words: str, other: Statement) -> bool:
    """Whether the other side has the negation too: in words of its own ("failure to"), or, of "without", by not saying "with"."""
    if words.casefold() == "without":
        return _WITH.search(other.text) is None
    own = set(keys_of(words)) - NEGATION
    return bool(own) and own <= other.known


def _is_said_in_part(turned: tuple[str, ...], other: Statement) -> bool:
    return _is_said(turned[0], other) or sum(_is_said(word, other) for word in turned) >= _TURNED * len(
        turned
    )


def _is_said(word: str, other: Statement) -> bool:
    return word in other.known or any(alike(word, own) or _are_opposite(word, own) for own in other.known)


@lru_cache(maxsize=131_072)
def _are_opposite(one: str, other: str) -> bool:
    return is_opposite(one, other) or is_opposite_direction(one, other)


def _opposites(one: Statement, other: Statement) -> tuple[str, str] | None:
    """A word on either side that has no like on the other, and that is the opposite of one there."""
    links = dict(word_links(one.weights, other.weights))
    taken = set(links.values())
    mine = [key for key in one.weights if key not in links]
    theirs = [key for key in other.weights if key not in taken]
    for a in mine:
        for b in theirs:
            if _are_opposite(a, b) and {a, b} not in _CONVERSE:
                return a, b
    return None
