"""Which noun a figure counts, of which time it is, whose verb it is, and what stands under a condition."""

import pytest

from groundwire.domain.support import Verdict
from groundwire.grounding.check import Asserted, check_statement
from unit.grounding.invented import index_of


def _verdict(text, claim, title=None):
    index = index_of(text, title=title, published="2026-11-18")
    return check_statement(index, Asserted(claim)).support.verdict


SPLIT = "The guild adopted the rule by 31 votes to 24, with one blank ballot, after four stewards of the northern yard left the room."


@pytest.mark.parametrize(
    ("claim", "is_supported"),
    [
        ("Four stewards of the northern yard left the room.", True),
        ("One steward of the northern yard left the room.", False),
        ("The guild adopted the rule with one blank ballot.", True),
        ("The guild adopted the rule with four blank ballots.", False),
    ],
)
def test_a_figure_counts_its_own_noun(claim, is_supported):
    """A figure of the sentence is not put before a noun that the sentence counts with another one."""
    assert (_verdict(SPLIT, claim) is Verdict.SUPPORTED) is is_supported


CHANGED = "The vacancy rate dropped to 5.2% from 7.9%. Output was 310 tonnes, compared with 280 tonnes a year earlier."


@pytest.mark.parametrize(
    ("claim", "is_supported"),
    [
        ("The vacancy rate was 7.9%.", False),
        ("The vacancy rate was 5.2%.", True),
        ("The vacancy rate dropped from 7.9%.", True),
        ("The vacancy rate dropped to 5.2% from 7.9%.", True),
        ("Output was 280 tonnes.", False),
        ("Output was 310 tonnes.", True),
    ],
)
def test_what_it_was_before_is_not_what_it_is(claim, is_supported):
    """The value that something had before a change is not told as the one that it has."""
    assert (_verdict(CHANGED, claim) is Verdict.SUPPORTED) is is_supported


def test_a_date_is_not_given_to_a_second_thing():
    """A date that the sentence has once and the claim twice is of one thing only."""
    text = "The toll was raised in June 2024, its sharpest rise since April 2011."
    assert (
        _verdict(text, "The toll's sharpest rise since April 2011 was in April 2011.")
        is not Verdict.SUPPORTED
    )
    assert _verdict(text, "The toll was raised in June 2024.") is Verdict.SUPPORTED


PLANNED = "In a talk with the Tarn Courier, Ida Solberg said the harbour board would scrap the levy in its spring plan."


@pytest.mark.parametrize(
    ("claim", "is_supported"),
    [
        ("The harbour board would scrap the levy in its spring plan.", True),
        ("Ida Solberg said the harbour board would scrap the levy.", True),
        ("Ida Solberg would scrap the levy in its spring plan.", False),
        ("The Tarn Courier would scrap the levy in its spring plan.", False),
    ],
)
def test_what_is_said_of_one_is_not_said_of_who_says_it(claim, is_supported):
    """Behind a verb of saying a verb has the subject that stands there, which the claim may not leave out for another."""
    assert (_verdict(PLANNED, claim) is Verdict.SUPPORTED) is is_supported


def test_somebody_of_the_speakers_own_is_no_other_subject():
    """Behind "said her party would" the party is known by her, and the claim may name it otherwise."""
    text = "The leader of the Tide List, Ebba Lund, said her party would appeal to the Water Court."
    assert _verdict(text, "The Tide List is going to appeal to the Water Court.") is Verdict.SUPPORTED


DISPUTED = "The depot held 40 drums of solvent, according to the harbour yard, which rejects a claim by a driver that the agreed stock had been passed."


@pytest.mark.parametrize(
    ("claim", "is_supported"),
    [
        ("The yard rejects a claim that the agreed stock had been passed.", True),
        ("The yard rejects a claim that the drums had been passed.", False),
        ("The yard rejects a claim that the driver had been passed.", False),
    ],
)
def test_a_noun_of_the_sentence_is_not_put_before_the_verb_of_another(claim, is_supported):
    """Where the same auxiliary and verb follow, the noun before them has to be the article's."""
    assert (_verdict(DISPUTED, claim) is Verdict.SUPPORTED) is is_supported


def test_a_condition_holds_without_its_adjectives():
    """What somebody asks "whether" is told as no fact, even when the noun's adjective is left out."""
    text = "They are checking whether loose wires touched by themselves. Nobody was near."
    assert _verdict(text, "The wires touched by themselves.") is not Verdict.SUPPORTED
    assert _verdict(text, "They are checking whether wires touched by themselves.") is Verdict.SUPPORTED


def test_one_who_does_the_same_in_both_has_changed_no_role():
    """A subject with its own verb may come first, and a speaker before what was quoted from him."""
    text = (
        "A clerk said on Monday that no rule on moorings had been passed and that the warden had only promised they would be read."
        " “This is not the last of the tide, it is the first,” said its pilot, Nils Aker."
    )
    assert _verdict(text, "The warden had only promised that moorings would be read.") is Verdict.SUPPORTED
    assert _verdict(text, "The pilot said this is not the last of the tide.") is Verdict.SUPPORTED
    assert _verdict(text, "The warden had passed no rule on moorings.") is not Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("claim", "is_supported"),
    [
        ("The decision was taken in May.", True),
        ("The board decided in May.", True),
        ("The board's mission is in May.", False),
    ],
)
def test_a_verb_and_the_noun_of_its_doing_are_of_one_family(claim, is_supported):
    """The verb "decided" stands for "decision"; a word that only begins alike does not."""
    text = "The board took its decision in May. It missed the first date."
    assert (_verdict(text, claim) is Verdict.SUPPORTED) is is_supported


def test_who_is_missing_is_not_who_is_something_else():
    """The word "missing" is one that says something, as "ordered" is."""
    text = "Nine divers were missing on Friday. The court ordered the search."
    assert _verdict(text, "Nine divers were on Friday.") is not Verdict.CONTRADICTED
    assert _verdict(text, "Nine divers were rescued on Friday.") is not Verdict.SUPPORTED
    assert (
        _verdict("Nine divers were rescued on Friday.", "Nine divers were missing on Friday.")
        is not Verdict.SUPPORTED
    )
    assert (
        _verdict("The court examined the search.", "The court ordered the search.") is not Verdict.SUPPORTED
    )
