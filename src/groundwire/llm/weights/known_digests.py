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
from contextlib import suppress
from pathlib import Path

_FOLDER = ".digests"


def known_digest(path: Path, folder: Path) -> str:
    """The SHA-256 of the file at `path`; what is known is kept below `folder`.

    Raises:
        OSError: the file cannot be read.
    """
    resolved = path.resolve()
    remembered = _read(_note_of(resolved, folder))
    if remembered is not None and remembered.get("file") == _state(resolved):
        return str(remembered["sha256"])
    return compute_digest(resolved, folder)


def compute_digest(path: Path, folder: Path) -> str:
    """The SHA-256 of the file at `path`, by reading it, and remembered below `folder`.

    Raises:
        OSError: the file cannot be read.
    """
    resolved = path.resolve()
    with resolved.open("rb") as file:
        before = _state(resolved)
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if before == _state(resolved):
        _write(_note_of(resolved, folder), {"path": str(resolved), "sha256": digest, "file": before})
    return digest


def forget_digest(path: Path, folder: Path) -> None:
    """Remove what is remembered about the file at `path`."""
    with suppress(OSError):
        _note_of(path.resolve(), folder).unlink()


def _note_of(path: Path, folder: Path) -> Path:
    name = hashlib.sha256(os.fsencode(path)).hexdigest()[:32]
    return folder / _FOLDER / f"{name}.json"


def _state(path: Path) -> list[int]:
    found = path.stat()
    return [found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns]


def _read(note: Path) -> dict[str, object] | None:
    try:
        content = json.loads(note.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return content if isinstance(content, dict) and isinstance(content.get("sha256"), str) else None


def _write(note: Path, content: dict[str, object]) -> None:
    # A folder that cannot be written to costs time at every start, and nothing else.
    with suppress(OSError):
        note.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=note.parent)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(content, file)
        Path(temporary).replace(note)
