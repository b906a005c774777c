"""All that two statements about the same matter say differently, the surest kinds first."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from groundwire.corroborate.acts import (
    have_opposite_fates,
    opposite_outcomes,
    refutes_something_else,
    tell_of_two_things,
)
from groundwire.corroborate.difference import Difference
from groundwire.corroborate.exchanges import Exchange, exchanges
from groundwire.corroborate.matter import Matter
from groundwire.corroborate.polarity import has_negative, is_of_a_stretch, negated, opposites, refutes
from groundwire.corroborate.roles import role_differences
from groundwire.corroborate.tallies import tallies, tally_differences
from groundwire.corroborate.values import date_differences, number_differences
from groundwire.corroborate.wording import exchange_differences
from groundwire.domain.briefing import DisputeKind

_REACHED: Final = 2  # words after a negation that it turns round for certain
_SHORT: Final = (
    14  # words up to which a statement has one predicate, so that a negation anywhere turns it round
)


def find_differences(a: Matter, b: Matter) -> tuple[Difference, ...]:
    """The differences between `a` and `b`, taken to be about the same matter."""
    return differences_by(a, b, exchanges(a, b))


def differences_by(a: Matter, b: Matter, exchanged: tuple[Exchange, ...] | None) -> tuple[Difference, ...]:
    """The same, given what was exchanged between them.

    In nearly the same words, what was exchanged tells; otherwise values are compared that stand in the same place.
    """
    counted = tally_differences(a, b)
    if exchanged is not None:
        found = _without_tallies(a, b, exchange_differences(a, b, exchanged))
        found = found or (*date_differences(a, b), *role_differences(a, b), *_outcome_differences(a, b))
        return (*counted, *found)
    return (
        *counted,
        *_polarity_differences(a, b),
        *_without_tallies(a, b, number_differences(a, b)),
        *date_differences(a, b),
        *role_differences(a, b),
        *_status_differences(a, b),
    )


def tell_of_others(a: Matter, b: Matter) -> bool:
    """Whether the two tell what became of two things: one was approved or denied, and something else was not."""
    one, other = refutes(a.text), refutes(b.text)
    if one and not other and refutes_something_else(a, b, one):
        return True
    if other and not one and refutes_something_else(b, a, other):
        return True
    return have_opposite_fates(a, b)


def _without_tallies(a: Matter, b: Matter, found: Iterable[Difference]) -> tuple[Difference, ...]:
    """Those of the differences that do not set one tally against another: what they count is known, and compared."""
    ones, others = ({tally.text for tally in tallies(side)} for side in (a, b))
    return tuple(
        one
        for one in found
        if one.kind is not DisputeKind.NUMBER or one.one not in ones or one.other not in others
    )


def _polarity_differences(a: Matter, b: Matter) -> Iterator[Difference]:
    one, other = refutes(a.text), refutes(b.text)
    if one and not other and refutes_something_else(a, b, one):
        one = ""
    elif other and not one and refutes_something_else(b, a, other):
        other = ""
    if bool(one) != bool(other) and not (has_negative(a.text) and has_negative(b.text)):
        yield Difference(DisputeKind.POLARITY, one or a.text, other or b.text)
    elif has_negative(a.text) != has_negative(b.text) and not (
        is_of_a_stretch(a.text) or is_of_a_stretch(b.text)
    ):
        yield from _negated(a, b)


def _negated(a: Matter, b: Matter) -> Iterator[Difference]:
    """One of the two is turned round as a whole: it is short, or the negation reaches what both share."""
    is_first = has_negative(a.text)
    turned, plain = (a, b) if is_first else (b, a)
    reached = [words for name, words in islice(negated(turned).items(), _REACHED) if name in plain.weights]
    if reached or max(len(a.tokens), len(b.tokens)) <= _SHORT:
        sides = (reached[0] if reached else turned.text, plain.text)
        yield Difference(DisputeKind.POLARITY, *(sides if is_first else sides[::-1]))


def _outcome_differences(a: Matter, b: Matter) -> Iterator[Difference]:
    found = opposite_outcomes(a, b)
    if found is not None:
        yield Difference(DisputeKind.STATUS, *found)


def _status_differences(a: Matter, b: Matter) -> Iterator[Difference]:
    found = opposite_outcomes(a, b) or opposites(a, b)
    if found is not None and not tell_of_two_things(a, b, one=found[0], other=found[1]):
        yield Difference(DisputeKind.STATUS, *found)
