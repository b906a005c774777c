"""The reading of a dispute: scored over the labelled disputes that have one."""

from pathlib import Path

import pytest

from evaluation_story import labels, write_story
from groundwire.domain.briefing import Dispute, DisputeKind, DisputeSide, Reading
from groundwire.domain.span import Span
from groundwire.evaluation.case import StoryCase
from groundwire.evaluation.fixture import load_story
from groundwire.evaluation.nothing import empty_output
from groundwire.evaluation.output import Output
from groundwire.evaluation.score import NotApplicable, Score, Scored
from groundwire.evaluation.scorers.registry import scorers_for
from groundwire.evaluation.scoring import score_output


def _case(folder: Path, reading: str | None) -> StoryCase:
    held = labels()
    held["disputes"][0]["reading"] = reading
    return StoryCase(labelled=load_story(write_story(folder, held)))


def _score(case: StoryCase, *disputes: Dispute) -> Score:
    blank = Output(case=case.id, case_digest=case.digest, subject="s")
    empty = empty_output(case, blank)
    assert empty.briefing is not None
    output = empty.model_copy(update={"briefing": empty.briefing.model_copy(update={"disputes": disputes})})
    rows = score_output(case, output, scorers_for("brief", ["disputes.reading"]))
    return next(iter(rows)).score


def _dispute(case: StoryCase, reading: Reading, *values: str) -> Dispute:
    article = case.articles[0]
    sides = [
        DisputeSide(value=value, articles=(article.id,), evidence=(article.evidence(Span(0, 10)),))
        for value in values
    ]
    return Dispute(claim="m1", kind=DisputeKind.NUMBER, sides=tuple(sides), reading=reading)


@pytest.mark.parametrize(
    ("reading", "value", "errors"),
    [(Reading.UPDATE, 1.0, []), (Reading.CONFLICT, 0.0, [("wrong reading", "conflict for update")])],
)
def test_a_dispute_counts_when_it_is_read_as_labelled(
    reading: Reading, value: float, errors: list[tuple[str, str]], tmp_path: Path
):
    """Found with another reading it scores nothing, and the finding names both readings."""
    case = _case(tmp_path, "update")
    score = _score(case, _dispute(case, reading, "12,000 litres", "15,000 litres"))
    assert isinstance(score, Scored)
    assert (score.value, [(one.error, one.note) for one in score.findings]) == (value, errors)


def test_a_dispute_that_was_not_found_counts_against_it(tmp_path: Path):
    """The denominator is the labels: nothing made scores 0."""
    score = _score(_case(tmp_path, "update"))
    assert isinstance(score, Scored)
    assert (score.value, [one.error for one in score.findings]) == (0.0, ["dispute missed"])


def test_a_label_without_a_reading_gives_nothing_to_look_for(tmp_path: Path):
    """Not applicable, whatever was made."""
    case = _case(tmp_path, None)
    score = _score(case, _dispute(case, Reading.UPDATE, "12,000 litres", "15,000 litres"))
    assert isinstance(score, NotApplicable)
