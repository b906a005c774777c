"""Denials that name nothing of what they deny: tied to a charge, or to nothing."""

import pytest

from groundwire.corroborate.charges import is_bare
from unit.corroborate.accounts import article, claims_of, compared

LOCKED = "Survivors said the lifeboats had been locked."
TOLL = "Four people died in the blaze and eleven were hurt, the regional hospital said."
DENIER = "Kestrel Lines"


def _sides(text: str, speakers: list[str | None], **metadata: str) -> list[list[str]]:
    a = article("a1", text, **metadata)
    return [
        [side.value for side in dispute.sides] for dispute in compared((a, claims_of(a, speakers))).disputes
    ]


@pytest.mark.parametrize(
    "denial",
    [
        "Kestrel Lines denied the allegation.",
        "Kestrel Lines rejected the accusations.",
        "Kestrel Lines dismissed the claims.",
        "Kestrel Lines denied it.",
    ],
)
def test_a_toll_between_a_charge_and_its_denial_is_not_what_is_denied(denial):
    """A denial that names nothing is set against the charge before it, not against the count of the dead that stands nearer."""
    assert _sides(f"{LOCKED} {TOLL} {denial}", ["survivors", "the regional hospital", DENIER]) == [
        [LOCKED, denial]
    ]


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        (TOLL, "the regional hospital"),
        ("Four people died in the blaze and eleven were hurt.", None),
        ("The harbour was closed for 6 hours, the port authority said.", "the port authority"),
        ("The ferry Aurelia has belonged to Kestrel Lines since the spring.", None),
    ],
)
@pytest.mark.parametrize(
    "denial",
    ["Kestrel Lines denied the allegation.", "Kestrel Lines denied that.", "Kestrel Lines called it untrue."],
)
def test_a_denial_with_no_charge_before_it_disputes_nothing(before, speaker, denial):
    """A toll, a figure of an official body and a plain fact are no charge: the denial then stands alone."""
    assert _sides(f"{before} {denial}", [speaker, DENIER]) == []


def test_who_denies_wrongdoing_does_not_deny_what_was_told():
    """“Denied any wrongdoing” is set against an accusation in so many words and against nothing less."""
    denial = "Kestrel Lines denied any wrongdoing."
    accused = "The crew accused Kestrel Lines of locking the lifeboats."
    assert _sides(f"{LOCKED} {denial}", ["survivors", DENIER]) == []
    assert _sides(f"{accused} {TOLL} {denial}", ["the crew", "the regional hospital", DENIER]) == [
        [accused, denial]
    ]


def test_a_toll_is_denied_where_the_denial_names_a_figure():
    """“Rejected the toll” names what it denies, so that the count is meant, official or not."""
    denial = "Kestrel Lines rejected that toll."
    assert _sides(f"{TOLL} {denial}", ["the regional hospital", DENIER]) == [[TOLL, denial]]


def test_a_toll_in_german_is_not_what_is_denied():
    """Where only the words of denial are known, a sentence about the dead is passed over."""
    locked = "Überlebende sagten, die Rettungsboote seien verschlossen gewesen."
    denial = "Die Reederei wies den Vorwurf zurück."
    told = f"{locked} Vier Menschen starben bei dem Brand. {denial}"
    assert _sides(told, [], language="de") == [[locked, denial]]


@pytest.mark.parametrize(
    ("denial", "bare"),
    [
        ("Kestrel Lines denied it on Tuesday.", True),
        ("Kestrel Lines rejected that, and said it had done all it could.", True),
        ("Kestrel Lines called the accusation untrue.", True),
        ("The allegations were entirely baseless, Kestrel Lines said.", True),
        ("Kestrel Lines denied that bread would be dearer.", False),
        ("Kestrel Lines denied it had locked the lifeboats.", False),
        ("Kestrel Lines denied the allegation that the lifeboats had been locked.", False),
    ],
)
def test_a_denial_that_says_what_it_denies_is_not_bare(denial, bare):
    """“It” and “that” are a thing of their own only where no clause follows them."""
    assert is_bare(denial) is bare
