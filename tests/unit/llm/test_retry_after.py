"""How long a provider asks to wait."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundwire.llm.retry_after import parse_duration, wait_asked_for

NOW = 1_000_000.0  # Mon, 12 Jan 1970 13:46:40 GMT


@pytest.mark.parametrize(
    ("headers", "message", "expected"),
    [
        ({}, "", None),
        ({"retry-after": "30"}, "", 30.0),
        ({"retry-after": "1.5"}, "", 1.5),
        ({"retry-after": "-3"}, "", 0.0),
        ({"retry-after": "soon"}, "", None),
        ({"retry-after": "nan"}, "", None),
        ({"retry-after": "inf"}, "", None),
        ({"retry-after-ms": "250"}, "", 0.25),
        ({"retry-after-ms": "250", "retry-after": "30"}, "", 0.25),
        ({"retry-after": "Mon, 12 Jan 1970 13:47:40 GMT"}, "", 60.0),
        ({"retry-after": "Mon, 12 Jan 1970 13:40:00 GMT"}, "", 0.0),
        (
            {"retry-after": "Tue, 13 Jan 1970 00:00:10 GMT", "date": "Tue, 13 Jan 1970 00:00:00 GMT"},
            "",
            10.0,
        ),
        ({"x-ratelimit-reset-requests": "6m0s", "x-ratelimit-remaining-requests": "0"}, "", 360.0),
        ({"x-ratelimit-reset-requests": "6m0s", "x-ratelimit-remaining-requests": "5"}, "", None),
        (
            {
                "x-ratelimit-reset-requests": "120ms",
                "x-ratelimit-remaining-requests": "0",
                "x-ratelimit-reset-tokens": "2s",
                "x-ratelimit-remaining-tokens": "0",
            },
            "",
            2.0,
        ),
        ({"x-ratelimit-reset": "12"}, "", 12.0),
        ({"ratelimit-reset": "12"}, "", 12.0),
        ({"x-ratelimit-reset": "1700000000"}, "", 1_699_000_000.0),
        ({"x-ratelimit-reset": "1700000000000"}, "", 1_699_000_000.0),
        ({}, "Rate limit reached. Please try again in 1m2.5s. Visit us.", 62.5),
        ({}, "Please retry in 34.07s.", 34.07),
        ({}, "try again in 20 seconds", 20.0),
        ({}, "try again in a while", None),
    ],
)
def test_every_form_is_read(headers: dict[str, str], message: str, expected: float | None) -> None:
    """Seconds, milliseconds, dates, resets and words all say the same thing: a number of seconds, or nothing."""
    wait = wait_asked_for(headers, message, now=NOW)
    assert wait == (None if expected is None else pytest.approx(expected))


@given(st.text())
def test_whatever_a_header_holds_gives_a_wait_or_none(text: str) -> None:
    """No header can make it fail, or give a wait that is negative or endless."""
    wait = wait_asked_for({"retry-after": text, "retry-after-ms": text, "date": text}, text, now=NOW)
    assert wait is None or 0.0 <= wait < float("inf")


@pytest.mark.parametrize("text", ["", "s", "1x", "1s1", "m1s", "--1s"])
def test_what_is_no_duration_is_none(text: str) -> None:
    """A duration is read whole or not at all."""
    assert parse_duration(text) is None
