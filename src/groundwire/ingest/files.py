"""Bytes from the file system and from standard input, within limits, and nothing else than regular files and pipes.

Guarantees: a device is never opened, no more than the limit is ever read, and each cause of failure has a message of its own.
"""

import os
import stat
from pathlib import Path
from typing import BinaryIO

from groundwire.errors import NotAnArticle, SourceNotFound, UnreadableSource

_NOT_ARTICLES = frozenset(
    [
        ".cfg",
        ".conf",
        ".css",
        ".csv",
        ".db",
        ".ini",
        ".js",
        ".json",
        ".lock",
        ".log",
        ".py",
        ".sh",
        ".sqlite",
        ".toml",
        ".tsv",
        ".yaml",
        ".yml",
    ]
)  # endings of what lies beside articles in a folder; such a file is read when it is named itself
_PIPES = ("/dev/fd/", "/proc/self/fd/")  # what a shell's <(command) is


def read_file(path: Path, *, limit: int) -> bytes:
    """The bytes of the file at `path`.

    Raises:
        SourceNotFound: when nothing is there.
        UnreadableSource: for a device or socket, without permission, or above `limit` bytes.
        NotAnArticle: when it is empty.
    """
    mode = _stat(path).st_mode
    if not stat.S_ISREG(mode) and not (stat.S_ISFIFO(mode) and str(path).startswith(_PIPES)):
        raise UnreadableSource(
            "expected a file or a folder, found a device, socket or pipe",
            hint="name a file, or - for standard input",
        )
    try:
        with path.open("rb") as stream:
            return read_stream(stream, limit=limit)
    except OSError as error:
        raise _unreadable(error) from error


def read_stream(stream: BinaryIO, *, limit: int) -> bytes:
    """All bytes of `stream`, read to its end.

    Raises:
        UnreadableSource: above `limit` bytes.
        NotAnArticle: when it is empty.
    """
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise UnreadableSource(f"expected at most {limit:,} bytes, found more", hint="name a part of it")
    if not data:
        raise NotAnArticle("expected an article, found an empty file")
    return data


def list_folder(path: Path) -> list[Path] | None:
    """The files of the folder at `path` by name; None when `path` is no folder.

    Left out are folders in it, hidden files, and files whose ending says that they are settings, data or programs.

    Raises:
        SourceNotFound: when nothing is there.
        UnreadableSource: without permission.
        NotAnArticle: when no file is in it.
    """
    if not stat.S_ISDIR(_stat(path).st_mode):
        return None
    try:
        names = sorted(
            entry.name for entry in os.scandir(path) if _may_be_article(entry) and not entry.is_dir()
        )
    except OSError as error:
        raise _unreadable(error) from error
    if not names:
        raise NotAnArticle(
            "expected a folder with files, found none in it", hint="name a folder that holds articles"
        )
    return [path / name for name in names]


def _may_be_article(entry: os.DirEntry[str]) -> bool:
    return not entry.name.startswith(".") and Path(entry.name).suffix.lower() not in _NOT_ARTICLES


def _stat(path: Path) -> os.stat_result:
    try:
        return path.stat()
    except PermissionError as error:
        raise _unreadable(error) from error
    except (OSError, ValueError) as error:  # ValueError: a zero character in the name
        raise SourceNotFound("expected a file, a folder or an address, found nothing there") from error


def _unreadable(error: OSError) -> UnreadableSource:
    return UnreadableSource(
        f"expected to read it, found: {error.strerror or 'an error of the file system'}",
        hint="check its permissions",
    )
