"""What a person at the terminal sees while work goes on: notes and a progress bar on standard error."""

import logging
import sys
from collections.abc import Sequence
from types import TracebackType
from typing import Any, Self

import typer

from groundwire.app.outcome import Failure
from groundwire.cli.stderr import one_line, say, say_error
from groundwire.settings import LOCAL, Settings

_notes_log = logging.getLogger("groundwire.notes")

_WORTH_A_BAR = 2  # one article is done before a bar is read


class Watcher:
    """Progress on standard error: notes always, a bar on a terminal, nothing with `--quiet`. `what` is what the bar counts."""

    def __init__(self, *, quiet: bool, what: str = "articles") -> None:
        self._quiet = quiet
        self._what = what
        self._bar: Any = None
        self._notes = _NoteHandler(self)

    def __enter__(self) -> Self:
        _notes_log.addHandler(self._notes)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        _notes_log.removeHandler(self._notes)
        if self._bar is not None:
            self._bar.render_finish()
            self._bar = None

    def begin(self, total: int) -> None:
        """Show a bar for `total` items, where it will be seen."""
        if self._quiet or total < _WORTH_A_BAR or not sys.stderr.isatty():
            return
        self._bar = typer.progressbar(length=total, label=self._what, file=sys.stderr)
        self._bar.render_progress()

    def advance(self, done: str) -> None:
        """One item more is done."""
        del done
        if self._bar is not None:
            self._bar.update(1)

    def note(self, line: str) -> None:
        """A line that is not a result."""
        if not self._quiet:
            say(one_line(line))


def read_where(settings: Settings, model: str) -> str:
    """Where `model` reads what it is given, so that nobody is left in doubt whether an article leaves the machine."""
    if settings.replay_from is not None:
        return f"answered from what {model} said before, in {str(settings.replay_from)!r}, and sent nowhere"
    if model.startswith(LOCAL):
        return f"read by {model} on this machine, and sent nowhere"
    where = settings.base_url or "the SDK's default endpoint"
    return f"sent to {model} at {where}"


class _NoteHandler(logging.Handler):
    """Shows what deeper layers have to tell the user while they work."""

    def __init__(self, watcher: Watcher) -> None:
        super().__init__()
        self._watcher = watcher

    def emit(self, record: logging.LogRecord) -> None:
        self._watcher.note(f"note: {record.getMessage()}")


def report_failures(failures: Sequence[Failure]) -> None:
    """One line for each failure, also with `--quiet`: nothing fails unseen."""
    for failure in failures:
        say_error(failure.error, about=failure.what)
        if failure.replaced:
            say(f"note: {one_line(failure.what)}: instead, the {failure.replaced} stood in")
