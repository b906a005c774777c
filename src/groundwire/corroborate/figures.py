"""The figures of a statement, each with what it counts."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from groundwire.domain.span import Span
from groundwire.text.numbers import Quantity, QuantityKind
from groundwire.text.tokens import Token

_INCOMPARABLE: Final = frozenset({QuantityKind.ORDINAL, QuantityKind.VAGUE})
_PARTITIVE: Final = re.compile(r"\s+of\b|\s+(?:man|person|thing)\b")
_MOST: Final = 80  # quantities of a statement that are looked at
_NEAR: Final = 3  # content words from a figure on among which stands what it counts


class Word(NamedTuple):
    """A word of a statement that says something: its concept, and whether it is written as a name."""

    token: Token
    concept: str
    is_name: bool


class Figure(NamedTuple):
    """A quantity, and the concepts next to it: two figures that share one may count the same thing."""

    quantity: Quantity
    counted: frozenset[str]


def find_figures(text: str, quantities: Sequence[Quantity], words: Sequence[Word]) -> tuple[Figure, ...]:
    """The definite ones of the `quantities` of `text`; "one of the two" stands for somebody, it counts nothing."""
    return tuple(
        Figure(quantity, _counted(words, quantity.span))
        for quantity in quantities[:_MOST]
        if quantity.kind not in _INCOMPARABLE and not _is_pronoun(text, quantity)
    )


def _is_pronoun(text: str, quantity: Quantity) -> bool:
    if quantity.high > 10 or quantity.kind is not QuantityKind.CARDINAL:
        return False
    before, after = text[: quantity.span.start].casefold().rstrip(), text[quantity.span.end :]
    return quantity.text.casefold() == "one" or before.endswith("the") or bool(_PARTITIVE.match(after))


def _counted(words: Sequence[Word], span: Span) -> frozenset[str]:
    """What the figure at `span` counts: among the words from it on, and the one before it."""
    after = [word.concept for word in words if word.token.start >= span.start][:_NEAR]
    before = [word.concept for word in words if word.token.end <= span.start][-1:]
    return frozenset(after + before)
