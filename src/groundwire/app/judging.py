"""`--judge`: a model's opinion on what the checks leave open, in an analysis and in a list of checked statements.

Guarantees: one request for what is open about an article (more only beyond forty statements), none where nothing is open; a model that
fails costs its opinions alone: the checks' verdicts stand, and the failure is listed.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from groundwire.app.checking import CheckedLine
from groundwire.app.models import Asking
from groundwire.app.outcome import Failure
from groundwire.domain.analysis import Analysis
from groundwire.domain.article import Article
from groundwire.domain.losses import LossItem, StageLosses
from groundwire.domain.support import Support
from groundwire.errors import ModelError, OutputError
from groundwire.summarise.judging import Settled, is_open, settle

_REPLACED = "verdicts of the checks"


@dataclass(frozen=True)
class _Said:
    text: str
    speaker: str | None
    support: Support

    @property
    def shown(self) -> str:
        return f"According to {self.speaker}: {self.text}" if self.speaker else self.text


@dataclass(frozen=True)
class _Opinions:
    settled: tuple[Settled, ...]
    account: StageLosses
    failure: Failure | None


async def judge_analysis(
    judge: Asking, article: Article, analysis: Analysis
) -> tuple[Analysis, Failure | None]:
    """`analysis` after the opinions of `judge`, and the failure when it could not be had."""
    opinions = await _ask(judge, article, _statements(analysis))
    if not opinions.account.in_:
        return analysis, None
    settled = [one.support for one in opinions.settled]
    claims = len(analysis.claims)
    headline, bottom_line, *points = settled[claims:]
    summary = analysis.summary.model_copy(
        update={
            "headline_support": headline,
            "bottom_line_support": bottom_line,
            "points": tuple(
                point.model_copy(update={"support": support})
                for point, support in zip(analysis.summary.points, points, strict=True)
            ),
        }
    )
    judged = analysis.model_copy(
        update={
            "claims": tuple(
                claim.model_copy(update={"support": support})
                for claim, support in zip(analysis.claims, settled[:claims], strict=True)
            ),
            "summary": summary,
            "prompts": tuple({str(ref): ref for ref in (*analysis.prompts, *judge.judge.prompts)}.values()),
            "losses": {**analysis.losses, "judge": opinions.account},
        }
    )
    return judged, opinions.failure


async def judge_lines(
    judge: Asking, articles: Sequence[Article], lines: Sequence[CheckedLine]
) -> tuple[list[CheckedLine], list[Failure]]:
    """`lines` after the opinions of `judge`, in their order, and what failed: all of an article in one request."""
    by_article: dict[str, list[int]] = {}
    for at, line in enumerate(lines):
        if line.answer.article is not None and line.failure is None and line.statement.text.strip():
            by_article.setdefault(line.answer.article, []).append(at)
    known = {article.id: article for article in articles}
    slots = asyncio.Semaphore(judge.config.concurrency)

    async def about(name: str) -> _Opinions:
        said = [
            _Said(lines[at].statement.text, lines[at].statement.speaker, lines[at].answer.support)
            for at in by_article[name]
        ]
        async with slots:
            return await _ask(judge, known[name], said)

    names = [name for name in by_article if name in known]
    judged = list(lines)
    failures: list[Failure] = []
    for name, opinions in zip(names, await asyncio.gather(*map(about, names)), strict=True):
        failures.extend([opinions.failure] if opinions.failure else [])
        for at, settled in zip(by_article[name], opinions.settled, strict=True):
            judged[at] = _with(lines[at], settled)
    return judged, failures


def _with(line: CheckedLine, settled: Settled) -> CheckedLine:
    evidence = settled.evidence or line.answer.evidence
    answer = line.answer.model_copy(update={"support": settled.support, "evidence": evidence})
    return line._replace(answer=answer)


def _statements(analysis: Analysis) -> list[_Said]:
    summary = analysis.summary
    return [
        *(_Said(claim.text, claim.attribution.speaker, claim.support) for claim in analysis.claims),
        _Said(summary.headline, None, summary.headline_support),
        _Said(summary.bottom_line, None, summary.bottom_line_support),
        *(_Said(point.text, None, point.support) for point in summary.points),
    ]


async def _ask(judge: Asking, article: Article, said: Sequence[_Said]) -> _Opinions:
    """What becomes of the supports of `said`, in order."""
    settled = [Settled(one.support, ()) for one in said]
    places = [at for at, one in enumerate(said) if is_open(one.support) and one.text.strip()]
    if not places or not article.body_sentences:
        return _Opinions(tuple(settled), StageLosses(in_=0), None)
    try:
        opinions = await judge.judge.opinions(article, [said[at].shown for at in places])
    except (ModelError, OutputError) as error:
        item = LossItem(what="opinions of the judge", reason=f"{type(error).__name__}: {error.message}")
        account = StageLosses(in_=len(places), failed=len(places), items=(item,))
        return _Opinions(tuple(settled), account, Failure(article.source, error, replaced=_REPLACED))
    missing: list[LossItem] = []
    for number, at in enumerate(places):
        if number in opinions:
            settled[at] = settle(article, said[at].support, opinions[number], model=judge.config.model)
        else:
            missing.append(LossItem(what=said[at].text, reason="the judge gave no opinion on it"))
    account = StageLosses(
        in_=len(places), kept=len(places) - len(missing), dropped=len(missing), items=tuple(missing)
    )
    return _Opinions(tuple(settled), account, None)
