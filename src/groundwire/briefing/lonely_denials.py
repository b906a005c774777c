"""Denials that some of the articles leave out.

Guarantees: such a finding points at the row in which the denial itself stands, not at what is denied; where an article
may hold the denial in words that were not recognised, no article is called silent.
"""

from collections.abc import Iterator, Sequence

from groundwire.briefing.developments import main_disputes
from groundwire.briefing.silences import shortened
from groundwire.briefing.story import Story
from groundwire.corroborate.charges import is_bare
from groundwire.corroborate.matter import Matter
from groundwire.corroborate.naming import article_name
from groundwire.corroborate.polarity import denies
from groundwire.domain.article import Article
from groundwire.domain.briefing import Dispute, DisputeKind, DisputeSide, MergedClaim, Omission, Relation


def lonely_denials(story: Story) -> Iterator[Omission]:
    """The denials that are heard in some of several articles and in no other."""
    names = {article.id: article_name(article) for article in story.articles}
    for dispute in main_disputes(story).values():
        if dispute.kind is not DisputeKind.POLARITY:
            continue
        denial = dispute.sides[-1]
        rows = _rows_of(story, denial)
        heard = _heard(dispute, rows)
        silent = [article for article in story.articles if article.id not in heard]
        if silent and heard and not any(_may_deny(article, dispute) for article in silent):
            outlets = ", ".join(names[name] for name in sorted(heard))
            yield Omission(
                what=f"The denial is heard only in {outlets}: {shortened(denial.value)}",
                articles=tuple(article.id for article in silent),
                claims=tuple(row.id for row in rows) or (dispute.claim,),
                why="the other articles do not say that it is disputed",
            )


def _rows_of(story: Story, side: DisputeSide) -> list[MergedClaim]:
    """The rows that hold what the side says: the one in its words, else those in which its sentences stand."""
    told = frozenset((piece.article, piece.start, piece.end) for piece in side.evidence)
    holding = [
        row
        for row in story.corroboration.claims
        if any(
            (piece.article, piece.start, piece.end) in told for cell in row.cells for piece in cell.evidence
        )
    ]
    return [row for row in holding if row.text == side.value] or holding


def _heard(dispute: Dispute, rows: Sequence[MergedClaim]) -> frozenset[str]:
    """The articles that deny it: by a side of the dispute, or by carrying the row of the denial."""
    carrying = {
        cell.article
        for row in rows
        if row.id != dispute.claim
        for cell in row.cells
        if cell.relation is Relation.SUPPORTS
    }
    return frozenset(carrying.union(*(side.articles for side in dispute.sides[1:])))


def _may_deny(article: Article, dispute: Dispute) -> bool:
    """Whether a sentence of the article denies something that may well be what is disputed."""
    denying = filter(denies, map(article.sentence_text, range(len(article.sentences))))
    disputed = Matter(dispute.sides[0].value).weights.keys()
    return any(is_bare(text) or disputed & Matter(text).weights.keys() for text in denying)
