"""Voices and times: who said what, and what happened when."""

from groundwire.briefing.story import Story
from groundwire.briefing.wording import sentence
from groundwire.domain.briefing import TimelineEntry, Voice


def voices(story: Story) -> tuple[Voice, ...]:
    """Everybody who is credited, with the rows that rest on them; those with the most rows first."""
    found = [
        Voice(
            speaker=origin.label,
            claims=tuple(row.id for row in story.corroboration.claims if origin.id in row.origins),
            articles=origin.articles,
        )
        for origin in story.corroboration.credited
    ]
    return tuple(sorted((voice for voice in found if voice.claims), key=lambda voice: -len(voice.claims)))


def timeline(story: Story) -> tuple[TimelineEntry, ...]:
    """The dated rows by their first day, then by their last."""
    dated = [
        TimelineEntry(when=row.when, text=sentence(row), claims=(row.id,))
        for row in story.corroboration.claims
        if row.when is not None
    ]
    return tuple(sorted(dated, key=lambda entry: (entry.when.earliest, entry.when.latest)))
