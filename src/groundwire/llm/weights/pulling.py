"""Pulls a model of the catalogue into the user's folder.

Guarantees: the file appears under its name whole and in one step, after its size and SHA-256 were found to be those of
the catalogue, and not otherwise; an interrupted pull, however it ended, goes on where it was; of two pulls of one model
at once, the second waits for the first; a file that is there is replaced only by one that is right; nothing is left
behind after success, and nothing but the wish to go on after failure.
"""

import errno
import logging
import os
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from groundwire.errors import ModelError, StoreError, UsageError, WeightsAltered
from groundwire.llm.weights.catalogue import CatalogueEntry
from groundwire.llm.weights.downloading import Patience
from groundwire.llm.weights.inventory import is_ready
from groundwire.llm.weights.known_digests import digest_of, move_with_digest
from groundwire.llm.weights.locking import hold
from groundwire.llm.weights.meter import Meter
from groundwire.llm.weights.sizes import size_words
from groundwire.llm.weights.sources import Source

WORK_FOLDER: Final = ".pulling"
PATIENT: Final = Patience()
BRIEF: Final = Patience(attempts=4, at_first=1)
_log = logging.getLogger(__name__)
_FULL = {errno.ENOSPC, errno.EDQUOT}
_ELSEWHERE = "free some space, or name another folder with GROUNDWIRE_MODELS_DIR"


@dataclass(frozen=True, kw_only=True)
class Puller:
    """Pulls into `folder`.

    `patience` is for the only source, or the last one; `patience_with_first` for one that another stands behind.
    """

    folder: Path
    meter: Meter
    patience: Patience = PATIENT
    patience_with_first: Patience = BRIEF
    sleep: Callable[[float], None] = time.sleep

    def pull(self, entry: CatalogueEntry, sources: Sequence[Source], *, force: bool = False) -> Path:
        """The path of the model's file, pulled from the first of `sources` that has it.

        With `force` it is pulled although it is there.

        Raises:
            UsageError: the folder cannot be written to, or the disk is too small; nothing was started.
            WeightsAltered: the bytes that came are not those of the catalogue.
            ModelError: no source could be reached, or none has the file; the error is the last one's.
            StoreError: the disk failed on the way.
        """
        target = self.folder / entry.file
        work = self.folder / WORK_FOLDER / f"{entry.name}-{entry.sha256[:12]}"
        if not force and not work.exists() and is_ready(entry, self.folder):
            self.meter.note(f"{entry.name}: already there")
            return target
        began = time.time()
        self._prepare(work.parent)
        lock = work.with_name(f"{work.name}.lock")
        with self._explained():
            try:
                with hold(lock, waiting=lambda: self._tell_waiting(entry), sleep=self.sleep):
                    is_wanted = force and not _was_made_since(target, began)
                    self._pull_locked(entry, sources, work, force=is_wanted)
            finally:
                with suppress(OSError):
                    lock.parent.rmdir()
        return target

    def _pull_locked(
        self, entry: CatalogueEntry, sources: Sequence[Source], work: Path, *, force: bool
    ) -> None:
        if not force and is_ready(entry, self.folder):
            self.meter.note(f"{entry.name}: already there")
            shutil.rmtree(work, ignore_errors=True)  # a pull that was killed at its very end
            return
        self.meter.note(
            f"{entry.name}: {entry.description}; {size_words(entry.size_bytes)}; "
            f"licence {entry.licence} ({entry.licence_url})"
        )
        try:
            self._bring_from_any(entry, sources, work)
        finally:
            if not any(source.kept_bytes(work) for source in sources):
                shutil.rmtree(work, ignore_errors=True)
        shutil.rmtree(work, ignore_errors=True)
        self.meter.note(f"{entry.name}: size and SHA-256 are those of the catalogue")

    def _bring_from_any(self, entry: CatalogueEntry, sources: Sequence[Source], work: Path) -> None:
        """What was begun is gone on with: its source comes first."""
        ordered = sorted(sources, key=lambda source: source.kept_bytes(work) == 0)
        for source, behind in zip(ordered, [*ordered[1:], None], strict=True):
            try:
                self._bring(entry, source, work, is_last=behind is None)
            except ModelError as error:
                if behind is None:
                    raise
                _log.info("%s: %s", source.label, error.message)
                why = (
                    "gives other bytes than it should"
                    if isinstance(error, WeightsAltered)
                    else "does not give it here"
                )
                self.meter.note(f"{source.label} {why}: the same file is taken from {behind.label} instead")
            else:
                return

    def _bring(self, entry: CatalogueEntry, source: Source, work: Path, *, is_last: bool) -> None:
        kept = source.kept_bytes(work)
        self._check_space(source, work)
        if kept:
            self.meter.note(f"going on after {size_words(kept)} of {size_words(source.total_bytes)}")
        try:
            self._bring_once(entry, source, work, self.patience if is_last else self.patience_with_first)
        except WeightsAltered:
            if not kept:
                raise
            self.meter.note("what was kept of an earlier pull was damaged and is taken anew")
            self._bring_once(entry, source, work, self.patience)

    def _bring_once(self, entry: CatalogueEntry, source: Source, work: Path, patience: Patience) -> None:
        self.meter.note(f"pulling {entry.name} from {source.label}")
        self.meter.begin(entry.name, source.total_bytes, source.kept_bytes(work))
        try:
            file = source.bring(work, patience=patience, moved=self.meter.at)
        finally:
            self.meter.end()
        size, digest = file.stat().st_size, digest_of(file)
        if (size, digest) != (entry.size_bytes, entry.sha256):
            source.discard(work)
            raise WeightsAltered(
                f"{entry.name}: expected {entry.size_bytes} bytes with SHA-256 {entry.sha256}, "
                f"found {size} bytes with {digest} at {source.label}"
            )
        _flush(file)
        move_with_digest(file, self.folder / entry.file, digest=digest, folder=self.folder)

    def _prepare(self, parent: Path) -> None:
        """The folder that work folders stand in, if one can be had that can be written to."""
        try:
            parent.mkdir(parents=True, exist_ok=True)
            is_writable = os.access(parent, os.W_OK | os.X_OK) and os.access(self.folder, os.W_OK)
        except OSError as error:
            raise UsageError(
                f"could not make the folder of models {str(self.folder)!r}: {error.strerror}",
                hint="name another folder with GROUNDWIRE_MODELS_DIR",
            ) from None
        if not is_writable:
            raise UsageError(
                f"expected a folder of models that can be written to, found {str(self.folder)!r}",
                hint="check its permissions, or name another folder with GROUNDWIRE_MODELS_DIR",
            )

    def _check_space(self, source: Source, work: Path) -> None:
        needed, free = source.disk_bytes(work), shutil.disk_usage(self.folder).free
        if free < needed:
            raise UsageError(
                f"expected {size_words(needed)} free in {str(self.folder)!r}, found {size_words(free)}",
                hint=_ELSEWHERE,
            )

    def _tell_waiting(self, entry: CatalogueEntry) -> None:
        self.meter.note(f"{entry.name}: another pull is at work; waiting for it")

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Faults of the disk, as ours. What the network raises is ours already."""
        try:
            yield
        except OSError as error:
            hint = _ELSEWHERE if error.errno in _FULL else "check the folder and its permissions"
            raise StoreError(
                f"could not write in the folder of models {str(self.folder)!r}: {error.strerror or error}",
                hint=f"{hint}; what came is kept",
            ) from None


def _was_made_since(path: Path, began: float) -> bool:
    """Whether another pull put the file there while this one waited."""
    try:
        return path.stat().st_ctime > began
    except OSError:
        return False


def _flush(path: Path) -> None:
    with path.open("rb") as file, suppress(OSError):
        os.fsync(file.fileno())
