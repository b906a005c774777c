"""`brief`: articles in, one briefing out.

Guarantees: a claim that the checks found contradicted or unsupported is not briefed on, and the losses name it; every
article that was named is in the briefing or in its losses.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from groundwire.app.analysing import analyse_all
from groundwire.app.outcome import Failure
from groundwire.app.screening import add_stage, add_up, screen
from groundwire.app.session import Session
from groundwire.app.sources import Sourced
from groundwire.app.usage import sum_statements, sum_usage
from groundwire.briefing.assemble import assemble
from groundwire.briefing.story import Story
from groundwire.corroborate.merge import corroborate
from groundwire.domain.analysis import Analysis
from groundwire.domain.briefing import Briefing
from groundwire.domain.losses import Losses
from groundwire.domain.provenance import Provenance
from groundwire.llm.ledger import collect


@dataclass(frozen=True)
class Briefed:
    """What came of it: no briefing when not one article could be analysed; `done` counts those that were as asked."""

    briefing: Briefing | None
    failures: tuple[Failure, ...]
    done: int


async def brief_articles(session: Session, sourced: Sourced) -> Briefed:
    """The briefing of the articles of `sourced`."""
    results = [analysed async for analysed in analyse_all(session, sourced.articles)]
    failures = [result.failure for result in results if result.failure is not None]
    done = len(results) - len(failures)
    articles = tuple(result.article for result in results if result.analysis is not None)
    analyses = tuple(result.analysis for result in results if result.analysis is not None)
    if not articles:
        return Briefed(None, (*sourced.failures, *failures), done)
    screened = [screen(analysis) for analysis in analyses]
    kept = tuple(part.analysis for part in screened)
    story = Story(
        articles=articles,
        analyses=kept,
        corroboration=corroborate(articles, kept),
        provenance=_provenance(session, analyses),
    )
    worded = await _worded(session, story) if done else _Worded(assemble(story), None)
    losses: Losses = {
        **sourced.losses(),
        **_renamed(add_up(analysis.losses for analysis in analyses)),
        "checks": add_stage(part.account for part in screened),
        **worded.briefing.losses,
    }
    failed = (*sourced.failures, *failures, *([worded.failure] if worded.failure else []))
    return Briefed(worded.briefing.model_copy(update={"losses": losses}), failed, done)


class _Worded(NamedTuple):
    briefing: Briefing
    failure: Failure | None


async def _worded(session: Session, story: Story) -> _Worded:
    """The briefing in the words of the model, where one was named that can keep it all in view, else in the claims' own."""
    plain = assemble(story)
    if session.asking is None or session.asking.config.by_sentence:
        return _Worded(plain, None)
    from groundwire.briefing.prompted import compose

    asking = session.asking
    with collect() as ledger:
        composed = await compose(
            story, plain, model=asking.model, prompts=asking.prompts, config=asking.config
        )
    before = story.provenance
    provenance = before.model_copy(
        update={
            "prompts": tuple({str(ref): ref for ref in (*before.prompts, *composed.prompts)}.values()),
            "usage": sum_usage([before.usage, ledger.usage()]),
        }
    )
    error = composed.failure
    failure = Failure("wording the briefing", error, replaced="claims' own words") if error else None
    return _Worded(composed.briefing.model_copy(update={"provenance": provenance}), failure)


def _renamed(losses: Losses) -> Losses:
    # An analyst accounts for its claims under the name that corroborating uses for merged ones.
    return {"extraction" if stage == "claims" else stage: account for stage, account in losses.items()}


def _provenance(session: Session, analyses: Sequence[Analysis]) -> Provenance:
    prompts = {str(ref): ref for analysis in analyses for ref in analysis.prompts}
    analysts = sorted({analysis.analyst for analysis in analyses})
    usage = sum_usage([analysis.usage for analysis in analyses])
    statements = sum_statements(analysis.statements for analysis in analyses)
    return session.provenance(
        " + ".join(analysts), prompts=tuple(prompts.values()), usage=usage, statements=statements
    )
