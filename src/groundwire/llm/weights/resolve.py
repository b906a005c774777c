"""From what follows `local:` to a file that may be loaded.

Guarantees: a file that is given out under a name of the catalogue has the size and the SHA-256 of the catalogue, as far
as `known_digests` can tell without reading it anew; a truncated, altered or half-pulled file is never given out. A file
named by its path is any readable GGUF file; its digest says which bytes were used.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from groundwire.errors import UsageError
from groundwire.llm.weights.catalogue import CatalogueEntry, find_entry, load_catalogue
from groundwire.llm.weights.known_digests import known_digest

GGUF_MAGIC: Final = b"GGUF"
_SUFFIX = ".gguf"
_TEXT = frozenset(b"\t\n\r" + bytes(range(0x20, 0x7F)))


@dataclass(frozen=True, kw_only=True)
class Weights:
    """A file of weights that may be loaded. `entry` is None for a file of the user's own that the catalogue does not know."""

    path: Path
    name: str
    sha256: str
    entry: CatalogueEntry | None


def resolve_weights(
    name_or_path: str, folder: Path, *, catalogue: Sequence[CatalogueEntry] | None = None
) -> Weights:
    """The weights that the user named: a name of the catalogue, pulled into `folder`, or the path of a GGUF file.

    What looks like a path (a separator, a leading `~` or `.`, the ending `.gguf`) is one; anything else is a name. A
    file at a path that has the size and digest of a catalogue entry gets that entry, and with it its prompts.

    Raises:
        UsageError: nothing of that name, not pulled yet, not the bytes of the catalogue, or no GGUF file.
    """
    known = load_catalogue() if catalogue is None else catalogue
    if looks_like_path(name_or_path):
        return _of_path(name_or_path, folder, known)
    entry = find_entry(name_or_path, known)
    path = folder / entry.file
    if not path.is_file():
        raise UsageError(
            f"expected the weights of {entry.name!r} in {str(folder)!r}, found none",
            hint=f"groundwire models pull {entry.name}",
        )
    digest = _digest(path, folder) if path.stat().st_size == entry.size_bytes else "other size"
    if digest != entry.sha256:
        raise UsageError(
            f"expected the weights of {entry.name!r} in {str(path)!r}, found other bytes",
            hint=f"groundwire models pull {entry.name} --force",
        )
    return Weights(path=path, name=entry.name, sha256=digest, entry=entry)


def pinned_weights(
    name_or_path: str, folder: Path, *, catalogue: Sequence[CatalogueEntry] | None = None
) -> Weights:
    """As `resolve_weights`, but weights of the catalogue do not have to be on the disk.

    For replaying: that asks which bytes once answered, and the catalogue says so; it does not ask for the bytes.

    Raises:
        UsageError: nothing of that name; for a path as `resolve_weights`.
    """
    known = load_catalogue() if catalogue is None else catalogue
    if looks_like_path(name_or_path):
        return _of_path(name_or_path, folder, known)
    entry = find_entry(name_or_path, known)
    return Weights(path=folder / entry.file, name=entry.name, sha256=entry.sha256, entry=entry)


def looks_like_path(text: str) -> bool:
    """Whether `text` names a file rather than a model of the catalogue."""
    separators = (os.sep, os.altsep or os.sep, "/")
    return (
        text.startswith(("~", "."))
        or text.lower().endswith(_SUFFIX)
        or any(separator in text for separator in separators)
    )


def _of_path(text: str, folder: Path, catalogue: Sequence[CatalogueEntry]) -> Weights:
    try:
        path = Path(text).expanduser()
        if not path.is_file():
            raise UsageError(f"expected a GGUF file at {text!r}, found none", hint="check the path")
        with path.open("rb") as file:
            magic = file.read(len(GGUF_MAGIC))
    except (OSError, RuntimeError, ValueError) as error:
        said = getattr(error, "strerror", None) or error
        raise UsageError(f"could not read {text!r}: {said}", hint="check the path") from None
    if magic != GGUF_MAGIC:
        raise UsageError(
            f"expected a GGUF file at {text!r}, found {_kind_of(magic)}",
            hint="name a file of weights in the format of llama.cpp",
        )
    digest = _digest(path, folder)
    entry = next((entry for entry in catalogue if entry.sha256 == digest), None)
    return Weights(path=path.resolve(), name=text, sha256=digest, entry=entry)


def _kind_of(start: bytes) -> str:
    """What a file that begins so is, in words."""
    if not start:
        return "an empty file"
    if start.startswith(b"PK"):
        return "a zip archive"
    is_text = all(byte in _TEXT for byte in start)
    return "a text file" if is_text else "a file of another format"


def _digest(path: Path, folder: Path) -> str:
    try:
        return known_digest(path, folder)
    except OSError as error:
        raise UsageError(
            f"could not read {str(path)!r}: {error.strerror}", hint="check its permissions"
        ) from None
