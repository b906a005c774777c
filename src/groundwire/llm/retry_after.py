"""How long a provider asks to wait, in all the forms that providers use.

Read are, in this order: `retry-after-ms`, `Retry-After` in seconds or as an HTTP date (RFC 9110, 10.2.3), the reset time
of a limit that is used up (`x-ratelimit-reset-requests: 6m0s` and the like), and the words of the message ("try again
in 1.2s"). Guarantees: the wait is finite and not negative, or there is none.
"""

import math
import re
from collections.abc import Mapping
from email.utils import parsedate_to_datetime

_DURATION_PART = re.compile(r"(\d{1,12}(?:\.\d{1,9})?)(ms|d|h|m|s)")
_UNIT_S = {"ms": 0.001, "s": 1.0, "m": 60.0, "h": 3600.0, "d": 86400.0}
_IN_WORDS = re.compile(r"(?:try again|retry) in (\d[\d.dhms]{0,20})", re.IGNORECASE)
_LIMITS = ("requests", "tokens")

_EPOCH_FROM = 1e9  # a reset time above this many seconds (2001) is a date, not a wait
_EPOCH_MS_FROM = 1e12  # and above this one, a date in milliseconds


def wait_asked_for(headers: Mapping[str, str], message: str, *, now: float) -> float | None:
    """The wait in seconds, or None where none is asked for.

    Args:
        headers: of the response, looked up by lower-case name.
        message: what the provider says in words.
        now: seconds since the epoch; the response's own `Date` goes before it, because clocks differ.
    """
    now = _http_date(headers.get("date", "")) or now
    waits = (
        _milliseconds(headers.get("retry-after-ms", "")),
        _seconds_or_date(headers.get("retry-after", ""), now),
        _reset(headers, now),
        _in_words(message),
    )
    return next((max(0.0, wait) for wait in waits if wait is not None), None)


def parse_duration(text: str) -> float | None:
    """Seconds of a duration such as `6m0s`, `1.5s`, `20ms` or `12`; None where it is none."""
    number = _number(text)
    if number is not None:
        return number
    stripped = text.strip().rstrip(".")
    parts = _DURATION_PART.findall(stripped)
    if not parts or "".join(amount + unit for amount, unit in parts) != stripped:
        return None
    return sum(float(amount) * _UNIT_S[unit] for amount, unit in parts)


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _milliseconds(text: str) -> float | None:
    number = _number(text)
    return None if number is None else number / 1000


def _seconds_or_date(text: str, now: float) -> float | None:
    wait = parse_duration(text)
    if wait is not None:
        return wait
    date = _http_date(text)
    return None if date is None else date - now


def _http_date(text: str) -> float | None:
    try:
        return parsedate_to_datetime(text).timestamp()
    except (ValueError, OverflowError):
        return None


def _reset(headers: Mapping[str, str], now: float) -> float | None:
    waits = [
        parse_duration(headers.get(f"x-ratelimit-reset-{limit}", ""))
        for limit in _LIMITS
        if headers.get(f"x-ratelimit-remaining-{limit}", "").strip() == "0"
    ]
    used_up = [wait for wait in waits if wait is not None]
    if used_up:
        return max(used_up)
    reset = parse_duration(headers.get("x-ratelimit-reset", headers.get("ratelimit-reset", "")))
    if reset is None:
        return None
    if reset >= _EPOCH_MS_FROM:
        return reset / 1000 - now
    return reset - now if reset >= _EPOCH_FROM else reset


def _in_words(message: str) -> float | None:
    found = _IN_WORDS.search(message)
    return None if found is None else parse_duration(found.group(1))
