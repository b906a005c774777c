"""`groundwire runs`: what was run."""

import typer

app = typer.Typer(name="runs", help="What was run, and what became of it.", no_args_is_help=True)


@app.callback()
def root() -> None:
    """What was run, and what became of it."""
