import pytest

from groundwire.corroborate.matter import Matter
from groundwire.corroborate.tallies import Fate, tallies, tally_differences
from groundwire.domain.briefing import DisputeKind, Reading, Standing
from unit.corroborate.accounts import article, claims_of, compared, row_with


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("At least 9 people died when the Ostby mill burned.", [(Fate.DEAD, "at least 9")]),
        ("The death toll of the Ostby fire rose to 23 on Friday.", [(Fate.DEAD, "23")]),
        ("The number of dead has climbed to 23.", [(Fate.DEAD, "23")]),
        ("The fire killed at least three millers.", [(Fate.DEAD, "at least three")]),
        ("The fire injured more than 40 hands.", [(Fate.HURT, "more than 40")]),
        ("Two millers died and 14 were hurt.", [(Fate.DEAD, "Two"), (Fate.HURT, "14")]),
        ("Nobody was killed.", [(Fate.DEAD, "Nobody was killed")]),
        ("Forty people were still missing.", [(Fate.MISSING, "Forty")]),
        ("A miller of 40, among them three who died in 1999, spoke.", []),
        ("The dam could kill 400 people.", []),
        ("Another 5 people died.", []),
        ("The ferry carried 180 people.", []),
    ],
)
def test_what_became_of_those_who_are_counted(text, counted):
    """A figure is a tally where the words next to it say so; a part, an age and what might be are none."""
    assert [(tally.fate, tally.words) for tally in tallies(Matter(text))] == counted


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("9 people died.", "31 people were killed.", [(DisputeKind.NUMBER, Reading.CONFLICT)]),
        ("At least 9 people died.", "31 people were killed.", [(DisputeKind.NUMBER, Reading.UPDATE)]),
        ("About 300 people died.", "310 people were killed.", []),
        ("9 people died.", "Five firefighters died.", [(DisputeKind.NUMBER, Reading.SCOPE)]),
        ("Two people died.", "Nobody was killed.", [(DisputeKind.POLARITY, Reading.CONFLICT)]),
        ("Two people died.", "14 were hurt.", []),
        ("Two people died.", "Two were killed.", []),
    ],
)
def test_tallies_are_compared_fate_by_fate(one, other, expected):
    """The dead are set against the dead; the hurt are another count, and “about 300” leaves room for 310."""
    found = tally_differences(Matter(one), Matter(other))
    assert [(difference.kind, difference.reading) for difference in found] == expected


MORNING = "At least 9 people died when the mill of Ostby burned down, Mayor Ivo Brandt said. Schools in Ostby stay closed."
EVENING = "The death toll of the fire in the mill of Ostby rose to 23. Mayor Ivo Brandt asked for blood."
NEXT_DAY = (
    "Ivo Brandt spoke in Ostby after the mill burned down in a fire. The number of dead has climbed to 31."
)


def test_a_rising_toll_is_one_row_that_leads_with_the_latest():
    """Three counts in other words are one disputed row, read as an update; the latest speaks for it and none is lost."""
    told = [
        article("a1", MORNING, title="Fire in the mill of Ostby", published="2025-03-10T08:00"),
        article("a2", EVENING, title="Toll of Ostby mill fire rises", published="2025-03-10T19:00"),
        article("a3", NEXT_DAY, title="Ostby mill fire", published="2025-03-11"),
    ]
    found = compared(*[(one, claims_of(one)) for one in told])
    row = row_with(found, "a1.c1")
    (dispute,) = [one for one in found.disputes if one.claim == row.id]
    assert (row.text, row.standing) == ("The number of dead has climbed to 31.", Standing.DISPUTED)
    assert (dispute.kind, dispute.reading) == (DisputeKind.NUMBER, Reading.UPDATE)
    assert [(side.value, side.articles) for side in dispute.sides] == [
        ("31", ("a3",)),
        ("23", ("a2",)),
        ("at least 9", ("a1",)),
    ]


def test_tolls_of_two_events_are_two_rows():
    """Articles that are not about one event are never joined by what they count."""
    a = article("a1", "Nine people died when the mill of Ostby burned down on Sunday.")
    b = article("a2", "A ship sank off Marlow. Twelve people died.")
    assert compared((a, claims_of(a)), (b, claims_of(b))).disputes == ()
