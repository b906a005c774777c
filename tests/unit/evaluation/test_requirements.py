"""Requirements in users' tests: they hold, or say which cases are lowest."""

from pathlib import Path

import pytest

from evaluation_story import write_suite
from groundwire.errors import UsageError
from groundwire.evaluation.testing import Checked, evaluate_suite


@pytest.fixture
def checked(tmp_path: Path) -> Checked:
    """The built-in analyst on the small suite."""
    return evaluate_suite(str(write_suite(tmp_path)))


def test_a_requirement_that_holds_says_nothing(checked: Checked):
    """The built-in analyst finds something, and no case fails."""
    checked.require("claims.recall", at_least=0.1)
    checked.require_no_failures()
    checked.require_not_worse(checked)


def test_a_requirement_that_does_not_hold_names_the_lowest_cases(checked: Checked):
    """A reader of the test's output knows where to look."""
    with pytest.raises(AssertionError, match=r"claims\.recall of extractive to be at least 1\.1.*harbour/"):
        checked.require("claims.recall", at_least=1.1)


def test_an_unknown_scorer_is_an_error_of_the_test(checked: Checked):
    """It does not pass for a requirement that holds."""
    with pytest.raises(UsageError, match="expected a scorer of the suite"):
        checked.require("claims.charm", at_least=0.0)


def test_a_recording_that_lacks_the_answers_fails_every_case(tmp_path: Path):
    """Nothing is sent; what was never recorded is a failure."""
    recording = tmp_path / "recording"
    recording.mkdir()
    (recording / "exchanges.jsonl").write_text("\n", encoding="utf-8")
    checked = evaluate_suite(str(write_suite(tmp_path)), subject="m", replay_from=recording)
    with pytest.raises(AssertionError, match=r"harbour/coast\.txt, harbour/island\.txt"):
        checked.require_no_failures()
