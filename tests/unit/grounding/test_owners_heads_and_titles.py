"""Owners behind "its" and "his", the noun of a relative clause, voices, bounds of rough figures, and what only a title says."""

import pytest

from groundwire.domain.support import Verdict
from groundwire.grounding.check import Asserted, check_statement
from unit.grounding.invented import index_of


def _checked(text, claim, title=None):
    index = index_of(text, title=title, published="2026-11-18")
    return check_statement(index, Asserted(claim))


def _is_supported(text, claim, title=None):
    return _checked(text, claim, title).support.verdict is Verdict.SUPPORTED


BODIES = (
    "The Institute of Tarn, which ordered the audit, found grave errors. Ostra Pharma, the maker, denied any part in them."
    " Its shares fell 12 percent in Bergen. Nils Aker crossed first after 14 minutes, and a shot by Ida Solberg was turned into her"
    " own goal by a keeper. His cousin Jon Aker, 39, was fined."
)


@pytest.mark.parametrize(
    ("claim", "is_supported"),
    [
        ("Ostra Pharma's shares fell 12 percent in Bergen.", True),
        ("The Institute of Tarn's shares fell 12 percent in Bergen.", False),
        ("A shot by Ida Solberg was turned into her own goal by a keeper.", True),
        ("A shot by Ida Solberg was turned into Aker's own goal by a keeper.", False),
        ("Nils Aker's cousin Jon Aker, 39, was fined.", True),
        ("Jon Aker's cousin Jon Aker, 39, was fined.", False),
    ],
)
def test_what_is_its_belongs_to_the_one_spoken_of(claim, is_supported):
    """An owner is the one whom the sentence before is about, is of the same clause, and is not the one who is owned."""
    assert _is_supported(BODIES, claim) is is_supported


def test_a_name_in_quotation_marks_owns_nothing():
    """The mark that closes a quotation is no genitive."""
    text = "The Tarn crew named their boat ‘Hope’ on the backs of their shirts. It was painted red."
    assert _is_supported(text, "The Tarn crew named their boat 'Hope' on the backs of their shirts.")


CARD = "One sailor was carrying a pilot card that had been issued in Bergen in 2024. The master, a Dane who had been hired in May, slept."


@pytest.mark.parametrize(
    ("claim", "is_supported"),
    [
        ("The card had been issued in Bergen in 2024.", True),
        ("One sailor had been issued in Bergen in 2024.", False),
        ("The master had been hired in May.", True),
        ("One sailor was carrying a card issued in Bergen in 2024.", True),
    ],
)
def test_a_relative_clause_belongs_to_its_noun(claim, is_supported):
    """What is said of a noun with "that" is not told of somebody before it; an apposition between commas is the same one."""
    assert _is_supported(CARD, claim) is is_supported


@pytest.mark.parametrize("claim", ["The report was withdrawn.", "The report was widely read."])
def test_an_object_may_be_told_as_a_subject(claim):
    """To have "withdrawn a widely read report" says that the report was withdrawn and that it was widely read."""
    text = "A society on Friday withdrew a widely read report on eels after an audit found that dozens of ponds had been counted twice."
    assert _is_supported(text, claim)


SAID = (
    "“We were sunk, and then we were not,” said Ostra coach Ida Solberg. Her Tarn counterpart, Nils Aker, did not mind the"
    " whistle. “It was probably a fair decision,” he told the Courier."
)


@pytest.mark.parametrize(
    ("claim", "is_supported"),
    [
        ("Nils Aker said it was probably a fair decision.", True),
        ("Ida Solberg said it was probably a fair decision.", False),
    ],
)
def test_he_who_says_it_is_the_one_named_last(claim, is_supported):
    """A speaker told as "he" is not the one of the sentence before the last."""
    assert _is_supported(SAID, claim) is is_supported


@pytest.mark.parametrize(
    ("claim", "is_supported"),
    [
        ("At least three sailors died.", True),
        ("Around 20 were hurt.", True),
        ("20 were hurt.", True),
        ("At least 20 were hurt.", False),
        ("No more than 20 were hurt.", False),
    ],
)
def test_a_rough_figure_is_no_bound(claim, is_supported):
    """The figure that is called about right is not told as the least or the most."""
    assert (
        _is_supported(
            "At least three sailors died and around 20 were hurt when the ferry struck a rock.", claim
        )
        is is_supported
    )


RACE = "Ten minutes from the end Ostra had been as good as beaten. On Sunday they were cup holders, 3-2 against Tarn."


def test_a_title_carries_what_it_says_itself():
    """A claim wholly in the words of the title is supported, with a reason that says so and a low score."""
    found = _checked(
        RACE, "Ostra outrow Tarn 3-2 to win the cup.", "Ostra outrow Tarn 3-2 after a rerun to win the cup"
    ).support
    assert found.verdict is Verdict.SUPPORTED
    assert [reason.message for reason in found.reasons] == ["only the title of the article says this"]
    assert found.score is not None
    assert found.score <= 0.7


@pytest.mark.parametrize(
    "claim",
    [
        "Tarn outrow Ostra 3-2 to win the cup.",
        "Ostra outrow Tarn 4-2 to win the cup.",
        "Ostra did not outrow Tarn 3-2 to win the cup.",
        "Ostra easily outrow Tarn 3-2 to win the cup.",
    ],
)
def test_it_carries_nothing_else(claim):
    """Another order, number, negation or one word more than the title has is refused."""
    assert not _is_supported(RACE, claim, "Ostra outrow Tarn 3-2 after a rerun to win the cup")


def test_a_title_that_credits_carries_nothing():
    """What a title has from somebody is cut too short to be told as a fact."""
    text = "The mayor of Ostra spoke about the market on Friday."
    assert not _is_supported(
        text, "The mayor closes the old market hall.", "Mayor hints he closes the old market hall"
    )
