"""Developments: the main rows, grouped, in their own words.

Guarantees: a development joins only rows of one standing that stand in one paragraph of some article; a disputed row stands
alone, with both sides; every row is in at most one development.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from groundwire.briefing.ranking import leans_on_another
from groundwire.briefing.story import Story
from groundwire.briefing.wording import dispute_sentence, sentences
from groundwire.corroborate.difference import COMPATIBLE
from groundwire.domain.article import Article
from groundwire.domain.briefing import Development, Dispute, DisputeKind, MergedClaim, Relation
from groundwire.domain.claim import Stance

MOST: Final = 7  # developments that somebody takes in within ten minutes
_MOST_ROWS: Final = 4
_MOST_CHARACTERS: Final = 560
_SET_APART: Final = frozenset({Stance.OPINION, Stance.PREDICTED})


def develop(story: Story, ranked: Sequence[MergedClaim]) -> tuple[Development, ...]:
    """At most `MOST` developments, the most important first."""
    articles = {article.id: article for article in story.articles}
    disputes, tellers = main_disputes(story), told_by(story)
    places = {row.id: _paragraphs(row, articles) for row in ranked}
    free = [row for row in ranked if row.id not in tellers]
    developments: list[Development] = []
    while free and len(developments) < MOST:
        lead = free[0]
        if lead.id in disputes:
            members, others = [lead], tuple(name for name, teller in tellers.items() if teller == lead.id)
            text = dispute_sentence(disputes[lead.id], lead, articles)
        else:
            members, others = _group(lead, free, places), ()
            text = sentences(members)
        told = (*(member.id for member in members), *others)
        developments.append(Development(text=text, claims=told, standing=lead.standing))
        free = [row for row in free if row.id not in told]
    return tuple(developments)


def without_lead(
    story: Story, developments: tuple[Development, ...], lead: Sequence[str]
) -> tuple[Development, ...]:
    """The developments without what the bottom line tells word for word, unless nothing else would be left."""
    rows = {row.id: row for row in story.corroboration.claims}
    disputed = main_disputes(story)
    kept: list[Development] = []
    for development in developments:
        rest = [name for name in development.claims if name not in lead]
        if len(rest) == len(development.claims):
            kept.append(development)
        elif rest and disputed.keys().isdisjoint(lead):
            text = sentences([rows[name] for name in rest])
            kept.append(Development(text=text, claims=tuple(rest), standing=development.standing))
    return tuple(kept) or developments


def main_disputes(story: Story) -> dict[str, Dispute]:
    """The dispute by which every disputed row is told: a denial before all, because to leave it out does most harm."""
    found: dict[str, Dispute] = {}
    ordered = sorted(
        story.corroboration.disputes, key=lambda dispute: dispute.kind is not DisputeKind.POLARITY
    )
    for dispute in ordered:
        if dispute.reading not in COMPATIBLE:
            found.setdefault(dispute.claim, dispute)
    return found


def told_by(story: Story) -> dict[str, str]:
    """Rows whose sentence stands on a side of another row's dispute (a denial above all), by that row: it tells them."""
    tellers = {
        (piece.article, piece.start, piece.end): dispute.claim
        for dispute in main_disputes(story).values()
        for side in dispute.sides
        for piece in side.evidence
    }
    found = {
        row.id: tellers[piece.article, piece.start, piece.end]
        for row in story.corroboration.claims
        for cell in row.cells
        for piece in cell.evidence
        if (piece.article, piece.start, piece.end) in tellers
    }
    disputed = main_disputes(story).keys()
    return {name: teller for name, teller in found.items() if name not in disputed}


def _group(
    lead: MergedClaim, others: Sequence[MergedClaim], places: Mapping[str, frozenset[tuple[str, int]]]
) -> list[MergedClaim]:
    members, length = [lead], len(lead.text)
    for row in others:
        is_close = bool(places[row.id] & places[lead.id])
        is_alike = (
            row.standing is lead.standing and row.stance not in _SET_APART and not leans_on_another(row)
        )
        fits = length + len(row.text) <= _MOST_CHARACTERS and len(members) < _MOST_ROWS
        if row.id != lead.id and is_close and is_alike and fits:
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
