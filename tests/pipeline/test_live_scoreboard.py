"""What recorded language models reach, scored by the program of today: the scoreboard in README.md rests on these."""

import pytest

from groundwire.evaluation.comparing import Answer
from live_scoreboard import RECORDINGS, SUBJECTS, Recorded, answer_of, baseline, replayed


@pytest.mark.parametrize("recorded", SUBJECTS, ids=lambda recorded: recorded.folder)
def test_every_case_of_a_recording_replays(recorded: Recorded) -> None:
    """Each article has its output, nothing is sent, and no recorded reply is left over (that would be an error)."""
    card = replayed(recorded)
    card.require_no_failures()
    assert card.evaluated.header.suite.cases == 13


def test_every_recording_is_on_the_scoreboard() -> None:
    """A folder that no subject names would never be replayed."""
    folders = {path.name for path in RECORDINGS.iterdir() if path.is_dir()}
    assert folders == {recorded.folder for recorded in SUBJECTS}


@pytest.mark.parametrize(
    "recorded", [one for one in SUBJECTS if "1.5b" in one.subject], ids=lambda one: one.folder
)
def test_the_larger_small_model_finds_more_than_the_built_in_analyst(recorded: Recorded) -> None:
    """On the same articles, paired, corrected for all scorers: claim F1 and recall are better, hedges not worse."""
    card = replayed(recorded)
    assert answer_of(card, "claims.f1") is Answer.BETTER
    assert answer_of(card, "claims.recall") is Answer.BETTER
    assert answer_of(card, "claims.hedges") is not Answer.WORSE
    baseline().require_no_failures()
