"""Carrying out `runs list`, `show`, `verify` and `prune`: read the store, and write what is found."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict

from groundwire.cli.options import Format, OutputOptions, StoreOptions
from groundwire.cli.output import chosen_format, write_result
from groundwire.cli.stderr import say
from groundwire.cli.tables import cell, table
from groundwire.domain.provenance import Usage
from groundwire.domain.run import Item, Run
from groundwire.settings import load_settings
from groundwire.store.database import Store, open_store

_READABLE = (Format.MD, Format.JSON)
_DAY_S = 86_400.0


def show_runs(store: StoreOptions, output: OutputOptions) -> None:
    """Every run that is kept, the latest first."""
    form = chosen_format(output, allowed=_READABLE)
    with _opened(store) as opened:
        runs = opened.runs.list_runs()
    if form is Format.JSON:
        _write_json([run.model_dump(mode="json") for run in runs], output)
        return
    if not runs:
        if not output.quiet:
            say("no runs are kept yet")
        return
    header = ("run", "started", "command", "status", "analyst", "articles", "requests", "cost")
    write_result(table(header, [_run_row(run) for run in runs]), output)


def show_run(run_id: str, store: StoreOptions, output: OutputOptions) -> None:
    """One run with its items; in JSON with their documents."""
    form = chosen_format(output, allowed=_READABLE)
    with _opened(store) as opened:
        run = opened.runs.get_run(run_id)
        items = opened.runs.items(run.id)
    if form is Format.JSON:
        _write_json(
            {**run.model_dump(mode="json"), "items": [_item_json(item) for item in items]},
            output,
        )
        return
    facts = [f"- {name}: {cell(value)}" for name, value in _facts(run)]
    header = ("position", "article", "source", "status", "error")
    rows = table(header, [_item_row(item) for item in items])
    write_result("\n".join([f"# Run {cell(run.id)}", "", *facts, "", rows]), output)


def show_findings(run_id: str | None, store: StoreOptions, output: OutputOptions) -> int:
    """What is not what was stored; exit code 1 when there is something, else 0."""
    form = chosen_format(output, allowed=_READABLE)
    with _opened(store) as opened:
        findings = opened.verify(run_id)
    if form is Format.JSON:
        _write_json([asdict(finding) for finding in findings], output)
    elif findings:
        lines = (f"- {cell(finding.where)}: {cell(finding.what)}" for finding in findings)
        write_result("\n".join(lines), output)
    if not findings and not output.quiet:
        say("everything is as it was stored")
    return 1 if findings else 0


def prune_older(days: float, store: StoreOptions) -> None:
    """Remove what is older, and say how much that was."""
    with _opened(store) as opened:
        pruned = opened.prune(older_than_s=days * _DAY_S)
    say(f"removed {pruned.runs} runs and {pruned.replies} replies older than {days:g} days")


@contextmanager
def _opened(store: StoreOptions) -> Iterator[Store]:
    with open_store(load_settings(store.flags()).settings.store_path) as opened:
        yield opened


def _write_json(value: object, output: OutputOptions) -> None:
    write_result(json.dumps(value, indent=2, ensure_ascii=False), output)


def _run_row(run: Run) -> tuple[str, ...]:
    return (
        run.id,
        run.started,
        run.command,
        run.status.value,
        run.model or run.analyst,
        str(sum(run.counts.values())),
        str(run.usage.requests),
        _cost(run.usage),
    )


def _item_row(item: Item) -> tuple[str, ...]:
    error = f"{item.error.code}: {item.error.message}" if item.error else ""
    return (str(item.position), item.article, item.source, item.status.value, error)


def _item_json(item: Item) -> dict[str, object]:
    """The item with its document as JSON in JSON, not as a string of JSON."""
    document = json.loads(item.document) if item.document is not None else None
    return {**item.model_dump(mode="json"), "document": document}


def _facts(run: Run) -> Iterable[tuple[str, str]]:
    yield "command", run.command
    yield "status", run.status.value
    yield "started", run.started
    yield "finished", run.finished or "not finished"
    yield "analyst", run.analyst
    yield "model", run.model or "none"
    if run.prompts:
        yield "prompts", ", ".join(map(str, run.prompts))
    yield "articles", ", ".join(f"{count} {status}" for status, count in run.counts.items()) or "none"
    usage = run.usage
    yield "requests", f"{usage.requests} sent, {usage.cache_hits} answered from the store"
    yield "tokens", f"{usage.input_tokens} read, {usage.output_tokens} written"
    yield "cost", _cost(usage)


def _cost(usage: Usage) -> str:
    return "unknown" if usage.cost_usd is None else f"{usage.cost_usd:.4f} USD"
