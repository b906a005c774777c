"""A labeller's desk: what it reads, what it tells the page, what it writes."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from evaluation_story import labels, write_story
from groundwire.errors import UsageError
from groundwire.evaluation.fixture import Story, load_story, read_articles, read_labels
from groundwire.evaluation.labelling.desk import open_adjudication, open_desk
from groundwire.evaluation.labelling.label_file import Outcome
from groundwire.evaluation.lint import lint_story
from groundwire.evaluation.schemas import eval_schema_of
from labelling_story import claim, kite_labels, write_kites, write_labels


def test_a_labeller_reads_no_file_of_another(tmp_path: Path):
    """A desk opens, tells and saves while every other label file is unreadable: it was never looked at."""
    story = write_kites(tmp_path)
    for name in ("first.json", "labels.json", "anna.json"):
        (story / name).write_text("not to be read", encoding="utf-8")
    desk = open_desk(story, who="second")
    state = desk.state()
    assert (state["file"], state["sides"], state["aligned"]) == ("second.json", None, None)
    assert desk.save(state["document"], revision=state["revision"]).outcome is Outcome.SAVED


def test_a_new_labeller_begins_with_nothing(tmp_path: Path):
    """The blank labels name the story and its articles, and are no finding by themselves."""
    story = write_kites(tmp_path)
    state = open_desk(story, who="anna").state()
    assert [len(one["claims"]) for one in state["document"]["articles"].values()] == [0, 0]
    assert (state["document"]["story"], state["findings"]) == ("kites", [])
    assert [path.name for path in story.glob("*.json")] == []


def test_the_page_is_told_the_text_as_the_program_reads_it(tmp_path: Path):
    """Text, sentences and what was set aside are those of `ingest`; headings and body are told apart."""
    story = write_kites(tmp_path)
    article = read_articles(story)["festival.txt"]
    told = open_desk(story, who="first").state()["articles"][1]
    assert (told["name"], told["text"], told["title"]) == ("festival.txt", article.text, article.title)
    assert [tuple(span) for span in told["sentences"]] == list(article.sentences)
    assert [one["reason"] for one in told["set_aside"]] == [one.reason for one in article.set_aside]


def _save(story: Path, document: dict[str, Any]) -> Any:
    desk = open_desk(story, who="first")
    return desk.save(document, revision=desk.state()["revision"])


def test_fields_that_nobody_edits_are_kept(tmp_path: Path):
    """A sound file comes back as it was, rows, origins and disputes with it, and only the change is new."""
    story = write_story(tmp_path)
    write_labels(story / "first.json", labels())
    changed = labels()
    changed["articles"]["coast.txt"]["claims"][1]["text"] = "12,000 litres of oil leaked."
    assert _save(story, changed).outcome is Outcome.SAVED
    assert json.loads((story / "first.json").read_text(encoding="utf-8")) == changed
    assert list(changed["articles"]["coast.txt"]["claims"][0]) == ["id", "text", "evidence"]


def test_what_the_harness_could_not_read_is_not_written(tmp_path: Path):
    """A claim without evidence or with an unknown stance is refused by its field's name."""
    story = write_kites(tmp_path)
    bare = kite_labels({"id": "c1", "text": "Kites flew.", "evidence": []})
    odd = kite_labels(claim("c1", "Kites flew.", "400 kites", stance="certain"))
    complaints = [_save(story, document).told["complaint"] for document in (bare, odd)]
    assert ["evidence" in complaints[0], "stance" in complaints[1]] == [True, True]
    assert not (story / "first.json").exists()


def test_the_findings_are_those_of_lint(tmp_path: Path):
    """Each finding of `lint_story` comes with the article and the id that it is about."""
    story = write_kites(tmp_path)
    document = kite_labels(
        claim("c1", "It flew.", "400 kites"),
        claim("c2", "Kites sank.", "nowhere"),
        claim("c3", "Kites sank.", "the police said"),
    )
    document["rows"] = [{"id": "r1", "text": "x", "claims": {"gone.txt": ["c1"]}, "standing": "disputed"}]
    found = _save(story, document).told["findings"]
    loaded = Story(folder=story, articles=read_articles(story), labels=read_labels(story / "first.json"))
    assert [one["message"] for one in found] == [one.message for one in lint_story(loaded)]
    assert [(one["article"], one["id"]) for one in found] == [
        ("festival.txt", "c1"),
        ("festival.txt", "c2"),
        ("festival.txt", "c3"),
        ("festival.txt", "c3"),
        ("", "r1"),
    ]


def test_a_finding_on_the_story_says_what_it_is_about(tmp_path: Path):
    """Where a finding has no claim or row to stand beside, the page can still say where it is."""
    story = write_kites(tmp_path)
    found = _save(story, {**kite_labels(), "story": "balloons"}).told["findings"]
    assert [(one["article"], one["id"], one["about"]) for one in found] == [("", "", "kites")]


@pytest.mark.parametrize("who", ["labels", "", "../first", "First", "a/b", "-x", "x" * 41])
def test_a_labeller_has_a_name_that_makes_a_file(who: str, tmp_path: Path):
    """What is no plain name, or the name of the labels in force, opens no desk."""
    with pytest.raises(UsageError, match="expected first, second or a name"):
        open_desk(write_kites(tmp_path), who=who)


def test_an_unsound_file_opens_no_desk(tmp_path: Path):
    """A file that the harness could not read is found before anybody begins, and is not touched."""
    story = write_kites(tmp_path)
    write_labels(story / "first.json", kite_labels(claim("c1", "x", "400 kites", mood="odd")))
    before = (story / "first.json").read_bytes()
    with pytest.raises(UsageError, match="mood"):
        open_desk(story, who="first")
    assert (story / "first.json").read_bytes() == before


def test_who_adjudicates_sees_both_and_writes_what_is_in_force(tmp_path: Path):
    """Both labellers' words are told, and labels.json is the file."""
    story = write_kites(tmp_path)
    write_labels(story / "first.json", kite_labels(claim("c1", "Kites flew.", "400 kites")))
    with pytest.raises(UsageError, match=r"second\.json"):
        open_adjudication(story)
    write_labels(story / "second.json", kite_labels(claim("c9", "Kites flew.", "400 kites")))
    desk = open_adjudication(story)
    state = desk.state()
    assert (state["file"], sorted(state["sides"])) == ("labels.json", ["first", "second"])
    assert [(one["first"], one["second"], one["label"]) for one in state["aligned"]["festival.txt"]] == [
        ("c1", "c9", None)
    ]
    saved = desk.save(state["sides"]["first"], revision=state["revision"])
    assert [one["label"] for one in saved.told["aligned"]["festival.txt"]] == ["c1"]
    assert lint_story(load_story(story)) == []


def test_the_last_line_says_what_was_saved(tmp_path: Path):
    """What stands in the file when it ends, or that nothing was changed."""
    story = write_kites(tmp_path)
    desk = open_desk(story, who="first")
    assert desk.outcome() == "nothing was changed in first.json"
    desk.save(kite_labels(claim("c1", "Kites flew.", "400 kites")), revision=desk.state()["revision"])
    assert desk.outcome().endswith("first.json: 1 claims, 0 key points, 0 traps, 0 rows")


def test_a_file_that_is_begun_here_says_what_it_is(tmp_path: Path):
    """The document that the page begins with names its schema and is as the schema says."""
    document = open_desk(write_kites(tmp_path), who="first").state()["document"]
    assert document["schema"] == "groundwire/labels/1"
    assert list(Draft202012Validator(eval_schema_of("labels")).iter_errors(document)) == []
