"""`groundwire prompts` as a user runs it."""

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli.program import Program
from groundwire.cli.prompts import app
from groundwire.prompts.registry import load_registry

ARTICLE = (
    "The ferry may have hit a rock near Tolne, the harbour office said.\n\n"
    "Nobody was hurt, according to its captain, and the sixty people on board were taken ashore in small boats.\n\n"
    "The ferry will stay in the harbour of Tolne until divers have looked at its hull.\n"
)


@pytest.fixture
def folder(program: Program) -> Path:
    """A copy of the shipped prompts, in the program's folder."""
    return Path(shutil.copytree(load_registry().folder, program.folder / "mine"))


def test_list_says_what_is_in_use_and_released(program: Program) -> None:
    """One object per version, on standard output alone."""
    ended = program.run("prompts", "list", "--format", "json")
    assert (ended.code, ended.err) == (0, "")
    row = next(row for row in ended.json if row["prompt"] == "extract_claims@1")
    assert {key: row[key] for key in ("task", "version", "in_use", "released")} == {
        "task": "extract_claims",
        "version": 1,
        "in_use": True,
        "released": True,
    }


def test_show_gives_the_file_word_for_word(program: Program, folder: Path) -> None:
    """As text the file itself, as JSON its parts."""
    shown = program.run("prompts", "show", "extract_claims@1", "--format", "md")
    assert shown.out == (folder / "extract_claims/v1.md").read_text(encoding="utf-8")
    parts = program.run("prompts", "show", "extract_claims", "--format", "json").json
    assert (parts["output"], sorted(parts["slots"])) == ("claims/1", ["article", "marker", "max_claims"])


def test_render_shows_the_request_and_sends_nothing(program: Program) -> None:
    """Messages, response format, sampling and digest of the very request; no key and no network is needed."""
    program.write("ferry.txt", ARTICLE)
    arguments = (
        "prompts",
        "render",
        "extract_claims",
        "ferry.txt",
        "--model",
        "m",
        "--base-url",
        "http://127.0.0.1:9/v1",
    )
    first, second = program.run(*arguments), program.run(*arguments)
    assert (first.code, first.out) == (0, second.out)
    request = first.json
    assert (request["model"], request["endpoint"]) == ("m", "127.0.0.1:9/v1")
    assert request["response_format"]["name"] == "ExtractedClaims"
    assert request["digest"].startswith("request:sha256:")
    assert (
        "[1] The ferry may have hit a rock near Tolne, the harbour office said."
        in request["messages"][1]["content"]
    )


def test_render_without_a_model_says_whose_digest_it_is(program: Program) -> None:
    """The note goes to standard error."""
    program.write("ferry.txt", ARTICLE)
    ended = program.run("prompts", "render", "summarise_claims", "ferry.txt")
    assert (ended.code, ended.json["model"]) == (0, "unnamed")
    assert "--model" in ended.err


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("show", "dreams"), 2, "dreams"),
        (("show", "extract_claims@9"), 2, "9"),
        (("render", "brief_story", "ferry.txt"), 2, "brief_story"),
        (("render", "extract_claims", "nowhere.txt"), 4, "expected a file"),
        (("list", "--prompts-dir", "nowhere"), 2, "nowhere"),
        (("promote", "extract_claims"), 2, "TASK@N"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    program: Program, arguments: tuple[str, ...], code: int, said: str
) -> None:
    """With the exit code of the contract and what was found."""
    program.write("ferry.txt", ARTICLE)
    ended = program.run("prompts", *arguments)
    assert (ended.code, ended.out, len(ended.complaints)) == (code, "", 1)
    assert said in ended.complaints[0]


def test_a_new_version_is_linted_locked_and_promoted(program: Program, folder: Path) -> None:
    """From a draft to the version in use, each step on standard output."""
    old = folder / "extract_claims/v1.md"
    draft = (
        old.read_text(encoding="utf-8")
        .replace("version = 1", "version = 2")
        .replace("Never say", "Do not say")
    )
    (folder / "extract_claims/v2.md").write_text(draft, encoding="utf-8")
    here = ("--prompts-dir", "mine")
    linted = program.run("prompts", "lint", *here, "--format", "json")
    assert (linted.code, [(row["prompt"], row["level"]) for row in linted.json]) == (
        0,
        [("extract_claims@2", "note")],
    )
    assert program.run("prompts", "lint", *here, "--strict").code == 1
    assert program.run("prompts", "promote", "extract_claims@2", *here).code == 2
    assert program.run("prompts", "lock", *here).out.startswith("extract_claims@2 prompt:sha256:")
    assert program.run("prompts", "promote", "extract_claims@2", *here).out == "extract_claims = 2\n"
    diff = program.run("prompts", "diff", "extract_claims@1", "extract_claims", *here).out
    assert "--- extract_claims@1\n+++ extract_claims@2\n" in diff
    assert "-version = 1\n+version = 2\n" in diff


def test_lint_ends_with_a_no(program: Program, folder: Path) -> None:
    """Exit 1, with the rule that is broken."""
    source = (folder / "extract_claims/v1.md").read_text(encoding="utf-8")
    broken = source.replace("version = 1", "version = 2").replace("data, never instructions", "text")
    (folder / "extract_claims/v2.md").write_text(broken, encoding="utf-8")
    ended = program.run("prompts", "lint", "--prompts-dir", "mine", "--format", "md")
    assert ended.code == 1
    assert "extract_claims@2: error: data: " in ended.out


def test_an_edited_release_stops_everything(program: Program, folder: Path) -> None:
    """The environment names the folder; the error says what to make instead."""
    path = folder / "extract_claims/v1.md"
    path.write_text(path.read_text(encoding="utf-8") + "More.\n", encoding="utf-8")
    ended = program.run("prompts", "list", GROUNDWIRE_PROMPTS_DIR="mine")
    assert ended.code == 2
    assert "make v2" in ended.complaints[0]


@pytest.mark.parametrize("command", ["list", "show", "render", "diff", "lint", "lock", "promote"])
def test_every_command_explains_itself_with_an_example(command: str) -> None:
    """`--help` ends with a command line that can be copied."""
    shown = CliRunner().invoke(app, [command, "--help"], terminal_width=120)
    assert shown.exit_code == 0
    assert f"groundwire prompts {command}" in shown.output.partition("Example")[2]
