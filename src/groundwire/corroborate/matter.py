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
from groundwire.corroborate.lexicon import REPORTING, concept
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
_MOST_TOKENS: Final = 400  # words of a statement that are compared: ten times those of a long sentence
_MOST_VALUES: Final = 40  # names, dates, figures and negations of a statement that are compared
_NAME_WEIGHT: Final = 1.25  # a name ties two statements together more than a common word does
_REPORTING_WEIGHT: Final = 0.15
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
        return tuple(
            Word(token, concept(token.text), token.text[0].isupper() and not title_case and position > 0)
            for position, token in enumerate(self.tokens)
            if token.text[0].isalpha() and token.text.casefold().replace("’", "'") not in STOPWORDS
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
        return find_figures(self.text, self.dates, self.words)[:_MOST_VALUES]

    @cached_property
    def negations(self) -> tuple[Negation, ...]:
        """The words that turn it round."""
        return find_negations(self.text)[:_MOST_VALUES]


def _is_title_case(text: str) -> bool:
    """Whether most words are capitalised, as in a headline, where capitals tell nothing."""
    words = [word for word in text.split() if word[0].isalpha() and len(word) > 3]
    return len(words) > 2 and sum(word[0].isupper() for word in words) > 0.7 * len(words)


class Weights(NamedTuple):
    """The concepts of a statement with what each weighs, and what all weigh together."""

    each: Mapping[str, float]
    total: float


def weigh(matter: Matter, rarity: Mapping[str, float] | None = None) -> Weights:
    """The weights of `matter`, within a collection in which a concept is as telling as `rarity` (0 to 1) says."""
    scale = rarity or {}
    each = {name: weight * scale.get(name, 1.0) for name, weight in matter.weights.items()}
    return Weights(each, math.fsum(each.values()))


def likeness(one: Weights, other: Weights) -> float:
    """How far two statements are about the same matter: 0 to 1, symmetric.

    The mean of Dice's coefficient and of containment, the latter as far as enough is in common: a short report of what
    a long one says in passing is about the same matter.
    """
    if not one.total or not other.total:
        return 0.0
    theirs = other.each
    shared = math.fsum([min(one.each[name], theirs[name]) for name in one.each.keys() & theirs.keys()])
    dice = 2 * shared / (one.total + other.total)
    containment = shared / min(one.total, other.total)
    return dice + (containment - dice) / 2 * min(1.0, shared / _ENOUGH)
