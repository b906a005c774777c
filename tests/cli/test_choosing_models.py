"""Options that do not fit the model, and names that are none: refused before anything is said or done."""

import inspect
from collections.abc import Callable, Iterator

import pytest
import typer

from cli.articles import HARBOUR
from cli.program import Program
from groundwire.cli.main import app
from stub_server import StubServer, completion

ADDRESS = "http://127.0.0.1:9/v1"
LOCAL = "local:smollm2-135m"
REFUSED = {
    # arguments: what is said
    ("eval", "run", "news", "--judge", f"{LOCAL},base_url={ADDRESS}"): f"no base_url for '{LOCAL}'",
    ("eval", "run", "news", "--subject", f"{LOCAL},base_url={ADDRESS}"): f"no base_url for '{LOCAL}'",
    ("eval", "run", "news", "--by-sentence"): "a language model together with --by-sentence",
    ("eval", "run", "news", "--subject", "extractive,by_sentence=true"): "a language model before",
    ("brief", "a.txt", "--by-sentence"): "a language model together with --by-sentence",
    (
        "summarise",
        "a.txt",
        "--by-article",
        "--model",
        "extractive",
    ): "a language model together with --by-article",
    ("claims", "a.txt", "--passes", "2"): "a language model together with --passes",
    ("estimate", "a.txt", "--chunk-tokens", "500"): "a language model together with --chunk-tokens",
}


def _write(program: Program) -> str:
    program.write("c.jsonl", '{"id": "1", "text": "Nobody was hurt."}')
    return program.write("a.txt", HARBOUR)


@pytest.mark.parametrize("arguments", sorted(REFUSED))
def test_an_option_that_would_do_nothing_is_refused(program: Program, arguments: tuple[str, ...]) -> None:
    """One line, exit code 2, and nothing is said before it."""
    _write(program)
    ended = program.run_here(*arguments)
    assert (ended.code, ended.out, ended.err.count("\n")) == (2, "", 1), ended.err
    assert ended.err.startswith(f"error: expected {REFUSED[arguments]}")


@pytest.mark.parametrize(
    "arguments",
    [
        ("brief", "--model", "local:typo"),
        ("brief", "--judge", "local:typo"),
        ("check", "--claims", "c.jsonl", "--judge", "local:typo"),
        ("brief", "--model", "m", "--base-url", "ftp://127.0.0.1"),
        ("brief", "--model", "m", "--prompt", "extract_claims@99"),
    ],
)
def test_nobody_is_told_that_a_model_reads_before_it_is_found(
    program: Program, arguments: tuple[str, ...]
) -> None:
    """A name or an address that is none is the only line there is."""
    ended = program.run_here(*arguments, _write(program))
    assert (ended.code, ended.out, ended.err.count("\n")) == (2, "", 1), ended.err
    assert ended.err.startswith("error: ")


@pytest.mark.parametrize(
    ("slip", "meant"), [("qwen2.5-coder-0.5b", "local:qwen2.5-coder-0.5b"), ("extractiv", "extractive")]
)
def test_a_name_of_this_machine_without_its_prefix_sends_nothing(
    program: Program, slip: str, meant: str
) -> None:
    """Who forgets a prefix or a letter is asked what they meant, before any article leaves the machine."""
    ended = program.run_here("brief", _write(program), "--model", slip, OPENAI_API_KEY="key")
    assert (ended.code, ended.out, ended.err.count("\n")) == (2, "", 1), ended.err
    assert f"did you mean {meant}?" in ended.err


def test_the_same_name_at_an_address_is_taken(program: Program) -> None:
    """A server may call its model so."""
    with StubServer(answer=lambda _: completion('{"claims": []}')) as server:
        ended = program.run_here(
            "claims", _write(program), "--model", "qwen2.5-coder-0.5b", "--base-url", server.base_url
        )
    assert "did you mean" not in ended.err


def test_a_model_that_is_found_is_told_before_anything_is_sent(program: Program) -> None:
    """Where the articles go is the first line."""
    with StubServer(answer=lambda _: completion('{"claims": []}')) as server:
        ended = program.run_here("claims", _write(program), "--model", "m", "--base-url", server.base_url)
    first = ended.err.split("\n")[0]
    assert first == f"note: articles are sent to m at {server.base_url} (named by --model)"


@pytest.mark.parametrize("model", [(), ("--model", "extractive")])
def test_a_limit_of_cost_is_taken_whatever_reads(program: Program, model: tuple[str, ...]) -> None:
    """A script that names another model need not leave it out; one line says that it does nothing."""
    ended = program.run_here("brief", _write(program), *model, "--max-cost", "1", "--no-cache")
    assert ended.code == 0, ended.err
    assert "note: --max-cost does nothing here: no language model is named" in ended.err.split("\n")


@pytest.mark.parametrize(
    "command", [("ingest",), ("estimate",), ("claims",), ("eval", "run", "news", "--from", "none.jsonl")]
)
def test_strict_is_taken_by_every_command(program: Program, command: tuple[str, ...]) -> None:
    """Where nothing can be objected to it changes nothing, and is no error."""
    source = () if command[0] == "eval" else (_write(program),)
    ended = program.run_here(*command, *source, "--strict")
    assert "--strict" not in ended.err


def test_a_setting_of_a_file_that_does_nothing_is_a_note(program: Program) -> None:
    """What stands in a file may be meant for other runs: one line says that it does nothing in this one."""
    program.write("groundwire.toml", "by_sentence = true")
    ended = program.run_here("brief", _write(program))
    assert ended.code == 0
    notes = [line for line in ended.err.split("\n") if "by_sentence" in line]
    assert notes == [
        "note: by_sentence (from groundwire.toml) does nothing without a language model, and none is named"
    ]


def test_an_address_in_the_environment_does_not_keep_a_local_model_out(program: Program) -> None:
    """It may be there for another program: what is wrong is then the weights that were not pulled."""
    ended = program.run_here("brief", _write(program), "--model", LOCAL, OPENAI_BASE_URL=ADDRESS)
    assert "groundwire models pull smollm2-135m" in ended.err


def test_an_address_for_the_judge_alone_is_taken(program: Program) -> None:
    """The built-in analyst and a judge at an address."""
    ended = program.run_here(
        "brief", _write(program), "--judge", "m", "--base-url", ADDRESS, GROUNDWIRE_ATTEMPTS="1"
    )
    assert "together with" not in ended.err


STRICT = {"summarise", "claims", "brief", "check", "runs resume", "eval lint", "prompts lint"}


def test_strict_is_offered_where_it_does_something() -> None:
    """By the commands whose result can be objected to, and by no other."""
    assert {name for name, options in _offered(app, ()) if "strict" in options} == STRICT | {"summarize"}


def _offered(group: typer.Typer, path: tuple[str, ...]) -> Iterator[tuple[str, set[str]]]:
    for command in group.registered_commands:
        yield " ".join((*path, str(command.name))), set(_shown(command.callback))
    for child in group.registered_groups:
        yield from _offered(child.typer_instance, (*path, str(child.name or child.typer_instance.info.name)))


def _shown(callback: Callable[..., object]) -> Iterator[str]:
    """The parameters of a command that its help shows."""
    for name, parameter in inspect.signature(callback).parameters.items():
        if not any(
            getattr(told, "hidden", False) for told in getattr(parameter.annotation, "__metadata__", ())
        ):
            yield name
