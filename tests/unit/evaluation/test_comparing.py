"""Comparisons: an answer in words, and none where the data give none."""

import random

import pytest

from evaluation_cards import MadeCard, Scores, card
from groundwire.errors import UsageError
from groundwire.evaluation.comparing import Answer, Comparison, choose_sides, compare
from groundwire.evaluation.planning import plan_power
from groundwire.evaluation.score import Failed, NotApplicable
from groundwire.evaluation.verdict_tables import comparison_table

STORIES = [f"s{number}" for number in range(12)]


def _scores(shift: float, *, stories: list[str] = STORIES, noise: float = 0.0, seed: int = 1) -> Scores:
    rng = random.Random(seed)
    before = {story: [0.5 + 0.01 * at for at in range(3)] for story in stories}
    return {
        "claims.f1": {
            story: [value + shift + rng.gauss(0, noise) for value in values]
            for story, values in before.items()
        }
    }


def _compare(before: MadeCard, after: MadeCard) -> Comparison:
    return compare(*choose_sides([before, after]))


def _answer(before: MadeCard, after: MadeCard) -> Answer | None:
    return _compare(before, after).scorers[0].answer


@pytest.mark.parametrize(
    ("shift", "noise", "expected"),
    [
        (0.0, 0.0, Answer.TIED),
        (0.1, 0.02, Answer.BETTER),
        (-0.1, 0.02, Answer.WORSE),
        (0.0, 0.005, Answer.TIED),
        (0.05, 0.5, Answer.UNKNOWN),
    ],
)
def test_the_answer_in_words(shift: float, noise: float, expected: Answer):
    """No change and surely next to none are ties; a change beyond noise has a direction; noise alone is no answer."""
    before, after = card("a", _scores(0.0)), card("b", _scores(shift, noise=noise))
    assert _answer(before, after) is expected


def test_five_stories_are_not_enough():
    """No pattern of five signs is rarer than one in twenty."""
    before = card("a", _scores(0.0, stories=STORIES[:5]))
    after = card("b", _scores(0.3, stories=STORIES[:5], noise=0.01))
    assert _answer(before, after) is Answer.UNKNOWN


def test_many_scorers_are_adjusted_for():
    """One story pattern in 2,048 still counts among thirteen scorers, and its p is thirteen times as large."""
    alone = _compare(card("a", _scores(0.0)), card("b", _scores(0.1, noise=0.01)))
    names = [f"x{at}" for at in range(13)]
    before = {name: _scores(0.0)["claims.f1"] for name in names}
    after = {name: _scores(0.1, noise=0.01)["claims.f1"] for name in names}
    among = _compare(card("a", before), card("b", after))
    assert among.scorers[0].p == pytest.approx(13 * (alone.scorers[0].p or 0))


def test_a_failed_case_counts_as_zero_and_one_without_labels_not_at_all():
    """What failed is held against the subject; what cannot be scored is left out on both sides."""
    before = card("a", {"f": {story: [0.8, NotApplicable(reason="none")] for story in STORIES}})
    after = card(
        "b", {"f": {story: [Failed(reason="gone"), NotApplicable(reason="none")] for story in STORIES}}
    )
    [compared] = _compare(before, after).scorers
    assert (compared.n, compared.before, compared.after, compared.answer) == (12, 0.8, 0.0, Answer.WORSE)


def test_yes_and_no_have_mcnemars_p_beside():
    """Where every case is right or wrong, the exact test stands beside."""
    before = card("a", {"f": {story: [0.0] for story in STORIES}})
    after = card("b", {"f": {story: [1.0] for story in STORIES}})
    [compared] = _compare(before, after).scorers
    assert compared.mcnemar_p == pytest.approx(2 / 2**12)


def test_the_cases_that_moved_most_come_with_what_changed():
    """Largest first, with findings that are gone and that are new."""
    before = {"f": {story: [0.9] for story in STORIES}}
    after = {"f": {**before["f"], "s3": [0.1], "s4": [0.6]}}
    [compared] = _compare(card("a", before), card("b", after)).scorers
    assert [moved.case for moved in compared.moved] == ["s3/0", "s4/0"]
    assert [finding.label for finding in compared.moved[0].new] == ["The bridge is shut."]


def test_another_suite_is_refused():
    """Scores on other labels are not compared."""
    with pytest.raises(UsageError, match="one suite"):
        _compare(card("a", _scores(0)), card("b", _scores(0), digest="suite:2"))


def test_another_scorer_version_is_refused():
    """Scores that mean something else are not compared; the message names the scorer."""
    with pytest.raises(UsageError, match=r"claims\.f1@2"):
        _compare(card("a", _scores(0)), card("b", _scores(0), version=2))


def test_missing_cases_are_refused():
    """A scorecard with fewer cases is no better for it."""
    with pytest.raises(UsageError, match="same cases"):
        _compare(card("a", _scores(0)), card("b", _scores(0, stories=STORIES[:11])))


def test_one_subject_is_not_two():
    """The message says what to name."""
    with pytest.raises(UsageError, match="two subjects"):
        choose_sides([card("a", _scores(0))])


def test_the_table_begins_with_the_answer():
    """A reader sees better or worse before any figure."""
    page = comparison_table(_compare(card("a", _scores(0)), card("b", _scores(-0.1, noise=0.01))))
    assert "**b is worse** on claims.f1." in page.split("|")[0]


@pytest.mark.parametrize("clusters", [8, 12])
def test_false_alarms_of_equal_subjects_stay_below_five_in_a_hundred(clusters: int):
    """Over 200 simulated comparisons of two equal subjects with clustered noise; the benchmarks run a thousand."""
    rng = random.Random(clusters)
    alarms = 0
    for _ in range(200):
        scores: list[Scores] = []
        stories = {f"s{at}": rng.gauss(0.6, 0.1) for at in range(clusters)}
        for _ in range(2):
            own = {story: level + rng.gauss(0, 0.05) for story, level in stories.items()}
            scores.append(
                {"f": {story: [rng.gauss(level, 0.05) for _ in range(3)] for story, level in own.items()}}
            )
        alarms += _answer(card("a", scores[0]), card("b", scores[1])) in {Answer.BETTER, Answer.WORSE}
    assert alarms <= 0.05 * 200 + 6  # two standard errors of 200 draws


def test_power_of_two_cards_goes_by_their_differences():
    """Constant differences scatter nowhere: two stories would do."""
    sides = choose_sides([card("a", _scores(0)), card("b", _scores(0.1))])
    [row] = plan_power(sides, change=0.05).rows
    assert (row.deviation, row.power, row.needed) == (0.0, 1.0, 2)
