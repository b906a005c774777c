"""A weekday is the coming one where its clause looks forward, else the last one."""

import datetime as dt

import pytest

from groundwire.text.dates import find_dates

WEDNESDAY = dt.date(2025, 3, 12)


def _days(text: str, published: dt.date = WEDNESDAY) -> list[int]:
    """How many days after publication each date of the text lies."""
    return [(found.earliest - published).days for found in find_dates(text, published) if found.earliest]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The barge is expected to reach the lock on Saturday.", 3),
        ("The treasurer will step down on Friday.", 2),
        ("Divers will inspect the keel on Thursday.", 1),
        ("We expect to bake again on Friday.", 2),
        ("She is going to speak on Thursday.", 1),
        ("A vote is scheduled for Sunday.", 4),
        ("The results are due on Friday.", 2),
        ("The singer is to appear in Ulm on Monday.", 5),
        ("The club hopes to play on Sunday.", 4),
        ("The mill may open on Friday.", 2),
        ("He would step down on Friday, she said.", 2),
        ("The path is closed until Tuesday.", 6),
        ("The office warned of high waves until Tuesday.", 6),
        ("The judge ordered the firm to pay by Friday.", 2),
        ("The firm has to pay by Friday.", 2),
        ("On Friday, the treasurer will step down.", 2),
        ("Talks on Friday will decide on the wage.", 2),
        ("The men will be charged and deported on Monday.", 5),
        ("The captain will meet Mr. Hale on Friday.", 2),
        ("They meet next Wednesday.", 7),
    ],
)
def test_a_clause_that_looks_forward_names_the_coming_day(text, days):
    """What will, is expected, scheduled, due or may happen on a weekday happens on the next one."""
    assert _days(text) == [days]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Two ferries collided on Friday.", -5),
        ("The pier was closed until Tuesday.", -1),
        ("The pier has been closed since Monday.", -2),
        ("Police had arrested twelve people by Friday.", -5),
        ("Rescuers managed to free all by Sunday.", -3),
        ("He would have stepped down on Friday.", -5),
        ("He read the will on Friday.", -5),
        ("The path was closed due to snow on Monday.", -2),
        ("Crews will mend the bridge damaged on Monday.", -2),
        ("The yard will stay shut after a fire on Monday.", -2),
        ("On Friday the treasurer said he will step down.", -5),
        ("The treasurer will step down, he said on Friday.", -5),
        ("The treasurer will step down. He was fined on Friday.", -5),
        ("He will step down, as agreed last Friday.", -5),
        ("The council meets on Friday.", -5),
    ],
)
def test_a_clause_of_the_past_names_the_last_day(text, days):
    """What has happened on a weekday happened on the last one, whatever the rest of the sentence foretells."""
    assert _days(text) == [days]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Officials said on Friday that the ferry will sail on Tuesday.", [-5, 6]),
        ("The treasurer, who quit on Monday, will appear in court on Friday.", [-2, 2]),
        ("The court, which will rule on Friday, sat on Monday.", [2, -2]),
        ("He was hurt on Monday and will be operated on by surgeons on Saturday.", [-2, 3]),
        ("The vote, planned for Sunday, was called off on Monday.", [4, -2]),
    ],
)
def test_each_clause_of_a_sentence_has_its_own_direction(text, days):
    """A past and a future clause in one sentence date their weekdays each for itself."""
    assert _days(text) == days


def test_the_weekday_of_publication_is_that_day_in_either_direction():
    """Published on a Wednesday, both "will arrive" and "arrived on Wednesday" mean that same day."""
    assert _days("The barge will arrive on Wednesday.") == [0]
    assert _days("The barge arrived on Wednesday.") == [0]


def test_a_misread_clause_leaves_the_other_day_open():
    """Each weekday knows the day that it means if its clause is misread, so that a check can allow for it."""
    (coming,) = find_dates("The barge will sail on Friday.", WEDNESDAY)
    (last,) = find_dates("The barge sailed on Friday.", WEDNESDAY)
    assert (coming.other_day, last.other_day) == (last.earliest, coming.earliest)


def test_a_verb_far_away_decides_nothing():
    """A fixed stretch around each weekday is looked at, so that the work is linear in the text."""
    far = "The barge will sail " + "past one lock and another lock " * 40 + "on Friday."
    assert _days(far) == [-5]
