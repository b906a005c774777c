"""A label file that somebody is working on: read as it stands, replaced as a whole.

Guarantees: what is written loads as labels, in UTF-8, indented as the file was; a write replaces the file at once or not at all,
and only the file that the writer has seen; fields and their order are the writer's.
"""

import contextlib
import hashlib
import json
import os
import re
import secrets
import shutil
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

from groundwire.domain.complaints import fault_words
from groundwire.errors import UsageError

NOT_THERE = "none"  # the revision of a file that does not exist yet
_INDENT = 2
_FIRST_INDENT = re.compile(rb"\A\{\r?\n( {1,8})\"")


class Outcome(StrEnum):
    """How an attempt to write ended."""

    SAVED = "saved"
    STALE = "stale"
    REFUSED = "refused"
    FAILED = "failed"


class Written(NamedTuple):
    """The outcome, the revision that the file has now (empty where that is not known), and what is wrong."""

    outcome: Outcome
    revision: str
    complaint: str = ""


class LabelFile:
    """The file at `path`; two writers tell their versions apart by its revision, a digest of its bytes."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> tuple[Mapping[str, Any] | None, str]:
        """The document and its revision; no document where there is no file.

        Raises:
            UsageError: it cannot be read, or is not a JSON object.
        """
        try:
            content = self.path.read_bytes()
            document = json.loads(content)
        except FileNotFoundError:
            return None, NOT_THERE
        except (OSError, ValueError, RecursionError) as error:
            raise UsageError(
                f"expected JSON in {str(self.path)!r}, found {fault_words(error)}",
                hint="mend it or move it away",
            ) from None
        if not isinstance(document, dict):
            raise UsageError(f"expected a JSON object in {str(self.path)!r}, found {type(document).__name__}")
        return document, _digest(content)

    def replace(self, document: Mapping[str, Any], *, revision: str) -> Written:
        """Write `document` in place of the file of that revision."""
        try:
            before = self.path.read_bytes()
        except FileNotFoundError:
            before = b""
        except OSError as error:
            return self._failed(error)
        found = _digest(before) if before else NOT_THERE
        if found != revision:
            return Written(
                Outcome.STALE,
                found,
                f"{self.path.name} has changed since it was read here, in another tab or another program; nothing was overwritten",
            )
        try:
            content = json.dumps(document, ensure_ascii=False, indent=_indent_of(before)).encode() + b"\n"
        except UnicodeEncodeError as error:
            return Written(
                Outcome.REFUSED, revision, f"expected text that UTF-8 can hold, found {error.reason}"
            )
        try:
            _replace(self.path, content)
        except OSError as error:
            return self._failed(error)
        return Written(Outcome.SAVED, _digest(content))

    def _failed(self, error: OSError) -> Written:
        return Written(Outcome.FAILED, "", f"could not write {str(self.path)!r}: {error.strerror or error}")


def _digest(content: bytes) -> str:
    return "sha256:" + hashlib.sha256(content).hexdigest()


def _indent_of(content: bytes) -> int:
    found = _FIRST_INDENT.match(content)
    return len(found[1]) if found else _INDENT


def _replace(path: Path, content: bytes) -> None:
    beside = path.with_name(f".{path.stem}.{secrets.token_hex(6)}.json")
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileNotFoundError):
            shutil.copymode(path, beside)
        beside.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise
