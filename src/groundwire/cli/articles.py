"""`ingest`, `summarise`, `claims` and `brief`: articles in, documents out."""

import typer

from groundwire.cli.options import (
    JudgeOptions,
    ModelOptions,
    Order,
    OutputOptions,
    SourcesArgument,
    StoreOptions,
    VerdictOptions,
    spelled_out,
)

_INGEST = """Show the articles as they are read: text, sentences, metadata, and what was set aside.

\b
Example:
  groundwire ingest page.html --format json
"""
_SUMMARISE = """Summary and claims, one report per article.

\b
Examples:
  groundwire summarise article.txt
  groundwire summarise folder/ --model gpt-5-mini --format json -o reports.json
"""
_CLAIMS = """The claim list alone: every claim with its evidence, who is credited, and how firmly it is put.

\b
Example:
  groundwire claims article.txt --format jsonl
"""
_BRIEF = """One briefing for several articles on one story.

\b
Examples:
  groundwire brief outlet-a.txt outlet-b.txt
  groundwire brief story/ --format html -o briefing.html
  groundwire brief story/ --model qwen2.5:7b --base-url http://localhost:11434/v1
"""

_ESTIMATE = """Calls, tokens and cost before anything is sent; with input_price and output_price set, in US dollars.

\b
Example:
  groundwire estimate story/ --model gpt-5-mini
"""


def register(app: typer.Typer) -> None:
    """Add the commands to `app`."""
    app.command("ingest", help=_INGEST, short_help="The article as read: text, sentences, metadata")(
        spelled_out(ingest)
    )
    app.command("summarise", help=_SUMMARISE, short_help="Summary and claims, one report per article")(
        spelled_out(summarise)
    )
    app.command("summarize", help=_SUMMARISE, hidden=True)(spelled_out(summarise))
    app.command("claims", help=_CLAIMS, short_help="The claim list alone")(spelled_out(claims))
    app.command("estimate", help=_ESTIMATE, short_help="Calls, tokens and cost before anything is sent")(
        spelled_out(estimate)
    )
    app.command("brief", help=_BRIEF, short_help="One briefing for several articles on one story")(
        spelled_out(brief)
    )


def ingest(sources: SourcesArgument, output: OutputOptions) -> None:
    """Articles as they are read."""
    from groundwire.cli.working import show_articles

    raise typer.Exit(show_articles(sources, output))


def summarise(
    sources: SourcesArgument,
    model: ModelOptions,
    judge: JudgeOptions,
    store: StoreOptions,
    output: VerdictOptions,
) -> None:
    """One report per article."""
    from groundwire.cli.working import show_reports

    raise typer.Exit(show_reports(_order("summarise", sources, model, store, judge), output))


def claims(
    sources: SourcesArgument,
    model: ModelOptions,
    judge: JudgeOptions,
    store: StoreOptions,
    output: VerdictOptions,
) -> None:
    """The claim list alone."""
    from groundwire.cli.working import show_claims

    raise typer.Exit(show_claims(_order("claims", sources, model, store, judge), output))


def brief(
    sources: SourcesArgument,
    model: ModelOptions,
    judge: JudgeOptions,
    store: StoreOptions,
    output: VerdictOptions,
) -> None:
    """One briefing for several articles."""
    from groundwire.cli.working import show_briefing

    raise typer.Exit(show_briefing(_order("brief", sources, model, store, judge), output))


def estimate(
    sources: SourcesArgument, model: ModelOptions, store: StoreOptions, output: OutputOptions
) -> None:
    """What a run would send and cost."""
    from groundwire.cli.working import show_estimate

    raise typer.Exit(show_estimate(_order("estimate", sources, model, store), output))


def _order(
    command: str,
    sources: list[str],
    model: ModelOptions,
    store: StoreOptions,
    judge: JudgeOptions = JudgeOptions(),  # noqa: B008 - frozen, so that one value for all calls is safe
) -> Order:
    flags = {**model.flags(), **judge.flags(), **store.flags()}
    return Order(command=command, sources=tuple(sources), flags=flags)
