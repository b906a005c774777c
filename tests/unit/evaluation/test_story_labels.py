"""Stories: read by the code that reads users' articles, and linted with messages that say what to do."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from evaluation_story import labels, write_story, write_suite
from groundwire.domain.briefing import Reading
from groundwire.errors import UsageError
from groundwire.evaluation.agreement import agree, agreement_lines
from groundwire.evaluation.fixture import load_story
from groundwire.evaluation.lint import lint_story
from groundwire.evaluation.suite import load_suite
from judged_stories import write_judged


def test_a_story_holds_its_articles_and_no_other_file(tmp_path: Path):
    """Labels and origin are not articles."""
    assert list(load_story(write_story(tmp_path)).articles) == ["coast.txt", "island.txt"]


def test_sound_labels_give_no_finding(tmp_path: Path):
    """The story of these tests is as the guide wants it."""
    assert lint_story(load_story(write_story(tmp_path))) == []


def _claims(labels: dict[str, Any]) -> list[dict[str, Any]]:
    return labels["articles"]["coast.txt"]["claims"]


FAULTS: list[tuple[str, Callable[[dict[str, Any]], object], str]] = [
    (
        "words that are not there",
        lambda it: _claims(it)[0].update(evidence=["closed the port"]),
        "exact words",
    ),
    ("words that stand twice", lambda it: _claims(it)[0].update(evidence=["the ferry"]), "2 times"),
    ("a claim said twice", lambda it: _claims(it)[1].update(text=_claims(it)[0]["text"]), "same as c1"),
    ("an id given twice", lambda it: _claims(it)[1].update(id="c1"), "'c1' 2 times"),
    ("a missing speaker", lambda it: _claims(it)[0].update(attribution="direct"), "expected a speaker"),
    ("a row of no claim", lambda it: it["rows"][0]["claims"].update({"coast.txt": ["c9"]}), "'c9'"),
    ("an unknown origin", lambda it: it["rows"][0].update(origins=["o9"]), "'o9'"),
    ("a dispute of no row", lambda it: it["disputes"][0].update(row="r9"), "'r9'"),
    (
        "a point of no claim",
        lambda it: it["articles"]["coast.txt"]["key_points"][0].update(claims=["c9"]),
        "'c9'",
    ),
    ("labels of no file", lambda it: it["articles"].update({"gone.txt": {"claims": []}}), "rename or remove"),
    ("an article without labels", lambda it: it["articles"].pop("island.txt"), "expected labels"),
    ("another story's labels", lambda it: it.update(story="port"), "'port'"),
    ("one origin twice", lambda it: it["rows"][0].update(standing="corroborated"), "one origin"),
]


@pytest.mark.parametrize(
    ("change", "message"), [fault[1:] for fault in FAULTS], ids=[fault[0] for fault in FAULTS]
)
def test_lint_finds(change: Callable[[dict[str, Any]], object], message: str, tmp_path: Path):
    """Each fault is an error whose message names what is wrong."""
    changed = labels()
    change(changed)
    story = load_story(write_story(tmp_path, changed))
    assert any(found.level == "error" and message in found.message for found in lint_story(story))


def test_an_unknown_word_names_its_field(tmp_path: Path):
    """A stance that the guide does not know is an error that says where."""
    changed = labels()
    _claims(changed)[0]["stance"] = "certain"
    with pytest.raises(UsageError, match=r"articles\.coast\.txt\.claims\.0\.stance"):
        load_story(write_story(tmp_path, changed))


def test_a_suite_refuses_labels_with_faults(tmp_path: Path):
    """What cannot be scored against is found before anything runs."""
    suite = write_suite(tmp_path)
    changed = labels()
    _claims(changed)[0]["evidence"] = ["closed the port"]
    write_story(tmp_path / "fixtures", changed)
    with pytest.raises(UsageError, match="exact words"):
        load_suite(str(suite))


def test_the_digest_changes_with_a_label(tmp_path: Path):
    """Scores made on other labels are told apart."""
    before = load_suite(str(write_suite(tmp_path / "a"))).digest
    assert load_suite(str(write_suite(tmp_path / "b"))).digest == before
    changed = labels()
    _claims(changed)[0]["stance"] = "confirmed"
    write_story(tmp_path / "b" / "fixtures", changed)
    assert load_suite(str(tmp_path / "b" / "small.toml")).digest != before


def _dispute(held: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = held["disputes"][0]
    return found


def test_a_reading_is_a_label_of_its_own(tmp_path: Path):
    """It loads, changes the digest, and is one of four words."""
    without = load_story(write_story(tmp_path / "a"))
    changed = labels()
    _dispute(changed)["reading"] = "update"
    read = load_story(write_story(tmp_path / "b", changed))
    assert (without.labels.disputes[0].reading, read.labels.disputes[0].reading) == (None, Reading.UPDATE)
    assert read.digest != without.digest
    _dispute(changed)["reading"] = "quarrel"
    with pytest.raises(UsageError, match=r"disputes\.0\.reading"):
        load_story(write_story(tmp_path / "c", changed))


def test_the_name_of_the_schema_is_no_label(tmp_path: Path):
    """A label file may carry its schema; scores made with and without it are comparable."""
    named = write_story(tmp_path / "b", {"schema": "groundwire/labels/1", **labels()})
    assert load_story(named).digest == load_story(write_story(tmp_path / "a")).digest


def test_lint_knows_what_can_be_rounded_and_what_was_left_unread(tmp_path: Path):
    """Rounding is read between figures or dates only; one reading in a story asks for the others."""
    changed = labels()
    _dispute(changed).update(kind="polarity", reading="rounding")
    changed["disputes"].append({**_dispute(labels()), "row": "r1"})
    found = [
        (finding.level, finding.where) for finding in lint_story(load_story(write_story(tmp_path, changed)))
    ]
    assert found == [("error", "dispute r2"), ("warning", "dispute r1")]


def test_a_dispute_that_was_read_again_is_a_unit_of_agreement(tmp_path: Path):
    """The second reading stands beside the first in the adjudicated labels: it was made of that very dispute."""
    changed = labels()
    _dispute(changed).update(reading="update", second_reading="conflict")
    story = write_story(tmp_path, changed)
    for name in ("first.json", "second.json"):
        (story / name).write_text(json.dumps(labels()), encoding="utf-8")
    assert [layer.units for layer in agree([story]).layers if layer.layer == "reading"] == [1]


@pytest.mark.parametrize(
    ("first", "second", "expected"), [("update", "update", 1), ("update", None, 0), (None, None, 0)]
)
def test_readings_that_both_labelled_are_a_layer_of_agreement(
    first: str | None, second: str | None, expected: int, tmp_path: Path
):
    """A dispute is a unit when both labellers read it; without any, the table says that nobody did it twice."""
    story = write_story(tmp_path)
    for name, reading in (("first.json", first), ("second.json", second)):
        changed = labels()
        _dispute(changed)["reading"] = reading
        (story / name).write_text(json.dumps(changed), encoding="utf-8")
    agreement = agree([story])
    assert [layer.units for layer in agreement.layers if layer.layer == "reading"] == [expected]
    assert ("| reading | – | nobody labelled it a second time |" in agreement_lines(agreement)) is not bool(
        expected
    )


def test_each_story_that_is_done_is_told(tmp_path: Path):
    """A long comparison is not silent: how many stories there are, and each by its name."""
    told: list[object] = []

    class Watching:
        def begin(self, total: int) -> None:
            told.append(total)

        def advance(self, done: str) -> None:
            told.append(done)

        def note(self, line: str) -> None:
            told.append(line)

    stories = write_judged(tmp_path, stories=2)
    agree(stories, Watching())
    assert told == [2, *(story.name for story in stories)]
