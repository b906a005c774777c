"""`groundwire runs`: what was run, what became of it, and what is kept of it."""

from typing import Annotated

import typer

from groundwire.cli.numbers import number
from groundwire.cli.options import OutputOptions, StoreOptions, VerdictOptions, spelled_out

app = typer.Typer(name="runs", help="What was run, and what became of it.", no_args_is_help=True)


RunArgument = Annotated[
    str,
    typer.Argument(metavar="RUN", help="The run's id, or enough of its beginning.", show_default=False),
]
AnyRunArgument = Annotated[
    str | None,
    typer.Argument(metavar="[RUN]", help="The run's id; all that is kept when left out.", show_default=False),
]
OlderThan = Annotated[
    float,
    typer.Option(
        "--older-than",
        parser=number("--older-than", least=0),
        metavar="DAYS",
        help="Remove what is older.",
        show_default=False,
    ),
]


@app.callback()
def root() -> None:
    """What was run, what became of it, and what is kept of it."""


def list_runs(store: StoreOptions, output: OutputOptions) -> None:
    """Every run that is kept, the latest first."""
    from groundwire.cli.keeping import show_runs

    show_runs(store, output)


def show(run: RunArgument, store: StoreOptions, output: OutputOptions) -> None:
    """One run with what became of each article."""
    from groundwire.cli.keeping import show_run

    show_run(run, store, output)


def resume(run: RunArgument, store: StoreOptions, output: VerdictOptions) -> None:
    """Run again; answers that are kept are not paid for again."""
    from groundwire.cli.resuming import resume as resume_run

    raise typer.Exit(resume_run(run, store.store, output))


def verify(store: StoreOptions, output: OutputOptions, run: AnyRunArgument = None) -> None:
    """Check digests and evidence; exit code 1 if any is wrong."""
    from groundwire.cli.keeping import show_findings

    raise typer.Exit(show_findings(run, store, output))


def prune(older_than: OlderThan, store: StoreOptions) -> None:
    """Remove runs and replies older than so many days."""
    from groundwire.cli.keeping import prune_older

    prune_older(older_than, store)


app.command("list")(spelled_out(list_runs))
app.command("show")(spelled_out(show))
app.command("resume")(spelled_out(resume))
app.command("verify")(spelled_out(verify))
app.command("prune")(spelled_out(prune))
