"""Scripted judges on loopback, and the figures that they have to come out with: by hand, and by statsmodels."""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from statsmodels.stats.inter_rater import cohens_kappa

from evaluation_story import FERRIES
from groundwire.app.progress import Silent
from groundwire.evaluation.judging.judge import open_claim_judge, parse_judge
from groundwire.evaluation.judging.lines import record_lines
from groundwire.evaluation.judging.measuring import measure
from groundwire.evaluation.judging.record import JudgeRecord
from groundwire.evaluation.judging.units import all_sittings
from judged_stories import REWORDED, UNITS, write_judged
from scripted_judge import Rule, judging, known, shown_lists
from stub_server import Answer, Seen, StubServer, status

STORIES = 4


def yes(claim: str, labelled: Sequence[str]) -> tuple[int | None, str]:
    """Finds every claim stated, the right one where there is one."""
    place, _ = known(claim, labelled)
    return labelled.index(min(labelled)) if place is None else place, "same"


def lax(claim: str, labelled: Sequence[str]) -> tuple[int | None, str]:
    """Misses one claim in the first story, and falls into the trap in the second and the third."""
    if claim == next(iter(REWORDED)):
        return None, "other"
    falls = claim.startswith("20,000") and any(ferry in claim for ferry in FERRIES[1:3])
    return (labelled.index(min(labelled)), "more") if falls else known(claim, labelled)


def first_shown(claim: str, labelled: Sequence[str]) -> tuple[int | None, str]:
    """Takes what stands first for what the trap says; turned round, nothing of the kind stands there."""
    if claim.startswith("20,000") and "closed" in labelled[0]:
        return 0, "same"
    return known(claim, labelled)


def _measured(
    folder: Path, answer: Callable[[Seen], Answer], *, judge: str = "j", stories: int = STORIES
) -> JudgeRecord:
    sittings = all_sittings(write_judged(folder / "stories", stories=stories))

    async def measuring(address: str) -> JudgeRecord:
        spec = parse_judge(judge, {"base_url": address, "store": folder / "store.db", "attempts": 1})
        async with open_claim_judge(spec) as connected:
            return await measure(connected, sittings, Silent())

    with StubServer(answer=answer) as server:
        return asyncio.run(measuring(server.base_url))


@pytest.mark.parametrize(
    ("rule", "table"),
    [(known, [[16, 0], [0, 8]]), (yes, [[0, 16], [0, 8]]), (lax, [[14, 2], [1, 7]])],
)
def test_agreement_is_as_counted_by_hand(rule: Rule, table: list[list[int]], tmp_path: Path):
    """Two claims of six are stated in each of four stories; κ is statsmodels' of the table, labels down, judge across."""
    record = _measured(tmp_path, judging(rule))
    expected = cohens_kappa(np.array(table), return_results=False)
    assert record.kappa.value == pytest.approx(float(expected), abs=1e-9)
    assert record.agreement.value == pytest.approx((table[0][0] + table[1][1]) / 24)
    assert {kind.kind: kind.units for kind in record.kinds} == {
        kind: STORIES * len(texts) for kind, texts in UNITS.items()
    }
    assert sum(kind.stated for kind in record.kinds) == table[0][1] + table[1][1]
    assert (record.units, record.stories, record.failed) == (24, STORIES, 0)
    assert (record.flips_again.value, record.flips_reversed.value) == (0, 0)


def test_one_who_always_says_yes_agrees_by_chance_and_may_not_gate(tmp_path: Path):
    """It is right on a third of the claims, and on no corrupted one."""
    record = _measured(tmp_path, judging(yes))
    lines = record_lines(record)
    assert "| Cohen's κ with the labels | 0.000 |" in lines
    assert "| trap: number | 4 | 4 | 0.0 % |" in lines
    assert "It may not gate: the lower end of its κ" in lines


def test_one_who_knows_may_gate(tmp_path: Path):
    """Over eight stories there is no doubt left, over four there is; the lines say what to do next."""
    record = _measured(tmp_path / "eight", judging(known), stories=8)
    assert record.doubts == ()
    assert len(_measured(tmp_path / "four", judging(known)).doubts) == 1
    assert "Its scores may gate" in record_lines(record)


def test_one_who_goes_by_order_is_seen_to_flip(tmp_path: Path):
    """One answer of six changes when the lists are reversed, none when it is asked again."""
    record = _measured(tmp_path, judging(first_shown))
    assert record.flips_again.value == 0
    assert record.flips_reversed.value == pytest.approx(1 / 6)


def test_one_who_changes_its_mind_is_seen_to(tmp_path: Path):
    """Asked the same a second time it finds nothing stated: every claim that it had found flips."""
    asked: set[str] = set()

    def fickle(seen: Seen) -> Answer:
        content = seen.body["messages"][1]["content"]
        is_first = content not in asked
        asked.add(content)
        return judging(known if is_first else lambda *_: (None, "other"))(seen)

    assert _measured(tmp_path, fickle).flips_again.value == pytest.approx(8 / 24)


def test_one_who_fails_is_listed_and_counted_in_no_figure(tmp_path: Path):
    """One article of eight without an answer: its five claims are missing from the figures, and it may not gate."""

    def failing(seen: Seen) -> Answer:
        shown = "".join(text for texts in shown_lists(seen) for text in texts)
        is_last = FERRIES[STORIES - 1] in shown and "inspection" in shown
        return status(400) if is_last else judging(known)(seen)

    record = _measured(tmp_path, failing)
    assert (record.units, record.failed, len(record.failures)) == (19, 5, 1)
    assert record.kappa.value == 1
    assert record.doubts[0] == "it failed on 5 claims of 24"


def test_what_it_took_is_at_its_own_price(tmp_path: Path):
    """Three opinions on each of eight articles; kept answers cost no time and are counted all the same."""
    judge = "j,input_price=2,output_price=10"
    first = _measured(tmp_path, judging(known), judge=judge).spent
    assert (first.calls, first.input_tokens, first.output_tokens) == (24, 2400, 1200)
    assert first.cost_usd == pytest.approx((2400 * 2 + 1200 * 10) / 1_000_000)
    assert (first.seconds or 0) > 0
