"""`brief`: articles in, one briefing out.

Guarantees: a claim that the checks found contradicted or unsupported is not briefed on, and the losses name it; every
article that was named is in the briefing or in its losses.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from groundwire.app.analysing import analyse_all
from groundwire.app.outcome import Failure
from groundwire.app.screening import add_stage, add_up, screen
from groundwire.app.session import Session
from groundwire.app.sources import Sourced
from groundwire.app.usage import sum_usage
from groundwire.briefing.assemble import assemble
from groundwire.briefing.story import Story
from groundwire.corroborate.merge import corroborate
from groundwire.domain.analysis import Analysis
from groundwire.domain.article import Article
from groundwire.domain.briefing import Briefing
from groundwire.domain.losses import Losses
from groundwire.domain.provenance import Provenance


@dataclass(frozen=True)
class Briefed:
    """What came of it: no briefing when not one article could be analysed; `done` counts those that were as asked."""

    briefing: Briefing | None
    failures: tuple[Failure, ...]
    done: int


async def brief_articles(session: Session, sourced: Sourced) -> Briefed:
    """The briefing of the articles of `sourced`."""
    articles: list[Article] = []
    analyses: list[Analysis] = []
    failures = list(sourced.failures)
    async for analysed in analyse_all(session, sourced.articles):
        failures.extend([analysed.failure] if analysed.failure else [])
        if analysed.analysis is not None:
            articles.append(analysed.article)
            analyses.append(analysed.analysis)
    done = len(sourced.articles) - (len(failures) - len(sourced.failures))
    if not articles:
        return Briefed(None, tuple(failures), done)
    screened = [screen(analysis) for analysis in analyses]
    before: Losses = {
        **sourced.losses(),
        **_renamed(add_up(analysis.losses for analysis in analyses)),
        "checks": add_stage(part.account for part in screened),
    }
    kept = tuple(part.analysis for part in screened)
    story = Story(
        articles=tuple(articles),
        analyses=kept,
        corroboration=corroborate(articles, kept),
        provenance=_provenance(session, analyses),
    )
    briefing = assemble(story)
    return Briefed(
        briefing.model_copy(update={"losses": {**before, **briefing.losses}}), tuple(failures), done
    )


def _renamed(losses: Losses) -> Losses:
    # An analyst accounts for its claims under the name that corroborating uses for merged ones.
    return {"extraction" if stage == "claims" else stage: account for stage, account in losses.items()}


def _provenance(session: Session, analyses: Sequence[Analysis]) -> Provenance:
    prompts = {str(ref): ref for analysis in analyses for ref in analysis.prompts}
    analysts = sorted({analysis.analyst for analysis in analyses})
    usage = sum_usage([analysis.usage for analysis in analyses])
    return session.provenance(" + ".join(analysts), prompts=tuple(prompts.values()), usage=usage)
