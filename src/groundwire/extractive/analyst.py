"""The built-in analyst: pure, instant, the same answer every time.

Guarantees: no I/O, no clock, no randomness; every claim and every sentence of the summary carries evidence; the
account of sentences balances.
"""

from typing import Final

from groundwire.domain.analysis import Analysis
from groundwire.domain.article import Article
from groundwire.extractive.claims import find_claims
from groundwire.extractive.passages import find_passages
from groundwire.extractive.summaries import summarise

ANALYST: Final = "extractive@1"


class ExtractiveAnalyst:
    """`Analyst` without a model: `analyse` is awaitable because other analysts have to wait."""

    async def analyse(self, article: Article) -> Analysis:
        """Summary, claims and losses of `article`; supports are unchecked."""
        return analyse(article)


def analyse(article: Article) -> Analysis:
    """Summary, claims and losses of `article`; supports are unchecked."""
    passages = find_passages(article)
    reading = find_claims(article, passages)
    return Analysis(
        article=article.id,
        summary=summarise(article, passages, list(zip(reading.passages, reading.claims, strict=True))),
        claims=reading.claims,
        losses={"sentences": reading.losses},
        analyst=ANALYST,
    )
