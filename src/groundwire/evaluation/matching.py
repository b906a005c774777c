"""Do two statements say the same? How a claim is matched with a label.

What the two are about (`topic`) is told from their content stems, names weighing more than other words; what stands between them
(`conflicts`) from their numbers, dates, names, negations and opposites. Both come from the readings of `text` and the word lists of
`grounding`: neither the verdicts of the checks nor the corroboration, which are to be scored, have a hand in it. Guarantees: symmetric but for the order of the words in a conflict; 0 to 1.

How well it does, against word recall: docs/evals.md.
"""

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

from groundwire.domain.span import Span
from groundwire.grounding.lexemes import lexeme
from groundwire.grounding.lexicon_opposites import is_opposite, is_opposite_direction
from groundwire.grounding.lexicon_synonyms import are_synonyms
from groundwire.text.dates import DateMention, find_dates
from groundwire.text.modality import find_hedges, find_negations
from groundwire.text.names import find_names, same_word
from groundwire.text.numbers import Quantity, QuantityKind, quantities_outside
from groundwire.text.reporting import find_reporting_verb
from groundwire.text.stopwords import STOPWORDS
from groundwire.text.tokens import tokenise

SAME_MATTER: Final = 0.5
"""Topic from which two statements are paired: below, they are about different things (measured: docs/evals.md)."""
SAME_MATTER_BESIDE: Final = 0.38
"""The same for two that rest on the same words of an article: one may name what the other takes as known."""

_NAME: Final = 1.5
_VALUE: Final = 1.2
_REPORTING: Final = 0.3
_NAMES_ALONE: Final = 0.5  # of what is shared when it is nobody but the same people: they do many things
_BESIDE: Final = 2  # content words on either side of a name by which its place is known
_CANCELLED: Final = re.compile(r"\s*(?:rul(?:e|ed|ing) out|exclud|only\b|just\b)", re.IGNORECASE)
_DENIALS: Final = frozenset({"deny", "denies", "denied", "denying", "rejects", "rejected"})
_TURNED: Final = 0.4  # share of the words that a negation turns which the other statement has to say as well
_NEGATION: Final = frozenset(
    {"not", "no", "never", "nobody", "none", "nothing", "neither", "nor", "without", "cannot"}
)


FEW_WORDS: Final = 3
"""Content words below which two statements have to be the same nearly word for word, unless they rest on the same words."""
SURELY_SAME: Final = 0.95


class ConflictKind(StrEnum):
    """What stands between two statements about one matter."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    NEGATION = "negation"
    OPPOSITE = "opposite"


_WORTH: Final = {
    ConflictKind.NUMBER: 0.4,
    ConflictKind.DATE: 0.4,
    ConflictKind.NAME: 0.5,
    ConflictKind.NEGATION: 0.4,
    ConflictKind.OPPOSITE: 0.4,
}


class Conflict(NamedTuple):
    """One conflict, with the words on either side."""

    kind: ConflictKind
    one: str
    other: str


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


class NamePlace(NamedTuple):
    """A name, its words, and the content words just before and just after it."""

    text: str
    keys: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]


@dataclass(frozen=True)
class Statement:
    """A statement ready to be compared with many."""

    text: str

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """Its dates."""
        return find_dates(self.text)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Its numbers, dates left out."""
        return quantities_outside(self.text, self.dates)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The words of its names, casefolded, and as written."""
        return {
            word.casefold(): word
            for name in find_names(self.text)
            for word in name.text.replace("’s", "").replace("'s", "").split()
            if word[0].isupper()
        }

    @cached_property
    def negations(self) -> tuple[tuple[str, frozenset[str]], ...]:
        """The words that turn it round, each with the content words that it turns."""
        found = [
            (negation.text, negation.scope)
            for negation in find_negations(self.text)
            if not _CANCELLED.match(negation.scope.of(self.text)) and not _is_aside(self.text, negation.scope)
        ]
        found = found or [
            (token.text, Span(0, len(self.text)))
            for token in tokenise(self.text)
            if token.text.casefold() in _DENIALS
        ]
        return tuple((words, frozenset(_keys(scope.of(self.text)))) for words, scope in found)

    @cached_property
    def name_places(self) -> tuple[NamePlace, ...]:
        """Its names with the content words beside them."""
        return tuple(
            NamePlace(
                name.text,
                frozenset(_keys(name.text)),
                frozenset(list(_keys(self.text[: name.span.start]))[-_BESIDE:]),
                frozenset(list(_keys(self.text[name.span.end :]))[:_BESIDE]),
            )
            for name in find_names(self.text)
        )

    @cached_property
    def known(self) -> frozenset[str]:
        """Every content word that it says, names too."""
        return frozenset(_keys(self.text))

    @cached_property
    def hedges(self) -> tuple[str, ...]:
        """The words that weaken it."""
        return tuple(hedge.text for hedge in find_hedges(self.text))

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """Every content stem with its weight."""
        inside = [*(date.span for date in self.dates), *(quantity.span for quantity in self.quantities)]
        weights: dict[str, float] = {}
        for token in tokenise(self.text):
            folded = token.text.casefold().replace("’", "'")
            if not token.is_word or folded in STOPWORDS or folded in _NEGATION:
                continue
            key, weight = lexeme(folded), 1.0
            if any(span.start < token.end and token.start < span.end for span in inside):
                weight = _VALUE if token.text[0].isdigit() else 1.0
            elif folded.removesuffix("'s") in self.names:
                key, weight = folded.removesuffix("'s"), _NAME
            elif find_reporting_verb(folded) is not None:
                weight = _REPORTING
            weights[key] = max(weight, weights.get(key, 0.0))
        return weights


@lru_cache(maxsize=4096)
def read_statement(text: str) -> Statement:
    """The statement of `text`; what was read of it is kept."""
    return Statement(text)


def likeness(one: str, other: str) -> Likeness:
    """How alike the statements `one` and `other` are."""
    first, second = read_statement(one), read_statement(other)
    if not _may_meet(first, second):
        return UNLIKE
    return Likeness(*_topic(first, second), tuple(_conflicts(first, second)))


def _may_meet(one: Statement, other: Statement) -> bool:
    """Whether they share a word at all, or are too short for that to be asked."""
    few = min(len(one.weights), len(other.weights)) < FEW_WORDS
    return few or not one.weights.keys().isdisjoint(other.weights)


def _topic(one: Statement, other: Statement) -> tuple[float, float, float]:
    """How far both are about one matter, what the second holds of the first, what the first holds of the second."""
    mine, theirs = one.weights, other.weights
    total, their_total = math.fsum(mine.values()), math.fsum(theirs.values())
    if not total or not their_total:
        same = one.text.strip().casefold() == other.text.strip().casefold()
        return float(same), float(same), float(same)
    links = dict(_links(mine, theirs))
    shared = math.fsum(min(mine[a], theirs[b]) for a, b in links.items())
    if links.keys() <= one.names.keys() and not mine.keys() <= one.names.keys():
        shared *= _NAMES_ALONE
    dice = 2 * shared / (total + their_total)
    contained = shared / min(total, their_total)
    return min(1.0, (dice + contained) / 2), min(1.0, shared / total), min(1.0, shared / their_total)


def _links(mine: Mapping[str, float], theirs: Mapping[str, float]) -> Iterator[tuple[str, str]]:
    """Each word with its like on the other side: the same stem, a spelling of one name, a synonym."""
    shared = mine.keys() & theirs.keys()
    yield from ((key, key) for key in shared)
    left = [key for key in theirs if key not in shared]
    for key in mine:
        if key in shared:
            continue
        like = next((other for other in left if _alike(key, other)), None)
        if like is not None:
            left.remove(like)
            yield key, like


def _alike(one: str, other: str) -> bool:
    return same_word(one, other) if one[0] == other[0] and len(one) > 3 else are_synonyms(one, other)


def _conflicts(one: Statement, other: Statement) -> Iterator[Conflict]:
    number = _number_conflict(one.quantities, other.quantities)
    if number:
        yield number
    date = _date_conflict(one.dates, other.dates)
    if date:
        yield date
    name = _name_conflict(one, other)
    if name:
        yield name
    opposites = _opposites(one, other)
    turned = _turned(one, other)
    if turned and not opposites:
        yield turned
    elif opposites and not turned:
        yield Conflict(ConflictKind.OPPOSITE, *opposites)


def _name_conflict(one: Statement, other: Statement) -> Conflict | None:
    """A name on either side that the other does not have, in the same place: beside a word that both have."""
    mine = [place for place in one.name_places if not _is_named(place, other)]
    theirs = [place for place in other.name_places if not _is_named(place, one)]
    for place in mine:
        for rival in theirs:
            if place.before & rival.before or place.after & rival.after:
                return Conflict(ConflictKind.NAME, place.text, rival.text)
    return None


def _is_named(place: NamePlace, other: Statement) -> bool:
    return all(key in other.known or any(same_word(key, own) for own in other.names) for key in place.keys)


def _turned(one: Statement, other: Statement) -> Conflict | None:
    """A negation that only one side has, of something that both say."""
    if len(one.negations) % 2 == len(other.negations) % 2:
        return None
    mine, theirs = _turning(one, other), _turning(other, one)
    if len(mine) % 2 == len(theirs) % 2:
        return None
    return Conflict(ConflictKind.NEGATION, ", ".join(mine) or "(none)", ", ".join(theirs) or "(none)")


def _turning(statement: Statement, other: Statement) -> list[str]:
    """The negations of `statement` that turn something which `other` says as well."""
    return [
        words
        for words, turned in statement.negations
        if not turned or len(turned & other.known) >= _TURNED * len(turned)
    ]


def _is_aside(text: str, scope: Span) -> bool:
    """Whether a negation ends a condition: "if she does not, …"."""
    is_condition = "if" in text[: scope.start].casefold().split()
    return is_condition and not scope.of(text).strip() and bool(text[scope.end :].strip(" .!?”\"'"))


def _keys(text: str) -> Iterator[str]:
    for token in tokenise(text):
        folded = token.text.casefold().replace("’", "'").removesuffix("'s")
        if token.is_word and folded not in STOPWORDS:
            yield lexeme(folded)


def _number_conflict(mine: tuple[Quantity, ...], theirs: tuple[Quantity, ...]) -> Conflict | None:
    """A number that has no equal on the other side, where the other side has one that has none either."""
    left = [quantity for quantity in theirs if not any(quantities_agree(quantity, own) for own in mine)]
    right = [quantity for quantity in mine if not any(quantities_agree(quantity, own) for own in theirs)]
    if left and right:
        return Conflict(ConflictKind.NUMBER, right[0].text, left[0].text)
    return None


def quantities_agree(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers may be one: of one unit where both have one, and ranges that meet."""
    is_ordinal = QuantityKind.ORDINAL in {one.kind, other.kind}
    if is_ordinal and one.kind is not other.kind:
        return False
    if one.unit and other.unit and one.unit != other.unit:
        return False
    return one.low <= other.high and other.low <= one.high


def _date_conflict(mine: tuple[DateMention, ...], theirs: tuple[DateMention, ...]) -> Conflict | None:
    left = [date for date in theirs if not any(_may_be_one(date, own) for own in mine)]
    right = [date for date in mine if not any(_may_be_one(date, own) for own in theirs)]
    if left and right:
        return Conflict(ConflictKind.DATE, right[0].text, left[0].text)
    return None


def _may_be_one(one: DateMention, other: DateMention) -> bool:
    pairs = zip(_parts(one), _parts(other), strict=True)
    return all(a is None or b is None or a == b for a, b in pairs)


def _parts(date: DateMention) -> tuple[object, ...]:
    return (date.weekday, date.year, date.month, date.day, date.minute, date.label or None)


def _opposites(one: Statement, other: Statement) -> tuple[str, str] | None:
    mine = [key for key in one.weights if key not in other.weights]
    theirs = [key for key in other.weights if key not in one.weights]
    for a in mine:
        for b in theirs:
            if is_opposite(a, b) or is_opposite_direction(a, b):
                return a, b
    return None
