"""One file from one address, however often the connection is cut.

Guarantees: what came is kept in the file, and the next attempt, in this process or a later one, asks only for the rest;
no byte is taken beyond the size that is expected; an answer that announces another size is refused before anything is
written. Whether the bytes are the right ones is for their digest to say, not for this module.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from groundwire.errors import ModelError, ProviderFailed, RateLimited, TransportFailed, WeightsAltered
from groundwire.llm.weights.web import Answer, Web, shown

Moved = Callable[[int], None]
"""Told how many bytes are there now."""

_CONTENT_RANGE = re.compile(r"bytes (\d{1,15})-\d{1,15}/(\d{1,15}|\*)")
_PROGRESS_BYTES: Final = 1 << 16
"""Less than this between two cuts is no progress: a server that sends byte by byte does not keep us for ever."""


@dataclass(frozen=True, kw_only=True)
class Remote:
    """A file at an address, of `size` bytes. `authorization` is what its host wants to see, empty for nothing."""

    url: str
    size: int
    authorization: str = field(default="", repr=False)


@dataclass(frozen=True, kw_only=True)
class Patience:
    """How often a failing download is tried in a row, and the waits between, which double, in seconds.

    `at_first` is for an address that nothing has come from yet.
    """

    attempts: int = 6
    at_first: int = 4
    first_wait_s: float = 0.5
    longest_wait_s: float = 60.0


class Downloader:
    """Brings files to disk. `sleep` is given the seconds to wait."""

    def __init__(self, web: Web, *, sleep: Callable[[float], None]) -> None:
        self._web = web
        self._sleep = sleep

    def fetch(self, remote: Remote, path: Path, *, patience: Patience, moved: Moved) -> None:
        """Bring the file at `path`, which may hold the beginning already, to its full size.

        Raises:
            ModelError: the network or the server failed too often in a row, or has nothing there.
            WeightsAltered: the server announces, or sends, another size.
            OSError: the disk failed.
        """
        most, failures = _size(path), 0
        while (have := self._usable(path, remote.size)) < remote.size:
            moved(have)
            try:
                self._append(remote, path, have, moved)
            except (TransportFailed, ProviderFailed, RateLimited) as error:
                now = _size(path)
                failures = 1 if now >= most + _PROGRESS_BYTES else failures + 1
                most = max(most, now)
                allowed = patience.attempts if most else patience.at_first
                self._wait(error, failures, allowed, patience)
        moved(have)

    def patiently(self, action: Callable[[], Remote], *, patience: Patience) -> Remote:
        """What `action` gives, which is tried again as a download is that nothing has come of.

        Raises:
            ModelError: it failed too often.
        """
        failures = 0
        while True:
            try:
                return action()
            except (TransportFailed, ProviderFailed, RateLimited) as error:
                failures += 1
                self._wait(error, failures, patience.at_first, patience)

    def _wait(self, error: ModelError, failures: int, allowed: int, patience: Patience) -> None:
        asked = getattr(error, "retry_after_s", None)
        wait = max(asked or 0.0, patience.first_wait_s * 2 ** (failures - 1))
        if failures >= allowed or wait > patience.longest_wait_s:
            raise error
        self._sleep(wait)

    def _usable(self, path: Path, size: int) -> int:
        """How much of the file is there; one that is too long is not ours and begins anew."""
        have = _size(path)
        if have <= size:
            return have
        path.unlink()
        return 0

    def _append(self, remote: Remote, path: Path, have: int, moved: Moved) -> None:
        headers = {"Range": f"bytes={have}-"} if have else {}
        with self._web.get(remote.url, headers, authorization=remote.authorization) as answer:
            start = _check_announced(answer, remote, have)
            with path.open("r+b" if start else "wb") as file:
                file.seek(start)
                done = start
                for piece in answer.pieces():
                    done += len(piece)
                    if done > remote.size:
                        raise _other_size(remote, "more")
                    file.write(piece)
                    moved(done)
        if done < remote.size:
            raise TransportFailed(
                f"{shown(remote.url)}: expected {remote.size} bytes, found the connection cut after {done}",
                hint="try again: what came is kept",
            )


def _check_announced(answer: Answer, remote: Remote, have: int) -> int:
    """Where the bytes that come belong: at `have`, or at 0 when the server does not send parts."""
    if answer.status == 206:
        found = _CONTENT_RANGE.fullmatch(answer.headers.get("content-range", ""))
        if found is None or int(found[1]) != have:
            said = answer.headers.get("content-range", "")
            raise TransportFailed(
                f"{shown(remote.url)}: expected the bytes from {have} on, found {said[:80]!r}"
            )
        if found[2] not in {"*", str(remote.size)}:
            raise _other_size(remote, found[2])
        return have
    announced = answer.headers.get("content-length", "")
    if announced.isdecimal() and int(announced) != remote.size:
        raise _other_size(remote, announced)
    return 0


def _other_size(remote: Remote, found: str) -> WeightsAltered:
    return WeightsAltered(f"{shown(remote.url)}: expected {remote.size} bytes, found {found}")


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0
