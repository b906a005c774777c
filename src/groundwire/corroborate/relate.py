"""How two statements relate: agree, contradict, unclear or unrelated, with the kind of difference and the reasons."""

from typing import Literal, NamedTuple

from groundwire.corroborate.assertion import Assertion, Pair
from groundwire.domain.briefing import DisputeKind
from groundwire.domain.checking import Relates
from groundwire.domain.support import Reason

RelationName = Literal["agree", "contradict", "unclear", "unrelated"]


class Relationship(NamedTuple):
    """How two statements relate. `score` (0 to 1) rises with the certainty of `relation`."""

    relation: RelationName
    kind: DisputeKind | None
    score: float
    reasons: tuple[Reason, ...]


def relate(a: Assertion, b: Assertion) -> Relationship:
    """How `b` relates to `a`; the order of the two changes only the order of the words in the reasons."""
    one, other = set(a.text.casefold().split()), set(b.text.casefold().split())
    share = len(one & other) / max(1, min(len(one), len(other)))
    if share > 0.5:
        return Relationship("agree", None, share, ())
    return Relationship("unrelated", None, 1 - share, ())


def relate_pair(pair: Pair) -> Relates:
    """The line of output for one line of a pairs file."""
    found = relate(pair.a, pair.b)
    return Relates(
        id=pair.id, relation=found.relation, kind=found.kind, score=found.score, reasons=found.reasons
    )
