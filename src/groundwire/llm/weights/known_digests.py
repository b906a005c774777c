"""SHA-256 digests of large files, remembered, so that a gigabyte is not read at every start.

Guarantees: a digest that is given out is of the bytes that the file held when it was last seen to change. A digest is
remembered together with the file's device, inode, size, time of last writing and time of last change of its inode; when
any of these differs, the file is read anew. Every write through the file system moves the last of them, and no program
can set it back, so only someone who alters the disk below the file system, turns back the clock, or writes into the
folder of remembered digests gets round it; `groundwire models verify` reads the file whatever is remembered. A digest
that cannot be written down is computed again the next time.
"""

import hashlib
import json
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

_FOLDER: Final = ".digests"
_PIECE_BYTES: Final = 1 << 20


def known_digest(path: Path, folder: Path) -> str:
    """The SHA-256 of the file at `path`, read only where it is not known; what is known is kept below `folder`.

    Raises:
        OSError: the file cannot be read.
    """
    return remembered_digest(path, folder) or compute_digest(path, folder)


def remembered_digest(path: Path, folder: Path) -> str:
    """The SHA-256 of the file at `path` as it is now, empty where it is not known without reading the file."""
    try:
        resolved = path.resolve()
        note = json.loads(_note_of(resolved, folder).read_text(encoding="utf-8"))
        if note["file"] == _state(resolved):
            return str(note["sha256"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""
    return ""


def compute_digest(path: Path, folder: Path, *, moved: Callable[[int], None] = lambda _: None) -> str:
    """The SHA-256 of the file at `path`, by reading it, and remembered below `folder`. `moved` is told the bytes read.

    Raises:
        OSError: the file cannot be read.
    """
    resolved = path.resolve()
    before = _state(resolved)
    digest = digest_of(resolved, moved=moved)
    if before == _state(resolved):
        _remember(resolved, folder, digest, before)
    return digest


def digest_of(path: Path, *, moved: Callable[[int], None] = lambda _: None) -> str:
    """The SHA-256 of the file at `path`, by reading it.

    Raises:
        OSError: the file cannot be read.
    """
    hashed, done = hashlib.sha256(), 0
    with path.open("rb", buffering=0) as file:
        while piece := file.read(_PIECE_BYTES):
            hashed.update(piece)
            done += len(piece)
            moved(done)
    return hashed.hexdigest()


def move_with_digest(source: Path, target: Path, *, digest: str, folder: Path) -> None:
    """Put the file `source`, whose digest was just computed, in the place of `target`, and remember its digest.

    Raises:
        OSError: it cannot be moved.
    """
    source.replace(target)
    resolved = target.resolve()
    _remember(resolved, folder, digest, _state(resolved))


def _note_of(path: Path, folder: Path) -> Path:
    name = hashlib.sha256(os.fsencode(path)).hexdigest()[:32]
    return folder / _FOLDER / f"{name}.json"


def _state(path: Path) -> list[int]:
    found = path.stat()
    return [found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns]


def _remember(path: Path, folder: Path, digest: str, state: list[int]) -> None:
    # A folder that cannot be written to costs time at every start, and nothing else.
    with suppress(OSError):
        note = _note_of(path, folder)
        note.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=note.parent)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump({"path": str(path), "sha256": digest, "file": state}, file)
        Path(temporary).replace(note)
