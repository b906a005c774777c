"""The built-in analyst: pure, instant, the same answer every time.

Guarantees: no I/O, no clock, no randomness; every claim and every sentence of the summary carries evidence; the
account of sentences balances.
"""

from groundwire.domain.analysis import Analysis
from groundwire.domain.article import Article
from groundwire.domain.summary import Point, Summary
from groundwire.extractive.claims import find_claims
from groundwire.extractive.passages import find_passages

ANALYST = "extractive@1"


class ExtractiveAnalyst:
    """`Analyst` without a model: `analyse` is awaitable because other analysts have to wait."""

    async def analyse(self, article: Article) -> Analysis:
        """Summary, claims and losses of `article`; supports are unchecked."""
        return analyse(article)


def analyse(article: Article) -> Analysis:
    """Summary, claims and losses of `article`; supports are unchecked."""
    passages = find_passages(article)
    reading = find_claims(article, passages)
    claims = reading.claims
    points = tuple(Point(text=claim.text, evidence=claim.evidence) for claim in claims[:4])
    summary = Summary(
        headline=article.title or (points[0].text if points else ""),
        bottom_line=points[0].text if points else "",
        points=points[1:],
        bottom_line_evidence=points[0].evidence if points else (),
    )
    losses = {"sentences": reading.losses}
    return Analysis(article=article.id, summary=summary, claims=claims, losses=losses, analyst=ANALYST)
