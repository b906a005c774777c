"""Which merged claims matter most to somebody who has ten minutes.

Guarantee: the order depends on nothing but the story; equals keep the order of the articles.
"""

import math
from collections.abc import Mapping, Sequence
from typing import Final

from groundwire.briefing.story import Story
from groundwire.corroborate.matter import Matter
from groundwire.corroborate.values import has_figure
from groundwire.domain.article import Article
from groundwire.domain.briefing import MergedClaim, Relation, Standing
from groundwire.domain.claim import Stance

_STANDING: Final = {Standing.DISPUTED: 1.2, Standing.CORROBORATED: 1.2, Standing.SINGLE_ORIGIN: 0.0}
_STANCE: Final = {Stance.OPINION: -0.8, Stance.PREDICTED: -0.5}
_ARTICLES: Final = 1.6  # for each doubling of the articles that carry it
_EARLY: Final = 1.2  # for standing at the very beginning of an article
_ON_TITLE: Final = 1.8  # for saying what one of the titles says
_FIGURE: Final = 0.7  # for a figure above ten: what a briefing is asked for first
_DATED: Final = 0.3
_LEANING: Final = frozenset(
    {
        "he",
        "she",
        "it",
        "they",
        "his",
        "her",
        "its",
        "their",
        "this",
        "these",
        "that",
        "those",
        "such",
        "both",
        "another",
        "so",
    }
)
_DEPENDENT: Final = -1.0  # for words that need the sentence before them


def rank(story: Story) -> list[MergedClaim]:
    """The rows of `story`, the most important first."""
    articles = {article.id: article for article in story.articles}
    titles = _title_concepts(story.articles)
    scores = {row.id: _score(row, articles, titles) for row in story.corroboration.claims}
    return sorted(story.corroboration.claims, key=lambda row: -scores[row.id])


def _score(row: MergedClaim, articles: Mapping[str, Article], titles: Sequence[frozenset[str]]) -> float:
    matter = Matter(row.text)
    carrying = [cell for cell in row.cells if cell.relation is not Relation.SILENT]
    return (
        _ARTICLES * math.log2(max(1, len(carrying)))
        + _EARLY
        * max((1 - _depth(cell.evidence[0].start, articles[cell.article]) for cell in carrying), default=0)
        + _ON_TITLE * max((len(title & matter.weights.keys()) / len(title) for title in titles), default=0)
        + _STANDING[row.standing]
        + _STANCE.get(row.stance, 0.0)
        + _FIGURE * has_figure(matter)
        + _DATED * (row.when is not None)
        + _DEPENDENT * leans_on_another(row)
    )


def leans_on_another(row: MergedClaim) -> bool:
    """Whether the row's words begin with one that only the sentence before explains ("their", "these", "such")."""
    first = row.text.split(maxsplit=1)[0].casefold().strip("“\"'‘") if row.text.strip() else ""
    return first in _LEANING


def _depth(position: int, article: Article) -> float:
    return position / max(1, len(article.text))


def _title_concepts(articles: Sequence[Article]) -> list[frozenset[str]]:
    titles = (frozenset(Matter(article.title).weights) for article in articles if article.title)
    return [title for title in titles if title]
