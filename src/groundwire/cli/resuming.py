"""Carrying out `runs resume`: the same order again; what was answered before is answered from the store."""

from collections.abc import Callable
from pathlib import Path

from groundwire.cli.options import Order, VerdictOptions
from groundwire.cli.working import show_briefing, show_claims, show_reports
from groundwire.domain.run import Run
from groundwire.errors import UsageError
from groundwire.settings import load_settings
from groundwire.store.database import open_store

_COMMANDS: dict[str, Callable[[Order, VerdictOptions], int]] = {
    "brief": show_briefing,
    "claims": show_claims,
    "summarise": show_reports,
}


def resume(run_id: str, store: Path | None, output: VerdictOptions) -> int:
    """Repeat the run; the exit code.

    Raises:
        UsageError: the run read standard input, which is gone, or its command cannot be repeated.
    """
    with open_store(load_settings({"store": store}).settings.store_path) as opened:
        run = opened.runs.get_run(run_id)
    order = _order_of(run, store)
    return _COMMANDS[run.command](order, output)


def _order_of(run: Run, store: Path | None) -> Order:
    if run.command not in _COMMANDS:
        raise UsageError(f"expected a run of {', '.join(_COMMANDS)}, found {run.command!r}")
    sources = tuple(run.arguments.get("sources", ()))
    if "-" in sources:
        raise UsageError(
            "expected sources that can be read again, found standard input", hint="save it to a file"
        )
    flags = {**run.arguments.get("flags", {}), "store": store}
    return Order(command=run.command, sources=sources, flags=flags)
