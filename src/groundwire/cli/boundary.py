"""The process boundary: every error becomes one line on standard error and an exit code of the contract."""

import logging
import os

from groundwire.cli.stderr import INTERRUPTED, one_line, say, say_error
from groundwire.errors import GroundwireError
from groundwire.logs import configure_logging

_UNEXPECTED = 1
_KEYS = (
    "OPENAI_API_KEY",
    "GROUNDWIRE_API_KEY",
    "GROUNDWIRE_JUDGE_API_KEY",
)  # blanked in the log, as is a key from the configuration file


def run() -> int:
    """Run the command line; the exit code."""
    try:
        from groundwire.cli.main import app

        configure_logging(secrets=[os.environ.get(name, "") for name in _KEYS])
        app()
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except GroundwireError as error:
        say_error(error)
        return error.exit_code
    except KeyboardInterrupt:
        say("interrupted")
        return INTERRUPTED
    # The process boundary: a bug is one line as well, with its traceback in the log.
    except Exception as error:
        logging.getLogger("groundwire").debug("unexpected error", exc_info=error)
        say(
            f"error: unexpected {type(error).__name__}: {one_line(str(error))} (GROUNDWIRE_LOG=debug shows where)"
        )
        return _UNEXPECTED
    return 0
