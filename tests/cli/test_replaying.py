"""Replaying what was recorded otherwise: what was recorded and what was asked is said, as far as the recording tells."""

import json
from pathlib import Path

import pytest

from cli.articles import HARBOUR
from cli.program import Ended, Program
from evaluation_story import write_suite
from stub_server import StubServer, completion

ADDRESS = "http://127.0.0.1:9/v1"
FIRST, SECOND = "m,split_sentence@1,by_sentence=true", "m,split_sentence@2,by_sentence=true"


@pytest.fixture
def suite(program: Program) -> str:
    """A suite with what `m` said to version 1 of the prompt recorded in `kept`."""
    path = str(write_suite(program.folder))
    with StubServer(answer=lambda _: completion('{"facts": []}')) as server:
        ended = program.run_here(
            *("eval", "run", path, "--subject", f"{FIRST},base_url={server.base_url}", "--quiet"),
            OPENAI_API_KEY="sk-test",
            GROUNDWIRE_RECORD_TO="kept",
        )
    assert ended.code == 0, ended.err
    return path


def _replayed(program: Program, suite: str, subject: str) -> Ended:
    command = ("eval", "run", suite, "--subject", subject, "--base-url", ADDRESS, "--quiet")
    return program.run_here(*command, GROUNDWIRE_REPLAY_FROM="kept")


def _strip(recording: Path) -> None:
    """Leave the digests and the replies."""
    lines = [json.loads(line) for line in recording.read_text(encoding="utf-8").splitlines()]
    recording.write_text(
        "\n".join(json.dumps({name: line[name] for name in ("digest", "reply")}) for line in lines)
    )


def test_the_prompt_that_was_recorded_and_the_one_that_was_asked_are_named(
    program: Program, suite: str
) -> None:
    """Both versions, and how to record anew."""
    ended = _replayed(program, suite, SECOND)
    assert (ended.code, ended.out, len(ended.complaints)) == (2, "", 1)
    assert "they answer split_sentence@1, and split_sentence@2 was asked" in ended.err
    assert "GROUNDWIRE_RECORD_TO=FOLDER" in ended.err


def test_another_address_is_named(program: Program, suite: str) -> None:
    """One name may be two models at two places."""
    ended = _replayed(program, suite, FIRST)
    assert "they were asked for at 127.0.0.1:" in ended.err
    assert ", and 127.0.0.1:9/v1 is named" in ended.err


def test_another_model_is_named(program: Program, suite: str) -> None:
    """Whose replies they are, with their requests or without."""
    for _ in range(2):
        ended = _replayed(program, suite, "n,split_sentence@1,by_sentence=true")
        assert "they are of " in ended.err
        assert ", and n was asked" in ended.err
        _strip(program.folder / "kept" / "exchanges.jsonl")


def test_a_recording_without_its_requests_says_that_it_cannot_tell(program: Program, suite: str) -> None:
    """The reply's model is the stub's own name, so that the model is not known either."""
    kept = program.folder / "kept" / "exchanges.jsonl"
    _strip(kept)
    kept.write_text(kept.read_text(encoding="utf-8").replace('"stub"', '"m-2026"'))
    ended = _replayed(program, suite, SECOND)
    assert "the recording holds digests alone" in ended.err


@pytest.mark.parametrize(
    ("prompt", "model", "said"),
    [
        ("split_sentence@1", "m", "it was made with other articles or settings"),
        ("split_sentence@2", "m", "it was made with another version of the prompt"),
        ("split_sentence@1", "n", "the recording is of 'm'"),
    ],
)
def test_an_article_that_was_not_recorded_says_what_is_different(
    program: Program, suite: str, prompt: str, model: str, said: str
) -> None:
    """In every command that asks; and nobody is told that the article is sent or read."""
    del suite
    article = program.write("a.txt", HARBOUR.replace("Lindvik", "Morhamn"))
    command = (
        "claims",
        article,
        "--model",
        model,
        "--base-url",
        ADDRESS,
        "--by-sentence",
        "--prompt",
        prompt,
    )
    ended = program.run_here(*command, GROUNDWIRE_REPLAY_FROM="kept")
    assert said in ended.err
    assert (
        f"note: articles are answered from what {model} said before, in 'kept', and sent nowhere" in ended.err
    )


def test_a_line_that_is_no_exchange_is_one_line(program: Program) -> None:
    """Where it stands, without what stands in it."""
    program.write("kept/x.jsonl", '{"digest": "d", "reply": {"text": 3}}')
    command = ("claims", program.write("a.txt", HARBOUR), "--model", "m", "--base-url", ADDRESS)
    ended = program.run_here(*command, GROUNDWIRE_REPLAY_FROM="kept")
    assert (ended.code, ended.err.count("\n")) == (2, 1)
    assert "expected an exchange at kept/x.jsonl:1, found something else (ValidationError)" in ended.err
