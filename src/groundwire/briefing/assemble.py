"""The briefing that needs no model: merged claims' own words in a fixed order and framing."""

from groundwire.briefing.story import Story
from groundwire.domain.briefing import Briefing, Development


def assemble(story: Story) -> Briefing:
    """The briefing of `story`: the same story gives the same briefing."""
    rows = story.corroboration.claims
    return Briefing(
        title=next((article.title for article in story.articles if article.title), "Briefing"),
        bottom_line=rows[0].text if rows else "No claim was found in these articles.",
        bottom_line_claims=tuple(row.id for row in rows[:1]),
        developments=tuple(
            Development(text=row.text, claims=(row.id,), standing=row.standing) for row in rows[:7]
        ),
        claims=rows,
        disputes=story.corroboration.disputes,
        timeline=(),
        voices=(),
        origins=story.corroboration.origins,
        omissions=(),
        articles=story.articles,
        losses=story.corroboration.losses,
        provenance=story.provenance,
    )
