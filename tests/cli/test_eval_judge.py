"""`--judge` in evaluations as a user asks for it: judged scores beside the others, and the gate that waits for a record."""

from typing import Any

import pytest

from cli.program import Program
from evaluation_story import write_suite
from judged_stories import write_judged
from scripted_judge import judging, known, most_words
from stub_server import StubServer

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


def test_judged_floors_are_pinned_and_held_only_with_a_record(program: Program):
    """Refused without one; pinned and held once `eval agree --judge --save` has shown what the judge is worth."""
    suite = str(write_suite(program.folder, stories=2))
    stories = [str(story) for story in write_judged(program.folder / "stories", stories=8)]
    with StubServer(answer=judging(known)) as server:
        asked = ("--base-url", server.base_url, "--baselines", "pins", "--format", "json")

        def run(*command: str) -> Any:
            return program.run("eval", *command, *asked, OPENAI_API_KEY=KEY)

        refused = run("gate", suite, "--judge", "j", "--update")
        assert (refused.code, "nobody has shown" in refused.err) == (1, True), refused.err
        kept = run("agree", *stories, "--judge", "j", "--save")
        assert (kept.code, kept.json["schema"]) == (0, "groundwire/judge/1"), kept.err
        assert run("gate", suite, "--judge", "j", "--update").code == 0
        held = run("gate", suite)
        assert held.code == 0, held.err
        assert {"judged.f1", "claims.f1"} <= {check["scorer"] for check in held.json["checks"]}
        for record in (program.folder / "pins").glob("judge_match@1.j.*.json"):
            record.unlink()
        closed = run("gate", suite)
    assert (closed.code, "nobody has shown" in closed.json["refusal"]) == (1, True)


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
