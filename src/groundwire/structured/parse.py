"""A reply's text to a value of the type asked for.

Guarantees: code fences, prose round the JSON, thinking aloud, trailing commas and trailing text are forgiven; no value
is invented, defaulted or completed; what does not fit is returned as complaints that a model can act on.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Generic, get_origin

from pydantic import ValidationError

from groundwire.structured.complaint import Complaint
from groundwire.structured.lenient_json import Malformed, Read, read_value
from groundwire.structured.question import T

_THOUGHT_END = "</think>"
_OPENING = re.compile(r"[{\[]")
_MAX_STARTS = 32  # prose before the JSON may hold brackets of its own, but not without end


@dataclass(frozen=True, kw_only=True)
class Parsed(Generic[T]):
    """`value` where there is one; `rejected` says of each item left out of it why, `complaints` what is to be put right.

    `is_cut` says that the text ended inside the value, which then holds what was complete.
    """

    value: T | None
    complaints: tuple[Complaint, ...] = ()
    rejected: tuple[str, ...] = ()
    is_cut: bool = False


def parse_reply(text: str, output: type[T]) -> Parsed[T]:
    """The value of type `output` in `text`. Items of its lists that do not fit are left out and complained of."""
    try:
        read = _find_json(_without_thought(text), output)
    except Malformed as error:
        return Parsed(value=None, complaints=(Complaint("reply", f"not valid JSON: {error}"),))
    if read is None:
        return Parsed(value=None, complaints=(Complaint("reply", "it holds no JSON object"),))
    found = _as_object(read.value, output)
    parsed = _validate(found, output)
    if parsed.value is None and parsed.complaints:
        parsed = _validate_items(found, output, parsed.complaints)
    return Parsed(
        value=parsed.value,
        complaints=parsed.complaints,
        rejected=parsed.rejected,
        is_cut=not read.is_complete and parsed.value is not None,
    )


def _without_thought(text: str) -> str:
    """What follows a model's thinking aloud; a thought that never ends hides everything after it."""
    stripped = text.lstrip()
    if stripped.startswith(("{", "[", "```")):
        return stripped
    before, end, after = stripped.partition(_THOUGHT_END)
    if end:
        return after
    return "" if before.startswith("<think>") else before


def _find_json(text: str, output: type[T]) -> Read | None:
    """The first value in `text` that names a property of `output`; else the first that is JSON at all."""
    first: Read | None = None
    problem: Malformed | None = None
    for start in _starts(text):
        try:
            read = read_value(text, start)
        except Malformed as error:
            problem = problem or error
            continue
        if _is_about(read.value, output) and not (problem and isinstance(read.value, list)):
            return read  # a list inside something malformed is a part that was torn out
        first = first or read
    if problem is not None:
        raise problem
    return first


def _starts(text: str) -> Iterator[int]:
    for number, match in enumerate(_OPENING.finditer(text)):
        if number >= _MAX_STARTS:
            return
        yield match.start()


def _is_about(value: Any, output: type[T]) -> bool:
    if isinstance(value, dict):
        return bool(output.model_fields.keys() & value.keys())
    return (
        bool(value)
        and isinstance(value, list)
        and isinstance(value[0], dict)
        and _only_list(output) is not None
    )


def _only_list(output: type[T]) -> str | None:
    names = list(output.model_fields)
    is_list = len(names) == 1 and get_origin(output.model_fields[names[0]].annotation) is list
    return names[0] if is_list else None


def _as_object(value: Any, output: type[T]) -> Any:
    """A bare list is the one list that the type holds: the words are the model's, only the wrapping is missing."""
    name = _only_list(output)
    return {name: value} if name is not None and isinstance(value, list) else value


def _validate(found: Any, output: type[T]) -> Parsed[T]:
    try:
        return Parsed(value=output.model_validate(found))
    except ValidationError as error:
        return Parsed(value=None, complaints=tuple(_complaints(error)))


def _validate_items(found: Any, output: type[T], complaints: tuple[Complaint, ...]) -> Parsed[T]:
    """The value without those items of its lists that complaints name, where that makes it acceptable."""
    wrong: dict[tuple[str, ...], str] = {}
    for complaint in complaints:
        where = tuple(complaint.where.split("]")[0].split("["))
        wrong[where] = "; ".join(filter(None, (wrong.get(where), str(complaint))))
    if not isinstance(found, dict) or any(len(where) != 2 for where in wrong):
        return Parsed(value=None, complaints=complaints)
    kept = {
        name: [item for at, item in enumerate(value) if (name, str(at)) not in wrong]
        if isinstance(value, list)
        else value
        for name, value in found.items()
    }
    parsed = _validate(kept, output)
    rejected = tuple(wrong.values()) if parsed.value is not None else ()
    return Parsed(value=parsed.value, complaints=complaints, rejected=rejected)


def _complaints(error: ValidationError) -> Iterator[Complaint]:
    for finding in error.errors(include_url=False, include_input=False):
        yield Complaint(_path(finding["loc"]), finding["msg"])


def _path(location: tuple[int | str, ...]) -> str:
    path = ""
    for part in location:
        path += f"[{part}]" if isinstance(part, int) else f".{part}" if path else part
    return path or "reply"
