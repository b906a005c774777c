"""`groundwire eval` as a user runs it: scorecards, comparisons, the gate, and a run that was killed."""

import json
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from cli.loopback_model import answer
from cli.program import Ended, Program
from evaluation_story import labels, write_story, write_suite
from groundwire.store.database import open_store
from stub_server import HANG, Behaviour, Seen, StubServer

KEY = "sk-test"


def _suite(program: Program, *, stories: int = 1, task: str = "analyse") -> str:
    return str(write_suite(program.folder, stories=stories, task=task))


def _model_run(program: Program, server: StubServer, *arguments: str) -> Ended:
    model = ("--base-url", server.base_url, "--quiet", "--format", "json")
    return program.run("eval", "run", *arguments, *model, OPENAI_API_KEY=KEY)


def _scores(card: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows without the time that a case took, which is no two times the same."""
    return [row for row in card["rows"] if row["scorer"] != "spent.seconds"]


def test_the_built_in_analyst_runs_without_anything(program: Program):
    """No model, no network, no store: a scorecard with a row for every case and scorer."""
    ended = program.run("eval", "run", _suite(program), "--subject", "extractive", "--format", "json")
    assert ended.code == 0, ended.err
    card = ended.json
    assert card["schema"] == "groundwire/scorecard/1"
    assert len(card["rows"]) == 2 * len(card["scorers"])
    assert {row["case"] for row in card["rows"]} == {"harbour/coast.txt", "harbour/island.txt"}
    assert not program.store.exists()


def test_the_table_gives_every_mean_with_its_interval(program: Program):
    """For reading: a row for each scorer; with one story the interval says what it needs."""
    ended = program.run("eval", "run", _suite(program), "--format", "md")
    assert ended.code == 0, ended.err
    assert "| claims.f1 | " in ended.out
    assert "needs two stories" in ended.out


def test_a_story_can_be_a_case(program: Program):
    """Rows, standing, origins and disputes of the briefing are scored."""
    ended = program.run("eval", "run", _suite(program, task="brief"), "--format", "json")
    assert ended.code == 0, ended.err
    values = {row["scorer"]: row["score"].get("value") for row in ended.json["rows"]}
    assert values["rows.f1"] > 0
    assert values["rows.standing"] > 0


def test_saved_outputs_score_the_same(program: Program):
    """`--from` gives the rows that the run gave."""
    suite = _suite(program)
    ran = program.run("eval", "run", suite, "--save-outputs", "outputs.jsonl", "--format", "json")
    again = program.run("eval", "run", suite, "--from", "outputs.jsonl", "--format", "json")
    assert (ran.code, again.code) == (0, 0), again.err
    assert again.json["rows"] == ran.json["rows"]


def test_a_missing_output_is_a_failed_case(program: Program):
    """It counts as zero, the row says why, and the exit code says partial."""
    suite = _suite(program)
    program.run("eval", "run", suite, "--save-outputs", "outputs.jsonl", "--format", "json")
    first = (program.folder / "outputs.jsonl").read_text(encoding="utf-8").splitlines()[0]
    program.write("outputs.jsonl", first + "\n")
    ended = program.run("eval", "run", suite, "--from", "outputs.jsonl", "--format", "json")
    assert ended.code == 3, ended.err
    failed = [row for row in ended.json["rows"] if row["score"]["kind"] == "failed"]
    assert {row["case"] for row in failed} == {"harbour/island.txt"}
    assert "note: 1 case without a score: " in ended.err


def test_outputs_of_other_articles_are_refused(program: Program):
    """Scores would be of words that are no longer there."""
    suite = _suite(program)
    program.run("eval", "run", suite, "--save-outputs", "outputs.jsonl", "--format", "json")
    article = program.folder / "fixtures" / "harbour" / "coast.txt"
    article.write_text(
        article.read_text(encoding="utf-8") + "\nA last sentence was added.\n", encoding="utf-8"
    )
    ended = program.run("eval", "run", suite, "--from", "outputs.jsonl")
    assert (ended.code, "as it was before" in ended.err) == (2, True)


def test_repeats_are_asked_for_apart_and_kept_apart(program: Program):
    """Three repeats send three times as much; run again, they send nothing and score the same."""
    suite = _suite(program)
    with StubServer(answer=answer) as server:
        first = _model_run(program, server, suite, "--subject", "m", "--repeat", "3")
        sent = len(server.requests)
        second = _model_run(program, server, suite, "--subject", "m", "--repeat", "3")
        assert (first.code, second.code, sent, len(server.requests)) == (0, 0, 12, 12), first.err
    assert _scores(first.json) == _scores(second.json)
    assert {row["repeat"] for row in first.json["rows"]} == {0, 1, 2}


def test_two_subjects_are_compared_in_one_card(program: Program):
    """Extractive against a model, side by side, with one answer for each scorer."""
    suite = _suite(program, stories=6)
    with StubServer(answer=answer) as server:
        subjects = ("--subject", "extractive", "--subject", "m")
        ended = _model_run(program, server, suite, *subjects, "-o", "card.json")
    assert ended.code == 0, ended.err
    compared = program.run("eval", "compare", "card.json", "--format", "json")
    assert compared.code == 0, compared.err
    assert (compared.json["before"], compared.json["after"]) == ("extractive", "m")
    answers = {one["scorer"]: one["answer"] for one in compared.json["scorers"]}
    unanswered = {name for name, answer_ in answers.items() if answer_ is None}
    assert "claims.f1" not in unanswered
    assert {"rouge.l", "summary.words", "spent.calls"} <= unanswered
    power = program.run("eval", "power", "card.json", "--format", "md")
    assert (power.code, "| claims.f1 |" in power.out) == (0, True)


def test_a_failing_model_gives_failed_rows_and_no_scores_of_another(program: Program):
    """The built-in analyst does not stand in for what is under test."""
    suite = _suite(program)
    with StubServer(answer=lambda _: HANG) as server:
        ended = program.run(
            "eval", "run", suite, "--subject", "m", "--base-url", server.base_url, "--format", "json",
            OPENAI_API_KEY=KEY, GROUNDWIRE_TIMEOUT_S="0.2", GROUNDWIRE_ATTEMPTS="1", GROUNDWIRE_DEADLINE_S="0.5",
        )  # fmt: skip
    assert ended.code == 3, ended.err
    kinds = {row["scorer"]: row["score"]["kind"] for row in ended.json["rows"]}
    assert (kinds["claims.f1"], kinds["checks.support"]) == ("failed", "failed")
    assert "scored" not in kinds.values()


def test_a_killed_run_goes_on_where_it_was(program: Program):
    """After kill -9 nothing that was answered is asked again, and the scores are those of an undisturbed run."""
    suite = _suite(program, stories=3)
    hanging = threading.Event()
    seen: list[Seen] = []

    def until_the_ninth(request: Seen) -> Behaviour:
        seen.append(request)
        if len(seen) < 9:
            return answer(request)
        hanging.set()
        return HANG

    with StubServer(answer=until_the_ninth) as server:
        command = [
            sys.executable,
            "-m",
            "groundwire",
            "eval",
            "run",
            suite,
            "--subject",
            "m",
            "--base-url",
            server.base_url,
        ]
        environment = program.environment(OPENAI_API_KEY=KEY)
        process = subprocess.Popen(command, cwd=program.folder, env=environment, stderr=subprocess.PIPE)
        was_reached = hanging.wait(30)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert was_reached
        with open_store(program.store) as store:
            kept = store.replies.count()
        server.answer = answer
        before = len(server.requests)
        resumed = _model_run(program, server, suite, "--subject", "m")
        assert len(server.requests) - before == 12 - kept
        other = Program(program.folder)
        other.store = program.folder / "other.db"
        undisturbed = _model_run(other, server, suite, "--subject", "m")
    assert kept >= 4
    assert _scores(resumed.json) == _scores(undisturbed.json)


def test_the_gate_pins_holds_and_closes(program: Program):
    """Pinned, it is open; with a label more, it says that the suite has changed; floors are lowered only by name."""
    suite = _suite(program)
    gate = ("eval", "gate", suite, "--baselines", "pins")
    assert program.run(*gate).code == 2
    assert program.run(*gate, "--update").code == 0
    held = program.run(*gate, "--format", "md", "--junit", "gate.xml")
    assert (held.code, "open" in held.out) == (0, True), held.err
    assert 'failures="0"' in (program.folder / "gate.xml").read_text(encoding="utf-8")
    changed = labels()
    changed["articles"]["island.txt"]["claims"].append(
        {"id": "c9", "text": "Ferries are blue.", "evidence": ["an inspection of the ferry"]}
    )
    write_story(program.folder / "fixtures", changed)
    closed = program.run(*gate, "--format", "md", "--github")
    assert (closed.code, "the suite has changed" in closed.out, "::error" in closed.out) == (1, True, True)
    refused = program.run(*gate, "--update")
    assert (refused.code, "claims.recall would fall" in refused.err) == (1, True)
    assert program.run(*gate, "--update", "--allow-regression").code == 0
    assert program.run(*gate).code == 0


def test_a_report_shows_articles_labels_and_outputs(program: Program):
    """The suite is found again by its path, and what was made of each article stands beside its labels."""
    suite = _suite(program)
    program.run("eval", "run", suite, "-o", "card.json", "--format", "json", "--save-outputs", "made.jsonl")
    report = ("eval", "report", "card.json", "--suite", suite, "-o", "page.html")
    ended = program.run(*report, "--outputs", "made.jsonl")
    assert ended.code == 0, ended.err
    page = (program.folder / "page.html").read_text(encoding="utf-8")
    data = json.loads(page.split('id="cases">', 1)[1].split("</script>", 1)[0])
    assert {column["subject"] for view in data for column in view["columns"]} == {"extractive"}
    pieces = [piece for view in data for article in view["articles"] for piece in article["pieces"]]
    assert "12,000 litres of oil leaked" in pieces  # the words that a labelled claim rests on, set apart
    many = program.run(*report, "--outputs", "made.jsonl", "--outputs", "made.jsonl")
    assert (many.code, "one for each of 1 cards" in many.err) == (2, True)
    assert "none of the files" not in ended.err
    first = (program.folder / "made.jsonl").read_text(encoding="utf-8").splitlines()[0]
    program.write("one.jsonl", first + "\n")
    partial = program.run(*report, "--outputs", "one.jsonl")
    assert (partial.code, "note: 1 of 2 cases" in partial.err) == (0, True), partial.err
    gone = program.run(*report, "--outputs", "gone.jsonl")
    assert (gone.code, "No such file or directory" in gone.err, "--save-outputs" in gone.err) == (
        2,
        True,
        True,
    )
    other = program.run(*report[:3], "-o", "page.html", "--outputs", "made.jsonl")
    assert (other.code, "as it was scored" in other.err) == (2, True)


def test_lint_and_agree_read_the_stories_named(program: Program):
    """A sound story has no finding; a second labeller who saw the same agrees with the first."""
    story = write_story(program.folder)
    assert program.run("eval", "lint", str(story), "--format", "md").out == "1 stories, nothing found\n"
    alone = program.run("eval", "agree", str(story))
    assert (alone.code, "labelled twice" in alone.err) == (2, True)
    for name in ("first.json", "second.json"):
        (story / name).write_text(json.dumps(labels()), encoding="utf-8")
    agreed = program.run("eval", "agree", str(story), "--format", "json")
    layers = {layer["layer"]: layer["value"] for layer in agreed.json["layers"]}
    assert (layers["stance"], layers["speaker"], layers["sentences with a claim"]) == (1.0, 1.0, 1.0)
    assert agreed.json["overlaps"][0]["value"] == 1.0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("run", "nowhere"), "expected a suite"),
        (("run", "SUITE", "--subject", "m,verbosity=3"), "temperature"),
        (("run", "SUITE", "--subject", ",x"), "begin with a model"),
        (("run", "SUITE", "--subject", "extractive", "--subject", "extractive"), "once"),
        (("run", "SUITE", "--subject", "extractive", "--from", "o.jsonl"), "found both"),
        (("compare", "nowhere.json"), "expected a scorecard"),
    ],
)
def test_wrong_arguments_say_what_to_do(arguments: tuple[str, ...], message: str, program: Program):
    """Usage errors are one line and exit 2; nothing was started."""
    suite = _suite(program)
    ended = program.run("eval", *(suite if word == "SUITE" else word for word in arguments))
    assert (ended.code, len(ended.complaints), message in ended.err) == (2, 1, True), ended.err


def test_every_suite_of_the_project_loads():
    """Their stories are labelled without a fault."""
    from groundwire.evaluation.folders import find_suites_folder
    from groundwire.evaluation.suite import load_suite

    suites = sorted(find_suites_folder().glob("*.toml"))
    assert [load_suite(str(path)).name for path in suites] == [Path(path).stem for path in suites]


def test_a_recording_is_replayed_and_has_to_be_used_up(program: Program):
    """Recorded once, scored again without a model; a reply that no case asks for fails the run."""
    suite = _suite(program)
    with StubServer(answer=answer) as server:
        url = server.base_url
        model = ("--subject", "m", "--base-url", url, "--format", "json")
        recorded = program.run("eval", "run", suite, *model, OPENAI_API_KEY=KEY, GROUNDWIRE_RECORD_TO="kept")
    assert recorded.code == 0, recorded.err
    replayed = program.run("eval", "run", suite, *model, GROUNDWIRE_REPLAY_FROM="kept")
    assert replayed.code == 0, replayed.err
    assert _scores(replayed.json) == _scores(recorded.json)
    exchanges = program.folder / "kept" / "exchanges.jsonl"
    lines = exchanges.read_text(encoding="utf-8").splitlines()
    stray = {**json.loads(lines[0]), "digest": "request:sha256:0"}
    exchanges.write_text("\n".join([*lines, json.dumps(stray)]), encoding="utf-8")
    failing = program.run("eval", "run", suite, *model, GROUNDWIRE_REPLAY_FROM="kept")
    assert (failing.code, "no case asks for" in failing.err) == (2, True)


def test_where_a_scorecard_went_is_told_with_its_headline(program: Program):
    """One line on standard error where the card goes to a file; none with --quiet, and none where it is printed."""
    suite = str(write_suite(program.folder))
    told = program.run_here("eval", "run", suite, "-o", "card.json")
    value = next(
        one["value"]
        for one in json.loads((program.folder / "card.json").read_text())["estimates"]
        if one["scorer"] == "claims.f1"
    )
    assert (told.code, told.out) == (0, "")
    assert told.err == f"note: claims.f1 on suite 'small': extractive {value:.3f} (all of it in card.json)\n"
    assert program.run_here("eval", "run", suite, "-o", "card.json", "--quiet").err == ""
    assert program.run_here("eval", "run", suite).err == ""


def test_a_scorecard_that_is_compared_with_itself_is_told(program: Program):
    """By whichever path it was named twice."""
    program.run_here("eval", "run", str(write_suite(program.folder)), "-o", "card.json", "--quiet")
    (program.folder / "again.json").symlink_to("card.json")
    (program.folder / "copy.json").write_bytes((program.folder / "card.json").read_bytes())
    said = "note: both scorecards are the same file, card.json: there is nothing to compare\n"
    assert program.run_here("eval", "compare", "card.json", "card.json").err == said
    assert program.run_here("eval", "compare", "card.json", "./again.json").err == said
    assert program.run_here("eval", "compare", "card.json", "copy.json").err == ""
