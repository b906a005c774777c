"""`check` and `relate`: statements in, verdicts out, one a line."""

from typing import Annotated

import typer

from groundwire.cli.options import (
    JudgingOptions,
    OutputOptions,
    SourcesArgument,
    StoreOptions,
    VerdictOptions,
    spelled_out,
)

_CHECK = """Is each claim supported by its article?

The claims file holds one object a line: {"id": "1", "article": "a1", "text": "..."}; quote and speaker are optional,
and so is article when there is a single source. Answers come in the order of the claims. With --judge a model is asked
about what the checks leave open, one request for all claims of an article; it never overrules a mismatch that they found.

\b
Examples:
  groundwire check article.txt --claims claims.jsonl
  groundwire check articles.jsonl --claims claims.jsonl --format jsonl
  groundwire check article.txt --claims claims.jsonl --judge qwen2.5:7b --base-url http://localhost:11434/v1
"""
_RELATE = """How two claims relate: agree, contradict, unclear or unrelated.

The pairs file holds one object a line: {"id": "1", "a": {"text": "..."}, "b": {"text": "..."}}; published and outlet
are optional on both sides.

\b
Example:
  groundwire relate pairs.jsonl --format jsonl
"""

ClaimsOption = Annotated[
    str,
    typer.Option("--claims", metavar="FILE", help="Claims, one JSON object a line; - for standard input."),
]
PairsArgument = Annotated[
    str,
    typer.Argument(
        metavar="PAIRS.jsonl", help="Pairs of claims, one JSON object a line; - for standard input."
    ),
]


def register(app: typer.Typer) -> None:
    """Add the commands to `app`."""
    app.command("check", help=_CHECK, short_help="Is each claim supported by its article?")(
        spelled_out(check)
    )
    app.command("relate", help=_RELATE, short_help="How two claims relate")(spelled_out(relate))


def check(
    sources: SourcesArgument,
    claims: ClaimsOption,
    judge: JudgingOptions,
    store: StoreOptions,
    output: VerdictOptions,
) -> None:
    """Verdicts on claims."""
    from groundwire.cli.verdicts import show_checks

    flags = {**judge.flags(), **store.flags()}
    raise typer.Exit(show_checks(sources, claims, output, flags=flags))


def relate(pairs: PairsArgument, output: OutputOptions) -> None:
    """How claims relate."""
    from groundwire.cli.verdicts import show_relations

    raise typer.Exit(show_relations(pairs, output))
