"""Numbers on the command line, refused in our own words.

Guarantee: what is not a number, or is out of its range, is one line that says what was expected and what was found, whatever
version of the library reads the options.
"""

import math
from collections.abc import Callable

from groundwire.errors import UsageError


def whole(option: str, *, least: int | None = None, most: int | None = None) -> Callable[[str], int]:
    """A reader of whole numbers for `option`; a bound that is None is left to whoever uses the number."""

    def read(text: str) -> int:
        try:
            value = int(str(text))
        except ValueError:
            raise _refused(option, "a whole number", text) from None
        if not _is_within(value, least, most):
            raise _refused(option, f"a whole number{_range(least, most)}", text)
        return value

    return read


def number(option: str, *, least: float | None = None, most: float | None = None) -> Callable[[str], float]:
    """A reader of numbers for `option`; a bound that is None is left to whoever uses the number."""

    def read(text: str) -> float:
        try:
            value = float(str(text))
        except ValueError:
            raise _refused(option, "a number", text) from None
        if math.isnan(value) or not _is_within(value, least, most):
            raise _refused(option, f"a number{_range(least, most)}", text)
        return value

    return read


def _is_within(value: float, least: float | None, most: float | None) -> bool:
    return (least is None or value >= least) and (most is None or value <= most)


def _range(least: float | None, most: float | None) -> str:
    if least is not None and most is not None:
        return f" from {least} to {most}"
    if least is not None:
        return f" of at least {least}"
    return f" of at most {most}" if most is not None else ""


def _refused(option: str, expected: str, found: object) -> UsageError:
    return UsageError(f"expected {option} to be {expected}, found {str(found)!r}")
