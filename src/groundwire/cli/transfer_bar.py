"""What a person sees while a large file comes or is read: one line that is painted again, with speed and remaining time."""

import shutil
import sys
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import Final

from groundwire.cli.stderr import one_line, say
from groundwire.llm.weights.sizes import size_words

_WINDOW_S: Final = 5.0
"""The speed shown is that of the last few seconds: an average since the beginning hides a network that stalls."""
_SPEED_AFTER_S: Final = 0.5
"""Before that, what is buffered on the way makes any speed."""
_PAINT_EVERY_S: Final = 0.1
_WIDEST_BAR: Final = 30
_NARROWEST_BAR: Final = 8
_LINES_WITHOUT_A_TERMINAL: Final = 4
_WORTH_A_LINE_S: Final = 2.0
"""What is over sooner is not reported on where each report is a line of a log."""


class TransferBar:
    """A `Meter` on standard error: a bar on a terminal, a line for each quarter elsewhere, nothing with `quiet`."""

    def __init__(self, *, quiet: bool, clock: Callable[[], float] = time.monotonic) -> None:
        self._quiet = quiet
        self._clock = clock
        self._is_on_terminal = sys.stderr.isatty()
        self._name, self._total, self._done = "", 0, 0
        self._samples: deque[tuple[float, int]] = deque()
        self._painted_at = float("-inf")
        self._painted_width = 0
        self._quarters = 0
        self._began = 0.0

    def begin(self, name: str, total: int, done: int) -> None:
        """A bar for `name`, which appears when the first bytes have come."""
        self._name, self._total, self._done = one_line(name), total, done
        self._samples.clear()  # the time until the first bytes come is not theirs
        self._painted_at, self._painted_width = float("-inf"), 0
        self._quarters = self._quarter(done)
        self._began = self._clock()

    def at(self, done: int) -> None:
        """Move the bar."""
        if done == self._done:
            return
        now = self._clock()
        if done < self._done:
            self._samples.clear()
        self._done = done
        self._samples.append((now, done))
        while len(self._samples) > 2 and self._samples[0][0] < now - _WINDOW_S:
            self._samples.popleft()
        self._show()

    def end(self) -> None:
        """Leave the bar as it is and go to the next line."""
        if self._quiet or not self._is_on_terminal or not self._painted_width:
            return
        self._paint()
        _put("\n")
        self._painted_width = 0

    def note(self, line: str) -> None:
        """A line that is not a result."""
        if not self._quiet:
            say(one_line(line))

    def _show(self) -> None:
        if self._quiet:
            return
        now, quarter = self._clock(), self._quarter(self._done)
        if self._is_on_terminal:
            if now - self._painted_at >= _PAINT_EVERY_S:
                self._paint()
        elif self._quarters < quarter < _LINES_WITHOUT_A_TERMINAL and now - self._began >= _WORTH_A_LINE_S:
            self._quarters = quarter
            say(f"{self._name}: " + ", ".join(_facts(self._done, self._total, self._speed())))

    def _quarter(self, done: int) -> int:
        return _LINES_WITHOUT_A_TERMINAL * done // self._total if self._total else 0

    def _speed(self) -> float:
        """Bytes a second over the last few seconds; 0 where it is not known yet."""
        if not self._samples:
            return 0.0
        (first_at, first), (last_at, last) = self._samples[0], self._samples[-1]
        took = last_at - first_at
        return (last - first) / took if took >= _SPEED_AFTER_S else 0.0

    def _paint(self) -> None:
        width = shutil.get_terminal_size().columns - 1
        line = bar_line(self._name, self._done, self._total, speed=self._speed(), width=width)
        # Spaces rather than an escape sequence: they also work where there is only a carriage return.
        _put("\r" + line.ljust(min(self._painted_width, width)))
        self._painted_at, self._painted_width = self._clock(), len(line)


def bar_line(name: str, done: int, total: int, *, speed: float, width: int) -> str:
    """One line of at most `width` characters; what matters least goes first when there is no room.

    `speed` is in bytes a second, 0 where it is not known. Every part keeps its place while the numbers grow.
    """
    sizes = f"999.9 MB of {size_words(total)}"
    columns = (len("100 %"), len(sizes), len("999.9 MB/s"), len("9:59:59 left"))
    known = _facts(done, total, speed)
    facts = [
        fact.rjust(column) for fact, column in zip([*known, *[""] * len(columns)], columns, strict=False)
    ]
    while True:
        text = "  ".join(facts)
        room = width - len(name) - len(text) - len("  []  ")
        if room >= _NARROWEST_BAR:
            cells = min(room, _WIDEST_BAR)
            filled = cells * done // total if total else cells
            return f"{name}  [{'#' * filled}{'-' * (cells - filled)}]  {text}".rstrip()
        if len(facts) == 1:
            return f"{name}  {text}"[: max(width, 0)]
        facts = facts[:-1]


def _facts(done: int, total: int, speed: float) -> list[str]:
    """Share, sizes, speed and remaining time, as far as they are known."""
    share = 100 * done // total if total else 100
    facts = [f"{share} %", f"{size_words(done)} of {size_words(total)}"]
    if speed > 0:
        facts.append(f"{size_words(round(speed))}/s")
        if done < total:
            facts.append(f"{_duration((total - done) / speed)} left")
    return facts


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _put(text: str) -> None:
    with suppress(OSError, ValueError):
        sys.stderr.write(text)
        sys.stderr.flush()
