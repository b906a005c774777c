"""Opposite outcomes: of one thing they contradict, of two things they are two matters."""

import pytest

from groundwire.corroborate.acts import opposite_outcomes
from groundwire.corroborate.assertion import Assertion
from groundwire.corroborate.matter import Matter
from groundwire.corroborate.outcomes import outcome_at
from groundwire.corroborate.relate import relate
from groundwire.domain.briefing import DisputeKind
from unit.corroborate.accounts import article, claims_of, compared, row_with


def _relation(a, b):
    return relate(Assertion(text=a), Assertion(text=b)).relation


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The town of Ostby approved the plan for a tram.", "The plan for a tram was turned down in Ostby."),
        (
            "The Birke Works has abandoned its offer for the mill.",
            "The Birke Works is standing by its offer for the mill.",
        ),
        ("Bread prices in Velmark went up in May.", "Bread prices in Velmark slipped in May."),
        ("The pilots have called off their strike.", "The pilots are going ahead with their strike."),
        ("The head of the harbour board has stepped down.", "The head of the harbour board is staying on."),
        ("The pier withstood the storm.", "The pier collapsed in the storm."),
        ("The ferries to Ardal will resume on Monday.", "The ferries to Ardal remain suspended."),
    ],
)
def test_opposite_outcomes_of_one_thing_contradict(a, b):
    """Active or passive, verb or phrase: what cannot both have become of one thing is a contradiction."""
    assert (_relation(a, b), _relation(b, a)) == ("contradict", "contradict")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "The town of Ostby approved the plan for a tram.",
            "The plan for a cable car was turned down in Ostby.",
        ),
        ("Bread prices in Velmark went up in May.", "Rents in Velmark went down in May."),
        ("The pilots have called off their strike.", "The stewards are going ahead with their strike."),
        (
            "The head of the harbour board has stepped down.",
            "The head of the town library is staying on.",
        ),
        ("Ardal won the final against Ostby.", "Ostby lost the final against Ardal."),
        ("The jury cleared Holm of theft.", "The jury convicted Holm's brother of theft."),
        ("Profit rose in May while costs fell.", "Costs fell in May while profit rose."),
    ],
)
def test_opposite_outcomes_of_two_things_do_not(a, b):
    """The same verbs about different things, or said of each side of one contest, contradict nothing."""
    assert "contradict" not in {_relation(a, b), _relation(b, a)}


def test_what_is_turned_round_is_not_opposite():
    """Not approved and rejected are the same outcome; not approved and approved are not told by this."""
    plain, turned, rejected = (
        Matter(f"The council {words} the plan.") for words in ("approved", "has not approved", "rejected")
    )
    assert opposite_outcomes(turned, rejected) is None
    assert opposite_outcomes(plain, rejected) == ("approved", "rejected")


@pytest.mark.parametrize(
    ("words", "key"),
    [
        (["called", "off", "the", "vote"], ("call off", 2)),
        (["going", "ahead"], ("go ahead", 2)),
        (["walked", "away", "from", "it"], ("walk away from", 3)),
        (["painted", "it"], ("", 0)),
    ],
)
def test_a_phrase_has_one_key_for_all_its_forms(words, key):
    """A verb with its particles is read as one, the longest first."""
    assert outcome_at(words, 0) == key


def test_opposite_outcomes_are_one_row_in_dispute():
    """Both sides stay in the row, and the dispute is one of status."""
    a = article("a1", "The council of Ostby approved the plan for a tram to the harbour.")
    b = article("a2", "The council of Ostby voted down the plan for a tram to the harbour.")
    found = compared((a, claims_of(a)), (b, claims_of(b)))
    assert row_with(found, "a1.c1") == row_with(found, "a2.c1")
    assert [dispute.kind for dispute in found.disputes] == [DisputeKind.STATUS]


def test_a_figure_that_declined_is_no_refusal():
    """To decline is to fall, unless it is to decline to do something: no negation."""
    a, b = "Sales of the Birke Works declined in May.", "Sales of the Birke Works were down in May."
    assert _relation(a, b) == "agree"
