"""Developments: the main rows, grouped, in their own words.

Guarantees: a development joins only rows of one standing that stand in one paragraph of some article; a disputed row stands
alone, with both sides; every row is in at most one development.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from groundwire.briefing.story import Story
from groundwire.briefing.wording import dispute_sentence, sentences
from groundwire.domain.article import Article
from groundwire.domain.briefing import Development, Dispute, MergedClaim, Reading, Relation, Standing
from groundwire.domain.claim import Stance

MOST: Final = 7  # developments that somebody takes in within ten minutes
_MOST_ROWS: Final = 3
_MOST_CHARACTERS: Final = 480
_SET_APART: Final = frozenset({Stance.OPINION, Stance.PREDICTED})


def develop(story: Story, ranked: Sequence[MergedClaim]) -> tuple[Development, ...]:
    """At most `MOST` developments, the most important first."""
    articles = {article.id: article for article in story.articles}
    disputes = main_disputes(story)
    places = {row.id: _paragraphs(row, articles) for row in ranked}
    taken: set[str] = set()
    developments: list[Development] = []
    denials = _denial_rows(story)
    for row in ranked:
        if row.id in taken or row.id in denials or len(developments) == MOST:
            continue
        if row.id in disputes:
            text, members = dispute_sentence(disputes[row.id], row, articles), [row]
        else:
            members = _group(row, [other for other in ranked if other.id not in taken | denials], places)
            text = sentences(members)
        taken.update(member.id for member in members)
        claims = tuple(member.id for member in members)
        developments.append(Development(text=text, claims=claims, standing=row.standing))
    return tuple(developments)


def main_disputes(story: Story) -> dict[str, Dispute]:
    """The first dispute of every disputed row."""
    found: dict[str, Dispute] = {}
    for dispute in story.corroboration.disputes:
        if dispute.reading is not Reading.ROUNDING:
            found.setdefault(dispute.claim, dispute)
    return found


def _denial_rows(story: Story) -> set[str]:
    """Rows that stand on the other side of another row's dispute: they are told there."""
    told = {
        (piece.article, piece.start, piece.end): dispute.claim
        for dispute in main_disputes(story).values()
        for side in dispute.sides
        for piece in side.evidence
    }
    return {
        row.id
        for row in story.corroboration.claims
        for cell in row.cells
        for piece in cell.evidence
        if told.get((piece.article, piece.start, piece.end), row.id) != row.id
    }


def _group(
    lead: MergedClaim, others: Sequence[MergedClaim], places: Mapping[str, frozenset[tuple[str, int]]]
) -> list[MergedClaim]:
    members, length = [lead], len(lead.text)
    for row in others:
        is_close = bool(places[row.id] & places[lead.id])
        is_alike = row.standing is lead.standing and row.standing is not Standing.DISPUTED
        fits = length + len(row.text) <= _MOST_CHARACTERS and len(members) < _MOST_ROWS
        if row.id != lead.id and is_close and is_alike and fits and row.stance not in _SET_APART:
            members.append(row)
            length += len(row.text)
    return sorted(members, key=lambda row: min(places[row.id], default=("", 0)))


def _paragraphs(row: MergedClaim, articles: Mapping[str, Article]) -> frozenset[tuple[str, int]]:
    """The paragraphs, by article and where they begin, in which the row is supported."""
    return frozenset(
        (cell.article, articles[cell.article].text.rfind("\n", 0, cell.evidence[0].start))
        for cell in row.cells
        if cell.relation is Relation.SUPPORTS
    )
