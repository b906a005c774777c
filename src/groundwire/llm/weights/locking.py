"""One pull of a model at a time, across processes.

Guarantees: the lock belongs to a process and goes with it, however it ends; a lock file that nobody holds means nothing,
so that none has to be removed by hand.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

_POLL_S: Final = 0.2


@contextmanager
def hold(path: Path, *, waiting: Callable[[], None], sleep: Callable[[float], None]) -> Iterator[None]:
    """Hold the lock at `path`, and remove the file afterwards. `waiting` is called once when somebody else holds it.

    Raises:
        OSError: the file cannot be made.
    """
    is_told = False
    while (handle := _try(path)) is None:
        if not is_told:
            waiting()
            is_told = True
        sleep(_POLL_S)
    try:
        yield
    finally:
        with suppress(OSError):
            path.unlink()
        os.close(handle)


def _try(path: Path) -> int | None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except FileNotFoundError:
        return None  # the last holder removed the empty folder at this very moment
    if _lock(handle) and _is_still(path, handle):
        return handle
    os.close(handle)
    return None


def _is_still(path: Path, handle: int) -> bool:
    """Whether the file at `path` is the one that is locked: its last holder may have removed that one."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
