"""A whole evaluation: a suite, subjects, repeats; outputs out, rows and a scorecard in the end.

Guarantee: outputs are handed on as soon as they are there, so that what was done is kept when the run is broken off.
"""

import datetime as dt
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from groundwire import __version__
from groundwire.app.commit import find_commit
from groundwire.app.progress import Progress, Silent
from groundwire.errors import UsageError
from groundwire.evaluation.case import ArticleCase, Case, cases_of
from groundwire.evaluation.counting import total
from groundwire.evaluation.judging import scores as judged_scorers
from groundwire.evaluation.judging.alongside import judge_alongside
from groundwire.evaluation.judging.judge import ClaimJudge, JudgeSpec, open_claim_judge
from groundwire.evaluation.opinion import JudgedSheet, Opinion
from groundwire.evaluation.output import Output, Spent
from groundwire.evaluation.running import open_runner
from groundwire.evaluation.scorecard import (
    Header,
    JudgeInfo,
    Row,
    ScorerInfo,
    SubjectInfo,
    SuiteInfo,
    as_line,
)
from groundwire.evaluation.scorers.registry import scorers_for
from groundwire.evaluation.scorers.scorer import Scorer
from groundwire.evaluation.scoring import Tally, score_opinion, score_output
from groundwire.evaluation.subject import Subject
from groundwire.evaluation.suite import Suite


def _ignore(output: Output) -> None:
    del output


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What to evaluate. `keep` is given every output as soon as it is there; `judge` is asked about all of them."""

    suite: Suite
    repeats: int = 1
    judge: JudgeSpec | None = None
    progress: Progress = field(default_factory=Silent)
    keep: Callable[[Output], None] = _ignore


@dataclass(frozen=True)
class Evaluated:
    """What came of it: the header, and the rows as lines of JSON."""

    header: Header
    lines: Sequence[str]

    def rows(self) -> Iterator[Row]:
        """The rows again as rows."""
        return (Row.model_validate_json(line) for line in self.lines)


async def evaluate(plan: Plan, subjects: Sequence[Subject]) -> Evaluated:
    """Run every subject over the suite and score what it makes.

    Raises:
        UsageError: two subjects of one name, or one of them, or the judge, cannot be run; or a recording holds replies that no case
            asks for.
    """
    names = [subject.name for subject in subjects]
    if len(set(names)) < len(names):
        raise UsageError(f"expected every subject once, found {', '.join(names)}")
    cases = list(cases_of(plan.suite))
    infos: list[SubjectInfo] = []
    async with _judging(plan) as judge:
        scoring = _Scoring(plan.suite, judge)
        plan.progress.begin(len(cases) * plan.repeats * len(subjects))
        for subject in subjects:
            async with open_runner(subject) as runner:
                infos.append(runner.info)
                outputs = runner.run(cases, repeats=plan.repeats, progress=plan.progress)
                await scoring.take(_kept(outputs, plan.keep))
                runner.check_all_was_asked_for()
        return _finished(scoring, infos, plan.repeats, judge)


async def _kept(outputs: AsyncIterator[Output], keep: Callable[[Output], None]) -> AsyncIterator[Output]:
    """`outputs`, each kept before anybody judges it."""
    async for output in outputs:
        keep(output)
        yield output


@asynccontextmanager
async def _judging(plan: Plan) -> AsyncIterator[ClaimJudge | None]:
    if plan.judge is None:
        yield None
        return
    if plan.suite.file.task != "analyse":
        raise UsageError(
            f"expected a suite of articles for --judge, found {plan.suite.name!r}, whose cases are stories",
            hint="the judge compares the claims of one article with its labels",
        )
    async with open_claim_judge(plan.judge) as judge:
        yield judge


def _finished(
    scoring: "_Scoring", infos: Sequence[SubjectInfo], repeats: int, judge: ClaimJudge | None
) -> Evaluated:
    if judge is not None:
        judge.check_all_was_asked_for()
    return scoring.done(infos, repeats)


async def rejudge(plan: Plan, outputs: Iterable[Output]) -> Evaluated:
    """Score outputs that are there already, with the plan's judge where it has one. A case without an output has failed.

    Raises:
        UsageError: as for `rescore`; or the judge cannot be asked.
    """
    infos, repeats, complete = _saved(plan, outputs)
    async with _judging(plan) as judge:
        scoring = _Scoring(plan.suite, judge)
        await scoring.take(_one_by_one(complete))
        return _finished(scoring, infos, repeats, judge)


async def _one_by_one(outputs: Sequence[Output]) -> AsyncIterator[Output]:
    for output in outputs:
        yield output


def rescore(plan: Plan, outputs: Iterable[Output]) -> Evaluated:
    """Score outputs that are there already, without a judge. A case without one has failed.

    Raises:
        UsageError: an output is of a case that the suite does not have, of other articles, or there twice.
    """
    infos, repeats, complete = _saved(plan, outputs)
    scoring = _Scoring(plan.suite, None)
    for output in complete:
        scoring.add(output, Opinion())
    return scoring.done(infos, repeats)


def _saved(plan: Plan, outputs: Iterable[Output]) -> tuple[list[SubjectInfo], int, list[Output]]:
    """Subjects, repeats, and an output for each of their cases."""
    cases = {case.id: case for case in cases_of(plan.suite)}
    found: dict[tuple[str, str, int], Output] = {}
    for output in outputs:
        _refuse_strangers(output, cases)
        if output.key in found:
            raise UsageError(f"expected one output of {output.key!r}, found two")
        found[output.key] = output
    subjects = list(dict.fromkeys(subject for subject, _, _ in found))
    if not subjects:
        raise UsageError("expected at least one output, found none")
    repeats = 1 + max(repeat for _, _, repeat in found)
    complete = [
        found.get((subject, case.id, repeat)) or _missing(case, subject, repeat)
        for subject in subjects
        for repeat in range(repeats)
        for case in cases.values()
    ]
    infos = [SubjectInfo(name=name, digest="", analyst="saved outputs") for name in subjects]
    return infos, repeats, complete


def _refuse_strangers(output: Output, cases: dict[str, Case]) -> None:
    case = cases.get(output.case)
    if case is None:
        raise UsageError(f"expected outputs of this suite's cases, found one of {output.case!r}")
    if case.digest != output.case_digest:
        raise UsageError(
            f"expected outputs made of the articles as they are, found one of {output.case!r} as it was before",
            hint="run the subject again",
        )


def _missing(case: Case, subject: str, repeat: int) -> Output:
    return Output(
        case=case.id,
        case_digest=case.digest,
        subject=subject,
        repeat=repeat,
        failure="there is no output of this case",
    )


class _Scoring:
    """Rows and estimates as outputs come in."""

    def __init__(self, suite: Suite, judge: ClaimJudge | None) -> None:
        self._suite = suite
        self._judge = judge
        self._cases = {case.id: case for case in cases_of(suite)}
        self._scorers: tuple[Scorer[Any], ...] = scorers_for(suite.file.task, suite.file.scorers)
        self._judged = judged_scorers.SCORERS if judge else ()
        self._tally = Tally((*self._scorers, *self._judged))
        self._spent: list[Spent] = []
        self._lines: list[str] = []

    async def take(self, outputs: AsyncIterator[Output]) -> None:
        """Score outputs as they come, the judge's opinion with them."""
        async for output, opinion in judge_alongside(outputs, self._cases, self._judge):
            self.add(output, opinion)

    def add(self, output: Output, opinion: Opinion) -> None:
        """Score one output."""
        case = self._cases[output.case]
        rows = [*score_output(case, output, self._scorers)]
        if isinstance(case, ArticleCase):
            sheet = JudgedSheet(case=case, output=output, opinion=opinion)
            rows.extend(score_opinion(sheet, self._judged))
        self._spent.append(opinion.spent)
        for row in rows:
            self._tally.add(row)
            self._lines.append(as_line(row))

    def done(self, subjects: Sequence[SubjectInfo], repeats: int) -> Evaluated:
        """The header with its estimates, and all rows."""
        suite = self._suite
        header = Header(
            suite=SuiteInfo(
                name=suite.name,
                digest=suite.digest,
                task=suite.file.task,
                stories=len(suite.stories),
                cases=len(self._cases),
            ),
            subjects=tuple(subjects),
            scorers=(
                *(_info(scorer, None) for scorer in self._scorers),
                *(_info(scorer, self._judge) for scorer in self._judged),
            ),
            judge=self._judge_info(),
            repeats=repeats,
            estimates=self._tally.estimates([subject.name for subject in subjects]),
            version=__version__,
            commit=find_commit(),
            finished=dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        )
        return Evaluated(header, self._lines)

    def _judge_info(self) -> JudgeInfo | None:
        judge = self._judge
        return JudgeInfo(name=judge.spec.name, by=judge.identity, spent=total(self._spent)) if judge else None


def _info(scorer: Scorer[Any], judge: ClaimJudge | None) -> ScorerInfo:
    return ScorerInfo(
        name=scorer.name,
        version=scorer.version,
        meaning=scorer.meaning,
        better=scorer.better,
        is_share=scorer.is_share,
        judge=judge.identity if judge else None,
    )
