import pytest

from groundwire.domain.briefing import DisputeKind, Standing
from groundwire.domain.claim import Stance
from unit.corroborate.accounts import article, claims_of, compared, row_with, with_stance

TITLE = "Councillor Rolf Amsel and the Birke works"
PAID = "Councillor Rolf Amsel of Ostby received 40,000 crowns from the Birke works in May, the weekly Lupe reported."
BANK = "The money came through a bank in Marlow, the weekly wrote."


def test_a_denied_report_is_the_accusation_of_the_one_who_denies_it():
    """A denied "report" is set against the claim about the denier, not against the nearest one, and so is what he says."""
    a = article(
        "a1", f"{PAID} {BANK} Amsel denied the report. I never received a crown from Birke.", title=TITLE
    )
    claims = claims_of(a, ["the weekly Lupe", "the weekly Lupe", "Rolf Amsel", "Rolf Amsel"])
    found = compared((a, with_stance(claims, 3, Stance.DENIED)))
    (dispute,) = found.disputes
    assert dispute.claim == row_with(found, "a1.c1").id
    assert [piece.quote for piece in dispute.sides[1].evidence] == [a.sentence_text(2), a.sentence_text(3)]
    assert row_with(found, "a1.c1").standing is Standing.DISPUTED


def test_a_denial_in_another_article_disputes_the_claim():
    """Who says in another article that it did not pay disputes that it was received: act and actors are the same."""
    a = article("a1", PAID, title=TITLE)
    b = article(
        "a2",
        "Birke did not pay Amsel. The councillor Rolf Amsel is on holiday by the sea in the town of Marlow until the end of the summer.",
        title=TITLE,
    )
    found = compared((a, claims_of(a, ["the weekly Lupe"])), (b, claims_of(b, ["the Birke works"])))
    (dispute,) = found.disputes
    assert (dispute.claim, dispute.kind) == (row_with(found, "a1.c1").id, DisputeKind.POLARITY)
    assert [side.articles for side in dispute.sides] == [("a1",), ("a2",)]


def test_a_denial_in_german_is_set_against_the_claim_before_it():
    """The words of denial are known in a few languages; they deny what stands before them in their article."""
    a = article(
        "a1",
        "Stadtrat Rolf Amsel hat nach einem Bericht Geld von der Firma Birke erhalten. Amsel wies den Bericht zurück.",
        language="de",
    )
    (dispute,) = compared((a, claims_of(a))).disputes
    assert [side.value for side in dispute.sides] == [a.sentence_text(0), a.sentence_text(1)]


@pytest.mark.parametrize(
    "denial",
    [
        "The water board denied that the gate of the Alder dam had been open.",
        "Engineers measured the flow, contradicting the claim that the gate of the Alder dam was open.",
        "The gate of the Alder dam was not open.",
    ],
)
def test_what_is_said_to_be_denied_decides_and_not_the_place(denial):
    """A denial that says what it denies is set against the claim of that, however far before it stands."""
    a = article(
        "a1", f"The gate of the Alder dam was open. Bread is dear. Sheep drowned near Marlow. {denial}"
    )
    found = compared((a, claims_of(a, ["a diver", None, None, "the water board"])))
    (dispute,) = found.disputes
    assert [side.value for side in dispute.sides] == [a.sentence_text(0), a.sentence_text(3)]


@pytest.mark.parametrize(
    "second",
    [
        "The mayor could not confirm that.",
        "The mayor did not say whether the dam was open.",
        "Was the dam not open?",
    ],
)
def test_who_takes_no_stand_denies_nothing(second):
    """Declining to confirm and asking are no denials."""
    a = article("a1", f"The Alder dam was open. {second}")
    assert compared((a, claims_of(a, ["a diver", "the mayor"]))).disputes == ()
