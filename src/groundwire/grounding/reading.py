"""A text as the checks read it: a row of terms with typed values.

Guarantees: terms are in order, do not overlap, and `text[term.start:term.end]` are the words that a term stands for;
contractions are undone ("didn't" is "do" and "not"); a quantity, a date or a public variant of a name is one term; marks are
left out. Time is linear.
"""

import datetime as dt
import re
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from groundwire.grounding.lexemes import lexeme
from groundwire.grounding.phrases import phrase_at
from groundwire.grounding.word_classes import (
    COMPARATIVES,
    FUNCTION,
    HEDGES,
    LIGHT,
    MODALS,
    NEGATIONS,
    PREPOSITIONS,
    QUANTIFIERS,
)
from groundwire.text.dates import DateMention, find_dates
from groundwire.text.names import Name, find_names
from groundwire.text.names_variants import COUNTRY_OF, canonical, has_variants, skeleton, unaccented
from groundwire.text.names_words import TITLES
from groundwire.text.numbers import Quantity, quantities_outside


class Kind(IntEnum):
    """What a term is."""

    WORD = 0
    FUNCTION = 1
    NUMBER = 2
    DATE = 3
    NAME = 4
    NEGATION = 5
    MODAL = 6
    QUANTIFIER = 7


class Term(NamedTuple):
    """One unit of comparing. `value` is the quantity, date or name that it stands for."""

    key: str
    kind: Kind
    start: int
    end: int
    weight: float
    form: str = ""
    """The lexeme of a word, even of one in a name; empty for numbers and dates."""
    value: Quantity | DateMention | Name | None = None

    @property
    def is_content(self) -> bool:
        """Whether it says something by itself."""
        return self.kind not in {Kind.FUNCTION, Kind.MODAL}


class Reading(NamedTuple):
    """The terms of a text."""

    text: str
    terms: tuple[Term, ...]
    names: tuple[Name, ...]


_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_](?:[\w&]|[’'`.-](?=[^\W_]))*")
_NOT = re.compile(r"(?i)n[’'`]t$")
_CLITIC = re.compile(r"(?i)[’'`](s|m|re|ve|ll|d)$")
_CLITICS = {"m": "be", "re": "be", "ve": "have", "ll": "will", "s": "'s", "d": "'d"}
_CUT = {"wo": "will", "ca": "can", "sha": "shall", "ai": "be"}
_WEIGHTS = {Kind.WORD: 1.0, Kind.FUNCTION: 0.1, Kind.NUMBER: 1.2, Kind.DATE: 1.2, Kind.NAME: 1.2, Kind.NEGATION: 0.6,
            Kind.MODAL: 0.3, Kind.QUANTIFIER: 0.4}  # fmt: skip
_INNER_WEIGHT = 0.4  # of the words of a name but its last
_ACRONYM_LENGTH = 4
_LONGEST_VARIANT = 4  # words of "united states of america"


def read(
    text: str,
    published: dt.date | None = None,
    *,
    proper: frozenset[str] = frozenset(),
    names: tuple[Name, ...] | None = None,
) -> Reading:
    """The terms of `text`. `proper` holds words that are names elsewhere, case-folded; `names` are those of `text`."""
    names = find_names(text) if names is None else names
    by_start = {name.span.start: name for name in names}
    terms: list[Term] = []
    current: Name | None = None
    position = 0
    for typed in (*_typed_terms(text, published), None):
        limit = len(text) if typed is None else typed.start
        for match in _WORD.finditer(text, position, limit):
            current = by_start.get(match.start()) or current
            name = current if current is not None and match.start() < current.span.end else None
            terms.extend(_word_terms(match, name, proper))
        if typed is not None and typed.start >= position:
            terms.append(typed)
            position = typed.end
    return Reading(text, tuple(_joined_phrases(_joined_variants(terms, text), text)), names)


def _typed_terms(text: str, published: dt.date | None) -> list[Term]:
    found: list[Term] = []
    dates = find_dates(text, published)
    for quantity in quantities_outside(text, dates):
        key = f"#{quantity.low:g}:{quantity.high:g}:{quantity.unit or ''}:{quantity.kind}"
        found.append(Term(key, Kind.NUMBER, *quantity.span, _WEIGHTS[Kind.NUMBER], "", quantity))
    for mention in dates:
        if mention.label == "ago":
            continue
        found.append(Term(_date_key(mention), Kind.DATE, *mention.span, _WEIGHTS[Kind.DATE], "", mention))
    return sorted(found, key=lambda term: term.start)


def _date_key(mention: DateMention) -> str:
    return f"@{mention.year}-{mention.month}-{mention.day}-{mention.weekday}-{mention.minute}-{mention.label}"


def _word_terms(match: re.Match[str], name: Name | None, proper: frozenset[str]) -> list[Term]:
    word, start, end = match.group(), match.start(), match.end()
    if _NOT.search(word):
        stem, cut = word[:-3], end - 3
        first = _CUT.get(stem.casefold(), lexeme(stem))
        return [_plain(first, start, cut), _plain("not", cut, end)]
    if word.casefold() == "cannot":
        return [
            _plain("can", start, start + 3),
            _plain("not", start + 3, end),
        ]
    clitic = _CLITIC.search(word)
    tail: list[Term] = []
    if clitic:
        tail = [_plain(_CLITICS[clitic[1].casefold()], start + clitic.start(), end)]
        word, end = word[: clitic.start()], start + clitic.start()
    if name is not None and _is_proper(word, name, proper):
        return [_name_term(word, start, end, name), *tail]
    if word.isupper() and len(word) > 1 and word.isalpha():
        key = canonical(word.casefold())
        return [Term(key, Kind.NAME, start, end, _WEIGHTS[Kind.NAME], _word_key(key), name), *tail]
    return [_plain(_word_key(word.casefold()), start, end), *tail]


def _is_proper(word: str, name: Name, proper: frozenset[str]) -> bool:
    if not any(map(str.isupper, word)):
        return False
    if word in TITLES and name.span.end - name.span.start != len(word):
        return False
    second = name.text[len(word) :].strip(" -’'").split(" ")[0]
    is_lone_opener = name.sentence_initial and name.text.startswith(word) and not second[:1].isupper()
    return not is_lone_opener or name.acronym or is_known_name(word.casefold(), proper)


def is_known_name(folded: str, proper: frozenset[str]) -> bool:
    """Whether a word that opens a sentence is a name all the same: known to the article or to geography."""
    return folded in proper or skeleton(folded) in proper or has_variants(folded) or folded in COUNTRY_OF


def _name_term(word: str, start: int, end: int, name: Name) -> Term:
    key = unaccented(word).rstrip(".")
    weight = _WEIGHTS[Kind.NAME] if end >= name.span.end else _INNER_WEIGHT
    return Term(key, Kind.NAME, start, end, weight, _word_key(key), name)


@lru_cache(maxsize=65_536)
def _word_key(word: str) -> str:
    return "nobody" if word == "no-one" else lexeme(word)


def _plain(key: str, start: int, end: int) -> Term:
    kind, weight = _class_of(key)
    return Term(key, kind, start, end, weight, key)


@lru_cache(maxsize=65_536)
def _class_of(key: str) -> tuple[Kind, float]:
    if key in NEGATIONS:
        kind = Kind.NEGATION
    elif key in MODALS:
        kind = Kind.MODAL
    elif key in QUANTIFIERS:
        kind = Kind.QUANTIFIER
    elif key in FUNCTION or (key in PREPOSITIONS and key not in COMPARATIVES):
        kind = Kind.FUNCTION
    else:
        light = key in LIGHT
        return Kind.WORD, 0.4 if light else 0.5 if key in COMPARATIVES or key in HEDGES else 1.0
    return kind, _WEIGHTS[kind]


def _joined_variants(terms: list[Term], text: str) -> list[Term]:
    """`terms` with "United States" and "U.S." made one and the same term."""
    joined: list[Term] = []
    at = 0
    while at < len(terms):
        term = terms[at]
        length = _variant_length(terms, at, text) if text[term.start].isupper() else 0
        if length:
            last = terms[at + length - 1]
            key = canonical(_folded(text, term.start, last.end))
            joined.append(Term(key, Kind.NAME, term.start, last.end, _WEIGHTS[Kind.NAME], key, term.value))
            at += length
        else:
            joined.append(term)
            at += 1
    return joined


def _joined_phrases(terms: list[Term], text: str) -> list[Term]:
    """`terms` with phrases such as "at least" made one term each."""
    words = [text[term.start : term.end].casefold() for term in terms]
    joined: list[Term] = []
    at = 0
    while at < len(terms):
        found = phrase_at(words, at)
        if found is None:
            joined.append(terms[at])
            at += 1
            continue
        length, key = found
        joined.append(_plain(key, terms[at].start, terms[at + length - 1].end))
        at += length
    return joined


def _folded(text: str, start: int, end: int) -> str:
    return text[start:end].casefold().replace("\n", " ").rstrip(".")


def _variant_length(terms: list[Term], at: int, text: str) -> int:
    for length in range(min(_LONGEST_VARIANT, len(terms) - at), 0, -1):
        words = text[terms[at].start : terms[at + length - 1].end]
        if len(words) > 40:
            continue
        folded = words.casefold().rstrip(".")
        is_word = length == 1 and len(folded) <= _ACRONYM_LENGTH and not words.isupper()
        if not is_word and has_variants(folded):
            return length
    return 0
