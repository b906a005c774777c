"""Merged claims of several articles: one row for what is the same, one cell for every article.

Guarantees: every claim that goes in stands in exactly one row; every row has one cell per article, in their order; ids
that are referred to exist.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from groundwire.domain.analysis import Analysis
from groundwire.domain.article import Article
from groundwire.domain.briefing import Cell, Dispute, MergedClaim, Origin, OriginKind, Relation, Standing
from groundwire.domain.claim import Claim
from groundwire.domain.losses import Losses, StageLosses


@dataclass(frozen=True, kw_only=True)
class Corroboration:
    """What comes of several articles: rows, origins and disputes, with the account of the claims."""

    claims: tuple[MergedClaim, ...]
    origins: tuple[Origin, ...]
    disputes: tuple[Dispute, ...]
    losses: Losses


def corroborate(articles: Sequence[Article], analyses: Sequence[Analysis]) -> Corroboration:
    """Merge the claims of `analyses` (one per article, same order) and find origins and disputes."""
    origins = tuple(
        Origin(
            id=f"o{number}",
            label=article.outlet or article.source,
            kind=OriginKind.OUTLET,
            articles=(article.id,),
            why="nobody is credited",
        )
        for number, article in enumerate(articles, 1)
    )
    claims = [claim for analysis in analyses for claim in analysis.claims]
    rows = tuple(_row(number, claim, articles, origins) for number, claim in enumerate(claims, 1))
    losses = {"claims": StageLosses(in_=len(claims), kept=len(claims))}
    return Corroboration(claims=rows, origins=origins, disputes=(), losses=losses)


def _row(number: int, claim: Claim, articles: Sequence[Article], origins: tuple[Origin, ...]) -> MergedClaim:
    cells = tuple(
        Cell(article=article.id, relation=Relation.SUPPORTS, claims=(claim.id,), evidence=claim.evidence)
        if article.id == claim.article
        else Cell(article=article.id, relation=Relation.SILENT)
        for article in articles
    )
    return MergedClaim(
        id=f"m{number}",
        text=claim.text,
        standing=Standing.SINGLE_ORIGIN,
        cells=cells,
        origins=tuple(origin.id for origin in origins if claim.article in origin.articles),
        outlets=1,
        speaker=claim.attribution.speaker,
        stance=claim.stance,
        when=claim.when,
    )
