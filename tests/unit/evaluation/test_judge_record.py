"""The record of a judge: what it has to show before its word decides anything."""

from pathlib import Path
from typing import Any

import pytest

from evaluation_cards import card
from groundwire.domain.provenance import PromptRef
from groundwire.errors import UsageError
from groundwire.evaluation.baseline import Baseline, pin, read_baseline, write_baseline
from groundwire.evaluation.comparing import Answer, Side, choose_sides, compare
from groundwire.evaluation.gating import Rule, gate
from groundwire.evaluation.judging.record import (
    LEAST_KAPPA,
    MOST_FLIPS,
    Figure,
    JudgeRecord,
    read_record,
    record_path,
    why_not,
    write_record,
)
from groundwire.evaluation.output import Spent
from groundwire.evaluation.score import Failed
from groundwire.evaluation.scorecard import JudgedBy, JudgeInfo

JUDGE = JudgedBy(
    model="m", endpoint="host", prompt=PromptRef(task="judge_match", version=1, digest="p"), digest="judge:1"
)
STORIES = [f"s{number}" for number in range(12)]
STEADY = Figure(value=0.02, low=0.0, high=0.05)


def _record(**changed: Any) -> JudgeRecord:
    known = {
        "judge": JUDGE,
        "labels": "labels:1",
        "stories": 12,
        "units": 200,
        "failed": 0,
        "kappa": Figure(value=0.8, low=0.72, high=0.88),
        "agreement": Figure(value=0.9),
        "matcher": Figure(value=0.7),
        "flips_again": STEADY,
        "flips_reversed": STEADY,
        "kinds": (),
        "spent": Spent(),
        "version": "0",
        "finished": "2026-11-22",
    }
    return JudgeRecord.model_validate({**known, **changed})


@pytest.mark.parametrize(
    ("changed", "doubt"),
    [
        ({}, ""),
        ({"kappa": Figure(value=0.9, low=LEAST_KAPPA, high=1)}, "has to lie above 0.67"),
        ({"kappa": Figure(value=0.9)}, "is unknown"),
        ({"flips_again": Figure(value=MOST_FLIPS + 0.001)}, "10.1 % of its answers when asked again"),
        ({"flips_reversed": Figure(value=0.5)}, "50.0 % of its answers when shown the lists in reverse"),
        ({"flips_reversed": Figure(value=None)}, "an unknown share"),
        ({"failed": 3}, "it failed on 3 claims of 203"),
    ],
)
def test_what_keeps_a_judge_from_gating(changed: dict[str, Any], doubt: str):
    """κ's lower end, both flip rates and failures have to be in order; each doubt says what was found."""
    doubts = _record(**changed).doubts
    assert (bool(doubts), doubt in "; ".join(doubts)) == (bool(doubt), True)


def test_a_record_reads_back_and_belongs_to_one_judge(tmp_path: Path):
    """Another model, prompt, endpoint or sampling has another digest, and no record."""
    write_record(record_path(tmp_path, JUDGE), _record())
    other = JUDGE.model_copy(update={"digest": "judge:2"})
    assert read_record(record_path(tmp_path, JUDGE)) == _record()
    assert (why_not([JUDGE], tmp_path), why_not([], tmp_path)) == ("", "")
    assert "nobody has shown" in why_not([JUDGE, other], tmp_path)


def test_a_record_under_another_judges_name_is_refused(tmp_path: Path):
    """Copying a file gives nobody a right to gate."""
    other = JUDGE.model_copy(update={"digest": "judge:2"})
    write_record(record_path(tmp_path, other), _record())
    assert "another judge" in why_not([other], tmp_path)


def test_a_damaged_record_says_so(tmp_path: Path):
    """It is not taken for none."""
    record_path(tmp_path, JUDGE).write_text("{", encoding="utf-8")
    with pytest.raises(UsageError, match="judge's record"):
        why_not([JUDGE], tmp_path)


def _side(level: float = 0.8, *, by: JudgedBy = JUDGE, failing: int = 0) -> Side:
    failed = Failed(reason="the judge failed", of="judge")
    scores = {story: [failed if at < failing else level] for at, story in enumerate(STORIES)}
    made = card("s", {"judged.f1": scores})
    scorers = tuple(scorer.model_copy(update={"judge": by}) for scorer in made.header.scorers)
    judge = JudgeInfo(name="m,judge_match@1", by=by, spent=Spent())
    header = made.header.model_copy(update={"scorers": scorers, "judge": judge})
    return Side(type(made)(header, made.scores), "s")


def _refusal(side: Side, baseline: Baseline, folder: Path) -> str:
    return gate(side, baseline, Rule(is_live=False, margin=0.05, records=folder)).refusal


def test_a_judged_score_gates_only_with_a_record(tmp_path: Path):
    """Without one the gate is closed and says how to get it; with a good one it holds the floor within the margin."""
    baseline = pin(_side(0.8))
    assert "eval agree --judge" in _refusal(_side(0.8), baseline, tmp_path)
    write_record(record_path(tmp_path, JUDGE), _record(failed=1))
    assert "may not gate: it failed" in _refusal(_side(0.8), baseline, tmp_path)
    write_record(record_path(tmp_path, JUDGE), _record())
    rule = Rule(is_live=False, margin=0.05, records=tmp_path)
    held = [gate(_side(level), baseline, rule).is_open for level in (0.8, 0.77, 0.74)]
    assert held == [True, True, False]


def test_scores_of_another_judge_are_other_scores(tmp_path: Path):
    """The gate refuses them, and a comparison too: the digest of its prompt, or its model, is not the same."""
    write_record(record_path(tmp_path, JUDGE), _record())
    other = JUDGE.model_copy(update={"digest": "judge:2", "model": "n"})
    assert "scorers have changed" in _refusal(_side(by=other), pin(_side()), tmp_path)
    sides = (_side(), _side(by=other))
    with pytest.raises(UsageError, match=r"differ in judged.f1@1 \(m at host by judge_match@1"):
        choose_sides([side.card for side in sides])


def test_floors_of_a_judge_need_the_judge(tmp_path: Path):
    """A scorecard that nobody judged is not held against them, and the message names the judge."""
    baseline = pin(_side())
    plain = card("s", {"judged.f1": {story: [0.8] for story in STORIES}})
    assert "--judge m,judge_match@1" in _refusal(Side(plain, "s"), baseline, tmp_path)


def test_a_judged_baseline_reads_back(tmp_path: Path):
    """Who judged is kept with each floor; a floor of the deterministic scorers says nothing about a judge."""
    path = tmp_path / "pinned.json"
    write_baseline(path, pin(_side()))
    assert read_baseline(path) == pin(_side())
    write_baseline(path, pin(Side(card("s", {"claims.f1": {"s0": [0.5]}}), "s")))
    assert "judge" not in path.read_text(encoding="utf-8")


def test_where_the_judge_failed_a_comparison_does_not_answer():
    """The cases that are left are not those that were to be compared."""
    (found,) = compare(_side(0.5), _side(0.9, failing=2)).scorers
    assert (found.n, found.p, found.answer) == (10, None, Answer.UNKNOWN)
