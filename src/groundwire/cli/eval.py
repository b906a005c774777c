"""`groundwire eval`: how good a prompt is, measured on labelled stories."""

import typer

from groundwire.cli.eval_options import RunOptions, SuiteArgument
from groundwire.cli.options import ModelOptions, OutputOptions, StoreOptions, spelled_out

app = typer.Typer(
    name="eval", help="Measure an analyst on labelled stories, and compare two.", no_args_is_help=True
)

_RUN = """Run subjects over a suite and write a scorecard: every score of every case, and means with their intervals.

A run that was broken off and is begun again asks nothing twice: answers are kept in the store.

\b
Examples:
  groundwire eval run news --subject extractive
  groundwire eval run news --subject gpt-5-mini --subject gpt-5-mini,extract_claims@2 --repeat 3 -o card.json
  groundwire eval run news --from outputs.jsonl -o card.json
"""


@app.callback()
def root() -> None:
    """Measure an analyst on labelled stories, and compare two."""


def run(
    suite: SuiteArgument, options: RunOptions, model: ModelOptions, store: StoreOptions, output: OutputOptions
) -> None:
    """Run subjects over a suite."""
    from groundwire.cli.evaluating import run_suite

    flags = {**model.flags(), **store.flags()}
    raise typer.Exit(run_suite(suite, options, flags, output))


app.command("run", help=_RUN, short_help="Run subjects over a suite")(spelled_out(run))
