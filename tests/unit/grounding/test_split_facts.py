"""Facts that a small model splits off a sentence: words that the article settles, denials beside further words, deaths of those killed."""

import pytest

from groundwire.domain.article import Article
from groundwire.domain.support import Verdict
from groundwire.grounding.check import Asserted, check_statement
from groundwire.grounding.index import index_article
from groundwire.text.sentences import split_sentences

TEXT = (
    "Ostra Shipping cut its outlook on Friday. Income fell to 31 million Swedish crowns. Brokers had hoped for 36 million, as a"
    " survey showed. “The second half will be calmer than the first,” Managing Director Ilse Brandt told staff. The firm,"
    " Ostra, rejected the charge and said that the crews had been warned at noon."
    " At least four sailors were killed and nine were hurt when the ferry Alba struck a rock. Two of the nine were treated in"
    " hospital and nobody else was found. The cause of the accident is not known. The harbour office said it had found dents in"
    " the hull but no trace of fire. The inspectors recalled that in the year 2014 in the same bay six divers drowned."
)


def _verdict(claim, title="Ostra Shipping cuts outlook after a ferry is wrecked"):
    article = Article(
        id="a1", source="invented", text=TEXT, language="en", digest="article:invented", title=title,
        published="2026-11-18", sentences=split_sentences(TEXT),
    )  # fmt: skip
    return check_statement(index_article(article), Asserted(claim)).support.verdict


@pytest.mark.parametrize(
    "claim",
    [
        "Brokers had hoped for 36 million Swedish crowns.",
        "The second half will be calmer than the first half.",
        "Ilse Brandt is the Managing Director of Ostra Shipping.",
        "At least four sailors were killed in the accident.",
        "Two of the nine were treated in hospital after the accident.",
        "At least four sailors died when the ferry Alba struck a rock.",
        "The firm said that the crews had been warned at noon.",
        "The harbour office did not find a trace of fire.",
        "In the year 2014, six divers drowned.",
    ],
)
def test_what_the_article_settles_may_be_said_with_a_fact(claim):
    """A unit, a noun left out, an office's body, an event, a death, a second verb of saying and an absence are no additions."""
    assert _verdict(claim) is Verdict.SUPPORTED


@pytest.mark.parametrize(
    "claim",
    [
        "Brokers had hoped for 36 million Swedish sailors.",
        "The second half will be calmer than the first crew.",
        "Ilse Brandt is the Managing Director of Alba.",
        "At least four sailors were killed in the explosion.",
        "At least four sailors died and nine drowned when the ferry Alba struck a rock.",
        "The firm said that the charge was right.",
        "The harbour office did not find dents in the hull.",
        "The harbour office found a trace of fire.",
        "In the year 2015, six divers drowned.",
        "Six divers were killed in 2014 in the same bay.",
    ],
)
def test_nothing_else_comes_in_with_it(claim):
    """Another noun, body, event, year or death than the article has, and a negation of what it says, stay refused."""
    assert _verdict(claim) is not Verdict.SUPPORTED


def test_a_frame_that_moved_to_the_front_with_its_day_is_no_other_role():
    """A speaker and a verb of saying told first with a part of what was said have not changed places with it."""
    text = (
        "Ostra has counted 43 broken crates of glass in the eastern dock since October 12 and is searching for 26 lost ones,"
        " the port authority said on Monday."
    )
    article = Article(
        id="a1", source="invented", text=text, language="en", digest="article:invented",
        published="2026-11-18", sentences=split_sentences(text),
    )  # fmt: skip
    claim = "The port authority said on Monday that Ostra is searching for 26 lost crates of glass in the eastern dock."
    assert check_statement(index_article(article), Asserted(claim)).support.verdict is Verdict.SUPPORTED


OF_TWO = (
    "The coroner found that the keeper was freed by the lifeboat crew and that the harbour pilots towed the wreck ashore."
    " Marlow Bank cut its target while Dune Capital kept its rating at “hold”. The skipper was questioned but later released."
)


@pytest.mark.parametrize(
    ("claim", "is_supported"),
    [
        ("The lifeboat crew towed the wreck ashore.", False),
        ("Marlow Bank kept its rating at “hold”.", False),
        ("The harbour pilots towed the wreck ashore.", True),
        ("Dune Capital kept its rating at “hold”.", True),
        ("The skipper was later released.", True),
    ],
)
def test_a_verb_has_the_subject_of_its_own_clause(claim, is_supported):
    """A subject of the clause before is put before no verb whose own subject the claim leaves out."""
    article = Article(
        id="a1", source="invented", text=OF_TWO, language="en", digest="article:invented",
        published="2026-11-18", sentences=split_sentences(OF_TWO),
    )  # fmt: skip
    support = check_statement(index_article(article), Asserted(claim)).support
    assert (support.verdict is Verdict.SUPPORTED) is is_supported


def test_nobody_is_made_the_doer_of_what_is_told_without_one():
    """A name that was settled before does not become who did what the passage tells in the passive."""
    text = "The Tern Fund runs the old pier. Visitors pay 4 crowns. The 80-metre pier was rebuilt in steel in 1962."
    article = Article(
        id="a1", source="invented", text=text, language="en", digest="article:invented",
        published="2026-11-18", sentences=split_sentences(text),
    )  # fmt: skip
    claim = "The Tern Fund rebuilt the 80-metre pier in steel in 1962."
    assert check_statement(index_article(article), Asserted(claim)).support.verdict is not Verdict.SUPPORTED
