"""Denials: what an article reports, and directly after it that somebody denies it.

Guarantee: a denial is set against nothing but the claim that stands directly before it in the same section, by somebody
else or by nobody; both stay, in the article's own words.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from groundwire.corroborate.naming import article_name
from groundwire.corroborate.origins import speaker_of
from groundwire.corroborate.polarity import denies
from groundwire.domain.article import Article
from groundwire.domain.briefing import Dispute, DisputeKind, DisputeSide, Reading
from groundwire.domain.claim import Claim, Stance

_CAN_BE_DENIED: Final = frozenset({Stance.ALLEGED, Stance.ASSERTED})


class Denial(NamedTuple):
    """A claim and the one that denies it."""

    denied: Claim
    denial: Claim


def find_denials(article: Article, claims: Sequence[Claim]) -> Iterator[Denial]:
    """The denials among the `claims` of `article`."""
    ordered = sorted(claims, key=lambda claim: claim.evidence[0].start)
    for before, claim in pairwise(ordered):
        if not _is_denial(claim) or _is_denial(before) or before.stance not in _CAN_BE_DENIED:
            continue
        is_same_speaker = speaker_of(claim) and speaker_of(claim) == speaker_of(before)
        if not is_same_speaker and _is_next(article, before, claim):
            yield Denial(before, claim)


def denial_dispute(denial: Denial, row_of: Mapping[str, str], article: Article) -> Dispute:
    """The dispute between the two, on the row of what is denied."""
    return Dispute(
        claim=row_of[denial.denied.id],
        kind=DisputeKind.POLARITY,
        sides=(_side(denial.denied), _side(denial.denial)),
        reading=Reading.CONFLICT,
        note=f"the denial stands directly after it in {article_name(article)}",
    )


def _side(claim: Claim) -> DisputeSide:
    return DisputeSide(value=claim.text, articles=(claim.article,), evidence=claim.evidence)


def _is_denial(claim: Claim) -> bool:
    return claim.stance is Stance.DENIED or bool(denies(claim.text))


def _is_next(article: Article, before: Claim, claim: Claim) -> bool:
    """Whether `claim` stands in the sentence of `before` or the one after it, with no heading in between."""
    first = _sentence_at(article, before.evidence[0].start)
    last = _sentence_at(article, claim.evidence[0].start)
    return 0 <= last - first <= 1


def _sentence_at(article: Article, position: int) -> int:
    return bisect_right(article.sentences, position, key=lambda span: span.start) - 1
