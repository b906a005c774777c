"""Do two statements say the same? How a claim is matched with a label.

What the two are about (`topic`) is told from their content words, numbers and dates, names weighing more than other words; what stands
between them (`conflicts`) from their numbers, dates, names, negations and opposites. Both come from the readings of `text` and the
word lists of `grounding`: neither the verdicts of the checks nor the corroboration, which are to be scored, have a hand in it.
Guarantees: symmetric but for the order of the words in a conflict; 0 to 1.

How well it does, against word recall: docs/evals.md.
"""

import math
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple, TypeVar

from groundwire.evaluation.conflicts import (
    Conflict,
    ConflictKind,
    date_parts,
    dates_agree,
    find_conflicts,
    quantities_agree,
)
from groundwire.evaluation.statement import (
    ANYWHERE,
    ASIDE,
    VALUE,
    Setting,
    Statement,
    read_statement,
)
from groundwire.evaluation.wording import word_links
from groundwire.grounding.lexemes import lexeme
from groundwire.text.dates import DateMention
from groundwire.text.numbers import Quantity
from groundwire.text.tokens import tokenise

ValueT = TypeVar("ValueT", DateMention, Quantity)

SAME_MATTER: Final = 0.5
"""Topic from which two statements are paired: below, they are about different things (measured: docs/evals.md)."""
SAME_MATTER_APART: Final = 0.6
"""The same for two that rest on different words of an article: they mostly are about different things."""
SAME_MATTER_BESIDE: Final = 0.33
"""The same for two that rest on the same words of an article: one may name what the other takes as known."""
FEW_WORDS: Final = 3
"""Content words, numbers and dates below which two statements have to be the same nearly word for word, unless they rest on the same
words."""
SURELY_SAME: Final = 0.95

_WORTH_A_LOOK: Final = 0.2  # topic below which nobody asks what stands between the two
_NAMES_ALONE: Final = 0.5  # of what is shared when it is nobody but the same people, or who is credited: they do and say many things
_WORTH: Final = {
    ConflictKind.NUMBER: 0.4,
    ConflictKind.DATE: 0.4,
    ConflictKind.NAME: 0.5,
    ConflictKind.NEGATION: 0.4,
    ConflictKind.OPPOSITE: 0.4,
}


class Likeness(NamedTuple):
    """How alike two statements are: about the same (`topic`), in agreement (`conflicts` empty)."""

    topic: float
    held: float
    """The share of the first statement that the second one holds."""
    holds: float
    """The share of the second statement that the first one holds."""
    conflicts: tuple[Conflict, ...]

    @property
    def score(self) -> float:
        """One number for ranking: the topic, lowered by every conflict."""
        return self.topic * math.prod(_WORTH[conflict.kind] for conflict in self.conflicts)


UNLIKE: Final = Likeness(0.0, 0.0, 0.0, ())


@dataclass(frozen=True)
class Frame:
    """What is known besides the words: where both statements come from, and the words of those whom the first may name as its source."""

    setting: Setting = ANYWHERE
    credited: frozenset[str] = frozenset()

    def crediting(self, *speakers: str | None) -> "Frame":
        """The frame with the words of these speakers credited."""
        words = (
            token.text.casefold().removesuffix("'s") for name in speakers if name for token in tokenise(name)
        )
        return replace(self, credited=frozenset(form for word in words for form in (word, lexeme(word))))


_NO_FRAME: Final = Frame()


def likeness(one: str, other: str, frame: Frame = _NO_FRAME) -> Likeness:
    """How alike the statements `one` and `other` are; where only `one` names who is credited, that counts little."""
    first, second = read_statement(one, frame.setting), read_statement(other, frame.setting)
    topic = _topic(first, second, frame.credited)
    if topic[0] < _WORTH_A_LOOK:
        return Likeness(*topic, ())
    return Likeness(*topic, tuple(find_conflicts(first, second, frame.credited)))


def extent(text: str, setting: Setting = ANYWHERE) -> int:
    """How many content words, numbers and dates a statement has."""
    statement = read_statement(text, setting)
    return len(statement.weights) + len(statement.dates) + len(statement.counted)


def _topic(one: Statement, other: Statement, credited: Collection[str]) -> tuple[float, float, float]:
    """How far both are about one matter, what the second holds of the first, what the first holds of the second."""
    links = dict(word_links(one.weights, other.weights))
    values = _values_shared(one, other)
    total = _total(one, links.keys(), credited)
    their_total = _total(other, links.values(), ())
    if not total or not their_total:
        same = one.text.strip().casefold() == other.text.strip().casefold()
        return float(same), float(same), float(same)
    shared = math.fsum(min(one.weights[a], other.weights[b]) for a, b in links.items()) + VALUE * values
    people = one.names.keys() | set(credited)
    if not values and links.keys() <= people and not one.weights.keys() <= people:
        shared *= _NAMES_ALONE
    dice = 2 * shared / (total + their_total)
    contained = shared / min(total, their_total)
    return min(1.0, (dice + contained) / 2), min(1.0, shared / total), min(1.0, shared / their_total)


def _total(statement: Statement, linked: Collection[str], credited: Collection[str]) -> float:
    """The weight of a statement; the words of whoever is credited weigh little unless they are `linked`."""
    found = set(linked)
    words = (
        min(weight, ASIDE) if key in credited and key not in found else weight
        for key, weight in statement.weights.items()
    )
    return math.fsum(words) + VALUE * (len(statement.dates) + len(statement.counted))


def _values_shared(one: Statement, other: Statement) -> int:
    """How many numbers and dates have an equal of their own on the other side."""
    return _paired(one.dates, other.dates, _is_one_date) + _paired(
        one.counted, other.counted, quantities_agree
    )


def _is_one_date(one: DateMention, other: DateMention) -> bool:
    """Whether two dates that may be one are likely to be: a part in common, or "last year" beside a year."""
    if not dates_agree(one, other):
        return False
    shared = any(a is not None and a == b for a, b in zip(date_parts(one), date_parts(other), strict=True))
    return shared or _may_stand_for(one, other) or _may_stand_for(other, one)


def _may_stand_for(relative: DateMention, other: DateMention) -> bool:
    if not relative.is_relative or relative.weekday is not None:
        return False
    words = relative.text.casefold()
    if "year" in words:
        return other.month is None and other.day is None
    return (other.day is None) == ("month" in words)


def _paired(mine: Sequence[ValueT], theirs: Sequence[ValueT], agree: Callable[[ValueT, ValueT], bool]) -> int:
    left = list(theirs)
    for value in mine:
        like = next((other for other in left if agree(value, other)), None)
        if like is not None:
            left.remove(like)
    return len(theirs) - len(left)
