"""`--judge` in evaluations as a user asks for it: judged scores beside the others, and the gate that waits for a record."""

import json
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from cli.program import Program
from evaluation_story import write_suite
from groundwire.cli.main import app
from judged_stories import write_judged
from scripted_judge import judging, known, most_words
from stub_server import StubServer, status

KEY = "sk-test"


def test_judged_scores_stand_beside_the_others(program: Program):
    """Names, judge, prompt digest and what it took are in the scorecard; run again, nothing is asked."""
    suite = str(write_suite(program.folder))
    with StubServer(answer=judging(most_words)) as server:
        command = (
            "eval",
            "run",
            suite,
            "--judge",
            "j,temperature=0.3",
            "--base-url",
            server.base_url,
            "--quiet",
        )
        first = program.run(*command, "--save-outputs", "o.jsonl", "--format", "json", OPENAI_API_KEY=KEY)
        second = program.run(*command, "--from", "o.jsonl", "--format", "md", OPENAI_API_KEY=KEY)
        assert (first.code, second.code, len(server.requests)) == (0, 0, 2), first.err + second.err
    card = first.json
    judge = card["judge"]
    assert (judge["name"], judge["spent"]["calls"]) == ("j,temperature=0.3", 2)
    assert judge["by"]["prompt"]["digest"].startswith("prompt:sha256:")
    scorers = {one["name"]: one for one in card["scorers"]}
    assert (scorers["judged.f1"]["judge"], scorers["claims.f1"]["judge"]) == (judge["by"], None)
    values = {row["scorer"]: row["score"].get("value") for row in card["rows"]}
    assert (values["judged.recall"] > 0, values["judged.exact"]) == (True, 0)
    assert (values["judged.tokens"], values["spent.tokens"]) == (150, None)
    assert "| judged.f1 |" in second.out
    assert "Scorers called judged.* are the word of j at 127.0.0.1" in second.out


def test_judged_floors_are_pinned_and_held_only_with_a_record(tmp_path: Path):
    """Refused without one; pinned and held once `eval agree --judge --save` has shown what the judge is worth."""
    suite = str(write_suite(tmp_path, stories=2))
    stories = [str(story) for story in write_judged(tmp_path / "stories", stories=8)]
    pins = tmp_path / "pins"
    environment = {
        "HOME": str(tmp_path),
        "GROUNDWIRE_STORE": str(tmp_path / "store.db"),
        "OPENAI_API_KEY": KEY,
    }
    with StubServer(answer=judging(known)) as server:
        asked = ("--base-url", server.base_url, "--baselines", str(pins), "--format", "json")

        def run(*command: str) -> Result:
            return CliRunner().invoke(
                app, ["eval", *command, *asked], env=environment, catch_exceptions=False
            )

        refused = run("gate", suite, "--judge", "j", "--update")
        assert (refused.exit_code, "nobody has shown" in refused.stderr) == (1, True), refused.stderr
        kept = run("agree", *stories, "--judge", "j", "--save")
        assert (kept.exit_code, json.loads(kept.stdout)["schema"]) == (0, "groundwire/judge/1"), kept.stderr
        assert run("gate", suite, "--judge", "j", "--update").exit_code == 0
        held = run("gate", suite)
        assert held.exit_code == 0, held.stdout
        assert {"judged.f1", "claims.f1"} <= {check["scorer"] for check in json.loads(held.stdout)["checks"]}
        for record in pins.glob("judge_match@1.j.*.json"):
            record.unlink()
        closed = run("gate", suite)
    assert (closed.exit_code, "nobody has shown" in json.loads(closed.stdout)["refusal"]) == (1, True)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("run", "STORIES", "--judge", "j"), "expected a suite of articles for --judge"),
        (("agree", "--save"), "expected --judge with --save"),
    ],
)
def test_a_judge_where_none_can_be_says_what_to_do(
    arguments: tuple[str, ...], message: str, program: Program
):
    """Usage errors are one line and exit 2; nothing was sent."""
    stories = str(write_suite(program.folder, task="brief"))
    ended = program.run("eval", *(stories if word == "STORIES" else word for word in arguments))
    assert (ended.code, len(ended.complaints), message in ended.err) == (2, 1, True), ended.err


def test_a_judges_key_is_in_no_log_and_in_no_scorecard(program: Program):
    """An endpoint that repeats the key in its refusal does not make us write it down."""
    key = "sk-judge-0123456789abcdef"
    suite = str(write_suite(program.folder))
    with StubServer(answer=lambda _: status(401, f"Incorrect API key provided: {key}")) as server:
        command = ("eval", "run", suite, "--judge", f"j,base_url={server.base_url}", "--format", "json")
        ended = program.run(*command, GROUNDWIRE_JUDGE_API_KEY=key, GROUNDWIRE_LOG="debug")
        assert {seen.headers["authorization"] for seen in server.requests} == {f"Bearer {key}"}
    assert (ended.code, key in ended.out, key in ended.err) == (3, False, False)
