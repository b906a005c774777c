"""A worked example with another number, date, name or quotation than the lines above it is found by `prompts lint`."""

import shutil
from pathlib import Path

import pytest

from groundwire.app.example_checks import example_faults
from groundwire.prompts.lint import lint, lint_prompt
from groundwire.prompts.registry import load_registry

HOMES = "About 40 homes lie"
LATE_MAY = "[2] The dam above Orrin began to leak in late May."
OPINION = (
    '"sentences": [1, 2], "difference": "what two engineers hold possible and Lindqvist denies is told as a fact", '
    '"verdict": "unsupported"'
)


def _faults(tmp_path: Path, task: str, *changes: tuple[str, str]) -> list[str]:
    """What is said against version 2 of `task`: version 1 with the last place of each of `changes` exchanged."""
    folder = tmp_path / "prompts"
    shutil.copytree(load_registry().folder, folder)
    source = (folder / task / "v1.md").read_text("utf-8").replace("version = 1", "version = 2")
    for old, new in changes:
        before, found, after = source.rpartition(old)
        assert found
        source = before + new + after
    (folder / task / "v2.md").write_text(source, "utf-8")
    registry = load_registry(folder)
    findings = lint_prompt(registry.get(task, 2), registry, [example_faults])
    return [finding.message for finding in findings if finding.level == "error"]


def test_the_examples_in_use_teach_nothing_wrong() -> None:
    """Nothing is said against the examples that are shipped."""
    assert [finding for finding in lint(load_registry(), [example_faults]) if finding.level == "error"] == []


@pytest.mark.parametrize(
    ("task", "old", "new"),
    [
        ("extract_claims", HOMES, "About 90 homes lie"),
        ("extract_claims", "will begin on 3 June.", "will begin on 5 June."),
        ("summarise_article", HOMES, "About 90 homes lie"),
        ("summarise_claims", "of the dam will begin on 3 June,", "of the dam will begin on 8 June,"),
        ("brief_story", "of the dam begins on 3 June,", "of the dam begins on 8 June,"),
    ],
)
def test_another_value_is_found(tmp_path: Path, task: str, old: str, new: str) -> None:
    """One exchanged number or date in an answer is a complaint that names the sentence."""
    faults = _faults(tmp_path, task, (old, new))
    assert len(faults) == 1
    assert "at odds with the lines above it" in faults[0]


def test_a_wrong_number_called_supported_is_found(tmp_path: Path) -> None:
    """An example of an opinion that passes a wrong number is a complaint; one that rejects it is not."""
    wrong = (LATE_MAY, "[2] The board spent 6 million crowns on the dam last year.")
    assert _faults(tmp_path / "rejected", "judge_claims", wrong) == []
    passed = (OPINION, '"sentences": [3], "difference": "", "verdict": "supported"')
    assert len(_faults(tmp_path / "passed", "judge_claims", wrong, passed)) == 1
