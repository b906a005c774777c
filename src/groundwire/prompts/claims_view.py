"""Claims as a model sees them: one line each, with who is credited and how firmly, between two fence lines.

Guarantees: number n is the n-th claim; no claim's words can pass for another line or for a number.
"""

from collections.abc import Sequence

from groundwire.domain.article import Article
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
