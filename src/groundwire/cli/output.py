"""Writing results: which format, where to, and never half a file."""

import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from groundwire.cli.options import Format, OutputOptions
from groundwire.errors import UsageError


def chosen_format(options: OutputOptions, *, allowed: Iterable[Format] = tuple(Format)) -> Format:
    """The format asked for; else Markdown on a terminal and JSON in a pipe; a file name's ending decides before that.

    Raises:
        UsageError: when the command has no such format.
    """
    by_ending = {".md": Format.MD, ".json": Format.JSON, ".jsonl": Format.JSONL, ".html": Format.HTML}
    if options.format is not None:
        chosen = options.format
    elif options.output is not None:
        chosen = by_ending.get(options.output.suffix.lower(), Format.MD)
    else:
        chosen = Format.MD if sys.stdout.isatty() else Format.JSON
    if chosen not in allowed:
        names = ", ".join(allowed)
        raise UsageError(f"expected --format to be one of {names} for this command, found {chosen.value!r}")
    return chosen


def write_result(text: str, options: OutputOptions) -> None:
    """Write the whole result, to standard output or in one step to a file.

    Raises:
        UsageError: when the file cannot be written.
    """
    encoded = text.encode("utf-8", "backslashreplace")
    if not encoded.endswith(b"\n"):
        encoded += b"\n"
    if options.output is None:
        _to_stdout(encoded)
        return
    try:
        _replace(options.output, encoded)
    except OSError as error:
        raise UsageError(f"could not write {str(options.output)!r}: {error.strerror}") from None


def _to_stdout(content: bytes) -> None:
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # The reader has what it wanted (`groundwire … | head`). The interpreter flushes once more at exit and would
        # complain about the closed pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0) from None
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise UsageError(f"could not write to standard output: {error.strerror}") from None


def check_writable(options: OutputOptions) -> None:
    """Find out before the work, not after it, that the result has nowhere to go.

    Raises:
        UsageError: when the folder of the output file is not there or is a file.
    """
    if options.output is None:
        return
    folder = options.output.absolute().parent
    if not folder.is_dir() or not os.access(folder, os.W_OK):
        raise UsageError(
            f"expected a folder to write {str(options.output)!r} into, found none that is writable"
        )
    if options.output.is_dir():
        raise UsageError(f"expected a file name after --output, found the folder {str(options.output)!r}")


def _replace(path: Path, content: bytes) -> None:
    # A device or a pipe is written to; a file is replaced whole, so that an interruption leaves the old one.
    if path.exists() and not path.is_file():
        path.write_bytes(content)
        return
    handle, temporary = tempfile.mkstemp(dir=path.absolute().parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        umask = os.umask(0)
        os.umask(umask)
        Path(temporary).chmod(0o666 & ~umask)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


class LineWriter:
    """JSON lines, each written when it is there; with `-o`, the file appears when all of them are."""

    def __init__(self, options: OutputOptions) -> None:
        self._options = options
        self._kept: list[str] = []

    def write(self, line: str) -> None:
        """One finished line."""
        if self._options.output is not None:
            self._kept.append(line)
            return
        _to_stdout(line.encode("utf-8", "backslashreplace") + b"\n")

    def close(self) -> None:
        """All lines are written."""
        if self._options.output is not None:
            write_result("\n".join(self._kept), self._options)
