"""How each kind of document is written in each format. A format's renderer is imported when it is asked for."""

import os
import shutil
import sys
from collections.abc import Sequence

from groundwire.cli.options import Format, OutputOptions
from groundwire.cli.output import LineWriter, write_result
from groundwire.domain.analysis import Report
from groundwire.domain.article import Article
from groundwire.domain.briefing import Briefing
from groundwire.domain.estimate import RunEstimate
from groundwire.domain.noun import Noun
from groundwire.settings import LOCAL


def write_lines(documents: Sequence[Noun], output: OutputOptions) -> None:
    """One JSON document a line."""
    writer = LineWriter(output)
    for document in documents:
        writer.write(as_line(document))
    writer.close()


def as_line(document: Noun) -> str:
    """A document on one line."""
    from groundwire.render.as_json import to_jsonl_line

    return to_jsonl_line(document).rstrip("\n")


def write_json(documents: Noun | Sequence[Noun], output: OutputOptions) -> None:
    """One document as an object, several as an array."""
    from groundwire.render.as_json import to_json

    write_result(to_json(documents, indent=2), output)


def one_or_many(documents: Sequence[Noun]) -> Noun | Sequence[Noun]:
    """The only document, or all of them."""
    return documents[0] if len(documents) == 1 else documents


def write_articles(articles: Sequence[Article], form: Format, output: OutputOptions) -> None:
    """Articles as they were read."""
    if form is Format.JSONL:
        write_lines(articles, output)
    elif form is Format.JSON:
        write_json(one_or_many(articles), output)
    else:
        from groundwire.render.as_markdown import render_articles

        write_result(for_reading(render_articles(articles), output), output)


def write_reports(reports: Sequence[Report], form: Format, output: OutputOptions) -> None:
    """Reports that are all done."""
    if form is Format.JSON:
        write_json(one_or_many(reports), output)
    elif form is Format.HTML:
        from groundwire.render.as_html import render_reports as as_html

        write_result(as_html(reports), output)
    else:
        from groundwire.render.as_markdown import render_reports

        write_result(for_reading(render_reports(reports), output), output)


def write_claims(reports: Sequence[Report], form: Format, output: OutputOptions) -> None:
    """The claims of reports that are all done."""
    claims = [claim for report in reports for claim in report.claims]
    if form is Format.JSON:
        write_json(claims, output)
        return
    from groundwire.render.as_markdown import render_claims

    write_result(for_reading(render_claims(claims, [report.article for report in reports]), output), output)


def write_briefing(briefing: Briefing, form: Format, output: OutputOptions) -> None:
    """A briefing."""
    if form is Format.JSONL:
        write_lines([briefing], output)
    elif form is Format.JSON:
        write_json(briefing, output)
    elif form is Format.HTML:
        from groundwire.render.as_html import render_briefing as as_html

        write_result(as_html(briefing), output)
    else:
        from groundwire.render.as_markdown import render_briefing

        write_result(for_reading(render_briefing(briefing), output), output)


def write_estimate(estimate: RunEstimate, form: Format, output_options: OutputOptions) -> None:
    """What a run would come to, as a table."""
    if form is Format.JSON:
        write_json(estimate, output_options)
        return
    output = f"at most {estimate.output_tokens_at_most:,}"
    if estimate.output_tokens_expected is not None:
        output = f"about {estimate.output_tokens_expected:,} expected, {output}"
    lines = [
        f"{estimate.model}{f' at {estimate.endpoint}' if estimate.endpoint else ''}",
        "",
        f"calls          {estimate.calls:,} ({estimate.cached:,} more are answered by the store)",
        f"input tokens   about {estimate.input_tokens:,}",
        f"output tokens  {output}",
        *([f"time           {_time_words(estimate)}"] if estimate.model.startswith(LOCAL) else []),
        f"cost           {_cost_words(estimate)}",
    ]
    write_result("\n".join(lines), output_options)


def _time_words(estimate: RunEstimate) -> str:
    if estimate.seconds is None:
        return "unknown: how fast these weights are, asked like this, was not measured"
    threads = "one thread" if estimate.threads == 1 else f"{estimate.threads} threads"
    return f"very roughly {_duration_words(estimate.seconds)} on {threads}, as measured on another machine"


def _duration_words(seconds: float) -> str:
    for size, one, many in (
        (3600, "an hour", "hours"),
        (60, "a minute", "minutes"),
        (1, "a second", "seconds"),
    ):
        if seconds >= 1.5 * size:
            return f"{seconds / size:.0f} {many}"
        if seconds >= size:
            return one
    return "no time"


def _cost_words(estimate: RunEstimate) -> str:
    if estimate.cost_usd_at_most is not None:
        return f"at most ${estimate.cost_usd_at_most:.4f}"
    if estimate.model.startswith(LOCAL):
        return "unknown: nobody is paid, and what the machine takes is not measured"
    return (
        "unknown: set input_price and output_price, US dollars per million tokens, in groundwire.toml"
        " or as GROUNDWIRE_INPUT_PRICE and GROUNDWIRE_OUTPUT_PRICE"
    )


def for_reading(markdown: str, output: OutputOptions) -> str:
    """Markdown wrapped and lightly coloured for the terminal it goes to; as it is when it goes anywhere else."""
    if output.output is not None or not sys.stdout.isatty():
        return markdown
    from groundwire.render.terminal import in_colour, on_terminal

    wrapped = on_terminal(markdown, width=shutil.get_terminal_size().columns)
    return wrapped if os.environ.get("NO_COLOR") else in_colour(wrapped)
