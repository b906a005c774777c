"""Tallies: how many are dead, hurt, missing or saved, as a statement counts them.

Guarantees: a figure is a tally only where the words next to it say what became of those it counts; part of a whole
("including two children"), an age and a count that a year sets in the past are none. "Nobody was killed" is a tally of nought.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

from groundwire.corroborate.difference import Difference
from groundwire.corroborate.figures import Figure
from groundwire.corroborate.lexicon import concept
from groundwire.corroborate.matter import Matter
from groundwire.domain.briefing import DisputeKind, Reading
from groundwire.text.numbers import Bound, QuantityKind


class Fate(StrEnum):
    """What became of those who are counted."""

    DEAD = "dead"
    HURT = "hurt"
    MISSING = "missing"
    SAVED = "saved"
    ILL = "ill"
    MOVED = "moved"


_WORDS: Final = {
    Fate.DEAD: "killed dead lives deaths fatalities bodies casualties perished toll drowned",
    Fate.HURT: "wounded injured hurt injuries hospitalised hospitalized",
    Fate.MISSING: "missing unaccounted disappeared",
    Fate.SAVED: "rescued saved survivors survived",
    Fate.ILL: "infected infections cases",
    Fate.MOVED: "evacuated evacuation displaced homeless",
}
_FATES: Final = {concept(word): fate for fate, words in _WORDS.items() for word in words.split()}
_LEFT_HOME: Final = re.compile(
    r"\b(?:moved out|brought to safety|forced (?:out|from)|(?:leave|left|flee|fled|out of|from) (?:their|the) homes?)\b",
    re.IGNORECASE,
)  # evacuated, in more words than one
_AGE: Final = re.compile(r"(?:\bof|\baged?|,) $")
_PART: Final = re.compile(
    r"\b(?:including|among (?:them|those|the dead|the \w+)|of (?:whom|them|which|those)|another|other|further|additional|extra"
    r"|the (?:first|last|other|remaining)|killed by|each|every|these|those|the)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_MORE: Final = re.compile(r"^\s+(?:more|others?|of (?:them|those|the|whom)|or more of)\b", re.IGNORECASE)
_RISES: Final = re.compile(
    r"\b(?:tolls?|number|count|total|figure|deaths|fatalities|casualties|dead)\b[^.;]{0,120}?"
    r"\b(?:to|at|reach\w*|pass\w*|stand\w*|stood|is|was|now|of)\s+(?:at\s+)?(?:least\s+|about\s+|some\s+|around\s+|nearly\s+)?$",
    re.IGNORECASE,
)
_BOUND: Final = re.compile(
    r"\b(?:at least|at most|no (?:more|fewer|less) than|more than|fewer than|less than|up to|as many as|well over|just over)\s+$",
    re.IGNORECASE,
)  # "killed at least three": the verb stands before the words that bound the figure
_NOBODY: Final = re.compile(
    r"\b(?:nobody|no one|no-one|none|no (?:people|workers?|passengers?|residents?|\w{1,14} )?)\b[^.;,]{0,40}?"
    r"\b(?P<fate>killed|died|dead|hurt|injured|wounded|missing|deaths?|injuries|fatalities|casualties)\b",
    re.IGNORECASE,
)
_BREAK: Final = re.compile(r"[,;:.]|\b(?:and|while|but|with|as|when|after|who|which)\b", re.IGNORECASE)
_UNREAL: Final = re.compile(
    r"\b(?:could|would|might|may|can|if|risk of|capacity|every year|a year|per year|annually|on average)\b",
    re.IGNORECASE,
)
_PAST: Final = re.compile(r"\b(?:1[5-9]\d\d|20\d\d)\b")
_GROUP_WORDS: Final = """
    children women men girls boys crew soldiers police firefighters officers rescuers medics students tourists civilians foreigners
    pupils nurses doctors journalists militants attackers villages houses homes
"""
_GROUPS: Final = frozenset(map(concept, _GROUP_WORDS.split()))
_ROUNDED: Final = 0.1  # relative difference that "about" leaves room for
_OPEN_ABOVE: Final = frozenset({Bound.AT_LEAST, Bound.MORE_THAN})
_KEPT: Final = 16_384  # statements whose tallies are kept: a claim is compared many times
_WINDOW: Final = 160  # code points before a figure in which stands what is counted


class Tally(NamedTuple):
    """So many had this fate; `group` names those who are counted where they are not just people, else it is empty."""

    fate: Fate
    low: float
    high: float
    text: str
    bound: Bound = Bound.EXACT
    is_loose: bool = False
    group: str = ""

    @property
    def words(self) -> str:
        """The figure with the words that bound it."""
        bound = "" if self.bound is Bound.EXACT else f"{self.bound} "
        return f"{bound}{self.text}"


@lru_cache(maxsize=_KEPT)
def tallies(matter: Matter) -> tuple[Tally, ...]:
    """The tallies of a statement, in its order, the first of each fate."""
    found: dict[Fate, Tally] = {}
    if not _UNREAL.search(matter.text):
        for tally in (*_noughts(matter.text), *_counts(matter)):
            found.setdefault(tally.fate, tally)
    return tuple(found.values())


def _noughts(text: str) -> Iterator[Tally]:
    for match in _NOBODY.finditer(text):
        fate = _FATES.get(concept(match["fate"]))
        if fate is not None:
            yield Tally(fate, 0.0, 0.0, match.group())


def _counts(matter: Matter) -> Iterator[Tally]:
    figures = matter.figures
    for at, figure in enumerate(figures):
        quantity = figure.quantity
        if (
            quantity.kind is not QuantityKind.CARDINAL
            or quantity.unit is not None
            or _is_part(matter, figure)
        ):
            continue
        ends = figures[at + 1].quantity.span.start if at + 1 < len(figures) else len(matter.text)
        fate = _fate(matter, figure, ends)
        if fate is not None:
            yield Tally(
                fate,
                quantity.low,
                quantity.high,
                quantity.text,
                quantity.bound,
                quantity.approximate,
                _group(matter, figure, ends),
            )


def _is_part(matter: Matter, figure: Figure) -> bool:
    span, text = figure.quantity.span, matter.text
    before, after = text[max(0, span.start - _WINDOW) : span.start], text[span.end :]
    return bool(_AGE.search(before[-12:]) or _PART.search(before) or _MORE.match(after)) or after.startswith(
        "-"
    )


def _fate(matter: Matter, figure: Figure, ends: int) -> Fate | None:
    """By the words after the figure, the one directly before it, or a toll that it is the figure of."""
    span, text = figure.quantity.span, matter.text
    stop = _BREAK.search(text, span.end, ends)
    until = stop.start() if stop else ends
    if _LEFT_HOME.search(text, span.end, until):
        return Fate.MOVED
    after = [word.concept for word in matter.words if span.end <= word.token.start < until]
    found = next((_FATES[name] for name in after[:4] if name in _FATES), None)
    if found is not None:
        return found
    bound = _BOUND.search(text, max(0, span.start - _WINDOW), span.start)
    start = bound.start() if bound else span.start
    ahead = [word for word in matter.words if word.token.end <= start]
    if ahead and start - ahead[-1].token.end <= 16 and ahead[-1].concept in _FATES:
        return _FATES[ahead[-1].concept]
    before = text[max(0, span.start - _WINDOW) : span.start]
    if _RISES.search(before):
        return next((_FATES[word.concept] for word in reversed(ahead[-8:]) if word.concept in _FATES), None)
    return None


def _group(matter: Matter, figure: Figure, ends: int) -> str:
    end = figure.quantity.span.end
    after = [word.concept for word in matter.words if end <= word.token.start < ends][:1]
    return next((name for name in after if name in _GROUPS), "")


@lru_cache(maxsize=_KEPT)
def is_of_the_past(matter: Matter) -> bool:
    """Whether a year before that of publication dates the statement."""
    years = [int(found) for found in _PAST.findall(matter.text)]
    return bool(years) and matter.published is not None and max(years) < matter.published.year


def counts_of_another_year(a: Matter, b: Matter) -> bool:
    """Whether both count one fate, and one of them alone sets its count in a year that is over."""
    if is_of_the_past(a) == is_of_the_past(b):
        return False
    return not {tally.fate for tally in tallies(a)}.isdisjoint(tally.fate for tally in tallies(b))


def tally_differences(a: Matter, b: Matter) -> tuple[Difference, ...]:
    """The fates that both count, and count differently."""
    if not a.figures and not b.figures:
        return ()
    others = {tally.fate: tally for tally in tallies(b)}
    found = []
    for one in tallies(a):
        other = others.get(one.fate)
        reading = None if other is None else compare(one, other)
        if other is not None and reading is not None:
            if one.fate is Fate.MISSING and a.published != b.published and one.high and other.high:
                reading = Reading.UPDATE
            kind = DisputeKind.NUMBER if one.high and other.high else DisputeKind.POLARITY
            found.append(Difference(kind, one.words, other.words, reading, other.high - one.high))
    return tuple(found)


def compare(one: Tally, other: Tally) -> Reading | None:
    """How two tallies of one fate may be read together; None where they are the same, or one admits the other."""
    if one.group != other.group and one.group and other.group:
        return Reading.SCOPE
    if one.low <= other.high and other.low <= one.high:
        return None
    if one.group != other.group:
        return Reading.SCOPE
    gap = abs(one.high - other.high) / max(one.high, other.high)
    if (one.is_loose or other.is_loose) and gap <= _ROUNDED:
        return None
    lower = min(one, other, key=lambda tally: tally.high)
    return Reading.UPDATE if lower.bound in _OPEN_ABOVE else Reading.CONFLICT
