"""`groundwire eval label` as a labeller runs it: an address, a page, Ctrl-C."""

import http.client
import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from cli.program import Program
from labelling_story import claim, kite_labels, write_kites, write_labels


@contextmanager
def _started(program: Program, *arguments: str) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """The running program and the address that it printed."""
    process = subprocess.Popen(
        [sys.executable, "-m", "groundwire", "eval", "label", *arguments, "--no-browser"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=program.folder,
        env=program.environment(),
    )
    try:
        assert process.stderr is not None
        yield process, process.stderr.readline().decode().strip().rpartition(" ")[2]
    finally:
        process.kill()
        process.communicate()


def _ask(address: str, part: str, body: bytes = b"") -> dict[str, object]:
    origin, _, token = address.removesuffix("/").rpartition("/")
    connection = http.client.HTTPConnection(origin.removeprefix("http://"), timeout=10)
    headers = {"Origin": origin, "Content-Type": "application/json"}
    connection.request("POST" if body else "GET", f"/{token}/{part}", body or None, headers)
    return json.loads(connection.getresponse().read())


def _end(process: subprocess.Popen[bytes]) -> tuple[int, str, str]:
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    return process.returncode, out.decode(), err.decode()


def test_a_session_saves_as_it_goes_and_ends_with_a_line(program: Program):
    """The address comes on standard error; what is saved is there at once; Ctrl-C ends with 0 and says what was saved."""
    story = write_kites(program.folder)
    with _started(program, "kites", "--as", "second") as (process, address):
        state = _ask(address, "state")
        document = kite_labels(claim("c1", "Kites flew.", "400 kites"))
        body = json.dumps({"revision": state["revision"], "document": document}).encode()
        assert _ask(address, "labels", body)["outcome"] == "saved"
        assert json.loads((story / "second.json").read_text(encoding="utf-8")) == document
        code, out, err = _end(process)
    assert (code, out) == (0, "")
    assert err.splitlines()[-1].endswith("second.json: 1 claims, 0 key points, 0 traps, 0 rows")


def test_a_session_without_a_change_writes_nothing(program: Program):
    """Looking leaves no file behind."""
    story = write_kites(program.folder)
    with _started(program, "kites") as (process, address):
        assert _ask(address, "state")["who"] == "first"
        assert _end(process)[::2][0] == 0
    assert list(story.glob("*.json")) == []


def test_what_was_labelled_is_linted_and_run_like_any_story(program: Program):
    """Labels saved through the page pass `eval lint` once they are in force."""
    story = write_kites(program.folder)
    for name in ("first.json", "second.json"):
        write_labels(story / name, kite_labels(claim("c1", "The town flew 400 kites.", "flew 400 kites")))
    with _started(program, "kites", "--adjudicate") as (process, address):
        state = _ask(address, "state")
        body = json.dumps({"revision": state["revision"], "document": state["sides"]["first"]})
        assert _ask(address, "labels", body.encode())["outcome"] == "saved"
        assert _end(process)[0] == 0
    ended = program.run("eval", "lint", "kites", "--format", "md")
    assert (ended.code, ended.out) == (0, "1 stories, nothing found\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("nowhere",), "expected a story's folder"),
        (("kites", "--as", "labels"), "--adjudicate"),
        (("kites", "--as", "second", "--adjudicate"), "found both"),
        (("kites", "--adjudicate"), "first.json"),
        (("kites", "--as", "broken"), "broken.json"),
    ],
)
def test_what_cannot_be_begun_is_said_in_a_line(arguments: tuple[str, ...], message: str, program: Program):
    """Exit 2, one line, nothing served and nothing written."""
    story: Path = write_kites(program.folder)
    (story / "broken.json").write_text("{", encoding="utf-8")
    ended = program.run("eval", "label", *arguments, "--no-browser")
    assert (ended.code, len(ended.complaints), message in ended.err) == (2, 1, True), ended.err
    assert [path.name for path in story.glob("*.json")] == ["broken.json"]
