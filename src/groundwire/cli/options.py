"""Options that commands share, as frozen groups, and the decorator that spells them out for typer.

A command takes a group as one parameter; on the command line each field of the group is an option of its own.
"""

import functools
import inspect
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, TypeVar, get_type_hints

import typer

from groundwire.cli.completing import models, prompts
from groundwire.cli.numbers import number, whole
from groundwire.errors import UsageError

Command = TypeVar("Command", bound=Callable[..., Any])

SourcesArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE",
        help="Text, Markdown, HTML or PDF files, folders, http(s) URLs, feeds, .jsonl files, or - for standard input.",
        show_default=False,
    ),
]


class Format(StrEnum):
    """How a result is written."""

    MD = "md"
    JSON = "json"
    JSONL = "jsonl"
    HTML = "html"


def read_format(text: str) -> Format:
    """The format of that name.

    Raises:
        UsageError: there is none.
    """
    try:
        return Format(text.lower())
    except ValueError:
        raise UsageError(f"expected --format to be one of {', '.join(Format)}, found {text!r}") from None


def _formats(incomplete: str) -> list[str]:
    """What the shell offers at TAB."""
    return [form.value for form in Format if form.startswith(incomplete)]


@dataclass(frozen=True, kw_only=True)
class AskingOptions:
    """How a model is reached and asked, and what it may cost."""

    base_url: Annotated[
        str | None,
        typer.Option(
            metavar="URL",
            help="OpenAI-compatible endpoint, such as http://localhost:11434/v1.",
            show_default=False,
        ),
    ] = None
    prompt: Annotated[
        list[str] | None,
        typer.Option(
            metavar="TASK@N",
            help="Prompt version to use; repeatable.",
            autocompletion=prompts,
            show_default=False,
        ),
    ] = None
    prompts_dir: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Prompts of your own.", show_default=False),
    ] = None
    concurrency: Annotated[
        int | None,
        typer.Option(
            parser=whole("--concurrency"),
            metavar="N",
            help="Model requests in flight at once; 4 unless said.",
            show_default=False,
        ),
    ] = None
    max_tokens: Annotated[
        int | None,
        typer.Option(
            parser=whole("--max-tokens"),
            metavar="N",
            help="Longest model reply; 4096 unless said.",
            show_default=False,
        ),
    ] = None
    max_cost: Annotated[
        float | None,
        typer.Option(
            parser=number("--max-cost"),
            metavar="USD",
            help="Send nothing that could cost more.",
            show_default=False,
        ),
    ] = None
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Ask the model again.")] = False

    def flags(self) -> dict[str, Any]:
        """The settings that were given on the command line."""
        given = {field.name: getattr(self, field.name) for field in fields(self) if field.name != "no_cache"}
        given["prompt"] = tuple(self.prompt or ())
        given["cache"] = False if self.no_cache else None
        return given


@dataclass(frozen=True, kw_only=True)
class ModelOptions(AskingOptions):
    """Which model runs, how it is asked, and what it may cost."""

    model: Annotated[
        str | None,
        typer.Option(
            metavar="MODEL",
            autocompletion=models,
            help="'extractive' (built in), local:NAME (on this machine; see models), or the name of a model at --base-url.",
            show_default=False,
        ),
    ] = None
    chunk_tokens: Annotated[
        int | None,
        typer.Option(
            parser=whole("--chunk-tokens"),
            metavar="N",
            help="Article tokens in one request; 6000 unless said.",
            show_default=False,
        ),
    ] = None
    by_sentence: Annotated[
        bool | None,
        typer.Option(
            "--by-sentence/--by-article",
            help="Ask about one sentence at a time, as suits small models; as the model needs it unless said.",
            show_default=False,
        ),
    ] = None
    passes: Annotated[
        int | None,
        typer.Option(
            parser=whole("--passes"),
            metavar="N",
            help="Times that what the model left out is asked for; 1 unless said.",
            show_default=False,
        ),
    ] = None


JudgeOption = Annotated[
    str | None,
    typer.Option(
        "--judge",
        metavar="MODEL",
        help="Ask this model, named as with --model, about what the checks leave open.",
        autocompletion=models,
        show_default=False,
    ),
]


@dataclass(frozen=True, kw_only=True)
class JudgeOptions:
    """Whether a model is asked about what the checks leave open."""

    judge: JudgeOption = None

    def flags(self) -> dict[str, Any]:
        """The settings that were given on the command line."""
        return {"judge": self.judge}


@dataclass(frozen=True, kw_only=True)
class JudgingOptions(AskingOptions):
    """The same, for a command that asks a model for nothing else."""

    judge: JudgeOption = None


@dataclass(frozen=True, kw_only=True)
class StoreOptions:
    """Where replies and runs are kept."""

    store: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="SQLite file that keeps replies and runs.", show_default=False),
    ] = None

    def flags(self) -> dict[str, Any]:
        """The settings that were given on the command line."""
        return {"store": self.store}


@dataclass(frozen=True, kw_only=True)
class OutputOptions:
    """How and where the result is written."""

    format: Annotated[
        Format | None,
        typer.Option(
            parser=read_format,
            autocompletion=_formats,
            metavar="|".join(Format),
            help="Default: md on a terminal, json in a pipe.",
            show_default=False,
        ),
    ] = None
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write here instead of standard output.",
            show_default=False,
        ),
    ] = None
    quiet: Annotated[
        bool,
        typer.Option("--quiet", "-q", help="No progress, no notes; errors still show."),
    ] = False
    # Taken by every command, so that a script need not know which of them can object; shown by those that do.
    strict: Annotated[bool, typer.Option("--strict", hidden=True)] = False


@dataclass(frozen=True, kw_only=True)
class VerdictOptions(OutputOptions):
    """The same, for a command whose result can be objected to."""

    strict: Annotated[
        bool,
        typer.Option("--strict", help="Exit 1 if anything is unsupported, lost or altered."),
    ] = False


@dataclass(frozen=True, kw_only=True)
class FindingOptions(OutputOptions):
    """The same, for a command that looks for faults."""

    strict: Annotated[
        bool,
        typer.Option("--strict", help="Exit 1 for warnings too."),
    ] = False


def spelled_out(function: Command) -> Command:
    """`function` with every parameter that is an option group replaced by the fields of the group.

    Typer then sees plain options, and `function` gets whole groups.
    """
    groups: dict[str, type] = {}
    parameters: list[inspect.Parameter] = []
    for parameter in inspect.signature(function, eval_str=True).parameters.values():
        if is_dataclass(parameter.annotation) and isinstance(parameter.annotation, type):
            groups[parameter.name] = parameter.annotation
            parameters.extend(_fields_as_parameters(parameter.annotation))
        else:
            parameters.append(parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY))

    @functools.wraps(function)
    def call(**values: Any) -> Any:
        grouped = {
            name: group(**{field.name: values.pop(field.name) for field in fields(group)})
            for name, group in groups.items()
        }
        return function(**grouped, **values)

    call.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]  # functions may carry one
    call.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return call  # type: ignore[return-value]  # the same command with its options spelled out


def _fields_as_parameters(group: type) -> list[inspect.Parameter]:
    hints = get_type_hints(group, include_extras=True)
    return [
        inspect.Parameter(
            field.name, inspect.Parameter.KEYWORD_ONLY, default=field.default, annotation=hints[field.name]
        )
        for field in fields(group)
    ]


@dataclass(frozen=True, kw_only=True)
class Order:
    """A command on sources with the settings given on the command line: what a run keeps and `runs resume` repeats."""

    command: str
    sources: tuple[str, ...]
    flags: dict[str, Any]

    def arguments(self) -> dict[str, Any]:
        """The order as it is kept with the run; it never holds a key."""
        given = {
            name: _plain(value) for name, value in self.flags.items() if value is not None and value != ()
        }
        return {"sources": list(self.sources), "flags": given}


def _plain(value: Any) -> Any:
    if isinstance(value, Path):
        return str(value.absolute())
    return list(value) if isinstance(value, tuple) else value
