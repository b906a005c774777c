"""Logging to standard error, off unless asked for, with every known secret blanked out.

`GROUNDWIRE_LOG` takes a level name (`debug`, `info`, `warning`). Results never pass through here.
"""

import logging
import os
import sys
from collections.abc import Iterable

from groundwire.errors import SettingsError

_LEVELS = {"debug": logging.DEBUG, "info": logging.INFO, "warning": logging.WARNING}
_SHORTEST_SECRET = 4  # blanking shorter ones would blank ordinary words


class _Redacting(logging.Formatter):
    """A formatter that blanks secrets, also inside tracebacks."""

    def __init__(self, secrets: Iterable[str]) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._secrets = tuple(secret for secret in secrets if len(secret) >= _SHORTEST_SECRET)

    def format(self, record: logging.LogRecord) -> str:
        text = super().format(record)
        for secret in self._secrets:
            text = text.replace(secret, "***")
        return text


def configure_logging(*, secrets: Iterable[str] = ()) -> None:
    """Log to standard error at the level of `GROUNDWIRE_LOG`; without it, say nothing.

    Raises:
        SettingsError: when the variable holds no level.
    """
    wanted = os.environ.get("GROUNDWIRE_LOG", "")
    root = logging.getLogger("groundwire")
    root.handlers.clear()
    root.propagate = False
    if not wanted:
        root.addHandler(logging.NullHandler())
        return
    if wanted.lower() not in _LEVELS:
        raise SettingsError(f"expected GROUNDWIRE_LOG to be one of {', '.join(_LEVELS)}, found {wanted!r}")
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Redacting(secrets))
    root.addHandler(handler)
    root.setLevel(_LEVELS[wanted.lower()])
