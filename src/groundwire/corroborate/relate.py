"""How two statements relate: agree, contradict, unclear or unrelated, with the kind of difference and the reasons.

Guarantees: the same pair gives the same answer, and the order of the two changes nothing but the order of the words in
the reasons; the text of a statement is compared, never obeyed.
"""

from collections.abc import Iterable
from typing import Final, Literal, NamedTuple

from groundwire.corroborate.assertion import Assertion, Pair
from groundwire.corroborate.difference import COMPATIBLE, Difference
from groundwire.corroborate.differences import find_differences, tell_of_others
from groundwire.corroborate.matter import Matter, likeness, weigh
from groundwire.corroborate.polarity import leaves_open, only_reported, unconfirmed
from groundwire.corroborate.values import share_a_date, share_a_figure
from groundwire.domain.briefing import DisputeKind
from groundwire.domain.checking import Relates
from groundwire.domain.support import Reason, ReasonKind

RelationName = Literal["agree", "contradict", "unclear", "unrelated"]

_ABOUT_THE_SAME: Final = 0.44  # likeness from which two statements are taken to be about the same matter
_FIGURE_BONUS: Final = (
    0.12  # what a figure above ten in common is worth: two statements seldom share one by chance
)
_DATE_BONUS: Final = 0.05
_OF_VALUES: Final = frozenset({DisputeKind.NUMBER, DisputeKind.DATE, DisputeKind.PLACE})
_SURE: Final = 0.9
_REASONS: Final = {
    DisputeKind.NUMBER: ReasonKind.NUMBER,
    DisputeKind.DATE: ReasonKind.DATE,
    DisputeKind.PLACE: ReasonKind.NAME,
    DisputeKind.ACTOR: ReasonKind.ROLE,
    DisputeKind.POLARITY: ReasonKind.NEGATION,
    DisputeKind.ATTRIBUTION: ReasonKind.ATTRIBUTION,
    DisputeKind.STATUS: ReasonKind.COMPARISON,
}


class Relationship(NamedTuple):
    """How two statements relate. `score` (0 to 1) rises with the certainty of `relation`."""

    relation: RelationName
    kind: DisputeKind | None
    score: float
    reasons: tuple[Reason, ...]


def relate(a: Assertion, b: Assertion) -> Relationship:
    """How `a` and `b` relate."""
    one = Matter(a.text, published=a.published_date)
    other = Matter(b.text, published=b.published_date)
    alike = likeness(weigh(one), weigh(other))
    alike += _FIGURE_BONUS * share_a_figure(one, other) + _DATE_BONUS * share_a_date(one, other)
    if alike < _ABOUT_THE_SAME:
        return Relationship("unrelated", None, round(1 - alike, 3), ())
    found = [difference for difference in _differences(one, other) if difference.reading not in COMPATIBLE]
    if unconfirmed(a.text) or unconfirmed(b.text):
        found = [difference for difference in found if difference.kind is not DisputeKind.POLARITY]
    if tell_of_others(one, other):
        found = [difference for difference in found if difference.kind in _OF_VALUES]
        if not found:
            return Relationship("unrelated", None, round(1 - min(_SURE, alike), 3), ())
    if found:
        return _contradicting(found, alike)
    return _open_or_agreeing(one, other, min(1.0, alike))


def _differences(one: Matter, other: Matter) -> Iterable[Difference]:
    """The differences, found in an order of the two that is always the same, so that it cannot matter."""
    if one.text <= other.text:
        return find_differences(one, other)
    return [
        difference._replace(one=difference.other, other=difference.one, step=-difference.step)
        for difference in find_differences(other, one)
    ]


def relate_pair(pair: Pair) -> Relates:
    """The line of output for one line of a pairs file."""
    found = relate(pair.a, pair.b)
    return Relates(
        id=pair.id, relation=found.relation, kind=found.kind, score=found.score, reasons=found.reasons
    )


def _contradicting(found: list[Difference], alike: float) -> Relationship:
    reasons = tuple(
        Reason(
            kind=_REASONS[difference.kind],
            claim=difference.one,
            source=difference.other,
            message=f"{difference.kind}: “{difference.one}” against “{difference.other}”",
        )
        for difference in found
    )
    return Relationship("contradict", found[0].kind, round(min(_SURE, alike), 3), reasons)


def _open_or_agreeing(one: Matter, other: Matter, alike: float) -> Relationship:
    first, second = (leaves_open(side.text) or only_reported(side.text) for side in (one, other))
    if bool(first) == bool(second):
        return Relationship("agree", None, round(alike, 3), ())
    words = first or second
    reason = Reason(
        kind=ReasonKind.MODALITY,
        claim=first or None,
        source=second or None,
        message=f"one of the two takes no side: “{words}”",
    )
    return Relationship("unclear", None, round(alike, 3), (reason,))
