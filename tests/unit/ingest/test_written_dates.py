import pytest

from groundwire.ingest.front_matter import read_date_line
from groundwire.ingest.written_dates import parse_written_date

DATES = [
    ("2025-01-12", "2025-01-12"),
    ("2025-01-12T11:09:30Z", "2025-01-12T11:09:30+00:00"),
    ("2025-01-12 11:09:30.250+02:00", "2025-01-12T11:09:30+02:00"),
    ("Jan 12, 2025 11:09", "2025-01-12T11:09"),
    ("January 12th, 2025", "2025-01-12"),
    ("Sunday, January 12, 2025 at 1:05 p.m. EST", "2025-01-12T13:05-05:00"),
    ("12 January 2025, 12:30 AM", "2025-01-12T00:30"),
    ("Sun, 12 Jan 2025 11:09:00 +0000", "2025-01-12T11:09:00+00:00"),
    ("12.01.2025", "2025-01-12"),
    ("13/02/2025", "2025-02-13"),
    ("02/13/2025", "2025-02-13"),
    ("01/02/2025", None),
    ("February 30, 2025", None),
    ("yesterday", None),
    ("Jan 12", None),
    ("2025", None),
    ("12 January 2025 was a Sunday", None),
]


@pytest.mark.parametrize(("written", "expected"), DATES)
def test_a_date_has_one_reading_or_none(written: str, expected: str | None) -> None:
    """A whole string with one reading becomes ISO; anything else is no date."""
    assert parse_written_date(written) == expected


LINES = [
    ("Jan 12, 2025 11:09 88", ("2025-01-12T11:09", "date line and view counter")),
    (
        "Published: 3 March 2024, 14:05 GMT | Updated: 3 March 2024, 16:20 GMT",
        ("2024-03-03T14:05+00:00", "date line"),
    ),
    ("Updated on May 2, 2024", ("2024-05-02", "date line")),
    ("(Published Monday, Nov. 18, 2019)", ("2019-11-18", "date line")),
    ("On May 2, 2024, the river rose.", None),
    ("May 2, 2024 was a Thursday", None),
]


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_a_date_line_is_a_date_and_nothing_else(line: str, expected: tuple[str, str] | None) -> None:
    """Labels, a second date and a counter may stand with it, words of a sentence may not."""
    found = read_date_line(line)
    assert (tuple(found) if found else None) == expected
