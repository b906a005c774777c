"""A whole evaluation: a suite, subjects, repeats; outputs out, rows and a scorecard in the end.

Guarantee: outputs are handed on as soon as they are there, so that what was done is kept when the run is broken off.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from groundwire import __version__
from groundwire.app.commit import find_commit
from groundwire.app.progress import Progress, Silent
from groundwire.errors import UsageError
from groundwire.evaluation.case import Case, cases_of
from groundwire.evaluation.output import Output
from groundwire.evaluation.running import open_runner
from groundwire.evaluation.scorecard import Header, Row, ScorerInfo, SubjectInfo, SuiteInfo, as_line
from groundwire.evaluation.scorers.registry import scorers_for
from groundwire.evaluation.scorers.scorer import Scorer
from groundwire.evaluation.scoring import Tally, score_output
from groundwire.evaluation.subject import Subject
from groundwire.evaluation.suite import Suite


def _ignore(output: Output) -> None:
    del output


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What to evaluate. `keep` is given every output as soon as it is there."""

    suite: Suite
    repeats: int = 1
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
        UsageError: two subjects of one name, or one of them cannot be run; or a recording holds replies that no case asks for.
    """
    names = [subject.name for subject in subjects]
    if len(set(names)) < len(names):
        raise UsageError(f"expected every subject once, found {', '.join(names)}")
    cases = list(cases_of(plan.suite))
    scoring = _Scoring(plan.suite)
    infos: list[SubjectInfo] = []
    plan.progress.begin(len(cases) * plan.repeats * len(subjects))
    for subject in subjects:
        async with open_runner(subject) as runner:
            infos.append(runner.info)
            by_id = {case.id: case for case in cases}
            async for output in runner.run(cases, repeats=plan.repeats, progress=plan.progress):
                plan.keep(output)
                scoring.add(by_id[output.case], output)
            _refuse_unused(runner.unused_replies())
    return scoring.done(infos, plan.repeats)


def _refuse_unused(digests: Sequence[str]) -> None:
    if digests:
        raise UsageError(
            f"expected every recorded reply to be asked for, found {len(digests)} that no case asks for: {digests[0]}",
            hint="record again: prompts, articles or settings are not those that were recorded",
        )


def rescore(plan: Plan, outputs: Iterable[Output]) -> Evaluated:
    """Score outputs that are there already. A case without one has failed.

    Raises:
        UsageError: an output is of a case that the suite does not have, of other articles, or there twice.
    """
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
    scoring = _Scoring(plan.suite)
    for subject in subjects:
        for repeat in range(repeats):
            for case in cases.values():
                kept = found.get((subject, case.id, repeat)) or _missing(case, subject, repeat)
                scoring.add(case, kept)
    infos = [SubjectInfo(name=name, digest="", analyst="saved outputs") for name in subjects]
    return scoring.done(infos, repeats)


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

    def __init__(self, suite: Suite) -> None:
        self._suite = suite
        self._scorers: tuple[Scorer[Any], ...] = scorers_for(suite.file.task, suite.file.scorers)
        self._tally = Tally(self._scorers)
        self._lines: list[str] = []

    def add(self, case: Case, output: Output) -> None:
        """Score one output."""
        for row in score_output(case, output, self._scorers):
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
                cases=sum(1 for _ in cases_of(suite)),
            ),
            subjects=tuple(subjects),
            scorers=tuple(_info(scorer) for scorer in self._scorers),
            repeats=repeats,
            estimates=self._tally.estimates([subject.name for subject in subjects]),
            version=__version__,
            commit=find_commit(),
            finished=dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        )
        return Evaluated(header, self._lines)


def _info(scorer: Scorer[Any]) -> ScorerInfo:
    return ScorerInfo(
        name=scorer.name,
        version=scorer.version,
        meaning=scorer.meaning,
        better=scorer.better,
        is_share=scorer.is_share,
    )
