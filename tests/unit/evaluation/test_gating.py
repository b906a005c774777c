"""The gate: floors hold, digests are pinned, and what is not shown does not pass."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from evaluation_cards import MadeCard, card
from groundwire.evaluation.baseline import lowered, pin, read_baseline, write_baseline
from groundwire.evaluation.comparing import Side
from groundwire.evaluation.gating import Gated, Rule, annotations, gate, gate_table, junit

NOWHERE = Path("nowhere")
EXACT = Rule(is_live=False, margin=0.05, records=NOWHERE)
LIVE = Rule(is_live=True, margin=0.05, records=NOWHERE)
STORIES = [f"s{number}" for number in range(12)]


def _card(*, level: float = 0.8, digest: str = "suite:1", version: int = 1, spread: float = 0.0) -> MadeCard:
    scores = {story: [level + spread * (at % 3 - 1)] for at, story in enumerate(STORIES)}
    return card("a", {"f": scores}, digest=digest, version=version)


def _gate(after: MadeCard, rule: Rule = EXACT) -> Gated:
    return gate(Side(after, "a"), pin(Side(_card(), "a")), rule)


def test_the_same_scores_pass():
    """What was pinned holds itself."""
    assert _gate(_card()).is_open


def test_a_fallen_score_closes_the_gate_and_says_where():
    """The message tells by how much and in which cases."""
    gated = _gate(_card(level=0.75))
    assert not gated.is_open
    assert "fell by 0.050, most in s0/0" in gated.checks[0].why


@pytest.mark.parametrize(
    ("digest", "version", "words"), [("suite:2", 1, "suite has changed"), ("suite:1", 2, "scorers")]
)
def test_other_labels_or_scorers_close_the_gate(digest: str, version: int, words: str):
    """A baseline judges nothing but what it was made on."""
    gated = _gate(_card(digest=digest, version=version))
    assert not gated.is_open
    assert words in gated.refusal


@pytest.mark.parametrize(
    ("level", "spread", "is_open"),
    [(0.79, 0.01, True), (0.74, 0.01, False), (0.79, 0.2, False), (0.95, 0.1, True)],
)
def test_a_live_subject_has_to_be_shown_not_to_be_worse(level: float, spread: float, *, is_open: bool):
    """A little below its floor passes when that is sure; what may be far below does not, however noisy."""
    assert _gate(_card(level=level, spread=spread), LIVE).is_open is is_open


def test_a_baseline_reads_back(tmp_path: Path):
    """What is pinned is what is read."""
    baseline = pin(Side(_card(spread=0.1), "a"))
    write_baseline(tmp_path / "new" / "b.json", baseline)
    assert read_baseline(tmp_path / "new" / "b.json") == baseline


def test_lowered_floors_are_named():
    """Each floor that would fall, and each that would be lost."""
    old = pin(Side(card("a", {"f": {"s": [0.8]}, "g": {"s": [0.5]}}), "a"))
    new = pin(Side(card("a", {"f": {"s": [0.7]}}), "a"))
    assert lowered(old, new) == ["f would fall from 0.800 to 0.700", "g would be lost"]
    assert lowered(old, old) == []


def test_junit_is_xml_with_a_case_for_each_scorer():
    """Names with markup in them stay data."""
    gated = _gate(_card(level=0.7)).model_copy(update={"subject": '<b a="&">'})
    suite = ET.fromstring(junit(gated))
    assert (suite.get("name"), suite.get("failures")) == ('made <b a="&">', "1")
    assert [case.get("name") for case in suite] == ["f"]


def test_annotations_are_one_line_each():
    """A line break in a message cannot start a command of its own."""
    gated = Gated(suite="x", subject="a", checks=(), refusal="one\n::error::two 5 %")
    assert annotations(gated) == "::error title=groundwire eval gate x::x: one%0A::error::two 5 %25"


def test_the_table_says_open_or_closed():
    """For a pull request."""
    assert gate_table(_gate(_card())).startswith("# Gate made for a: open")
    assert gate_table(_gate(_card(level=0.1))).startswith("# Gate made for a: closed")
