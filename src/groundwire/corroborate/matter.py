"""What a statement is about, in a form in which two statements can be compared.

Guarantees: the same statement gives the same matter; what only tells who says it weighs little; values (numbers, dates)
are not part of the matter, so that two reports of one event meet although they disagree about them.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from groundwire.corroborate.lexicon import REPORTING, concept
from groundwire.text.dates import DateMention, find_dates
from groundwire.text.modality import Negation, find_negations
from groundwire.text.numbers import Quantity, find_quantities
from groundwire.text.stopwords import STOPWORDS
from groundwire.text.tokens import Token, stem, tokenise

_NAME_WEIGHT: Final = 1.25  # a name ties two statements together more than a common word does
_REPORTING_WEIGHT: Final = 0.15
_ENOUGH: Final = 2.5  # weight of words in common below which a containment says little


@dataclass(frozen=True)
class Word:
    """A word of a statement that says something: its concept, and whether it is written as a name."""

    token: Token
    concept: str
    is_name: bool


@dataclass(frozen=True)
class Matter:
    """A statement ready to be compared. `speaker` is who is credited for it, or empty; `published` resolves its dates."""

    text: str
    speaker: str = field(default="", kw_only=True)
    published: dt.date | None = field(default=None, kw_only=True)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words that say something, in order; numbers are not among them."""
        title_case = _is_title_case(self.text)
        return tuple(
            Word(token, concept(token.text), token.text[0].isupper() and not title_case and position > 0)
            for position, token in enumerate(tokenise(self.text))
            if token.is_word
            and not token.text[0].isdigit()
            and token.text.casefold().replace("’", "'") not in STOPWORDS
        )

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
        return find_dates(self.text, self.published)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The quantities that it names."""
        return find_quantities(self.text)

    @cached_property
    def negations(self) -> tuple[Negation, ...]:
        """The words that turn it round."""
        return find_negations(self.text)


def _is_title_case(text: str) -> bool:
    """Whether most words are capitalised, as in a headline, where capitals tell nothing."""
    words = [word for word in text.split() if word[0].isalpha() and len(word) > 3]
    return len(words) > 2 and sum(word[0].isupper() for word in words) > 0.7 * len(words)


def scaled(matter: Matter, rarity: Mapping[str, float]) -> dict[str, float]:
    """The weights of `matter` within a collection in which a concept is as telling as `rarity` (0 to 1) says."""
    return {name: weight * rarity.get(name, 1.0) for name, weight in matter.weights.items()}


def likeness(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """How far two statements, given by the weights of their concepts, are about the same matter: 0 to 1, symmetric.

    The mean of Dice's coefficient and of containment, the latter as far as enough is in common: a short report of what
    a long one says in passing is about the same matter.
    """
    total_one, total_other = sum(one.values()), sum(other.values())
    if not total_one or not total_other:
        return 0.0
    if len(other) < len(one):
        one, other = other, one
    shared = sum(min(weight, other[name]) for name, weight in one.items() if name in other)
    dice = 2 * shared / (total_one + total_other)
    containment = shared / min(total_one, total_other)
    return dice + (containment - dice) / 2 * min(1.0, shared / _ENOUGH)
