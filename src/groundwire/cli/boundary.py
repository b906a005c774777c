"""The process boundary: every error becomes one line on standard error and an exit code of the contract."""

import logging
import os
import sys

from groundwire.cli.stderr import one_line, say, say_error
from groundwire.errors import GroundwireError

INTERRUPTED = 130
_UNEXPECTED = 1


def run() -> int:
    """Run the command line; the exit code."""
    from groundwire.cli.main import app

    try:
        app()
    except SystemExit as ended:
        return _flushed(ended.code if isinstance(ended.code, int) else int(ended.code is not None))
    except GroundwireError as error:
        say_error(error)
        return _flushed(error.exit_code)
    except KeyboardInterrupt:
        say("interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        # The reader has what it wanted (`groundwire … | head`).
        _silence_stdout()
        return 0
    except (
        Exception
    ) as error:  # the process boundary: a bug is one line as well, with its traceback in the log
        logging.getLogger("groundwire").debug("unexpected error", exc_info=error)
        say(
            f"error: unexpected {type(error).__name__}: {one_line(str(error))} (GROUNDWIRE_LOG=debug shows where)"
        )
        return _UNEXPECTED
    return _flushed(0)


def _flushed(code: int) -> int:
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _silence_stdout()
    return code


def _silence_stdout() -> None:
    # The interpreter flushes once more at exit and would complain about the closed pipe.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
