"""Bad input: one clear line, the right exit code, and the good sources still come out."""

import inspect
import json
import socket
from enum import Enum
from typing import Any, get_args

import pytest
import typer

from cli.articles import HARBOUR, HARBOUR_ELSEWHERE
from cli.program import Program
from evaluation_story import write_suite

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20


def _pdf_without_text() -> bytes:
    from io import BytesIO

    from pypdf import PdfWriter

    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


BAD_FILES = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\n \t\n", "found"),
    "picture.txt": (PNG, "image"),
    "latin.txt": (b"The caf\xe9 closed" + b"\x00\xff\xfe\x00" * 3, "found"),
    "scan.pdf": (_pdf_without_text(), "text"),
    "broken.pdf": (b"%PDF-1.7\nnothing here", "PDF"),
    "bodyless.html": (
        b"<!doctype html><html><head><script>start()</script></head><body></body></html>",
        "found",
    ),
    "stub.txt": (b"Minister resigns\n\nSubscribe to continue reading.", "found"),
}


@pytest.mark.parametrize("name", sorted(BAD_FILES))
def test_a_bad_file_is_one_line_and_exit_4(program: Program, name: str):
    """A source that is no article is named in one line that says what was found, and nothing is printed."""
    content, expected = BAD_FILES[name]
    ended = program.run("summarise", program.write(name, content), "--quiet")
    assert (ended.code, ended.out, len(ended.complaints)) == (4, "", 1), ended.err
    assert name in ended.complaints[0]
    assert expected in ended.complaints[0]


@pytest.mark.parametrize("name", sorted(BAD_FILES))
def test_good_sources_come_out_beside_a_bad_one(program: Program, name: str):
    """With a bad source among good ones, the good ones are complete and the exit code is 3."""
    bad = program.write(name, BAD_FILES[name][0])
    one, other = program.write("one.txt", HARBOUR), program.write("other.txt", HARBOUR_ELSEWHERE)
    ended = program.run("claims", one, bad, other, "--format", "jsonl", "--quiet")
    assert ended.code == 3
    assert len({claim["article"] for claim in ended.lines}) == 2
    assert len(ended.complaints) == 1


def test_a_missing_file_is_exit_4(program: Program):
    """A file that is not there is named."""
    ended = program.run("brief", "nowhere.txt", "--quiet")
    assert (ended.code, ended.out, len(ended.complaints)) == (4, "", 1)
    assert "nowhere.txt" in ended.err


def test_a_malformed_line_7_is_named_and_the_others_are_read(program: Program):
    """A bad line of a JSONL file costs that line only."""
    lines = [json.dumps({"id": f"n{number}", "text": HARBOUR}) for number in range(1, 10)]
    lines[6] = '{"id": "n7", "text": '
    ended = program.run("ingest", program.write("many.jsonl", "\n".join(lines)), "--format", "jsonl")
    assert (ended.code, len(ended.lines), len(ended.complaints)) == (3, 8, 1)
    assert "many.jsonl line 7" in ended.complaints[0]


def test_five_megabytes_of_one_sentence_are_read(program: Program):
    """A huge sentence is slow for nobody: it is an article like any other."""
    ended = program.run(
        "summarise",
        program.write("long.txt", "the port was closed and " * 210_000 + "that is all."),
        "--quiet",
    )
    assert ended.code == 0


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:9/", "http://[::1]:9/", "http://10.0.0.1/", "http://localhost:9/"]
)
def test_a_private_address_is_refused(program: Program, address: str):
    """A URL on a private network is not fetched unless a setting allows it."""
    ended = program.run("summarise", address, "--quiet")
    assert (ended.code, ended.out, len(ended.complaints)) == (4, "", 1)
    assert "private" in ended.complaints[0] or "loopback" in ended.complaints[0]


@pytest.mark.parametrize("address", ["ftp://example.org/a", "file:///etc/passwd", "gopher://example.org"])
def test_another_scheme_is_refused(program: Program, address: str):
    """Only http and https are fetched."""
    ended = program.run("summarise", address, "--quiet")
    assert (ended.code, ended.out, len(ended.complaints)) == (4, "", 1)


@pytest.mark.parametrize(
    "arguments",
    [
        ("brief",),
        ("brief", "a.txt", "--format", "docx"),
        ("brief", "a.txt", "--modle", "x"),
        ("breif", "a.txt"),
        ("brief", "a.txt", "--concurrency", "0"),
        ("brief", "a.txt", "--model", "m", "--base-url", "localhost:1"),
        ("brief", "a.txt", "--model", "m", "--prompt", "extract_claims@99"),
        ("brief", "a.txt", "--model", "m", "--base-url", "http://127.0.0.1:9/v1", "--max-cost", "1"),
        ("brief", "a.txt", "--output", "no/such/folder/x.md"),
        ("schema", "breifing"),
        ("brief", "a.txt", "--model", ""),
        ("brief", "a.txt", "--prompt", "extract_claims@1"),
        ("brief", "a.txt", "--base-url", "http://127.0.0.1:9/v1"),
        ("brief", "a.txt", "--model", "m", "--base-url", "http://user:secret@127.0.0.1:9/v1"),
        ("check", "-", "--claims", "-"),
    ],
)
def test_a_wrong_command_line_is_exit_2(program: Program, arguments: tuple[str, ...]):
    """Nothing is started when the command or a setting is wrong."""
    program.write("a.txt", HARBOUR)
    ended = program.run(*arguments)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.strip()
    assert "secret" not in ended.err


def test_a_store_that_cannot_be_opened_is_exit_7(program: Program):
    """A file that is no store is named, and is left as it is."""
    program.write("a.txt", HARBOUR)
    program.write("store.db", "this is no database, and it is longer than a header of one hundred bytes " * 4)
    ended = program.run("brief", "a.txt", "--quiet")
    assert (ended.code, ended.out, len(ended.complaints)) == (7, "", 1)


def test_an_unknown_setting_is_exit_2_with_a_suggestion(program: Program):
    """A typo in the environment or the file is not ignored."""
    program.write("a.txt", HARBOUR)
    ended = program.run("brief", "a.txt", GROUNDWIRE_CONCURENCY="3")
    assert ended.code == 2
    assert "did you mean GROUNDWIRE_CONCURRENCY?" in ended.err


def test_a_reader_that_stops_reading_is_no_error(program: Program):
    """`groundwire … | head` ends quietly."""
    import subprocess
    import sys

    program.write("a.txt", HARBOUR * 40)
    process = subprocess.Popen(
        [sys.executable, "-m", "groundwire", "ingest", "a.txt", "--format", "json"],
        cwd=program.folder,
        env=program.environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert (process.stderr.read(), process.wait(30)) == (b"", 0)
    process.stderr.close()


def test_a_full_disk_is_one_line(program: Program):
    """A result that cannot be written is an error with a reason, not a crash."""
    import subprocess
    import sys
    from pathlib import Path

    if not Path("/dev/full").exists():
        pytest.skip("needs /dev/full, a device of Linux")
    program.write("a.txt", HARBOUR)
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "groundwire", "ingest", "a.txt"],
            cwd=program.folder,
            env=program.environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
    assert b"could not write to standard output" in done.stderr


def test_a_page_that_a_library_chokes_on_costs_nobody_else(program: Program):
    """Whatever a reader does not foresee is that source's failure."""
    nested = b"<html><body>" + b"<div>" * 50_000 + b"words" + b"</body></html>"
    ended = program.run(
        "ingest", program.write("deep.html", nested), program.write("a.txt", HARBOUR), "--format", "jsonl"
    )
    assert ended.code == 3
    assert [line["source"] for line in ended.lines] == ["a.txt"]


def test_every_pair_gets_an_answer(program: Program):
    """A line that is no pair is unclear at score 0, in its place, and listed."""
    good = {"id": "1", "a": {"text": "The port is closed."}, "b": {"text": "The port is closed."}}
    lines = [
        json.dumps(good),
        "{",
        json.dumps({**good, "id": "3", "b": {"text": " "}}),
        json.dumps({"id": "4"}),
    ]
    ended = program.run("relate", program.write("pairs.jsonl", "\n".join(lines)), "--format", "jsonl")
    assert [(line["relation"], line["score"] > 0) for line in ended.lines] == [
        ("agree", True),
        ("unclear", False),
        ("unclear", False),
        ("unclear", False),
    ]
    assert (ended.code, len(ended.complaints)) == (3, 3)


def test_every_statement_gets_a_verdict(program: Program):
    """Unknown articles, empty texts and lines that are no objects are unchecked, in their places."""
    lines = [
        {"id": "1", "text": "The port authority of Lindvik closed the northern harbour."},
        {"id": "2", "article": "nowhere", "text": "The harbour was closed."},
        {"id": "3", "text": ""},
        {"id": "4"},
    ]
    claims = program.write("claims.jsonl", "\n".join(map(json.dumps, lines)) + "\n[1, 2]\n")
    ended = program.run("check", program.write("a.txt", HARBOUR), "--claims", claims, "--format", "jsonl")
    assert [line["support"]["verdict"] for line in ended.lines] == ["supported"] + ["unchecked"] * 4
    assert [line["support"]["score"] is None for line in ended.lines] == [False, True, True, True, True]
    assert (ended.code, len(ended.complaints)) == (3, 2)


NUMBERS = {
    ("brief", "a.txt", "--passes", "0"): "setting 'passes' (from --passes): expected at least 1, found 0",
    ("brief", "a.txt", "--passes", "x"): "expected --passes to be a whole number, found 'x'",
    (
        "brief",
        "a.txt",
        "--concurrency",
        "0",
    ): "setting 'concurrency' (from --concurrency): expected at least 1, found 0",
    (
        "brief",
        "a.txt",
        "--max-cost",
        "-1",
    ): "setting 'max_cost' (from --max-cost): expected at least 0, found -1.0",
    ("brief", "a.txt", "--max-cost", "nan"): "expected --max-cost to be a number, found 'nan'",
    ("brief", "a.txt", "--max-tokens", "1e9"): "expected --max-tokens to be a whole number, found '1e9'",
    (
        "brief",
        "a.txt",
        "--chunk-tokens",
        "5",
    ): "setting 'chunk_tokens' (from --chunk-tokens): expected at least 200, found 5",
    (
        "brief",
        "a.txt",
        "--format",
        "docx",
    ): "expected --format to be one of md, json, jsonl, html, found 'docx'",
    ("runs", "prune", "--older-than", "-1"): "expected --older-than to be a number of at least 0, found '-1'",
    (
        "eval",
        "run",
        "news",
        "--repeat",
        "0",
    ): "expected --repeat to be a whole number of at least 1, found '0'",
    (
        "eval",
        "power",
        "a.json",
        "--change",
        "2",
    ): "expected --change to be a number from 0.001 to 1, found '2'",
    (
        "eval",
        "label",
        "a",
        "--port",
        "99999",
    ): "expected --port to be a whole number from 0 to 65535, found '99999'",
}


@pytest.mark.parametrize("arguments", sorted(NUMBERS))
def test_a_number_out_of_range_is_refused_in_our_own_words(program: Program, arguments: tuple[str, ...]):
    """Expected and found, on one line, with exit code 2; no word of a library's."""
    program.write("a.txt", HARBOUR)
    ended = program.run_here(*arguments)
    assert (ended.code, ended.out, ended.err) == (2, "", f"error: {NUMBERS[arguments]}\n")


def test_no_option_is_left_to_the_library_to_complain_of():
    """Every option that is a number or one of several words has a reader of ours."""
    from groundwire.cli.main import app

    assert _read_by_the_library(app, ()) == []


def _read_by_the_library(app: typer.Typer, path: tuple[str, ...]) -> list[str]:
    found = [
        " ".join((*path, str(command.name), name))
        for command in app.registered_commands
        for name, parameter in inspect.signature(command.callback, eval_str=True).parameters.items()
        for kind, option in [get_args(parameter.annotation)]
        if {int, float, *_enums(kind)} & {kind, *get_args(kind)} and option.parser is None
    ]
    groups = ((group.typer_instance, (*path, str(group.name))) for group in app.registered_groups)
    return found + [line for group, below in groups for line in _read_by_the_library(group, below)]


def _enums(kind: Any) -> set[type]:
    return {one for one in (kind, *get_args(kind)) if isinstance(one, type) and issubclass(one, Enum)}


def test_a_port_that_is_taken_is_told_in_words(program: Program):
    """No number of the system's."""
    story = write_suite(program.folder).parent / "fixtures" / "harbour"
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        ended = program.run_here("eval", "label", str(story), "--port", port, "--no-browser")
    assert ended.err == (
        f"error: expected to listen on 127.0.0.1, port {port}, found address already in use - leave --port out for a free one\n"
    )
    assert ended.code == 2


@pytest.mark.parametrize("content", [b"[1, 2", b"\xff\xfe", None])
@pytest.mark.parametrize("command", ["suite", "card"])
def test_a_file_of_an_evaluation_that_cannot_be_read_is_one_line(
    program: Program, command: str, content: bytes | None
):
    """Cut short, not UTF-8, or a folder: told without a library's or the system's own words."""
    name = "mine.toml" if command == "suite" else "card.json"
    if content is None:
        (program.folder / name).mkdir()
    else:
        program.write(name, content)
    asked = ("eval", "run", name) if command == "suite" else ("eval", "compare", name, name)
    ended = program.run_here(*asked)
    assert (ended.code, ended.out, ended.err.count("\n")) == (2, "", 1)
    assert not any(word in ended.err for word in ("Errno", "Error:", "codec", "unexpected"))


def test_claims_that_could_not_be_checked_are_told(program: Program) -> None:
    """With several articles a claim has to say which one it is about; silence would look like an answer."""
    sources = (program.write("a.txt", HARBOUR), program.write("b.txt", HARBOUR))
    claims = program.write("c.jsonl", '{"id": "1", "text": "Nobody was hurt."}')
    ended = program.run("check", *sources, "--claims", claims, "--format", "jsonl")
    assert json.loads(ended.out)["support"]["verdict"] == "unchecked"
    assert "note: claims that could not be checked: 1, the first because " in ended.err
    quiet = program.run("check", *sources, "--claims", claims, "--format", "jsonl", "--quiet")
    assert "could not be checked" not in quiet.err
