"""`groundwire prompts`: look at prompts, try them without a model, and release them."""

from pathlib import Path
from typing import Annotated

import typer

from groundwire.cli.completing import prompts
from groundwire.cli.options import FindingOptions, ModelOptions, OutputOptions, SourcesArgument, spelled_out

app = typer.Typer(
    name="prompts", help="Look at prompts, try them without a model, release them.", no_args_is_help=True
)

PromptsDir = Annotated[
    Path | None,
    typer.Option("--prompts-dir", metavar="FOLDER", help="Prompts of your own instead.", show_default=False),
]
Version = Annotated[
    str,
    typer.Argument(
        metavar="TASK@N",
        help="A prompt version; without @N the one in use.",
        autocompletion=prompts,
        show_default=False,
    ),
]
SkipGate = Annotated[bool, typer.Option("--skip-gate", help="Do not run the gates that there are.")]

_LIST = """Every prompt version: which one is in use, which are released, and what each one tries.

\b
Example:
  groundwire prompts list --format json
"""
_SHOW = """One prompt version, word for word.

\b
Examples:
  groundwire prompts show extract_claims
  groundwire prompts show extract_claims@1 --format json
"""
_RENDER = """The requests that a task would send about SOURCE, word for word, without sending them.

Each comes with its messages, response format, sampling and digest. The tasks are extract_claims, summarise_article and
summarise_claims; the last one is shown with the claims of the built-in analyst.

\b
Example:
  groundwire prompts render extract_claims article.txt --model gpt-5-mini
"""
_DIFF = """What changed between two prompt versions.

\b
Example:
  groundwire prompts diff extract_claims@1 extract_claims@2
"""
_LINT = """Check every prompt: front matter, slots, the type of the reply, worked examples, the lock. Exit 1 if one fails.

\b
Example:
  groundwire prompts lint --prompts-dir my-prompts
"""
_LOCK = """Release the versions that are still drafts: their digests go into prompts.lock, and they can change no more.

\b
Example:
  groundwire prompts lock --prompts-dir my-prompts
"""
_PROMOTE = """Put a released version to use: it is written into current.toml.

Where a baseline of a language model is pinned for a suite that the task is measured on, its gate runs first; exit 1 if it closes.

\b
Example:
  groundwire prompts promote extract_claims@2 --prompts-dir my-prompts
"""


def list_prompts(output: OutputOptions, *, prompts_dir: PromptsDir = None) -> None:
    """Every prompt version."""
    from groundwire.cli.prompting import write_list

    write_list(prompts_dir, output)


def show(name: Version, output: OutputOptions, *, prompts_dir: PromptsDir = None) -> None:
    """One prompt version."""
    from groundwire.cli.prompting import write_prompt

    write_prompt(name, prompts_dir, output)


def render(name: Version, sources: SourcesArgument, model: ModelOptions, output: OutputOptions) -> None:
    """The requests of a task."""
    from groundwire.cli.rendering_prompts import write_requests

    raise typer.Exit(write_requests(name, sources, model, output))


def diff(old: Version, new: Version, *, prompts_dir: PromptsDir = None) -> None:
    """What changed."""
    from groundwire.cli.prompting import write_diff

    write_diff(old, new, prompts_dir)


def lint(output: FindingOptions, *, prompts_dir: PromptsDir = None) -> None:
    """Check every prompt."""
    from groundwire.cli.prompting import write_findings

    raise typer.Exit(write_findings(prompts_dir, output))


def lock(*, prompts_dir: PromptsDir = None) -> None:
    """Release the drafts."""
    from groundwire.cli.prompting import lock_drafts

    lock_drafts(prompts_dir)


def promote(name: Version, *, prompts_dir: PromptsDir = None, skip_gate: SkipGate = False) -> None:
    """Put a version to use."""
    from groundwire.cli.prompting import promote_version

    raise typer.Exit(promote_version(name, prompts_dir, skip_gate=skip_gate))


app.command("list", help=_LIST, short_help="Every prompt version")(spelled_out(list_prompts))
app.command("show", help=_SHOW, short_help="One prompt version")(spelled_out(show))
app.command("render", help=_RENDER, short_help="The requests of a task, without sending them")(
    spelled_out(render)
)
app.command("diff", help=_DIFF, short_help="What changed between two versions")(diff)
app.command("lint", help=_LINT, short_help="Check every prompt")(spelled_out(lint))
app.command("lock", help=_LOCK, short_help="Release the drafts")(lock)
app.command("promote", help=_PROMOTE, short_help="Put a released version to use")(promote)
