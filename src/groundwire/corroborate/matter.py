"""What a statement is about, in a form in which two statements can be compared.

Guarantees: the same statement gives the same matter; what only tells who says it weighs little; values (numbers, dates)
are not part of the matter, so that two reports of one event meet although they disagree about them.
"""

import datetime as dt
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Final, NamedTuple

from groundwire.corroborate.figures import Figure, Word, find_figures
from groundwire.corroborate.lexicon import REPORTING, concept, phrase_at
from groundwire.corroborate.marks import Mark, marks_of
from groundwire.grounding.lexemes import lexeme
from groundwire.grounding.lexicon_synonyms import synonym_lines
from groundwire.text.dates import DateMention, find_dates
from groundwire.text.modality import Negation, find_negations
from groundwire.text.names import Name, find_names
from groundwire.text.numbers import Quantity, quantities_outside
from groundwire.text.stopwords import STOPWORDS
from groundwire.text.tokens import Token, stem, tokenise

_DATED: Final = re.compile(
    r"\d|day\b|week|month|year|night|ago\b|morning|evening|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|fall|winter",
    re.IGNORECASE,
)  # where nothing of this stands, no date does, and looking for one is what takes longest
_ORDINAL_ENDS: Final = frozenset({"st", "nd", "rd", "th"})
_MOST_TOKENS: Final = 400  # words of a statement that are compared: ten times those of a long sentence
_MOST_VALUES: Final = 40  # names, dates, figures and negations of a statement that are compared
_NAME_WEIGHT: Final = 1.25  # a name ties two statements together more than a common word does
_TITLE_WORDS: Final = 2  # words directly before a name that belong to it
_REPORTING_WEIGHT: Final = 0.15
_SYNONYM: Final = 0.8  # what a synonym is worth where the same word is worth 1
_ENOUGH: Final = 2.5  # weight of words in common below which a containment says little


@dataclass(frozen=True)
class Matter:
    """A statement ready to be compared. `speaker` is who is credited for it, or empty; `published` resolves its dates."""

    text: str
    speaker: str = field(default="", kw_only=True)
    published: dt.date | None = field(default=None, kw_only=True)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its words and the marks that belong to figures, in order; of a statement without end, the beginning."""
        marked = (token for token in tokenise(self.text) if token.is_word or token.text in "%$£€")
        return tuple(islice(marked, _MOST_TOKENS))

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """Its tokens, casefolded, with one kind of apostrophe."""
        return tuple(token.text.casefold().replace("’", "'") for token in self.tokens)

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """The names that it holds."""
        return find_names(self.text)[:_MOST_VALUES]

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words that say something, in order; numbers are not among them."""
        title_case = _is_title_case(self.text)
        folded, found, at = self.folded, [], 0
        while at < len(folded):
            token = self.tokens[at]
            phrase, length = phrase_at(folded, at)
            if phrase or (token.text[0].isalpha() and folded[at] not in STOPWORDS):
                named = concept(phrase) if phrase else _concept(self.text, token)
                found.append(Word(token, named, token.text[0].isupper() and not title_case and at > 0))
            at += length
        return tuple(found)

    @cached_property
    def designations(self) -> Mapping[str, str]:
        """The concepts of names and of the words directly before them ("opposition leader A. B."), each with the name's last."""
        found: dict[str, str] = {}
        last, start, before = "", -1, 0
        for word in reversed(self.words):
            is_near = last and start - word.token.end <= 1
            if word.is_name:
                last, before = (last, 0) if is_near else (word.concept, 0)
            elif is_near and before < _TITLE_WORDS:
                before += 1
            else:
                last = ""
            start = word.token.start
            if last:
                found.setdefault(word.concept, last)
        return found

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """Every concept with its weight as far as the statement alone tells."""
        speaker = {concept(token.text) for token in tokenise(self.speaker)}
        weights: dict[str, float] = {}
        for word in self.words:
            weight = _NAME_WEIGHT if word.is_name or word.concept[0] == "@" else 1.0
            if word.concept in speaker or stem(word.token.text) in REPORTING:
                weight = _REPORTING_WEIGHT
            weights[word.concept] = max(weight, weights.get(word.concept, 0.0))
        return weights

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """The dates that it names, resolved as far as the day of publication allows."""
        if not _DATED.search(self.text):
            return ()
        return find_dates(self.text, self.published)[:_MOST_VALUES]

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The quantities that it names."""
        return quantities_outside(self.text, self.dates)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Its definite quantities with what they count."""
        return find_figures(self.text, self.quantities, self.words)[:_MOST_VALUES]

    @cached_property
    def marks(self) -> Mapping[str, Mark]:
        """Its telling figures and times of day."""
        return marks_of(self.text, self.quantities)

    @cached_property
    def senses(self) -> Mapping[int, str]:
        """The lines of synonyms that its words stand on, each with the first concept that stands on it."""
        return {
            line: word.concept
            for word in reversed(self.words)
            if not word.is_name
            for line in synonym_lines(lexeme(word.token.text))
        }

    @cached_property
    def negations(self) -> tuple[Negation, ...]:
        """The words that turn it round."""
        return find_negations(self.text)[:_MOST_VALUES]


def _concept(text: str, token: Token) -> str:
    """The concept of a word; the end of an ordinal ("112th") goes with its figure, because "th" by itself is no word."""
    if token.text not in _ORDINAL_ENDS or token.start == 0 or not text[token.start - 1].isdigit():
        return concept(token.text)
    return f"{text[: token.start].rpartition(' ')[2]}{token.text}"


def _is_title_case(text: str) -> bool:
    """Whether most words are capitalised, as in a headline, where capitals tell nothing."""
    words = [word for word in text.split() if word[0].isalpha() and len(word) > 3]
    return len(words) > 2 and sum(word[0].isupper() for word in words) > 0.7 * len(words)


class Weights(NamedTuple):
    """The concepts of a statement with what each weighs, and what all weigh together.

    Within a collection also its marks with their weights, and its concepts by the lines of synonyms that they stand on.
    """

    each: Mapping[str, float]
    total: float
    marks: Mapping[str, float]
    senses: Mapping[int, str]


def weigh(matter: Matter) -> Weights:
    """The weights of `matter` on its own."""
    each = matter.weights
    return Weights(each, math.fsum(each.values()), {}, {})


def weigh_among(matter: Matter, rarity: Mapping[str, float]) -> Weights:
    """The weights of `matter` within a collection in which a concept or mark is as telling as `rarity` (0 to 1) says."""
    each = {name: weight * rarity[name] for name, weight in matter.weights.items()}
    marks = {name: mark.weight * rarity[name] for name, mark in matter.marks.items()}
    return Weights(each, math.fsum(each.values()), marks, matter.senses)


def likeness(one: Weights, other: Weights) -> float:
    """How far two statements are about the same matter: 0 to 1, symmetric.

    The mean of Dice's coefficient and of containment, the latter as far as enough is in common: a short report of what
    a long one says in passing is about the same matter. Synonyms count less than the same word does, and a mark counts
    only where both have it.
    """
    if not one.total or not other.total:
        return 0.0
    theirs = other.each
    shared = math.fsum([min(one.each[name], theirs[name]) for name in one.each.keys() & theirs.keys()])
    if one.senses and other.senses:
        shared += _SYNONYM * _in_other_words(one, other)
    marks = math.fsum([one.marks[name] for name in one.marks.keys() & other.marks.keys()])
    shared += marks
    dice = 2 * shared / (one.total + other.total + 2 * marks)
    containment = shared / (min(one.total, other.total) + marks)
    return dice + (containment - dice) / 2 * min(1.0, shared / _ENOUGH)


def _in_other_words(one: Weights, other: Weights) -> float:
    """The weight of the concepts that the two do not share but have synonyms for, each counted once."""
    met: set[str] = set()
    weight = 0.0
    for line in sorted(one.senses.keys() & other.senses.keys()):
        mine, yours = one.senses[line], other.senses[line]
        if mine in other.each or yours in one.each or mine in met or yours in met:
            continue
        met |= {mine, yours}
        weight += min(one.each[mine], other.each[yours])
    return weight
