"""The commands and how they hang together."""

from typing import Annotated

import typer

from groundwire import __version__
from groundwire.cli import articles, checks, config, eval, models, prompts, runs  # noqa: A004 - named as the command

app = typer.Typer(
    name="groundwire",
    help="Briefings from news articles in which every sentence points at the words that carry it.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"groundwire {__version__}")
        raise typer.Exit


@app.callback()
def root(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", is_eager=True, callback=_show_version, help="Show the version and exit."),
    ] = False,
) -> None:
    """Briefings from news articles in which every sentence points at the words that carry it.

    Results go to standard output, everything else to standard error.
    """
    del version


articles.register(app)
checks.register(app)
config.register(app)
app.add_typer(eval.app, name="eval")
app.add_typer(models.app, name="models")
app.add_typer(prompts.app, name="prompts")
app.add_typer(runs.app, name="runs")
