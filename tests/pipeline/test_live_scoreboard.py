"""What recorded language models reach, scored by the program of today: the scoreboard in README.md rests on these."""

import pytest

from groundwire.evaluation.comparing import Answer
from live_scoreboard import RECORDINGS, Recorded, answer_of, baseline, recordings, replayed


def _name(recorded: Recorded) -> str:
    return f"{recorded.suite}/{recorded.folder.name}"


@pytest.mark.parametrize("recorded", recordings(), ids=_name)
def test_every_case_of_a_recording_replays(recorded: Recorded) -> None:
    """Each article has its output, nothing is sent, and no recorded reply is left over (that would be an error)."""
    card = replayed(recorded)
    card.require_no_failures()
    assert card.evaluated.header.suite.cases == baseline(recorded.suite).evaluated.header.suite.cases


def test_every_recording_is_on_the_scoreboard() -> None:
    """A folder that says of no subject what it holds would never be replayed."""
    folders = {path.parent for path in RECORDINGS.glob("*/*/exchanges.jsonl")}
    assert folders == {recorded.folder for recorded in recordings()}


@pytest.mark.parametrize("recorded", [one for one in recordings() if "1.5b" in one.subject], ids=_name)
def test_the_larger_small_model_finds_more_than_the_built_in_analyst(recorded: Recorded) -> None:
    """On the same articles, paired, corrected for all scorers: claim F1 and recall are better, hedges not worse."""
    assert answer_of(recorded, "claims.f1") is Answer.BETTER
    assert answer_of(recorded, "claims.recall") is Answer.BETTER
    assert answer_of(recorded, "claims.hedges") is not Answer.WORSE
    baseline(recorded.suite).require_no_failures()
