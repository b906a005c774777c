"""Silences: figures among the main rows that one article alone gives.

Guarantee: an article is called silent only where it says nothing near; time is the rows that are told times the rows.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from groundwire.briefing.developments import main_disputes, told_by
from groundwire.briefing.story import Story
from groundwire.corroborate.matter import Matter, Weights, likeness, weigh
from groundwire.corroborate.naming import article_name
from groundwire.corroborate.values import has_figure, share_a_figure
from groundwire.domain.briefing import MergedClaim, Omission, Relation

_MOST: Final = 2  # figures that are told; the matrix of the claims has them all
_NEAR: Final = 0.36  # likeness from which an article may well mean the same in words that were not recognised
_SHOWN: Final = 110  # code points of a claim that remind the reader of it


def find_silences(story: Story, main: Sequence[MergedClaim]) -> Iterator[Omission]:
    """The first figures, among the rows that are told, that one of several articles alone gives."""
    if len(story.articles) > 1:
        yield from islice(_lone_figures(story, main), _MOST)


def shortened(text: str) -> str:
    """The beginning of `text`, cut at a word."""
    return text if len(text) <= _SHOWN else text[:_SHOWN].rsplit(" ", 1)[0] + " …"


def _lone_figures(story: Story, main: Sequence[MergedClaim]) -> Iterator[Omission]:
    disputed, elsewhere = main_disputes(story), told_by(story)
    names = {article.id: article_name(article) for article in story.articles}
    said = _said(story)
    for row in main:
        carrying = [cell.article for cell in row.cells if cell.relation is not Relation.SILENT]
        matter = Matter(row.text)
        if len(carrying) != 1 or row.id in disputed or row.id in elsewhere or not has_figure(matter):
            continue
        others = [cell.article for cell in row.cells if cell.article not in carrying]
        if not any(_comes_near(matter, said[name]) for name in others):
            yield Omission(
                what=f"Only in {names[carrying[0]]}: {shortened(row.text)}",
                articles=tuple(others),
                claims=(row.id,),
                why="a figure that no other article gives",
            )


def _said(story: Story) -> dict[str, list[tuple[Matter, Weights]]]:
    """What each article says, by its rows."""
    said: defaultdict[str, list[tuple[Matter, Weights]]] = defaultdict(list)
    for row in story.corroboration.claims:
        matter = Matter(row.text)
        weighed = matter, weigh(matter)
        for cell in row.cells:
            if cell.claims:
                said[cell.article].append(weighed)
    return said


def _comes_near(matter: Matter, said: Sequence[tuple[Matter, Weights]]) -> bool:
    """Whether something of what was said is near enough that calling it silence would mislead; a figure has to be there."""
    weights = weigh(matter)
    return any(likeness(weights, others) >= _NEAR and share_a_figure(matter, other) for other, others in said)
