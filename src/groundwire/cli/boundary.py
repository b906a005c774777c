"""The process boundary: every error becomes one line on standard error and an exit code of the contract."""

import logging

from groundwire.cli.stderr import INTERRUPTED, one_line, say, say_error
from groundwire.errors import GroundwireError

_UNEXPECTED = 1


def run() -> int:
    """Run the command line; the exit code."""
    from groundwire.cli.main import app

    try:
        app()
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except GroundwireError as error:
        say_error(error)
        return error.exit_code
    except KeyboardInterrupt:
        say("interrupted")
        return INTERRUPTED
    except (
        Exception
    ) as error:  # the process boundary: a bug is one line as well, with its traceback in the log
        logging.getLogger("groundwire").debug("unexpected error", exc_info=error)
        say(
            f"error: unexpected {type(error).__name__}: {one_line(str(error))} (GROUNDWIRE_LOG=debug shows where)"
        )
        return _UNEXPECTED
    return 0
