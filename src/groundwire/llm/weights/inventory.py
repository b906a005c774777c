"""What of the catalogue is on the disk, and whether it is what it should be."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from groundwire.errors import StoreError
from groundwire.llm.weights.catalogue import CatalogueEntry
from groundwire.llm.weights.known_digests import compute_digest, known_digest, remembered_digest
from groundwire.llm.weights.meter import Meter


class Standing(StrEnum):
    """What is known of a model's file."""

    READY = "ready"
    """Its digest was found to be the catalogue's, and it was not changed since."""
    UNPROVEN = "unproven"
    """It has the right size; its digest is looked at before it is used."""
    ALTERED = "altered"
    """It is not the catalogue's file, and is never used."""
    ABSENT = "absent"
    """It was not pulled."""


@dataclass(frozen=True, kw_only=True)
class Holding:
    """One model of the catalogue with what is on the disk: where its file lies, or would lie."""

    entry: CatalogueEntry
    path: Path
    standing: Standing
    found_sha256: str = ""

    @property
    def is_there(self) -> bool:
        """Whether there is a file, right or wrong."""
        return self.standing is not Standing.ABSENT


def look_up(entry: CatalogueEntry, folder: Path) -> Holding:
    """What is known of the model without reading its file."""
    path = folder / entry.file
    standing = _standing_by_size(entry, path)
    digest = remembered_digest(path, folder) if standing is Standing.UNPROVEN else ""
    if digest:
        standing = Standing.READY if digest == entry.sha256 else Standing.ALTERED
    return Holding(entry=entry, path=path, standing=standing, found_sha256=digest)


def is_ready(entry: CatalogueEntry, folder: Path) -> bool:
    """Whether the model's file is there and right; it is read where that is not known."""
    path = folder / entry.file
    if _standing_by_size(entry, path) is not Standing.UNPROVEN:
        return False
    try:
        return known_digest(path, folder) == entry.sha256
    except OSError:
        return False


def verify(entry: CatalogueEntry, folder: Path, meter: Meter) -> Holding:
    """The model's file, read from beginning to end whatever is known of it.

    Raises:
        StoreError: it cannot be read.
    """
    path = folder / entry.file
    if _standing_by_size(entry, path) is Standing.ABSENT:
        return Holding(entry=entry, path=path, standing=Standing.ABSENT)
    try:
        meter.begin(entry.name, path.stat().st_size, 0)
        digest = compute_digest(path, folder, moved=meter.at)
    except OSError as error:
        raise StoreError(
            f"could not read {str(path)!r}: {error.strerror}", hint="check its permissions"
        ) from None
    finally:
        meter.end()
    found = Standing.READY if digest == entry.sha256 else Standing.ALTERED
    return Holding(entry=entry, path=path, standing=found, found_sha256=digest)


def _standing_by_size(entry: CatalogueEntry, path: Path) -> Standing:
    try:
        size = path.stat().st_size if path.is_file() else -1
    except OSError:
        size = -1
    if size < 0:
        return Standing.ABSENT
    return Standing.UNPROVEN if size == entry.size_bytes else Standing.ALTERED
