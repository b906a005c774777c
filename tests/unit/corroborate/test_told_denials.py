"""Denials that tell both sides themselves, refer to what stands before them, or put it down."""

import pytest

from groundwire.domain.briefing import DisputeKind, Standing
from unit.corroborate.accounts import article, claims_of, compared, row_with

OFFER = "A foreign club has been in touch about the striker, people close to the board say."


def _sides(text: str, speakers: list[str | None]) -> list[list[str]]:
    a = article("a1", text)
    found = compared((a, claims_of(a, speakers)))
    assert {dispute.kind for dispute in found.disputes} <= {DisputeKind.POLARITY}
    return [[side.value for side in dispute.sides] for dispute in found.disputes]


@pytest.mark.parametrize(
    ("denial", "told"),
    [
        (
            "Mayor Ann Lee denied a report in the weekly Lupe that the council planned to close the pool.",
            "the council planned to close the pool.",
        ),
        (
            "Ann Lee has denied that she offered her resignation, as two stations reported.",
            "she offered her resignation, as two stations reported.",
        ),
    ],
)
def test_a_denial_that_says_what_was_reported_is_a_dispute_by_itself(denial, told):
    """What was said and who denies it stand in one sentence: the row is disputed, with both sides in its words."""
    a = article("a1", denial)
    found = compared((a, claims_of(a, ["Ann Lee"])))
    (dispute,) = found.disputes
    assert [side.value for side in dispute.sides] == [told, denial]
    assert row_with(found, "a1.c1").standing is Standing.DISPUTED


def test_a_denial_of_what_nobody_said_is_no_dispute():
    """Without a word of who said it, a denial has no other side."""
    assert _sides("Ann Lee denied that she had wanted to alarm anybody.", ["Ann Lee"]) == []


@pytest.mark.parametrize(
    "denial",
    [
        "His agent flatly denied it.",
        "There is not a word of truth in it.",
        "The coach saw it otherwise.",
    ],
)
def test_words_that_put_it_down_deny_what_was_said_before(denial):
    """“It” is the nearest thing that somebody else is credited for."""
    assert _sides(f"{OFFER} {denial}", ["people close to the board", "the agent"]) == [[OFFER, denial]]


def test_no_such_thing_is_the_thing_spoken_of():
    """“No such offer” denies the sentence about an offer, credited or not."""
    told = "According to the chairman she was offered the national team in May."
    assert _sides(f"{told} No such offer had been made.", [None, "the federation"]) == [
        [told, "No such offer had been made."]
    ]


def test_what_the_denial_names_is_what_it_denies():
    """“The estimate” is a figure, not whatever stands nearest."""
    told = "About 2,000 parents have not called the surgery, the institute reckons."
    other = "Many wait until the rash is gone, a doctor says."
    denial = "The ministry dismissed the estimate."
    assert _sides(f"{told} {other} {denial}", ["the institute", "a doctor", "the ministry"]) == [
        [told, denial]
    ]


def test_the_sentence_after_a_denial_goes_on_denying():
    """“X rejected that. No inspection was overdue.”: the second sentence is set against what the first one rejects."""
    told = "The bridge should have been inspected in May, the union alleged."
    goes_on = "No inspection of the bridge was overdue."
    a = article("a1", f"{told} The operator rejected that. {goes_on}")
    claims = claims_of(a, ["the union", None, "the operator"])
    found = compared((a, (claims[0], claims[2])))
    (dispute,) = found.disputes
    assert [side.value for side in dispute.sides] == [told, goes_on]


def test_one_who_denies_a_thing_in_two_articles_denies_one_thing():
    """A denial in other words is a further side's words where the same one denies that matter in another article."""
    title = "The Alder dam and the flood at Ostby"
    lead = "The flood at Ostby below the Alder dam has left Velmark with many questions about the dam and its owner."
    said = "Water had been released from the gates without warning, residents say."
    a = article("a1", f"{lead} {said} Alder Hydro rejected the accusation.", title=title)
    b = article("a2", f"{lead} Alder Hydro denied that a warning had been late.", title=title)
    found = compared(
        (a, claims_of(a, [None, "residents", "Alder Hydro"])), (b, claims_of(b, [None, "Alder Hydro"]))
    )
    (dispute,) = found.disputes
    assert dispute.sides[0].value == said
    assert {name for side in dispute.sides[1:] for name in side.articles} == {"a1", "a2"}
