"""Carrying out `models pull`, `list` and `verify`."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from groundwire.app.weights import Place, Shelf, open_shelf, pull_model
from groundwire.cli.options import Format, OutputOptions
from groundwire.cli.output import LineWriter, check_writable, chosen_format, write_result
from groundwire.cli.stderr import say
from groundwire.cli.tables import cell, table
from groundwire.cli.transfer_bar import TransferBar
from groundwire.errors import UsageError
from groundwire.llm.weights.inventory import Holding, Standing
from groundwire.llm.weights.sizes import size_words

_FORMATS = (Format.MD, Format.JSON, Format.JSONL)


@dataclass(frozen=True, kw_only=True)
class PullOrder:
    """Which models, from where; `place` None is "the hub, else the mirror"."""

    names: tuple[str, ...]
    place: str | None = None
    force: bool = False


def pull_models(order: PullOrder, shelf: Shelf, *, quiet: bool) -> None:
    """Pull one model after another, and write the paths of their files."""
    place = _place(order.place)
    entries = shelf.entries(order.names)
    bar = TransferBar(quiet=quiet)
    for entry in entries:
        try:
            path = pull_model(entry, shelf, bar, place=place, force=order.force)
        except KeyboardInterrupt:
            bar.note("what came is kept: the same command goes on from there")
            raise
        write_result(str(path), OutputOptions())


def show_models(shelf: Shelf, output: OutputOptions) -> None:
    """The catalogue, with what is on the disk."""
    form = chosen_format(output, allowed=_FORMATS)
    check_writable(output)
    holdings = shelf.holdings()
    if form is not Format.MD:
        _write_json([_as_json(holding) for holding in holdings], form, output)
        return
    header = ("name", "size", "licence", "standing", "file", "what")
    rows = [
        (
            holding.entry.name,
            size_words(holding.entry.size_bytes),
            holding.entry.licence,
            holding.standing.value,
            holding.entry.file,
            holding.entry.description,
        )
        for holding in holdings
    ]
    write_result(f"{table(header, rows)}\n\nFolder: {cell(str(shelf.folder))}", output)


def show_verified(names: Sequence[str], shelf: Shelf, output: OutputOptions) -> int:
    """Each model as it was found, reading all of it; exit code 1 when one is not what it should be, else 0."""
    form = chosen_format(output, allowed=_FORMATS)
    check_writable(output)
    holdings = shelf.verify(names, TransferBar(quiet=output.quiet))
    if form is not Format.MD:
        _write_json([_as_json(holding) for holding in holdings], form, output)
    elif holdings:
        rows = [(each.entry.name, each.standing.value, str(each.path)) for each in holdings]
        write_result(table(("name", "standing", "path"), rows), output)
    if not holdings and not output.quiet:
        say("no model was pulled yet")
    wrong = [holding for holding in holdings if holding.standing is not Standing.READY]
    for holding in wrong:
        say(_complaint(holding))
    return 1 if wrong else 0


def shelf_of(models_dir: Path | None) -> Shelf:
    """The folder of models in force, with the catalogue."""
    from groundwire.settings import load_settings

    return open_shelf(load_settings({"models_dir": models_dir}).settings.models_path)


def _place(text: str | None) -> Place | None:
    if text is None:
        return None
    try:
        return Place(text)
    except ValueError:
        raise UsageError(f"expected --from to be hub or mirror, found {text!r}") from None


def _complaint(holding: Holding) -> str:
    name = holding.entry.name
    if not holding.is_there:
        return f"{name}: expected a file at {str(holding.path)!r}, found none - groundwire models pull {name}"
    found = holding.found_sha256
    return (
        f"{name}: expected SHA-256 {holding.entry.sha256}, found {found}"
        f" - it is not used; groundwire models pull {name}"
    )


def _as_json(holding: Holding) -> dict[str, Any]:
    entry = holding.entry
    return {
        "name": entry.name,
        "description": entry.description,
        "standing": holding.standing.value,
        "path": str(holding.path),
        "size_bytes": entry.size_bytes,
        "sha256": entry.sha256,
        "licence": entry.licence,
        "licence_url": entry.licence_url,
        "source": entry.source,
        "context_tokens": entry.context_tokens,
        "found_sha256": holding.found_sha256 or None,
    }


def _write_json(rows: Sequence[dict[str, Any]], form: Format, output: OutputOptions) -> None:
    if form is Format.JSON:
        write_result(json.dumps(rows, indent=2, ensure_ascii=False), output)
        return
    writer = LineWriter(output)
    for row in rows:
        writer.write(json.dumps(row, ensure_ascii=False))
    writer.close()
