"""Bad input: one clear line, the right exit code, and the good sources still come out."""

import json

import pytest

from cli.articles import HARBOUR, HARBOUR_ELSEWHERE
from cli.program import Program

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
        ("check", "-", "--claims", "-"),
    ],
)
def test_a_wrong_command_line_is_exit_2(program: Program, arguments: tuple[str, ...]):
    """Nothing is started when the command or a setting is wrong."""
    program.write("a.txt", HARBOUR)
    ended = program.run(*arguments)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.strip()


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
