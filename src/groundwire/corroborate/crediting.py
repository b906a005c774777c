"""Whom an article credits for a claim that came without a credit: read off the sentence that is its evidence.

Guarantee: only what the built-in reading of that very sentence finds is taken; where it finds several speakers, the one
whose words share most with the claim.
"""

from collections.abc import Sequence

from groundwire.corroborate.own_reporting import is_own_reporting
from groundwire.domain.analysis import Analysis
from groundwire.domain.article import Article
from groundwire.domain.claim import Attribution, Claim
from groundwire.extractive.analyst import ANALYST, analyse
from groundwire.text.tokens import stem, tokenise


def with_credits(articles: Sequence[Article], analyses: Sequence[Analysis]) -> list[Claim]:
    """All claims, in order; those of another analyst than the built-in one with the credits that their sentences give."""
    claims: list[Claim] = []
    for article, analysis in zip(articles, analyses, strict=True):
        if analysis.analyst == ANALYST or all(claim.attribution.speaker for claim in analysis.claims):
            claims += analysis.claims
            continue
        credited = [claim for claim in analyse(article).claims if claim.attribution.speaker]
        claims += [_credited(claim, credited) for claim in analysis.claims]
    return claims


def _credited(claim: Claim, credited: Sequence[Claim]) -> Claim:
    attribution = claim.attribution
    if attribution.speaker or any(is_own_reporting(piece.quote) for piece in claim.evidence):
        return claim
    found = _reading(claim, credited)
    return claim if found is None else claim.model_copy(update={"attribution": found})


def _reading(claim: Claim, credited: Sequence[Claim]) -> Attribution | None:
    words = _stems(claim.text)
    near = [
        (len(words & _stems(other.text)), -place, other)
        for place, other in enumerate(credited)
        if other.evidence[0].span.overlaps(claim.evidence[0].span)
    ]
    if not near:
        return None
    shared, _, other = max(near, key=lambda one: one[:2])
    return other.attribution if 2 * shared >= min(len(words), len(_stems(other.text))) else None


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(token.text) for token in tokenise(text) if token.is_word)
