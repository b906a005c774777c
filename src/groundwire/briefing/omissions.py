"""What is missing: what a reader would want to know and these articles do not say.

Guarantee: every omission is a finding about the articles (a cell that is silent, a date, a name, a credit that is not
there), never a guess about the world.
"""

from collections.abc import Iterator, Sequence

from groundwire.briefing.developments import main_disputes
from groundwire.briefing.lonely_denials import lonely_denials
from groundwire.briefing.silences import find_silences
from groundwire.briefing.story import Story
from groundwire.briefing.tolls import differing_counts
from groundwire.briefing.voices import voices
from groundwire.corroborate.independence import stands_alone
from groundwire.corroborate.naming import article_name
from groundwire.domain.briefing import DisputeKind, MergedClaim, Omission
from groundwire.text.numbers import Bound, Quantity


def find_omissions(story: Story, main: Sequence[MergedClaim]) -> tuple[Omission, ...]:
    """The omissions of `story`; `main` are the rows that the developments tell, the most important first."""
    return (
        *_several_events(story),
        *_undated_articles(story),
        *_differing_tolls(story),
        *lonely_denials(story),
        *find_silences(story, main),
        *_unnamed(story),
        *_uncredited(story, main),
    )


def _several_events(story: Story) -> Iterator[Omission]:
    """The groups of articles that share neither a claim nor a beginning."""
    groups = story.corroboration.families
    if len(groups) > 1:
        names = {article.id: article_name(article) for article in story.articles}
        told = "; ".join(", ".join(names[name] for name in group) for group in groups)
        yield Omission(
            what=f"These articles are not about one event: {told}.",
            articles=tuple(name for group in groups for name in group),
            why="what one group says neither confirms nor disputes what another says",
        )


def _undated_articles(story: Story) -> Iterator[Omission]:
    undated = [article for article in story.articles if article.published_date is None]
    if undated:
        names = ", ".join(article_name(article) for article in undated)
        days = [article.published_date for article in story.articles if article.published_date]
        read = (
            f"are read as of {max(days).isoformat()}, when the latest other one was published"
            if days
            else "stay open"
        )
        yield Omission(
            what=f"No day of publication: {names}.",
            articles=tuple(article.id for article in undated),
            why=f"days without a year {read}",
        )


def _differing_tolls(story: Story) -> Iterator[Omission]:
    counts = differing_counts(story)
    told_as_disputes = any(dispute.kind is DisputeKind.NUMBER for dispute in main_disputes(story).values())
    if counts and not told_as_disputes and len(story.corroboration.families) == 1:
        names = {article.id: article_name(article) for article in story.articles}
        told = "; ".join(
            f"{names[article]}: {', '.join(dict.fromkeys(_counted(quantity) for _, quantity in found))}"
            for article, found in counts.items()
        )
        yield Omission(
            what=f"The articles count the dead differently: {told}.",
            claims=tuple(dict.fromkeys(row.id for found in counts.values() for row, _ in found)),
            why="whether they mean the same event and hour is not said",
        )


def _counted(quantity: Quantity) -> str:
    bound = "" if quantity.bound is Bound.EXACT else f"{quantity.bound} "
    return f"{bound}{quantity.text.casefold()}"


def _unnamed(story: Story) -> Iterator[Omission]:
    names = {origin.label: origin.id for origin in story.corroboration.credited}
    resting = _resting(story)
    unnamed = [
        voice
        for voice in voices(story)
        if not stands_alone(voice.speaker) and names[voice.speaker] in resting
    ]
    if unnamed:
        speakers = ", ".join(f"“{voice.speaker}”" for voice in unnamed)
        yield Omission(
            what=f"Not named: {speakers}.",
            claims=tuple(dict.fromkeys(name for voice in unnamed for name in voice.claims)),
            why="what they say cannot be asked for again",
        )


def _resting(story: Story) -> frozenset[str]:
    """The origins that some row rests on."""
    return frozenset(name for row in story.corroboration.claims for name in row.origins)


def _uncredited(story: Story, main: Sequence[MergedClaim]) -> Iterator[Omission]:
    """Main rows for which no article credits anybody, named or not."""
    credited = {
        claim.id
        for analysis in story.analyses
        for claim in analysis.claims
        if claim.attribution.speaker or claim.attribution.cue
    }
    credited |= story.corroboration.credits.keys()
    rows = [row for row in main if not any(name in credited for cell in row.cells for name in cell.claims)]
    if rows:
        count = "1 main claim is" if len(rows) == 1 else f"{len(rows)} main claims are"
        yield Omission(
            what=f"{count} credited to nobody.",
            claims=tuple(row.id for row in rows),
            why="nobody answers for them",
        )
