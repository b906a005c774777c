"""JSONL files of claims and pairs: one object a line, split at newlines only, a bad line never stops the others."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from pydantic import ValidationError

from groundwire.app.outcome import Failure
from groundwire.domain.complaints import complaint_words, fault_words
from groundwire.errors import MalformedLine, SourceNotFound, UndecodableSource, UnreadableSource


@dataclass(frozen=True)
class Line:
    """One line of a JSONL file: the file's name, the line's number from 1, and the object on it."""

    file: str
    number: int
    values: dict[str, Any]

    @property
    def where(self) -> str:
        """File and line, for messages."""
        return f"{self.file} line {self.number}"


def read_lines(name: str, stdin: BinaryIO) -> Iterator[Line | Failure]:
    """The objects of a JSONL file (`-`: standard input), split at newlines only; blank lines are passed over.

    Raises:
        SourceNotFound: there is no such file.
        UnreadableSource: it cannot be opened.
    """
    with _open(name, stdin) as file:
        for number, raw in enumerate(file, 1):
            content = raw.removeprefix(b"\xef\xbb\xbf") if number == 1 else raw
            if content.strip():
                yield _parse(content, name, number)


def _open(name: str, stdin: BinaryIO) -> BinaryIO:
    if name == "-":
        return stdin
    try:
        return Path(name).open("rb")
    except FileNotFoundError:
        raise SourceNotFound(f"expected a file at {name!r}, found nothing") from None
    except OSError as error:
        raise UnreadableSource(f"could not read {name!r}: {error.strerror}") from None


def _parse(content: bytes, name: str, number: int) -> Line | Failure:
    where = f"{name} line {number}"
    try:
        values = json.loads(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        return Failure(
            where, UndecodableSource(f"{where}: expected UTF-8, found a bad byte at {error.start}")
        )
    except (json.JSONDecodeError, RecursionError) as error:
        return Failure(where, MalformedLine(f"{where}: expected a JSON object, found {fault_words(error)}"))
    if not isinstance(values, dict):
        return Failure(
            where, MalformedLine(f"{where}: expected a JSON object, found {type(values).__name__}")
        )
    return Line(name, number, values)


def known_fields(line: Line, fields: Iterable[str]) -> dict[str, Any]:
    """The fields that we know, with the line's number for a missing id; what else is there is the user's own."""
    known = {name: line.values[name] for name in fields if line.values.get(name) is not None}
    known["id"] = str(known.get("id", line.number))
    return known


def first_complaint(error: ValidationError) -> str:
    """The first complaint of `error` in one line, without the words it complains of."""
    first = error.errors(include_url=False)[0]
    field = ".".join(str(part) for part in first["loc"])
    return f"field {field!r}: {complaint_words(first)}"
