import time

import pytest

from groundwire.corroborate.assertion import Assertion, Pair
from groundwire.corroborate.relate import relate, relate_pair
from groundwire.domain.briefing import DisputeKind
from groundwire.domain.support import ReasonKind


def related(a: str, b: str) -> tuple[str, DisputeKind | None]:
    found = relate(Assertion(text=a), Assertion(text=b))
    return found.relation, found.kind


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Three people died in the Lindau tunnel fire.", "Lindau tunnel blaze kills three"),
        ("Actor Paul Renner was arrested in Lisbon.", "Police in Lisbon detain actor Paul Renner"),
        ("The mayor of Ostby resigned on Monday.", "Ostby mayor quits after audit"),
        ("The dam holds 3,800 tonnes of water.", "The dam holds 3.8 thousand tonnes of water."),
    ],
)
def test_the_same_in_other_words_agrees(a, b):
    """Two reports of one event agree although few of their words are the same."""
    assert related(a, b) == ("agree", None)


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("The dam holds 3,800 tonnes of water.", "The dam holds 5,100 tonnes of water.", DisputeKind.NUMBER),
        ("The dam was opened on 4 May 2021.", "The dam was opened on 9 May 2021.", DisputeKind.DATE),
        ("The dam was opened by Mara Lund.", "The dam was opened by Ivo Brandt.", DisputeKind.ACTOR),
        ("The train stopped in Lindau.", "The train stopped in Ostby.", DisputeKind.PLACE),
        ("The council approved the new bridge.", "The council rejected the new bridge.", DisputeKind.STATUS),
        (
            "The council will not build the bridge.",
            "The council will build the bridge.",
            DisputeKind.POLARITY,
        ),
        (
            "Holt & Sons will buy the Marlow ferry line.",
            "Holt & Sons denies plan to buy Marlow ferry line",
            DisputeKind.POLARITY,
        ),
        (
            "Mara Lund defeated Ivo Brandt in the vote.",
            "Ivo Brandt defeated Mara Lund in the vote.",
            DisputeKind.ACTOR,
        ),
    ],
)
def test_each_kind_of_contradiction_is_named(a, b, kind):
    """What cannot both be so is a contradiction, and its kind says about what, in either order."""
    assert related(a, b) == ("contradict", kind)
    assert related(b, a) == ("contradict", kind)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "A bear was seen in the centre of Vaduz.",
            "Police look into reports that a bear was seen in central Vaduz",
        ),
        ("Singer Ana Mirel is dead.", "Is singer Ana Mirel dead? Fans ask"),
        ("Holt & Sons will buy the Marlow ferry line.", "Holt & Sons may buy Marlow ferry line"),
    ],
)
def test_a_report_that_takes_no_side_is_unclear(a, b):
    """A question, an inquiry and a "may" are about the same matter and do not say that it is so."""
    assert related(a, b) == ("unclear", None)


def test_two_matters_are_unrelated():
    """Sharing a place does not make two statements one matter."""
    assert related("The mayor of Ostby resigned on Monday.", "Ostby harbour reopens after the storm.") == (
        "unrelated",
        None,
    )


def test_a_clause_that_is_left_out_is_no_contradiction():
    """A negation inside a clause that only one statement has does not turn the other one round."""
    short = "She drew praise for the rescue of the two divers."
    long = "She drew praise for the rescue of the two divers, although the harbour office had not been told of it."
    assert related(short, long) == ("agree", None)


def test_a_pair_keeps_its_id_and_names_its_reason():
    """The line for a pair has the pair's id, and each reason holds the words of both sides."""
    pair = Pair(
        id="p7",
        a=Assertion(text="The dam holds 3,800 tonnes."),
        b=Assertion(text="The dam holds 5,100 tonnes."),
    )
    found = relate_pair(pair)
    assert (found.id, found.relation) == ("p7", "contradict")
    assert [(reason.kind, reason.claim, reason.source) for reason in found.reasons] == [
        (ReasonKind.NUMBER, "3,800 tonnes", "5,100 tonnes")
    ]


def test_days_without_a_year_are_read_by_the_day_of_publication():
    """The same day of the month contradicts when the years that publication gives it differ."""
    a = Assertion(text="The bridge at Lindau was closed on 4 March.", published="2024-03-06")
    b = Assertion(text="The bridge at Lindau was closed on 4 March.", published="2025-03-06")
    c = Assertion(text="The bridge at Lindau was closed on 4 March 2023.", published="2025-03-06")
    assert relate(a, a).relation == "agree"
    assert relate(b, c).relation == "contradict"


@pytest.mark.parametrize("text", ["", " ", "?!", "…", "12", "a" * 50_000])
def test_statements_without_words_are_answered(text):
    """A statement with nothing to compare is unrelated to a statement with something."""
    assert relate(Assertion(text=text), Assertion(text="The dam holds water.")).relation == "unrelated"


@pytest.mark.parametrize(
    "piece",
    ["attacked ", "not ", "rise fall ", "12 tonnes ", "A", "Mara Lund ", "may ", "( ", "Nord Ost (NO) "],
)
def test_a_statement_without_end_is_answered_in_time(piece):
    """Comparing does not grow with the square of a statement's length."""
    text = piece * (60_000 // len(piece))
    start = time.process_time()
    relate(Assertion(text=text), Assertion(text=f"{text} and the dam holds water."))
    assert time.process_time() - start < 5.0


@pytest.mark.parametrize(
    "words",
    ["is a hoax", "is false", "is not true", "is rubbish", "is a lie", "has been debunked", "is nonsense"],
)
def test_words_that_put_a_claim_down_contradict_it(words):
    """Who calls the very claim a hoax or rubbish contradicts it, in either order."""
    plain = "The water of Lindau was poisoned by the mill."
    put_down = f"The claim that the water of Lindau was poisoned by the mill {words}."
    assert related(plain, put_down) == ("contradict", DisputeKind.POLARITY)
    assert related(put_down, plain) == ("contradict", DisputeKind.POLARITY)


def test_no_evidence_for_a_claim_contradicts_it():
    """That there is no evidence is said against the claim."""
    found = related(
        "The water of Lindau was poisoned by the mill.",
        "There is no evidence that the water of Lindau was poisoned by the mill.",
    )
    assert found == ("contradict", DisputeKind.POLARITY)


def test_what_has_not_been_confirmed_is_unclear():
    """Reports that nobody has confirmed take no side."""
    found = related(
        "The water of Lindau was poisoned by the mill.",
        "Reports that the water of Lindau was poisoned by the mill have not been confirmed.",
    )
    assert found == ("unclear", None)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("12,000 people fled Lindau.", "About 12,000 people fled Lindau."),
        ("At least 12,000 people fled Lindau.", "12,400 people fled Lindau."),
        ("More than 300 houses in Lindau burned down.", "320 houses in Lindau burned down."),
    ],
)
def test_a_bound_and_the_figure_that_it_admits_agree(a, b):
    """A figure after about, at least or more than leaves room for the other figure."""
    assert related(a, b) == ("agree", None)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The mayor has not dropped her plan to close the hall.", "The mayor still plans to close the hall."),
        (
            "The company did not abandon its offer for the port.",
            "The company stands by its offer for the port.",
        ),
    ],
)
def test_what_is_not_let_go_of_goes_on(a, b):
    """A negation of letting go turns round nothing behind the verb."""
    assert related(a, b) == ("agree", None)


def test_letting_go_and_not_letting_go_are_in_dispute():
    """The very verb that is negated in one of two is a contradiction as ever."""
    found = related(
        "The company did not abandon its offer for the port.", "The company abandoned its offer for the port."
    )
    assert found == ("contradict", DisputeKind.POLARITY)
