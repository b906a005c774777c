"""Dates and times of day in a text, each with the first and last day that it can mean.

Guarantees: spans are exact, in order and do not overlap; a date that the words and the day of publication do not
determine has `earliest` and `latest` None; time is linear in the length of the text.
"""

import datetime as dt
import re
from typing import NamedTuple

from groundwire.domain.span import Span


class DateMention(NamedTuple):
    """One date as the text words it.

    `weekday` is 0 for Monday to 6 for Sunday where one is named; `year`, `month` and `day` are what the words themselves
    say; `earliest` and `latest` what they can mean, given the day of publication.
    """

    span: Span
    text: str
    earliest: dt.date | None = None
    latest: dt.date | None = None
    weekday: int | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def find_dates(text: str, published: dt.date | None = None) -> tuple[DateMention, ...]:
    """Every date of `text`, in order; relative ones are resolved against `published` where it is known."""
    found = []
    for match in _YEAR.finditer(text):
        year = int(match.group())
        span = Span(match.start(), match.end())
        first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
        found.append(DateMention(span, match.group(), first, last, year=year))
    return tuple(found)
