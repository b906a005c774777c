"""Pronouns of the claim against those of the passage: "he" where the article has "she".

Guarantee: the first person told in the third, and "it" for "they", are no findings, for reports do that.
"""

from collections.abc import Iterator

from groundwire.domain.support import ReasonKind
from groundwire.grounding.finding import Finding, Gravity
from groundwire.grounding.gaps import Gap, Overlay
from groundwire.text.pronouns import SUBJECTS, Kind, kind_of

_REPORTED = frozenset({Kind.I, Kind.WE, Kind.YOU})
_SINGULAR = frozenset({Kind.HE, Kind.SHE})
_THINGS = frozenset({Kind.IT, Kind.THEY})


def find_stand_ins(sheet: Overlay, gap: Gap) -> Iterator[Finding]:
    """A finding where the first pronouns of the two sides in `gap` cannot stand for the same."""
    mine = next((at for at in gap.claim if kind_of(sheet.claim_words(at))), None)
    its = next((at for at in gap.source if kind_of(sheet.source_words(at))), None)
    if (
        mine is None
        or its is None
        or _is_subject(sheet.claim_words(mine)) != _is_subject(sheet.source_words(its))
    ):
        return
    said, read = sheet.claim_words(mine), sheet.source_words(its)
    gravity = _gravity(kind_of(said), kind_of(read))
    if gravity is Gravity.NOTE:
        return
    message = f"the claim says {said!r} where the article says {read!r}"
    span, source = sheet.claim_span(mine), sheet.source_span(its)
    yield Finding(ReasonKind.ROLE, gravity, span, source, message, (mine,), is_exchange=True)


def _is_subject(word: str) -> bool:
    return word.casefold() in SUBJECTS


def _gravity(claim: Kind | None, source: Kind | None) -> Gravity:
    if claim is source or source in _REPORTED or {claim, source} <= _THINGS:
        return Gravity.NOTE
    if {claim, source} == _SINGULAR:
        return Gravity.CLASH
    return Gravity.LACK
