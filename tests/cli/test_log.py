"""The log: silent unless asked for, on standard error, and without keys."""

from cli.articles import HARBOUR
from cli.program import Program
from stub_server import StubServer, status

KEY = "sk-log-0123456789abcdef"


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
