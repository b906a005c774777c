"""Silences: main rows that an article says nothing of.

Guarantee: an article is called silent only where it says nothing near; time is the rows that are told times the rows.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from groundwire.briefing.developments import main_disputes, told_by
from groundwire.briefing.story import Story
from groundwire.corroborate.matter import Matter, Weights, likeness, weigh
from groundwire.corroborate.values import has_figure, share_a_figure
from groundwire.domain.briefing import DisputeKind, MergedClaim, Omission, Relation

_MOST: Final = 4  # silences that are told; the matrix of the claims has them all
_NEAR: Final = 0.36  # likeness from which an article may well mean the same in words that were not recognised
_SHOWN: Final = 110  # code points of a claim that remind the reader of it


def find_silences(story: Story, main: Sequence[MergedClaim]) -> Iterator[Omission]:
    """At most four of them, disputed rows first."""
    yield from islice(_silences(story, main), _MOST)


def shortened(text: str) -> str:
    """The beginning of `text`, cut at a word."""
    return text if len(text) <= _SHOWN else text[:_SHOWN].rsplit(" ", 1)[0] + " …"


def _silences(story: Story, main: Sequence[MergedClaim]) -> Iterator[Omission]:
    disputed, elsewhere = main_disputes(story), told_by(story)
    said = _said(story)
    for row in sorted(main, key=lambda row: row.id not in disputed):
        is_denied = row.id in disputed and disputed[row.id].kind is DisputeKind.POLARITY
        if is_denied or row.id in elsewhere:
            continue
        matter = Matter(row.text)
        silent = tuple(
            cell.article
            for cell in row.cells
            if cell.relation is Relation.SILENT and not _comes_near(matter, said[cell.article])
        )
        if silent:
            yield Omission(
                what=f"Not in every article: {shortened(row.text)}",
                articles=silent,
                claims=(row.id,),
                why="silence is not disagreement",
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
    return any(
        likeness(weights, others) >= _NEAR and (not has_figure(matter) or share_a_figure(matter, other))
        for other, others in said
    )
