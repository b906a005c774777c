"""Denials told in the negative, bounds that are dropped, dates that only a weekday gives."""

import pytest

from groundwire.domain.article import Article
from groundwire.domain.claim import Attribution, AttributionKind
from groundwire.domain.support import Verdict
from groundwire.grounding.check import Asserted, check_statement
from groundwire.grounding.index import index_article
from groundwire.text.sentences import split_sentences


def _verdict(text, claim, *, speaker=None, published="2026-11-18"):
    article = Article(
        id="a1", source="invented", text=text, language="en", digest="article:invented", published=published,
        sentences=split_sentences(text),
    )  # fmt: skip
    attribution = Attribution(kind=AttributionKind.INDIRECT, speaker=speaker) if speaker else None
    return check_statement(index_article(article), Asserted(claim, attribution=attribution)).support.verdict


DENIAL = "Minister Tove Lund denied media reports that she had offered to leave the council."


def test_a_denial_supports_the_negative_credited_to_the_denier():
    """Who denies reports that P says that P is not so."""
    claim = "Tove Lund did not offer to leave the council."
    assert _verdict(DENIAL, claim, speaker="Tove Lund") is Verdict.SUPPORTED


def test_what_is_denied_is_not_supported():
    """The clause after a verb of denying is nobody's fact."""
    assert _verdict(DENIAL, "Tove Lund offered to leave the council.") is not Verdict.SUPPORTED


def test_no_evidence_of_a_thing_does_not_support_it():
    """That no evidence was found is not that the thing was found."""
    text = "The inquiry found no evidence of fraud at the mill."
    assert _verdict(text, "The inquiry found fraud at the mill.") is not Verdict.SUPPORTED


@pytest.mark.parametrize(("said", "told"), [("at least three", "three"), ("up to 50", "50")])
def test_a_dropped_bound_is_no_support(said, told):
    """A least or greatest value told as the value says more than the article."""
    assert _verdict(
        f"The storm damaged {said} barns near Ardal.", f"The storm damaged {told} barns near Ardal."
    ) is (Verdict.UNSUPPORTED)


@pytest.mark.parametrize(
    ("day", "verdict"), [("17 November 2026", Verdict.SUPPORTED), ("18 November 2026", Verdict.CONTRADICTED)]
)
def test_without_a_day_of_publication_a_weekday_is_compared_by_the_calendar(day, verdict):
    """17 November 2026 is a Tuesday, whenever the article appeared; the 18th is not."""
    text = "The ferry sank on Tuesday off the coast of Ardal."
    assert _verdict(text, f"The ferry sank on {day} off the coast of Ardal.", published=None) is verdict


def test_a_number_without_its_currency_takes_that_of_the_claim():
    """The second amount of a sentence is mostly told without its currency."""
    text = "The plan foresees spending of 19 billion crowns and income of 18 billion."
    assert _verdict(text, "The plan foresees income of 18 billion crowns.") is Verdict.SUPPORTED


def test_what_a_value_rose_to_is_not_what_it_rose_by():
    """The second amount of a rise is where it ends, not its size."""
    text = "Spending rises by 310 million crowns to 2.6 billion."
    assert _verdict(text, "Spending rises by 2.6 billion crowns.") is not Verdict.SUPPORTED
    assert _verdict(text, "Spending rises to 2.6 billion crowns.") is Verdict.SUPPORTED


GOES_ON = "The dairy denied the existence of a leak, saying that the foam in the creek was the result of heavy rain."


def test_what_a_denier_goes_on_to_say_is_not_denied():
    """A denial ends where the denier says something else."""
    claim = "The foam in the creek was the result of heavy rain."
    assert _verdict(GOES_ON, claim, speaker="dairy") is Verdict.SUPPORTED
    assert _verdict(GOES_ON, "There was a leak.") is not Verdict.SUPPORTED
