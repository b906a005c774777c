"""The words that labels are made of, for the page to offer.

Guarantee: they are those of the label file's own types.
"""

from enum import StrEnum

from groundwire.domain.briefing import DisputeKind, OriginKind, Reading, Standing
from groundwire.domain.claim import AttributionKind, Stance
from groundwire.domain.support import ReasonKind
from groundwire.evaluation.labels import MOST_WEIGHT

_OFFERED: dict[str, type[StrEnum]] = {
    "attribution": AttributionKind,
    "stance": Stance,
    "trap": ReasonKind,
    "standing": Standing,
    "origin": OriginKind,
    "dispute": DisputeKind,
    "reading": Reading,
}


def vocabulary() -> dict[str, list[str] | list[int]]:
    """What each field may hold, in the order in which it is offered."""
    words: dict[str, list[str] | list[int]] = {
        name: [one.value for one in kind] for name, kind in _OFFERED.items()
    }
    return {**words, "weight": list(range(1, MOST_WEIGHT + 1))}
