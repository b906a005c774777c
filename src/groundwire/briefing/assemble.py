"""The briefing that needs no model: merged claims' own words in a fixed order and framing."""

import re
from collections import Counter
from collections.abc import Sequence

from groundwire.briefing.developments import develop, main_disputes, without_lead
from groundwire.briefing.omissions import find_omissions
from groundwire.briefing.ranking import rank
from groundwire.briefing.story import Story
from groundwire.briefing.voices import timeline, voices
from groundwire.briefing.wording import dispute_sentence, sentence
from groundwire.corroborate.matter import Matter, likeness, weigh
from groundwire.domain.briefing import Briefing, Dispute, MergedClaim, Reading, Standing

NOTHING = "No claim was found in these articles."


def assemble(story: Story) -> Briefing:
    """The briefing of `story`: the same story gives the same briefing."""
    ranked = rank(story)
    developments = develop(story, ranked)
    told = {name for development in developments for name in development.claims}
    main = [row for row in ranked if row.id in told]
    lead = [row.id for row in main[:1]]
    return Briefing(
        title=_title(story, main),
        bottom_line=_bottom_line(story, main),
        bottom_line_claims=tuple(lead),
        developments=without_lead(story, developments, lead),
        claims=story.corroboration.claims,
        disputes=story.corroboration.disputes,
        timeline=timeline(story),
        voices=voices(story),
        origins=story.corroboration.origins,
        omissions=find_omissions(story, main),
        articles=story.articles,
        losses=story.corroboration.losses,
        provenance=story.provenance,
    )


def _bottom_line(story: Story, main: Sequence[MergedClaim]) -> str:
    """The most important row, with both sides where it is disputed, and how well the whole is carried."""
    if not main:
        return NOTHING
    dispute = main_disputes(story).get(main[0].id)
    articles = {article.id: article for article in story.articles}
    lead = sentence(main[0]) if dispute is None else dispute_sentence(dispute, main[0], articles)
    return " ".join(filter(None, [_several_events(story), lead, _standing(story)]))


def _several_events(story: Story) -> str:
    """That the articles are not about one event, where they share neither a claim nor a beginning; else empty."""
    count = len(story.corroboration.families)
    if count < 2:
        return ""
    return f"These articles are not about one event: they fall into {count} groups that share no claim."


def _standing(story: Story) -> str:
    """How many rows have independent origins and how many are disputed; empty for a single article."""
    if len(story.articles) < 2:
        return ""
    standings = Counter(row.standing for row in story.corroboration.claims)
    carried, disputed = standings[Standing.CORROBORATED], standings[Standing.DISPUTED]
    total = len(story.corroboration.claims)
    first = (
        f"Of {total} claims {carried or 'none'} {'has' if carried < 2 else 'have'} two independent origins"
    )
    return f"{first}; {disputed or 'none'} {'is' if disputed < 2 else 'are'} in dispute."


def _title(story: Story, main: Sequence[MergedClaim]) -> str:
    """The title of the article that comes nearest to what matters most; the first of equals."""
    titles = [article.title for article in story.articles if article.title]
    if not titles:
        return f"Briefing on {len(story.articles)} articles"
    dispute = main_disputes(story).get(main[0].id) if main else None
    titles = [title for title in titles if not _is_overtaken(title, dispute)] or titles
    weights = weigh(Matter(" ".join(row.text for row in main[:3])))
    return max(titles, key=lambda title: likeness(weigh(Matter(title)), weights))


def _is_overtaken(title: str, dispute: Dispute | None) -> bool:
    """Whether the title gives a count that a later article has brought up to date."""
    if dispute is None or dispute.reading is not Reading.UPDATE:
        return False
    words = frozenset(re.findall(r"[\w,.]*\w", title.casefold()))
    return any(side.value.casefold().split()[-1] in words for side in dispute.sides[1:])
