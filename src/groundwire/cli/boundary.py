"""The process boundary: every error becomes one line on standard error and an exit code of the contract."""

import logging
import os

from groundwire.cli.stderr import INTERRUPTED, one_line, say, say_error
from groundwire.errors import GroundwireError
from groundwire.logs import configure_logging

_UNEXPECTED = 1
_KEYS = ("OPENAI_API_KEY", "GROUNDWIRE_API_KEY", "GROUNDWIRE_JUDGE_API_KEY")


def run() -> int:
    """Run the command line; the exit code."""
    try:
        from groundwire.cli.completing import mend_words
        from groundwire.cli.main import app

        mend_words(os.environ)
        configure_logging(secrets=_secrets())
        app(prog_name="groundwire")
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


def _secrets() -> list[str]:
    """Every key that can be known before the command runs, to be blanked in whatever it logs."""
    keys = [os.environ.get(name, "") for name in _KEYS]
    if not os.environ.get("GROUNDWIRE_LOG"):
        return keys  # nothing is logged, and reading the settings takes time
    from groundwire.settings import load_settings, secrets_of

    try:
        return [*keys, *secrets_of(load_settings().settings)]
    except GroundwireError:
        return keys  # the command will say what is wrong with the settings; it gets no key from them
