"""Short facts, one predicate each, as a language model tells them: which are one row, and when two of them confirm each other."""

import pytest

from groundwire.corroborate.assertion import Assertion
from groundwire.corroborate.relate import relate
from groundwire.domain.briefing import Standing
from unit.corroborate.accounts import article, claims_of, compared, row_with

LEAD = "The ferry Marta ran aground off Lindhamn on Sunday with a load of timber from Ostby."


def _rows(first, second, speakers=((), ())):
    """What two articles with one beginning tell in these sentences."""
    told = [article(name, f"{LEAD} {' '.join(facts)}") for name, facts in (("a1", first), ("a2", second))]
    return compared(
        *((one, claims_of(one, [None, *credited])) for one, credited in zip(told, speakers, strict=True))
    )


def test_what_an_article_tells_as_two_facts_stays_two_rows():
    """Two facts about one thing are not drawn into one row because another article words either much like the other."""
    facts = (
        "The revenue of the Birke Works in 2027 will be 18.1 million crowns.",
        "The deficit of the Birke Works in 2027 will be 1.3 million crowns.",
    )
    found = _rows(facts, facts)
    revenue, deficit = row_with(found, "a1.c2"), row_with(found, "a1.c3")
    assert [cell.claims for cell in revenue.cells] == [("a1.c2",), ("a2.c2",)]
    assert [cell.claims for cell in deficit.cells] == [("a1.c3",), ("a2.c3",)]


def test_much_the_same_of_one_event_is_no_list():
    """Of one event two statements that share what is telling are one, although several words of them were exchanged."""
    found = _rows(
        ("One of the Norland sailors was carrying a Velmark seaman's book issued in Ardal in 2019.",),
        (
            "One of the rescued sailors was found carrying a Velmark seaman's passport issued by Ardal, a port town, in 2019.",
        ),
    )
    assert row_with(found, "a1.c2") == row_with(found, "a2.c2")


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("The crew speak Greek, Latin or Welsh.", "The crew speak Welsh, Latin, or Greek.", "agree"),
        ("The crew speak Greek, Latin or Welsh.", "The crew speak Welsh, Greek or Latin.", "agree"),
        ("The Marta hit the Ilse, a pilot said.", "The Ilse hit the Marta, a pilot said.", "contradict"),
    ],
)
def test_an_enumeration_has_no_order(a, b, relation):
    """Names that changed places in an enumeration are no dispute about who did it; elsewhere they are."""
    assert relate(Assertion(text=a), Assertion(text=b)).relation == relation


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("The summer season of the Birke Works will beat the last.", Standing.CORROBORATED),
        ("The Birke Works would need a new dock in the summer season.", Standing.SINGLE_ORIGIN),
    ],
)
def test_only_the_same_statement_corroborates(second, expected):
    """What stands in one row is confirmed by two origins only where the two make one statement of it."""
    found = _rows(
        ("The summer season of the Birke Works will be better than the last.",),
        (second,),
        (["Harbour master Ivo Brandt"], ["Coast guard chief Lena Roth"]),
    )
    row = row_with(found, "a1.c2")
    assert [len(cell.claims) for cell in row.cells] == [1, 1]
    assert row.standing is expected


def test_the_council_and_the_town_are_one_voice():
    """Words for the body that runs a town, without a name, are one origin's."""
    same = ("The harbour of Lindhamn stays closed to ferries until Friday.",)
    found = _rows(same, same, (["the municipality"], ["the town council"]))
    assert row_with(found, "a1.c2").standing is Standing.SINGLE_ORIGIN
