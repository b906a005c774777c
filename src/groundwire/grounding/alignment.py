"""Which words of a claim stand for which words of the article.

Guarantees: the alignment is monotone, of the greatest total weight, and the same for the same input; a pair says how the
two words relate, it does not judge. Words that differ are paired only when they are of one kind and can be compared: two
numbers, two dates, two names, two opposites. Needleman and Wunsch (1970) without gap costs, after equal ends are cut.
Time is the product of the two lengths, which the callers bound.
"""

from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from groundwire.grounding.date_compare import dates_agree
from groundwire.grounding.families import are_of_one_family
from groundwire.grounding.lexicon_opposites import is_opposite
from groundwire.grounding.lexicon_synonyms import are_synonyms
from groundwire.grounding.number_compare import numbers_agree
from groundwire.grounding.reading import Kind, Term
from groundwire.text.dates import DateMention
from groundwire.text.names import same_name
from groundwire.text.names_variants import country_named
from groundwire.text.numbers import Quantity


class Link(IntEnum):
    """How the two words of a pair relate."""

    NONE = 0
    EQUAL = 1
    ALIKE = 2
    """Other words for the same: a synonym, another form of a number, a date or a name."""
    RELATED = 3
    """Words of one family ("announce", "announcement")."""
    OPPOSITE = 4
    DIFFERENT = 5
    """Two numbers, dates or names that are not the same."""


class Pair(NamedTuple):
    """Term `claim` of the claim beside term `source` of the source."""

    claim: int
    source: int
    link: Link


def link_between(one: Term, other: Term) -> Link:
    """How two terms relate."""
    if one.key == other.key:
        return Link.EQUAL if one.kind is not Kind.NUMBER or numbers_equal(one, other) else Link.DIFFERENT
    kind, beside = one.kind, other.kind
    if kind is beside:
        if kind is Kind.WORD:
            return _link_words(one.key, other.key)
        if kind is Kind.NUMBER:
            return Link.ALIKE if numbers_equal(one, other) else Link.DIFFERENT
        if kind is Kind.DATE:
            return _link_dates(one, other)
        if kind is Kind.NAME:
            return Link.ALIKE if one.form == other.form or names_alike(one, other) else Link.DIFFERENT
    return _link_kinds(one, other)


def numbers_equal(one: Term, other: Term) -> bool:
    """Whether two terms that are numbers agree."""
    if isinstance(one.value, Quantity) and isinstance(other.value, Quantity):
        return numbers_agree(one.value, other.value)
    return False


def _link_dates(one: Term, other: Term) -> Link:
    if isinstance(one.value, DateMention) and isinstance(other.value, DateMention):
        return Link.ALIKE if dates_agree(one.value, other.value) else Link.DIFFERENT
    return Link.NONE


def names_alike(one: Term, other: Term) -> bool:
    """Whether two words of names are spellings of one, or a people and its country."""
    return _alike(one.key, other.key)


@lru_cache(maxsize=65_536)
def _alike(one: str, other: str) -> bool:
    if "-" in one and "-" in other:
        mine, its = one.split("-"), other.split("-")
        return len(mine) == len(its) and all(map(_alike, mine, its))
    return same_name(one, other) or country_named(one) == country_named(other)


@lru_cache(maxsize=262_144)
def _link_words(one: str, other: str) -> Link:
    if is_opposite(one, other):
        return Link.OPPOSITE
    if are_synonyms(one, other):
        return Link.ALIKE
    return Link.RELATED if are_of_one_family(one, other) else Link.NONE


_WORDLIKE = frozenset({Kind.WORD, Kind.FUNCTION, Kind.QUANTIFIER, Kind.NEGATION, Kind.MODAL})


def _link_kinds(one: Term, other: Term) -> Link:
    if one.form and one.form == other.form:
        return Link.EQUAL
    if Kind.NAME in {one.kind, other.kind}:
        return Link.NONE
    if one.kind in _WORDLIKE and other.kind in _WORDLIKE:
        return _link_across(one.key, other.key)
    if {one.kind, other.kind} == {Kind.NUMBER, Kind.QUANTIFIER}:
        return Link.DIFFERENT
    return Link.OPPOSITE if {one.key, other.key} == _FIRST_AND_LAST else Link.NONE


def _link_across(one: str, other: str) -> Link:
    """How two words of different classes relate: a verb and a preposition, a quantifier and an adverb."""
    if is_opposite(one, other):
        return Link.OPPOSITE
    return Link.ALIKE if are_synonyms(one, other) else Link.NONE


_FIRST_AND_LAST = {"#1:1::ordinal", "last"}
_SHARE = {
    Link.NONE: 0.0,
    Link.EQUAL: 1.0,
    Link.ALIKE: 0.85,
    Link.RELATED: 0.5,
    Link.OPPOSITE: 0.35,
    Link.DIFFERENT: 0.2,
}
_CLOSER = 1e-3  # of two equal scores the pair with equal neighbours wins, so that runs stay together


def align(claim: tuple[Term, ...], source: tuple[Term, ...]) -> list[Pair]:
    """The pairs of the best monotone alignment, in order."""
    head = 0
    limit = min(len(claim), len(source))
    while head < limit and _is_equal(claim[head], source[head]):
        head += 1
    tail = 0
    limit -= head
    while tail < limit and _is_equal(claim[-1 - tail], source[-1 - tail]):
        tail += 1
    pairs = [Pair(at, at, Link.EQUAL) for at in range(head)]
    middle = _align_middle(claim[head : len(claim) - tail], source[head : len(source) - tail])
    pairs.extend(Pair(one + head, other + head, link) for one, other, link in middle)
    pairs.extend(Pair(len(claim) - at, len(source) - at, Link.EQUAL) for at in range(tail, 0, -1))
    return pairs


def _is_equal(one: Term, other: Term) -> bool:
    return one.key == other.key and link_between(one, other) is Link.EQUAL


def _align_middle(claim: tuple[Term, ...], source: tuple[Term, ...]) -> list[Pair]:
    if not claim or not source:
        return []
    links = _links(claim, source)
    table = _scores(claim, source, links)
    return _walk_back(table, links, len(claim), len(source))


def _links(claim: tuple[Term, ...], source: tuple[Term, ...]) -> list[dict[int, tuple[Link, float]]]:
    """For each term of the claim the terms of the source that it can be paired with, and what the pair is worth."""
    places: dict[str, list[int]] = {}
    for at, term in enumerate(source):
        places.setdefault(term.key, []).append(at)
    rows: list[dict[int, tuple[Link, float]]] = []
    mine = {term.key for term in claim}
    free = [
        (at, term)
        for at, term in enumerate(source)
        if term.kind is not Kind.FUNCTION and term.key not in mine
    ]
    for one in claim:
        same = places.get(one.key, ())
        row = {at: _worth(one, source[at], link_between(one, source[at])) for at in same}
        if not row and one.kind is not Kind.FUNCTION:
            for at, other in free:
                link = link_between(one, other)
                if link:
                    row[at] = _worth(one, other, link)
        rows.append(row)
    return rows


def _worth(one: Term, other: Term, link: Link) -> tuple[Link, float]:
    return link, min(one.weight, other.weight) * _SHARE[link]


def _scores(
    claim: tuple[Term, ...], source: tuple[Term, ...], links: list[dict[int, tuple[Link, float]]]
) -> list[list[float]]:
    width = len(source)
    table = [[0.0] * (width + 1)]
    for at in range(len(claim)):
        above = table[-1]
        row = [0.0] * (width + 1)
        cells = links[at]
        best = 0.0
        for column in range(width):
            best = max(best, above[column + 1])
            cell = cells.get(column)
            if cell is not None:
                paired = above[column] + cell[1]
                if at and column and column - 1 in links[at - 1]:
                    paired += _CLOSER
                best = max(best, paired)
            row[column + 1] = best
        table.append(row)
    return table


def _walk_back(
    table: list[list[float]], links: list[dict[int, tuple[Link, float]]], height: int, width: int
) -> list[Pair]:
    pairs: list[Pair] = []
    at, column = height, width
    while at and column:
        here = table[at][column]
        if here == table[at - 1][column]:
            at -= 1
        elif here == table[at][column - 1]:
            column -= 1
        else:
            pairs.append(Pair(at - 1, column - 1, links[at - 1][column - 1][0]))
            at -= 1
            column -= 1
    pairs.reverse()
    return pairs
