"""What is said on standard error: one line at a time, never a control character of somebody else's."""

import sys

from groundwire.errors import GroundwireError

INTERRUPTED = 130  # the exit code of a run that Ctrl-C ended


def say(line: str) -> None:
    """One line on standard error; a closed standard error is nobody's problem."""
    try:
        sys.stderr.write(line.encode("utf-8", "backslashreplace").decode() + "\n")
        sys.stderr.flush()
    except (OSError, ValueError):
        return


def say_error(error: GroundwireError, *, about: str = "") -> None:
    """`error: article.txt: expected … found … - hint`, on one line; the message may name what it is about itself."""
    named = one_line(about)
    message = one_line(error.message)
    subject = "" if not named or message.startswith(named) or repr(named) in message else f"{named}: "
    hint = f" - {one_line(error.hint)}" if error.hint else ""
    say(f"error: {subject}{message}{hint}")


def one_line(text: str) -> str:
    """`text` on one line, with control characters shown rather than sent to the terminal."""
    folded = " ".join(text.split())
    return "".join(character if character.isprintable() else ascii(character)[1:-1] for character in folded)
