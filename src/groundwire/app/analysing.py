"""One article after the other through analyst and checks: reports in the order of the articles, as they are done.

Guarantees: an article ends as a report or as a listed failure; an article whose model calls fail for good falls back
to the built-in analyst, and its report says so.
"""

import asyncio
import logging
from collections import deque
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass

from groundwire.app.outcome import Failure
from groundwire.app.refusals import count_refused, refusal_note
from groundwire.app.session import Session
from groundwire.app.sources import set_aside_losses
from groundwire.domain.analysis import Analysis, Report
from groundwire.domain.article import Article
from groundwire.domain.losses import Losses, LossItem, StageLosses
from groundwire.domain.provenance import ModelStatements, Usage
from groundwire.errors import GroundwireError, UnusableOutput
from groundwire.grounding.analysis import check_analysis
from groundwire.llm.ledger import collect

_log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Analysed:
    """What became of one article: its checked analysis and report, and the failure if the model's part failed."""

    article: Article
    analysis: Analysis | None
    report: Report | None
    failure: Failure | None


async def analyse_all(session: Session, articles: Sequence[Article]) -> AsyncIterator[Analysed]:
    """Every article, in order, each as soon as it and those before it are done.

    Without a language model one article is analysed at a time, since there is nothing to wait for; with one, as many as
    keep its slots filled.
    """
    session.job.progress.begin(len(articles))
    at_once = session.asking.articles_at_once if session.asking else 1
    waiting: deque[asyncio.Task[Analysed]] = deque()
    stated: list[tuple[str, ModelStatements]] = []

    async def next_done() -> Analysed:
        analysed = await waiting.popleft()
        # Whom the model failed is told by the failure.
        whole = analysed.failure is None or not analysed.failure.replaced
        if whole and analysed.analysis is not None and analysed.analysis.statements is not None:
            stated.append((analysed.article.source, analysed.analysis.statements))
        return analysed

    try:
        for position, article in enumerate(articles):
            waiting.append(asyncio.create_task(_in_turn(session, position, article)))
            if len(waiting) >= at_once:
                yield await next_done()
        while waiting:
            yield await next_done()
    finally:
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)
    if note := refusal_note(session.job.settings.model or "", stated):
        session.job.progress.note(note)


async def _in_turn(session: Session, position: int, article: Article) -> Analysed:
    analysed = await _analyse(session, article)
    session.recorder.record(position, analysed.article, analysed.report, analysed.failure)
    session.job.progress.advance(article.source)
    return analysed


async def _analyse(session: Session, article: Article) -> Analysed:
    with collect() as ledger:
        try:
            analysis = await session.analyst.analyse(article)
            failure = None
        except GroundwireError as error:
            failure = Failure(article.source, error)
        # The row boundary: one article's surprise does not cost the others their results.
        except Exception as error:  # noqa: BLE001
            _log.exception("unexpected error in article %s", article.id)
            surprise = GroundwireError(
                f"unexpected {type(error).__name__} in {article.source!r}",
                hint="GROUNDWIRE_LOG=debug shows where",
            )
            failure = Failure(article.source, surprise)
        if failure is not None:
            if session.asking is None:
                return Analysed(article=article, analysis=None, report=None, failure=failure)
            failure = Failure(failure.what, failure.error, replaced="built-in analyst")
            analysis = _instead(await session.fallback.analyse(article))
        lost = _model_losses(failure)
        checked, unjudged = await _checked(session, article, analysis)
        usage = ledger.usage() if session.asking or session.judge else Usage()
    losses = {**set_aside_losses(article), **lost, **checked.losses}
    checked = count_refused(checked).model_copy(update={"losses": losses, "usage": usage})
    return Analysed(
        article=article,
        analysis=checked,
        report=_report(session, article, checked),
        failure=failure or unjudged or _partial_failure(article, checked),
    )


def _instead(analysis: Analysis) -> Analysis:
    """The built-in analyst's `analysis` in the place of a model's, which says that it is that."""
    claims = len(analysis.claims)
    return analysis.model_copy(update={"statements": ModelStatements(claims=claims, own_words=claims)})


async def _checked(session: Session, article: Article, analysis: Analysis) -> tuple[Analysis, Failure | None]:
    """`analysis` after the checks and the judge's opinions, and the failure when these could not be had."""
    checked = check_analysis(article, analysis)
    if session.judge is None:
        return checked, None
    from groundwire.app.judging import judge_analysis

    return await judge_analysis(session.judge, article, checked)


def _partial_failure(article: Article, analysis: Analysis) -> Failure | None:
    failed = [(stage, account) for stage, account in analysis.losses.items() if account.failed]
    if not failed:
        return None
    stage, account = failed[0]
    why = account.items[-1].reason if account.items else "no reason given"
    return Failure(article.source, UnusableOutput(f"a part failed ({stage}): {why}"), is_partial=True)


def _model_losses(failure: Failure | None) -> Losses:
    if failure is None or not failure.replaced:
        return {}
    item = LossItem(what=failure.what, reason=f"{failure.error.message}; the {failure.replaced} stood in")
    return {"model": StageLosses(in_=1, failed=1, items=(item,))}


def _report(session: Session, article: Article, analysis: Analysis) -> Report:
    provenance = session.provenance(
        analysis.analyst, prompts=analysis.prompts, usage=analysis.usage, statements=analysis.statements
    )
    return Report(
        article=article,
        summary=analysis.summary,
        claims=analysis.claims,
        losses=analysis.losses,
        provenance=provenance,
    )
