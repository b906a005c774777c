"""Dates are read with what they say and what they can mean."""

import datetime as dt

import pytest

from groundwire.text.dates import find_dates

PUBLISHED = dt.date(2025, 1, 15)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "words", "earliest", "latest"),
    [
        ("They met on January 9, 2024.", "January 9, 2024", dt.date(2024, 1, 9), dt.date(2024, 1, 9)),
        ("They met on 9 January.", "9 January", dt.date(2025, 1, 9), dt.date(2025, 1, 9)),
        ("They met on Dec. 30.", "Dec. 30", dt.date(2024, 12, 30), dt.date(2024, 12, 30)),
        ("They met in March 2023.", "March 2023", dt.date(2023, 3, 1), dt.date(2023, 3, 31)),
        ("They met in autumn 2024.", "autumn 2024", dt.date(2024, 9, 1), dt.date(2024, 11, 30)),
        ("They met in 2021.", "2021", dt.date(2021, 1, 1), dt.date(2021, 12, 31)),
        ("They met on Tuesday.", "Tuesday", dt.date(2025, 1, 14), dt.date(2025, 1, 14)),
        ("They meet next Tuesday.", "next Tuesday", dt.date(2025, 1, 21), dt.date(2025, 1, 21)),
        ("They met yesterday.", "yesterday", dt.date(2025, 1, 14), dt.date(2025, 1, 14)),
        ("They met last month.", "last month", dt.date(2024, 12, 1), dt.date(2024, 12, 31)),
        ("They met three days ago.", "three days ago", dt.date(2025, 1, 12), dt.date(2025, 1, 12)),
        ("They met 2024-02-29.", "2024-02-29", dt.date(2024, 2, 29), dt.date(2024, 2, 29)),
        ("Sie trafen sich am 9. Januar 2024.", "9. Januar 2024", dt.date(2024, 1, 9), dt.date(2024, 1, 9)),
        (
            "Se reunieron el 9 de enero de 2024.",
            "9 de enero de 2024",
            dt.date(2024, 1, 9),
            dt.date(2024, 1, 9),
        ),
    ],
)
def test_a_date_has_its_days_and_its_place(text, words, earliest, latest):
    """Absolute, partial and relative dates give the days that they can mean, and slice back to their words."""
    (found,) = find_dates(text, PUBLISHED)
    assert (found.text, found.earliest, found.latest) == (words, earliest, latest)
    assert found.span.of(text) == words


@pytest.mark.parametrize("text", ["They met on Tuesday.", "They met yesterday.", "They met on 9 January."])
def test_without_a_day_of_publication_nothing_is_derived(text):
    """A relative or partial date stays open where nothing tells what it is relative to."""
    (found,) = find_dates(text)
    assert (found.earliest, found.latest) == (None, None)


@pytest.mark.parametrize(
    "text", ["They may march on.", "May I see it?", "a march of 2000 people", "He can sun himself."]
)
def test_words_that_look_like_months_are_none(text):
    """The verbs "may" and "march", and numbers before people, are no dates."""
    assert find_dates(text, PUBLISHED) == ()


def test_a_bare_second_day_shares_its_month():
    """In "January 3 and 4" the 4 is a day of January."""
    days = [(found.month, found.day) for found in find_dates("On January 3 and 4 it snowed.", PUBLISHED)]
    assert days == [(1, 3), (1, 4)]


def test_an_impossible_day_is_read_but_not_derived():
    """30 February has its words but no day."""
    (found,) = find_dates("on 30 February 2020", PUBLISHED)
    assert (found.day, found.month, found.earliest) == (30, 2, None)


def test_the_clock_is_read_in_minutes():
    """6:00am and 6:00 a.m. are one time."""
    minutes = [found.minute for found in find_dates("from 6:00am, or 6:00 a.m., to 18:30")]
    assert minutes == [360, 360, 1110]


def test_a_bare_day_before_another_is_a_date_too():
    """Two days such as "3 and 4 January 2025" are found in either order of day and month."""
    dates = find_dates("They fought on 3 and 4 January 2025.")
    assert [(date.day, date.month, date.year) for date in dates] == [(3, 1, 2025), (4, 1, 2025)]


@pytest.mark.parametrize("text", ["Some 1709 schoolchildren were asked.", "Prices are back at 2000 levels."])
def test_a_number_of_things_is_no_year(text):
    """Four digits before what they count are no date."""
    assert find_dates(text) == ()
