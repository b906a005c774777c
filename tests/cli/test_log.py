"""The log: silent unless asked for, on standard error, and without keys."""

import pytest

from cli.articles import HARBOUR
from cli.program import Program
from evaluation_story import write_suite
from stub_server import Answer, Seen, StubServer, completion, status

KEY = "sk-log-0123456789abcdef"
FILED = "plainwordsthatarethekey"  # nothing that would be taken for a key by its looks


def _fail(program: Program, **environment: str) -> str:
    with StubServer(answer=lambda _: status(401, f"Incorrect API key provided: {KEY}")) as server:
        model = ("--model", "m", "--base-url", server.base_url)
        return program.run("claims", program.write("a.txt", HARBOUR), *model, **environment).err


def test_nothing_is_logged_unless_asked_for(program: Program):
    """Without GROUNDWIRE_LOG standard error holds notes and errors, and nothing else."""
    lines = _fail(program, OPENAI_API_KEY=KEY).splitlines()
    assert [line for line in lines if not line.startswith(("note: ", "error: "))] == []


def test_the_log_holds_no_key(program: Program):
    """With the log at its loudest, neither a key of the environment nor one of the file is in it."""
    program.write("groundwire.toml", f'api_key = "{KEY}"\n')
    for environment in ({"OPENAI_API_KEY": KEY}, {}):
        assert KEY not in _fail(program, GROUNDWIRE_LOG="debug", **environment)


@pytest.mark.parametrize("name", ["api_key", "judge_api_key"])
@pytest.mark.parametrize("command", ["claims", "check", "eval"])
def test_no_command_logs_a_key_of_the_file(program: Program, command: str, name: str):
    """A server that repeats a key in what it complains of: the log says what the complaint was, without the key."""
    program.write("groundwire.toml", f'{name} = "{FILED}"\n')
    source = program.write("a.txt", HARBOUR)
    claims = program.write("c.jsonl", '{"id": "1", "text": "Boats could not sail for lack of a pilot."}')
    with StubServer(answer=_echoes) as server:
        model = ("m", "--base-url", server.base_url)
        ended = program.run(
            *{
                "claims": ("claims", source, "--model", *model),
                "check": ("check", source, "--claims", claims, "--judge", *model),
                "eval": ("eval", "run", str(write_suite(program.folder)), "--subject", *model),
            }[command],
            GROUNDWIRE_LOG="debug",
        )
    assert "no temperature with this key:" in ended.err
    assert FILED not in ended.err + ended.out


def _echoes(seen: Seen) -> Answer:
    if "temperature" in seen.body:
        said = f"no temperature with this key: {FILED}"
        return status(400, said, param="temperature", code="unsupported_parameter")
    return completion('{"claims": []}')


@pytest.mark.parametrize("key", ["sk-0123456789\nabcdef", "sk-ключ-0123456789"])
def test_a_key_that_cannot_be_sent_is_one_line(program: Program, key: str):
    """It is refused before anything is sent, and not shown, in the log neither."""
    source = program.write("a.txt", HARBOUR)
    command = ("claims", source, "--model", "m", "--base-url", "http://127.0.0.1:9/v1")
    ended = program.run(*command, OPENAI_API_KEY=key, GROUNDWIRE_LOG="debug")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == (
        "error: setting 'api_key' (from OPENAI_API_KEY): expected a key of printable ASCII characters, found others in it\n"
    )


def test_a_line_break_after_a_key_is_not_part_of_it(program: Program):
    """As it is read from a file."""
    with StubServer(answer=lambda _: completion('{"claims": []}')) as server:
        command = ("claims", program.write("a.txt", HARBOUR), "--model", "m", "--base-url", server.base_url)
        program.run(*command, OPENAI_API_KEY=f"{KEY}\n")
    assert server.requests[0].headers["authorization"] == f"Bearer {KEY}"


def test_an_unknown_level_is_refused(program: Program):
    """A level that does not exist is a usage error that names those that do."""
    ended = program.run("config", "show", GROUNDWIRE_LOG="loud")
    assert ended.code == 2
    assert "debug, info, warning" in ended.err


def test_an_unexpected_error_shows_its_place_in_the_log(program: Program):
    """A source that makes a library fail unexpectedly is one line; the log has the traceback."""
    nested = b"<html><body>" + b"<div>" * 50_000 + b"words" + b"</body></html>"
    ended = program.run("ingest", program.write("deep.html", nested), GROUNDWIRE_LOG="debug")
    assert ended.code == 4
    assert len(ended.complaints) == 1
