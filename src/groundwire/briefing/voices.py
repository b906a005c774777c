"""Voices and times: who said what, and what happened when."""

from groundwire.briefing.developments import main_disputes
from groundwire.briefing.story import Story
from groundwire.briefing.wording import sentence
from groundwire.domain.briefing import Dispute, DisputeKind, MergedClaim, TimelineEntry, Voice


def voices(story: Story) -> tuple[Voice, ...]:
    """Everybody who is credited, with the rows in which they are; those with the most rows first."""
    heard: dict[str, list[str]] = {}
    for row in story.corroboration.claims:
        claims = (name for cell in row.cells for name in cell.claims)
        for origin in dict.fromkeys(story.corroboration.credits.get(name, "") for name in claims):
            heard.setdefault(origin, []).append(row.id)
    found = [
        Voice(speaker=origin.label, claims=tuple(heard[origin.id]), articles=origin.articles)
        for origin in story.corroboration.credited
        if origin.id in heard
    ]
    return tuple(sorted(found, key=lambda voice: -len(voice.claims)))


def timeline(story: Story) -> tuple[TimelineEntry, ...]:
    """The dated rows by their first day, then by their last."""
    disputes = main_disputes(story)
    dated = [
        TimelineEntry(when=row.when, text=_told(row, disputes.get(row.id)), claims=(row.id,))
        for row in story.corroboration.claims
        if row.when is not None
    ]
    return tuple(sorted(dated, key=lambda entry: (entry.when.earliest, entry.when.latest)))


def _told(row: MergedClaim, dispute: Dispute | None) -> str:
    if dispute is None or dispute.kind is not DisputeKind.DATE:
        return sentence(row)
    return f"{sentence(row)} The articles disagree about the date."
