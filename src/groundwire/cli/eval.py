"""`groundwire eval`: how good a prompt is, measured on labelled stories."""

import typer

from groundwire.cli.eval_options import (
    AgreeOptions,
    Cards,
    Change,
    GateOptions,
    LabelOptions,
    Names,
    RunOptions,
    ShownOutputs,
    StoriesArgument,
    StoryArgument,
    SuiteArgument,
    SuiteOption,
)
from groundwire.cli.options import (
    AskingOptions,
    FindingOptions,
    ModelOptions,
    OutputOptions,
    StoreOptions,
    spelled_out,
)

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
  groundwire eval run news --subject extractive --judge gpt-5,base_url=https://host/v1
"""
_COMPARE = """Better, worse, tied, or not enough data? Two subjects on the same cases, scorer by scorer.

\b
Examples:
  groundwire eval compare before.json after.json
  groundwire eval compare card.json --subject extractive --subject gpt-5-mini
"""
_POWER = """How many more stories would it take to see a change? From the scatter in one scorecard, or in two.

\b
Example:
  groundwire eval power before.json after.json --change 0.05
"""
_REPORT = """One self-contained HTML page: means with intervals and plots, what was wrong in each case, article, labels and outputs
side by side, and, of two subjects, the comparison.

\b
Examples:
  groundwire eval report card.json -o report.html
  groundwire eval report card.json --outputs outputs.jsonl -o report.html
  groundwire eval report before.json after.json --outputs before.jsonl --outputs after.jsonl -o change.html
"""
_GATE = """Hold a subject against its baseline. Exit 1 with what fell and why.

\b
Examples:
  groundwire eval gate news
  groundwire eval gate news --update
  groundwire eval gate news --subject gpt-5-mini,extract_claims@2 --junit gate.xml --github
"""
_AGREE = """Do two labellers see the same? Krippendorff's alpha per layer, from first.json and second.json.

With --judge: does a model that judges see what they see? Cohen's kappa, answers that change when it is asked again or shown the lists in
reverse, tokens and cost. What claims it is asked about, and by which prompt, is in docs/evals.md.

\b
Examples:
  groundwire eval agree
  groundwire eval agree --judge gpt-5 --save
"""
_LINT = """Check labels: words that do not stand in the article, claims said twice, ids that do not meet. Exit 1 on an error.

\b
Example:
  groundwire eval lint evals/fixtures/rail-bridge
"""
_LABEL = """Label a story by marking text in the browser. The page is served on this machine only; every change is saved at once.

\b
Examples:
  groundwire eval label evals/fixtures/my-story
  groundwire eval label evals/fixtures/my-story --as second
  groundwire eval label evals/fixtures/my-story --adjudicate
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


def compare(cards: Cards, output: OutputOptions, subject: Names = None) -> None:
    """Compare two subjects."""
    from groundwire.cli.eval_judging import show_comparison

    raise typer.Exit(show_comparison(cards, subject or [], output))


def power(cards: Cards, output: OutputOptions, *, subject: Names = None, change: Change = 0.05) -> None:
    """Plan a comparison."""
    from groundwire.cli.eval_judging import show_power

    raise typer.Exit(show_power(cards, subject or [], change, output))


def report(
    cards: Cards, output: OutputOptions, suite: SuiteOption = None, outputs: ShownOutputs = None
) -> None:
    """Write the page."""
    from groundwire.cli.eval_judging import write_report

    raise typer.Exit(write_report(cards, suite, outputs or [], output))


def gate(
    suite: SuiteArgument,
    options: GateOptions,
    model: ModelOptions,
    store: StoreOptions,
    output: OutputOptions,
) -> None:
    """Hold a subject against its baseline."""
    from groundwire.cli.eval_judging import show_gate

    raise typer.Exit(show_gate(suite, options, {**model.flags(), **store.flags()}, output))


def agree(
    options: AgreeOptions,
    asking: AskingOptions,
    store: StoreOptions,
    output: OutputOptions,
    stories: StoriesArgument = None,
) -> None:
    """Compare two labellers, or a judge with them."""
    from groundwire.cli.eval_judging import show_agreement, show_judge

    flags = {**asking.flags(), **store.flags()}
    show = show_agreement if options.judge is None else show_judge
    raise typer.Exit(show(stories or [], options, flags, output))


def lint(output: FindingOptions, stories: StoriesArgument = None) -> None:
    """Check labels."""
    from groundwire.cli.eval_judging import show_findings

    raise typer.Exit(show_findings(stories or [], output))


def label(story: StoryArgument, options: LabelOptions) -> None:
    """Label a story."""
    from groundwire.cli.eval_labelling import serve_labels

    raise typer.Exit(serve_labels(story, options))


app.command("run", help=_RUN, short_help="Run subjects over a suite")(spelled_out(run))
app.command("compare", help=_COMPARE, short_help="Better, worse, tied, or not enough data")(
    spelled_out(compare)
)
app.command("power", help=_POWER, short_help="How many more stories it would take")(spelled_out(power))
app.command("report", help=_REPORT, short_help="One HTML page of a scorecard or a comparison")(
    spelled_out(report)
)
app.command("gate", help=_GATE, short_help="Hold a subject against its baseline")(spelled_out(gate))
app.command("agree", help=_AGREE, short_help="Do two labellers see the same?")(spelled_out(agree))
app.command("lint", help=_LINT, short_help="Check labels")(spelled_out(lint))
app.command("label", help=_LABEL, short_help="Label a story by marking text in the browser")(
    spelled_out(label)
)
