"""From the words of a date to the first and last day that it can mean.

Guarantee: what cannot be derived is None, never a guess; no function fails on an impossible day (30 February) or at the
ends of the calendar.
"""

import datetime as dt

Days = tuple[dt.date | None, dt.date | None]

RELATIVE_NAMES = {-2: "the day before yesterday", -1: "yesterday", 0: "today", 1: "tomorrow"}
_UNIT_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}


def shifted(published: dt.date | None, days: int) -> dt.date | None:
    """The day `days` after `published`."""
    if published is None:
        return None
    try:
        return published + dt.timedelta(days=days)
    except OverflowError:
        return None


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _month_days(year: int, month: int) -> Days:
    first = _day(year, month, 1)
    following = _day(year + month // 12, month % 12 + 1, 1)
    return first, shifted(following, -1)


def calendar(year: int | None, month: int | None, day: int | None, published: dt.date | None) -> Days:
    """A date of which some parts are said; without a year the one nearest to `published`."""
    if year is None:
        if month is None or day is None or published is None:
            return None, None
        nearest = _nearest(month, day, published)
        return nearest, nearest
    if month is None:
        return _day(year, 1, 1), _day(year, 12, 31)
    if day is None:
        return _month_days(year, month)
    exact = _day(year, month, day)
    return exact, exact


def _nearest(month: int, day: int, published: dt.date) -> dt.date | None:
    days = (_day(published.year + shift, month, day) for shift in (-1, 0, 1))
    return min(
        (day for day in days if day is not None), key=lambda day: abs((day - published).days), default=None
    )


def season(year: int, first_month: int) -> Days:
    """The three months of a northern season; a winter reaches into the next year."""
    last_year, last_month = (year, first_month + 2) if first_month <= 10 else (year + 1, first_month + 2 - 12)
    return _day(year, first_month, 1), _month_days(last_year, last_month)[1]


def weekday(number: int, published: dt.date | None, *, future: bool) -> dt.date | None:
    """The last such weekday up to `published`, or the first one after it."""
    if published is None:
        return None
    back = (published.weekday() - number) % 7
    return shifted(published, 7 - back if future else -back)


def period(which: str, unit: str, published: dt.date | None) -> Days:
    """What "last week", "this month", "next year" and nights span; a season without a year is not derived."""
    if published is None:
        return None, None
    step = {"last": -1, "this": 0, "next": 1}[which]
    if unit == "night":
        day = shifted(published, step)
        return day, day
    if unit == "week":
        monday = shifted(published, 7 * step - published.weekday())
        return monday, shifted(monday, 6)
    if unit == "month":
        months = published.year * 12 + published.month - 1 + step
        return _month_days(months // 12, months % 12 + 1)
    if unit == "year":
        return _day(published.year + step, 1, 1), _day(published.year + step, 12, 31)
    return None, None


def ago(count: int, unit: str, published: dt.date | None) -> Days:
    """Around `count` units before `published`: exact for days, within half a unit for the others."""
    length = _UNIT_DAYS[unit]
    middle = shifted(published, -count * length)
    return shifted(middle, -(length // 2)), shifted(middle, length // 2)


def month(number: int, which: str, published: dt.date | None) -> Days:
    """A month without a year: the last one up to `published`, or the next one after "next"."""
    if published is None:
        return None, None
    if which == "next":
        year = published.year + (1 if number <= published.month else 0)
    elif which == "last":
        year = published.year - (1 if number >= published.month else 0)
    else:
        year = published.year - (1 if number > published.month else 0)
    return _month_days(year, number)
