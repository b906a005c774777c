"""Denials: what an article reports, and directly after it that somebody denies it.

Guarantee: a denial is set against nothing but the claim directly before it, or the last allegation where it speaks of
"these allegations", by somebody else or by nobody; both stay, in the article's own words.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from groundwire.corroborate.matter import Matter
from groundwire.corroborate.naming import article_name
from groundwire.corroborate.origins import speaker_of
from groundwire.corroborate.polarity import denies, leaves_open
from groundwire.domain.article import Article
from groundwire.domain.briefing import Dispute, DisputeKind, DisputeSide, Reading
from groundwire.domain.claim import Claim, Stance

_ALLEGATIONS: Final = re.compile(
    r"\b(?:these|those|such|the|all|any|both)\s+(?:\w+\s+)?(?:allegations?|accusations?|claims?|charges?|reports?|rumou?rs?)\b",
    re.IGNORECASE,
)
_REFUSED_SOMETHING: Final = re.compile(
    r"\b(?:been|was|were|be|being|is|are|got)\s+(?:\w+\s+)?(?:denied|rejected|dismissed)\b|\bden(?:y|ied|ies|ying)\s+(?:him|her|them|us|me|it)\s+\w",
    re.IGNORECASE,
)
_LOOKED_AT: Final = 12  # claims before a denial among which stands what it denies
_REACH: Final = 4  # sentences over which "these allegations" reach back
_SHARED: Final = (
    2  # concepts in common with the sentence of a denial that make a plain statement what it denies
)
_CAN_BE_DENIED: Final = frozenset({Stance.ALLEGED, Stance.ASSERTED})


class Denial(NamedTuple):
    """A claim and the one that denies it."""

    denied: Claim
    denial: Claim


def find_denials(article: Article, claims: Sequence[Claim]) -> Iterator[Denial]:
    """The denials among the `claims` of `article`."""
    ordered = sorted(claims, key=lambda claim: claim.evidence[0].start)
    for place, claim in enumerate(ordered):
        if not is_denial(claim):
            continue
        before = [
            (earlier, _distance(article, earlier, claim))
            for earlier in reversed(ordered[max(0, place - _LOOKED_AT) : place])
            if not is_denial(earlier) and _is_by_another(earlier, claim)
        ]
        found = next((earlier for earlier, distance in before if _is_meant(earlier, claim, distance)), None)
        if found is not None:
            yield Denial(found, claim)


def is_denial(claim: Claim) -> bool:
    """Whether somebody denies something; who is denied a visa denies nothing."""
    if _REFUSED_SOMETHING.search(claim.text):
        return False
    return claim.stance is Stance.DENIED or bool(denies(claim.text))


def _is_by_another(before: Claim, claim: Claim) -> bool:
    return not speaker_of(claim) or speaker_of(claim) != speaker_of(before)


def _is_meant(before: Claim, claim: Claim, distance: int) -> bool:
    """Whether the denial can be of `before`, that many sentences earlier.

    "These allegations" reach back to the last allegation; anything else denies what stands directly before it, if that
    is an allegation, what somebody else is credited for, or about the same matter.
    """
    is_alleged = before.stance is Stance.ALLEGED or bool(leaves_open(before.text))
    if is_alleged and distance <= _REACH and _ALLEGATIONS.search(claim.evidence[0].quote):
        return True
    if distance > 1 or before.stance not in _CAN_BE_DENIED:
        return False
    if speaker_of(before) and speaker_of(claim):
        return True
    if _ALLEGATIONS.search(claim.evidence[0].quote):
        return is_alleged
    carrying = Matter(claim.evidence[0].quote).weights
    return is_alleged or len(Matter(before.text).weights.keys() & carrying.keys()) >= _SHARED


def denial_dispute(denial: Denial, row_of: Mapping[str, str], article: Article) -> Dispute:
    """The dispute between the two, on the row of what is denied."""
    return Dispute(
        claim=row_of[denial.denied.id],
        kind=DisputeKind.POLARITY,
        sides=(_side(denial.denied), _side(denial.denial)),
        reading=Reading.CONFLICT,
        note=f"the denial stands after it in {article_name(article)}",
    )


def _side(claim: Claim) -> DisputeSide:
    return DisputeSide(value=claim.text, articles=(claim.article,), evidence=claim.evidence)


def _distance(article: Article, before: Claim, claim: Claim) -> int:
    """How many sentences, headings included, lie from `before` to `claim`."""
    return _sentence_at(article, claim.evidence[0].start) - _sentence_at(article, before.evidence[0].start)


def _sentence_at(article: Article, position: int) -> int:
    return bisect_right(article.sentences, position, key=lambda span: span.start) - 1
