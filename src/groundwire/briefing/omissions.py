"""What is missing: what a reader would want to know and these articles do not say.

Guarantee: every omission is a finding about the articles (a cell that is silent, a date, a name, a credit that is not
there), never a guess about the world.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from groundwire.briefing.developments import main_disputes, told_by
from groundwire.briefing.story import Story
from groundwire.briefing.tolls import differing_counts
from groundwire.briefing.voices import voices
from groundwire.corroborate.matter import Matter, likeness, weigh
from groundwire.corroborate.naming import article_name
from groundwire.corroborate.origins import is_named
from groundwire.corroborate.values import has_figure, share_a_figure
from groundwire.domain.briefing import DisputeKind, MergedClaim, Omission, Relation
from groundwire.domain.claim import Stance
from groundwire.text.numbers import Bound, Quantity

_MOST_SILENCES: Final = 4
_NEAR: Final = 0.36  # likeness from which an article may well mean the same in words that were not recognised
_SHOWN: Final = 110  # code points of a claim that remind the reader of it


def find_omissions(story: Story, main: Sequence[MergedClaim]) -> tuple[Omission, ...]:
    """The omissions of `story`; `main` are the rows that the developments tell, the most important first."""
    return (
        *_undated_articles(story),
        *_differing_tolls(story),
        *_lonely_denials(story),
        *_silences(story, main),
        *_unnamed(story),
        *_uncredited(story, main),
        *_undated_claims(main),
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
    if counts:
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


def _lonely_denials(story: Story) -> Iterator[Omission]:
    names = {article.id: article_name(article) for article in story.articles}
    for dispute in main_disputes(story).values():
        if dispute.kind is not DisputeKind.POLARITY:
            continue
        heard = {name for side in dispute.sides[1:] for name in side.articles}
        silent = tuple(article.id for article in story.articles if article.id not in heard)
        if len(story.articles) > 1 and silent:
            outlets = ", ".join(names[name] for name in sorted(heard))
            yield Omission(
                what=f"The denial is heard only in {outlets}: {_short(dispute.sides[-1].value)}",
                articles=silent,
                claims=(dispute.claim,),
                why="who reads the other articles alone does not learn that it is disputed",
            )


def _silences(story: Story, main: Sequence[MergedClaim]) -> Iterator[Omission]:
    disputed, elsewhere = main_disputes(story), told_by(story)
    told = 0
    for row in sorted(main, key=lambda row: row.id not in disputed):
        silent = tuple(
            cell.article
            for cell in row.cells
            if cell.relation is Relation.SILENT and not _comes_near(story, row, cell.article)
        )
        is_denied = row.id in disputed and disputed[row.id].kind is DisputeKind.POLARITY
        is_told = is_denied or row.id in elsewhere
        if silent and not is_told and told < _MOST_SILENCES:
            told += 1
            yield Omission(
                what=f"Not in every article: {_short(row.text)}",
                articles=silent,
                claims=(row.id,),
                why="silence is not disagreement",
            )


def _comes_near(story: Story, row: MergedClaim, article: str) -> bool:
    """Whether the article says something near enough that calling it silent would mislead; a figure has to be there."""
    matter = Matter(row.text)
    weights = weigh(matter)
    others = (
        Matter(other.text)
        for other in story.corroboration.claims
        if any(cell.article == article and cell.claims for cell in other.cells)
    )
    return any(
        likeness(weights, weigh(other)) >= _NEAR and (not has_figure(matter) or share_a_figure(matter, other))
        for other in others
    )


def _unnamed(story: Story) -> Iterator[Omission]:
    names = {origin.label: origin.id for origin in story.corroboration.credited}
    resting = _resting(story)
    unnamed = [
        voice for voice in voices(story) if not is_named(voice.speaker) and names[voice.speaker] in resting
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
    credited = {origin.id for origin in story.corroboration.credited}
    rows = [row for row in main if not credited & set(row.origins)]
    if rows:
        count = "1 main claim is" if len(rows) == 1 else f"{len(rows)} main claims are"
        yield Omission(
            what=f"{count} credited to nobody.",
            claims=tuple(row.id for row in rows),
            why="they rest on the outlets alone",
        )


def _undated_claims(main: Sequence[MergedClaim]) -> Iterator[Omission]:
    rows = [row for row in main if row.when is None and row.stance not in {Stance.OPINION, Stance.PREDICTED}]
    if rows:
        count = "1 main claim" if len(rows) == 1 else f"{len(rows)} main claims"
        yield Omission(
            what=f"No date is given for {count}.",
            claims=tuple(row.id for row in rows),
            why="when it happened is not said",
        )


def _short(text: str) -> str:
    if len(text) <= _SHOWN:
        return text
    return text[:_SHOWN].rsplit(" ", 1)[0] + " …"
