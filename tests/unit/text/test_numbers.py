"""Quantities are read with their values, units, bounds and exact places."""

import pytest

from groundwire.text.numbers import Bound, QuantityKind, find_quantities


def _one(text):
    (found,) = find_quantities(text)
    return found


@pytest.mark.parametrize(
    ("text", "words", "worth"),
    [
        ("The hall holds 3,800 guests.", "3,800", (3800, 3800, None, QuantityKind.CARDINAL)),
        ("It sold 3.8 thousand copies.", "3.8 thousand", (3800, 3800, None, QuantityKind.CARDINAL)),
        ("It sold two and a half million copies.", "two and a half million", (2.5e6, 2.5e6, None, QuantityKind.CARDINAL)),
        ("Some one hundred and five sheep were lost.", "one hundred and five", (105, 105, None, QuantityKind.CARDINAL)),
        ("The bridge cost US$ 20 million.", "US$ 20 million", (2e7, 2e7, "dollar", QuantityKind.MONEY)),
        ("The bridge cost £3bn.", "£3bn", (3e9, 3e9, "pound", QuantityKind.MONEY)),
        ("The mill sold for DKK 183m.", "DKK 183m", (1.83e8, 1.83e8, "krone", QuantityKind.MONEY)),
        ("A fine of 5 million Australian dollars followed.", "5 million Australian dollars", (5e6, 5e6, "Australian dollar", QuantityKind.MONEY)),
        ("Turnout fell to 58 per cent.", "58 per cent", (58, 58, None, QuantityKind.PERCENT)),
        ("Turnout fell by 3 percentage points.", "3 percentage points", (3, 3, None, QuantityKind.POINTS)),
        ("They walked for 24 hours.", "24 hours", (24, 24, "hour", QuantityKind.MEASURE)),
        ("Winds of 190 kilometers per hour were measured.", "190 kilometers per hour", (190, 190, "kilometre per hour", QuantityKind.MEASURE)),
        ("Between 4 and 6 boats were seen.", "4 and 6", (4, 6, None, QuantityKind.CARDINAL)),
        ("It expects 16.0 to 16.5 billion crowns.", "16.0 to 16.5 billion", (1.6e10, 1.65e10, None, QuantityKind.CARDINAL)),
        ("Between three and four million saw it.", "three and four million", (3e6, 4e6, None, QuantityKind.CARDINAL)),
        ("A sum of 900 thousand to 1.2 million was named.", "900 thousand to 1.2 million", (9e5, 1.2e6, None, QuantityKind.CARDINAL)),
        ("They came with 400–500 men.", "400–500", (400, 500, None, QuantityKind.CARDINAL)),
        ("It was their 135th meeting.", "135th", (135, 135, None, QuantityKind.ORDINAL)),
        ("They won two-thirds of the seats.", "two-thirds", (2 / 3, 2 / 3, None, QuantityKind.FRACTION)),
        ("Dozens of trees fell.", "Dozens", (24, 240, None, QuantityKind.VAGUE)),
        ("She won five times.", "five times", (5, 5, "time", QuantityKind.MEASURE)),
    ],
)  # fmt: skip
def test_a_quantity_has_its_value_unit_and_place(text, words, worth):
    """Each way of writing a number is read as what it is worth, and its span slices back to its words."""
    found = _one(text)
    assert (found.text, (found.low, found.high, found.unit, found.kind)) == (words, worth)
    assert found.span.of(text) == words


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("At least 40 cows were sold.", Bound.AT_LEAST),
        ("107 or more cows were sold.", Bound.AT_LEAST),
        ("Up to 40 cows were sold.", Bound.AT_MOST),
        ("More than 40 cows were sold.", Bound.MORE_THAN),
        ("Fewer than 40 cows were sold.", Bound.LESS_THAN),
        ("About 40 cows were sold.", Bound.ABOUT),
        ("Then 40 cows were sold.", Bound.EXACT),
    ],
)
def test_words_before_a_number_bound_it(text, bound):
    """What stands before a number is told as its bound, not as part of it."""
    assert _one(text).bound is bound


@pytest.mark.parametrize(
    "text",
    [
        "On January 9, 2024, they met.",
        "It opened in 1987.",
        "The music of the 1960s returned.",
        "Doors close at 6:00am.",
        "No one of them came.",
        "One of the cooks left.",
        "A B-52 and a Boeing MH17 stood there.",
    ],
)
def test_dates_names_and_pronouns_are_no_quantities(text):
    """Digits of dates and of names, and "one" for somebody, count nothing."""
    assert find_quantities(text) == ()


def test_two_numbers_that_do_not_compose_stay_two():
    """The words "two and three" are two numbers, "from 9 to 10" no range."""
    assert [found.low for found in find_quantities("two and three cats, from 9 to 10 dogs")] == [2, 3, 9, 10]


def test_a_share_and_what_the_value_came_to_are_two_quantities():
    """“Fell 14% to 183 million” is a step and a result, no range from fourteen to millions; “5% to 8%” is a range."""
    step, result = find_quantities("Profit fell 14% to 183 million crowns.")
    assert (step.text, result.text, result.low) == ("14%", "183 million", 1.83e8)
    assert _one("A rise of 5% to 8% is likely.").text == "5% to 8%"
