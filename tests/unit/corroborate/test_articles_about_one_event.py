"""What meets, and what is set against each other, in articles about one event although it is told in other words."""

import pytest

from groundwire.corroborate.marks import marks_of
from groundwire.domain.briefing import DisputeKind, Reading, Standing
from groundwire.text.numbers import find_quantities
from unit.corroborate.accounts import article, claims_of, compared, row_with

TITLE = "Birke Works: profit, jobs and the mill at Ostby"
LEAD = "The maker Birke Works of Ostby in Velmark told its shareholders on Monday how the mill had fared in the summer."


def _told(first: str, second: str, speakers: tuple[str | None, str | None] = (None, None), **later):
    """What is found in two articles that begin alike and go on with these sentences."""
    a = article("a1", f"{LEAD} {first}", title=TITLE)
    b = article("a2", f"{LEAD} {second}", title=TITLE, **later)
    return compared((a, claims_of(a, [None, speakers[0]])), (b, claims_of(b, [None, speakers[1]])))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Net profit fell 14% to 183 million crowns.", "Net profit came to 183 million crowns."),
        ("The alert went out at 2.10am.", "All towns had been alerted at 2.10 a.m."),
        (
            "The coach from Järvø to Ødestad was carrying 31 people.",
            "In the coach from Jarvo to Odestad sat 31 persons.",
        ),
    ],
)
def test_two_reports_meet_by_a_figure_a_time_and_spelling_apart(first, second):
    """An exact figure or a time of day that both give counts as words in common do; marks on letters do not matter."""
    assert row_with(_told(first, second), "a1.c2") == row_with(_told(first, second), "a2.c2")


def test_who_is_meant_is_not_what_is_said():
    """A name with the words before it is one thing in common, however many words it has."""
    found = _told(
        "Opposition leader Maret Vaino will go to court.", "Opposition leader Maret Vaino bakes bread."
    )
    assert row_with(found, "a1.c2") != row_with(found, "a2.c2")


def test_a_mark_is_a_value():
    """Spellings of one figure are one mark; small counts and ordinals are none."""
    one, other = (
        marks_of(text, find_quantities(text)) for text in ("It cost 4.12 billion.", "4.12bn for the third.")
    )
    assert list(one) == list(other) == ["#4.12e+09-4.12e+09"]
    assert marks_of("Three ships.", find_quantities("Three ships.")) == {}


def test_figures_that_no_article_gives_both_are_in_dispute():
    """Each article has its own count of one vote: they disagree."""
    found = _told(
        "Shareholders of the mill approved the sale on Monday by 53 votes to 46, after an hour of shouting.",
        "With 56 votes to 43 the shareholders waved the sale of the mill through.",
    )
    (dispute,) = found.disputes
    assert (dispute.kind, [side.value for side in dispute.sides]) == (DisputeKind.NUMBER, ["53", "56"])


def test_an_article_that_gives_both_figures_takes_them_for_two():
    """Who tells of 53 and of 52 means two things by them."""
    found = _told(
        "Shareholders of the mill approved the sale on Monday by 53 votes to 46, after an hour of shouting.",
        "There were 53 votes for the sale. On Monday 52 of them voted with the chairman of the mill.",
    )
    assert found.disputes == ()


def test_about_leaves_room_for_the_exact_figure():
    """“Some 90” and 94 are one figure: no dispute, and no note."""
    found = _told(
        "The coach was carrying some 90 people to Ostby.", "The coach was carrying 94 people to Ostby."
    )
    assert found.disputes == ()


def test_counts_are_compared_wherever_they_stand_in_a_claim():
    """The hurt are told second in one article and first in the other; the later, higher count is an update."""
    found = _told(
        "At least three people were killed and about 20 injured when the roof of the mill fell in.",
        "The ministry gives the number of injured as 38.",
        published="2025-03-11",
    )
    (dispute,) = [one for one in found.disputes if "38" in {side.value for side in one.sides}]
    assert (dispute.reading, [side.value for side in dispute.sides]) == (Reading.UPDATE, ["38", "about 20"])


@pytest.mark.parametrize(
    "words", ["were moved out of their homes", "had to leave their homes", "were brought to safety"]
)
def test_who_left_home_is_counted_as_moved(words):
    """Evacuated is also told in more words than one."""
    found = _told(
        f"About 800 people {words}.", "More than 1,400 residents were evacuated.", published="2025-03-11"
    )
    (dispute,) = found.disputes
    assert [side.value for side in dispute.sides] == ["more than 1,400", "about 800"]


def test_a_toll_of_another_year_is_no_toll_of_this_event():
    """“Killed two people in 1990” joins no row of today's dead."""
    found = _told(
        "Two people were killed by the flood in the valley of Ostby.",
        "The last flood in the valley of Ostby killed two people in 1990.",
    )
    assert row_with(found, "a1.c2") != row_with(found, "a2.c2")


@pytest.mark.parametrize(
    ("first", "second", "speakers"),
    [
        (
            "Birke Works said the gates were shut at 2.10am, its spokeswoman Petra Leskov added.",
            "Birke Works said the gates were shut at 2.10am.",
            ("Petra Leskov", "Birke Works"),
        ),
        (
            "The damage to the mill is put at 40 million crowns by the mayor of Ostby, Tom Hribar.",
            "The council puts the damage to the mill at 40 million crowns.",
            ("Tom Hribar", "the council"),
        ),
    ],
)
def test_whoever_speaks_for_a_body_is_no_second_voice(first, second, speakers):
    """A spokeswoman and her firm, a mayor and his council do not corroborate each other."""
    row = row_with(_told(first, second, speakers), "a1.c2")
    assert (len(row.cells), row.standing) == (2, Standing.SINGLE_ORIGIN)
    assert all(cell.claims for cell in row.cells)
