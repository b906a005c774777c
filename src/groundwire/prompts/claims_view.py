"""Claims as a model sees them: one line each, with who is credited and how firmly, between two fence lines.

Guarantees: number n is the n-th claim, ids of merged claims are their own; no claim's words can pass for another line,
a number or an id.
"""

from collections.abc import Iterator, Sequence

from groundwire.domain.article import Article
from groundwire.domain.briefing import Dispute, MergedClaim
from groundwire.domain.claim import Claim
from groundwire.prompts.article_view import metadata_lines
from groundwire.prompts.fence import Fenced, fence
from groundwire.prompts.shown import shown_sentence

_NOBODY = "article"


def show_claims(article: Article, claims: Sequence[Claim]) -> Fenced:
    """The fenced view of `claims` of `article`: what `summarise_claims` is asked about."""
    lines = (f"[{number}] {claim_line(claim)}" for number, claim in enumerate(claims, 1))
    return fence("CLAIMS", "\n".join((*metadata_lines(article), "", *lines)))


def claim_line(claim: Claim) -> str:
    """The claim's words with who is credited and how firmly, on one line."""
    speaker = shown_sentence(claim.attribution.speaker or _NOBODY)
    return f"{shown_sentence(claim.text)} ({speaker}; {claim.stance.value})"


def show_story(
    claims: Sequence[MergedClaim], disputes: Sequence[Dispute], articles: Sequence[Article]
) -> Fenced:
    """The fenced view of merged claims and what their sides say: what `brief_story` is asked about."""
    names = {article.id: shown_sentence(article.outlet or article.id) for article in articles}
    return fence("CLAIMS", "\n".join(_story_lines(claims, disputes, names)))


def _story_lines(
    claims: Sequence[MergedClaim], disputes: Sequence[Dispute], names: dict[str, str]
) -> Iterator[str]:
    sides = {
        dispute.claim: [
            f"side: {shown_sentence(side.value)} ({', '.join(names[article] for article in side.articles)})"
            for side in dispute.sides
        ]
        for dispute in disputes
    }
    for claim in claims:
        speaker = shown_sentence(claim.speaker or _NOBODY)
        words = shown_sentence(claim.text)
        yield f"[{claim.id}] {words} ({claim.standing.value}; {speaker}; {claim.stance.value})"
        yield from sides.get(claim.id, ())
