"""Likeness of two statements: what they are about, and what stands between them."""

import pytest

from groundwire.evaluation.matching import SAME_MATTER, ConflictKind, likeness
from groundwire.evaluation.pairing import pair_statements

SAME = [
    ("The council bought twelve barges in May.", "In May, 12 barges were bought by the council."),
    ("The strike was called off.", "Unions called the strike off."),
    ("Hanna Dorn resigned on 4 March 2025.", "Dorn resigned on March 4."),
    ("No one was hurt in the fire.", "Nobody was hurt in the fire."),
    ("The minister denied that the bridge had been closed.", "The bridge had not been closed."),
]
CONFLICTING = [
    (ConflictKind.NUMBER, "12 barges were bought by the council.", "15 barges were bought by the council."),
    (ConflictKind.DATE, "The council met on 4 March 2025.", "The council met on 6 March 2025."),
    (
        ConflictKind.NAME,
        "The regional prize for poetry went to Hanna Dorn in May.",
        "The regional prize for poetry went to Piet Aalders in May.",
    ),
    (ConflictKind.NEGATION, "The bridge was closed.", "The bridge was not closed."),
    (ConflictKind.OPPOSITE, "Rents rose in the harbour district.", "Rents fell in the harbour district."),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_in_other_words_is_the_same(one: str, other: str):
    """Word order, number words, short names and synonyms for nobody change nothing."""
    alike = likeness(one, other)
    assert (alike.topic >= SAME_MATTER, alike.conflicts) == (True, ())


@pytest.mark.parametrize(("kind", "one", "other"), CONFLICTING)
def test_one_changed_thing_is_a_conflict(kind: ConflictKind, one: str, other: str):
    """The two stay about one matter, and what differs is named."""
    alike = likeness(one, other)
    assert alike.topic >= SAME_MATTER
    assert [conflict.kind for conflict in alike.conflicts] == [kind]


def test_different_matters_are_not_paired():
    """A shared name alone does not make one matter."""
    assert (
        likeness("Lindvik has a new theatre.", "The mayor of Lindvik opposes wind farms.").topic < SAME_MATTER
    )


def test_more_detail_is_no_conflict():
    """A negation of something that the other side does not mention stands in nobody's way."""
    assert (
        likeness("Nine people were treated and nobody has died.", "Nine people were treated.").conflicts == ()
    )


def test_likeness_is_the_same_from_both_sides():
    """Topic and conflicts do not depend on the order."""
    one, other = "12 barges were bought in May.", "The council bought 15 barges."
    there, back = likeness(one, other), likeness(other, one)
    assert (there.topic, there.score, there.held) == (back.topic, back.score, back.holds)


def test_a_claim_goes_to_the_label_that_agrees():
    """Of two labels about one matter, the one with the same number is the claim's."""
    claims = ["The council bought 12 barges."]
    pairing = pair_statements(claims, ["The council bought 15 barges.", "The council bought 12 barges."])
    assert [(pair.output, pair.label, pair.agrees) for pair in pairing.pairs] == [(0, 1, True)]


@pytest.mark.parametrize("text", ["", "…", "the of and"])
def test_a_statement_without_words_is_like_nothing(text: str):
    """No division by nothing."""
    assert likeness(text, "The council bought barges.").topic == 0
