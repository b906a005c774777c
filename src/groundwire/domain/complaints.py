"""What is wrong with a value that a type does not take: expected and found, in our words rather than the validator's.

Guarantees: one phrase on one line; a value is quoted only where the caller says so, because it may be a key or a whole article.
"""

import json
import tomllib
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

_EXPECTED: Final[Mapping[str, str]] = MappingProxyType(
    {
        "bool_parsing": "true or false",
        "bool_type": "true or false",
        "dict_type": "an object",
        "enum": "{expected}",
        "finite_number": "a finite number",
        "float_parsing": "a number",
        "float_type": "a number",
        "greater_than": "more than {gt}",
        "greater_than_equal": "at least {ge}",
        "int_from_float": "a whole number",
        "int_parsing": "a whole number",
        "int_parsing_size": "a whole number that is not so large",
        "int_type": "a whole number",
        "less_than": "less than {lt}",
        "less_than_equal": "at most {le}",
        "list_type": "a list",
        "literal_error": "{expected}",
        "missing": "a value",
        "model_type": "an object",
        "path_type": "a path",
        "string_type": "text",
        "tuple_type": "a list",
    }
)
_FOUND: Final = ((bool, "true or false"), (str, "text"), (list | tuple, "a list"), (Mapping, "an object"))


def complaint_words(details: Mapping[str, Any], *, found: str = "") -> str:
    """The phrase for one error of a validator, as its library lists them.

    `found` says what stands there; without it the kind of the value does, or the value where it is a number.
    """
    kind, context = details["type"], details.get("ctx", {})
    if kind == "value_error":
        return str(context["error"])  # a message of ours
    if kind == "extra_forbidden":
        return "expected no field of that name, found one"
    if kind not in _EXPECTED:
        return f"expected something else: {details['msg']}"
    there = "none" if kind == "missing" else found or _kind_of(details.get("input"))
    bounds = {name: f"{bound:g}" if isinstance(bound, float) else bound for name, bound in context.items()}
    return f"expected {_EXPECTED[kind].format(**bounds)}, found {there}"


def _kind_of(value: object) -> str:
    if value is None:
        return "null"
    return next((name for kind, name in _FOUND if isinstance(value, kind)), repr(value))


def fault_words(error: Exception) -> str:
    """What was found where a file could not be read as what it should be, without numbers of the system's."""
    if isinstance(error, OSError):
        words = error.strerror or type(error).__name__
        return f"{words[:1].lower()}{words[1:]}"
    if isinstance(error, UnicodeDecodeError):
        return f"bytes that are not UTF-8, the first at {error.start}"
    if isinstance(error, json.JSONDecodeError):
        return f"something else at line {error.lineno}, column {error.colno} ({error.msg.lower()})"
    if isinstance(error, tomllib.TOMLDecodeError):
        return f"something else: {error}"
    if isinstance(error, RecursionError):
        return "lists and objects nested too deep"
    return "something else"
