"""From outputs to rows and estimates.

Guarantees: every case has a row for every scorer and repeat, whatever became of its output; a scorer that breaks costs its own row; a
failed case counts as 0 where more is better, so that no output taken away can raise an estimate.
"""

import logging
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from groundwire.evaluation.case import ArticleCase, Case
from groundwire.evaluation.nothing import empty_output
from groundwire.evaluation.opinion import JudgedSheet
from groundwire.evaluation.output import Output
from groundwire.evaluation.score import Failed, NotApplicable, Score, Scored
from groundwire.evaluation.scorecard import Estimate, Row
from groundwire.evaluation.scorers.scorer import Better, Scorer
from groundwire.evaluation.sheet import ArticleSheet, StorySheet
from groundwire.evaluation.statistics.means import Mean, clustered_mean, share_mean

_log = logging.getLogger(__name__)


def score_output(case: Case, output: Output, scorers: Sequence[Scorer[Any]]) -> Iterator[Row]:
    """A row for each scorer."""
    sheet = _sheet(case, output if output.failure is None else empty_output(case, output))
    for scorer in scorers:
        yield Row(
            case=case.id,
            story=case.story,
            subject=output.subject,
            repeat=output.repeat,
            scorer=scorer.name,
            score=_score(scorer, sheet, output.failure),
        )


def score_opinion(sheet: JudgedSheet, scorers: Sequence[Scorer[JudgedSheet]]) -> Iterator[Row]:
    """A row for each judged scorer."""
    for scorer in scorers:
        yield Row(
            case=sheet.case.id,
            story=sheet.case.story,
            subject=sheet.output.subject,
            repeat=sheet.output.repeat,
            scorer=scorer.name,
            score=scorer.score(sheet),
        )


def _sheet(case: Case, output: Output) -> ArticleSheet | StorySheet:
    return ArticleSheet(case, output) if isinstance(case, ArticleCase) else StorySheet(case, output)


def _score(scorer: Scorer[Any], sheet: ArticleSheet | StorySheet, failure: str | None) -> Score:
    """The score; of a case that failed, whether the labels would have given the scorer anything to look for."""
    try:
        score: Score = scorer.score(sheet)
    # The row boundary: a scorer that breaks on one case does not cost the others their results.
    except Exception as error:  # noqa: BLE001
        _log.exception("%s broke on %s", scorer.reference, sheet.case.id)
        return Failed(reason=f"{scorer.reference} broke: {type(error).__name__}")
    return score if failure is None or isinstance(score, NotApplicable) else Failed(reason=failure)


def counted(score: Score, better: Better) -> float | None:
    """The value that a score counts with; None when it is left out."""
    if isinstance(score, Scored):
        return score.value
    is_lost = isinstance(score, Failed) and score.of == "output"
    return 0.0 if is_lost and better is Better.HIGHER else None


class Tally:
    """Adds rows up to estimates. Repeats of a case are averaged before cases are."""

    def __init__(self, scorers: Sequence[Scorer[Any]]) -> None:
        self._scorers = {scorer.name: scorer for scorer in scorers}
        self._values: dict[tuple[str, str], dict[tuple[str, str], list[float]]] = defaultdict(
            lambda: defaultdict(list)
        )
        self._left_out: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)

    def add(self, row: Row) -> None:
        """Count one row."""
        key = (row.subject, row.scorer)
        value = counted(row.score, self._scorers[row.scorer].better)
        if not isinstance(row.score, Scored):
            self._left_out[key][row.score.kind] += 1
        if value is not None:
            self._values[key][row.story, row.case].append(value)

    def estimates(self, subjects: Sequence[str]) -> tuple[Estimate, ...]:
        """An estimate for each subject and scorer."""
        return tuple(
            self._estimate(subject, scorer) for subject in subjects for scorer in self._scorers.values()
        )

    def _estimate(self, subject: str, scorer: Scorer[Any]) -> Estimate:
        key = (subject, scorer.name)
        means = [(story, sum(own) / len(own)) for (story, _), own in self._values[key].items()]
        mean: Mean | None = None
        if means:
            mean = share_mean(means) if scorer.is_share else clustered_mean(means)
        has_interval = mean is not None and mean.clusters > 1
        return Estimate(
            subject=subject,
            scorer=scorer.name,
            value=round(mean.value, 9) if mean else None,
            low=round(mean.low, 9) if mean and has_interval else None,
            high=round(mean.high, 9) if mean and has_interval else None,
            n=mean.n if mean else 0,
            clusters=mean.clusters if mean else 0,
            not_applicable=self._left_out[key][NotApplicable(reason="").kind],
            failed=self._left_out[key][Failed(reason="").kind],
        )
