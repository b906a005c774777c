"""Commands with a model on this machine: what is said when it cannot be had, and that Ctrl-C ends it at once."""

import asyncio
import hashlib
import importlib.util
import logging
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cli.articles import HARBOUR
from cli.program import Program
from groundwire.app.session import Job, open_session
from groundwire.cli.watching import Watcher
from groundwire.domain.provenance import Provenance, Usage
from groundwire.settings import Settings
from tiny_model import tiny_weights

WITHOUT_BINDING = """
import importlib.util, sys
find = importlib.util.find_spec
importlib.util.find_spec = lambda name, package=None: None if name == "xllamacpp" else find(name, package)
from groundwire.__main__ import main
main()
"""
needs_binding = pytest.mark.skipif(
    importlib.util.find_spec("xllamacpp") is None, reason="pip install 'groundwire[local]'"
)


@pytest.mark.parametrize("command", ["summarise", "estimate"])
def test_weights_that_were_not_pulled_are_named_with_the_command_that_pulls_them(
    program: Program, command: str
) -> None:
    """One line, exit code 2, nothing started."""
    ended = program.run(command, program.write("one.txt", HARBOUR), "--model", "local:smollm2-135m")
    assert (ended.code, ended.out, len(ended.complaints)) == (2, "", 1)
    assert "groundwire models pull smollm2-135m" in ended.complaints[0]


def test_a_name_that_is_nearly_right_is_put_right(program: Program) -> None:
    """The hint names the nearest one."""
    ended = program.run("summarise", program.write("one.txt", HARBOUR), "--model", "local:smollm-135m")
    assert (ended.code, len(ended.complaints)) == (2, 1)
    assert "did you mean smollm2-135m?" in ended.complaints[0]


@needs_binding
@pytest.mark.parametrize("content", [b"GGUF\x03\0\0\0" + b"\xff" * 200, b"<html></html>"])
def test_a_damaged_file_is_one_line(program: Program, content: bytes) -> None:
    """No word of native code, no traceback, and the exit code of wrong usage: nothing was started."""
    program.write("damaged.gguf", content)
    source = program.write("one.txt", HARBOUR)
    ended = program.run("summarise", source, "--model", "local:./damaged.gguf", "--quiet")
    assert (ended.code, ended.out, ended.err.count("\n")) == (2, "", 1)
    assert "damaged.gguf" in ended.err


def test_without_the_extra_the_line_says_what_to_install(program: Program) -> None:
    """The program runs as on a machine without the binding."""
    program.write("made.gguf", b"GGUF")
    source = program.write("one.txt", HARBOUR)
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_BINDING, "claims", source, "-q", "--model", "local:./made.gguf"],
        capture_output=True,
        cwd=program.folder,
        env=program.environment(),
        timeout=60,
        check=False,
        text=True,
    )
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "pip install 'groundwire[local]'" in done.stderr


def test_an_estimate_needs_no_computing_and_invents_no_price(program: Program) -> None:
    """Calls and tokens are counted; nothing is loaded; what it costs is unknown, not nothing."""
    source = program.write("one.txt", HARBOUR)
    ended = program.run("estimate", source, "--model", f"local:{tiny_weights()}", "--format", "json")
    assert ended.code == 0, ended.err
    assert ended.json["calls"] >= 1
    assert (ended.json["endpoint"], ended.json["cost_usd_at_most"]) == ("local", None)
    assert 0 < ended.json["output_tokens_expected"] < ended.json["output_tokens_at_most"]
    assert ended.json["seconds"] > 0
    assert ended.json["threads"] >= 1


@pytest.mark.timeout(200)
def test_ctrl_c_ends_it_at_once_and_leaves_no_process(program: Program) -> None:
    """In the middle of a reply that would take minutes: exit code 130, and the engine's process is gone."""
    if not Path("/proc/self/stat").exists():
        pytest.skip("processes are looked up in /proc")
    weights = tiny_weights()
    command = ["claims", program.write("one.txt", HARBOUR), "--model", f"local:{weights}", "-q"]
    with subprocess.Popen(
        [sys.executable, "-m", "groundwire", *command],
        cwd=program.folder,
        env=program.environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        text=True,
    ) as running:
        engine = _engine_of(running.pid)
        time.sleep(2)  # it has loaded and reads, or writes
        os.kill(running.pid, signal.SIGINT)
        began = time.monotonic()
        out, err = running.communicate(timeout=60)
        seconds = time.monotonic() - began
    assert (running.returncode, out, Path(f"/proc/{engine}").exists()) == (130, "", False), err
    assert "interrupted" in err
    assert seconds < 10


def _engine_of(pid: int) -> int:
    """The process that the program `pid` has started, as soon as there is one."""
    for _ in range(1200):
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
        if children:
            return int(children[0])
        time.sleep(0.05)
    raise TimeoutError("no engine was started within a minute")


@pytest.mark.parametrize("quiet", [False, True])
def test_what_the_engine_has_to_tell_is_a_note(capsys: pytest.CaptureFixture[str], *, quiet: bool) -> None:
    """One line on standard error while a command runs; nothing with --quiet, and nothing after it."""
    log = logging.getLogger("groundwire.notes")
    with Watcher(quiet=quiet):
        log.warning("%s crawls", "local:tiny")
    log.warning("too late")
    assert capsys.readouterr() == ("", "" if quiet else "note: local:tiny crawls\n")


def test_articles_are_taken_one_after_the_other(tmp_path: Path) -> None:
    """An endpoint is kept busy with several; a local model would have none of them done before the last."""

    async def run(**named: str) -> int:
        settings = Settings(store=tmp_path / "store.db", concurrency=3, **named)
        async with open_session(Job(command="claims", arguments={}, settings=settings)) as session:
            assert session.asking is not None
            return session.asking.articles_at_once

    assert asyncio.run(run(model="m", base_url="http://127.0.0.1:9/v1")) == 6
    assert asyncio.run(run(model=f"local:{tiny_weights()}")) == 1


def test_a_judge_that_is_the_analyst_is_loaded_once(tmp_path: Path) -> None:
    """One model in memory, whatever it is asked for."""
    name = f"local:{tiny_weights()}"
    settings = Settings(model=name, judge=name, store=tmp_path / "store.db")

    async def run() -> bool:
        async with open_session(Job(command="claims", arguments={}, settings=settings)) as session:
            return session.judge is session.asking

    assert asyncio.run(run())


def test_a_document_says_which_bytes_answered(tmp_path: Path) -> None:
    """Model, host and the digest of the weights are in the provenance; requests name the bytes and not the file."""
    weights = tiny_weights()
    settings = Settings(model=f"local:{weights}", store=tmp_path / "store.db")

    async def run() -> tuple[Provenance, str]:
        async with open_session(Job(command="summarise", arguments={}, settings=settings)) as session:
            assert session.asking is not None
            refs = session.asking.prompt_refs
            made = session.provenance("prompted@1", prompts=refs, usage=Usage())
            return made, session.asking.config.model

    made, asked = asyncio.run(run())
    digest = hashlib.sha256(weights.read_bytes()).hexdigest()
    assert (made.model, made.endpoint, made.weights) == (f"local:{weights}", "local", digest)
    assert str(weights) not in asked
