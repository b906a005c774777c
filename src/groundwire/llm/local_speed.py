"""How fast a local model writes, and a word about it when it crawls.

Guarantees: it is said once for a model, after long enough to know, and through the log of notes that the command line shows.
"""

import logging
import time
from collections.abc import Callable

_notes = logging.getLogger("groundwire.notes")

_CRAWL = 1.0  # tokens a second
_LONG_ENOUGH_S = 20.0


class SpeedWatch:
    """Sees how many tokens of a reply are written, and when."""

    def __init__(self, name: str, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._name = name
        self._clock = clock
        self._began: tuple[float, int] | None = None
        self._has_said = False

    def begin(self) -> None:
        """Another reply begins; nothing of it is written yet."""
        self._began = None

    def see(self, written: int) -> None:
        """So many tokens of the present reply are written."""
        now = self._clock()
        if self._began is None:
            self._began = (now, written)
            return
        seconds = now - self._began[0]
        speed = (written - self._began[1]) / seconds if seconds else _CRAWL
        if seconds < _LONG_ENOUGH_S or speed >= _CRAWL or self._has_said:
            return
        self._has_said = True
        _notes.warning(
            "%s writes %.1f tokens a second: other programs may keep the cores busy; end them, set "
            "GROUNDWIRE_THREADS=1, or use a smaller model",
            self._name,
            speed,
        )
