"""Self-contained claims: names and topics that the article has established before its sentence."""

import pytest

from groundwire.domain.article import Article
from groundwire.domain.support import Verdict
from groundwire.grounding.check import Asserted, check_statement
from groundwire.grounding.index import index_article
from groundwire.text.sentences import split_sentences

TEXT = (
    "The council of Ardal approved the harbour plan for 2027 on Tuesday. Mayor Tove Lund leads a council of 31 members."
    " The plan foresees spending of 4.2 million crowns and income of 3.9 million. The building houses 64 stalls."
    " Berta Quist said she would not sign it."
)


def _verdict(claim):
    article = Article(
        id="a1", source="invented", text=TEXT, language="en", digest="article:invented", title="Ardal votes for its market hall",
        published="2026-11-18", sentences=split_sentences(TEXT),
    )  # fmt: skip
    return check_statement(index_article(article), Asserted(claim)).support.verdict


@pytest.mark.parametrize(
    "claim",
    [
        "The harbour plan of Ardal for 2027 foresees income of 3.9 million.",
        "The market hall houses 64 stalls.",
        "The harbour plan foresees spending of 4.2 million crowns.",
    ],
)
def test_what_was_established_before_may_be_said_again(claim):
    """A place, a topic and a year of the title or the opening are no additions in a later sentence."""
    assert _verdict(claim) is Verdict.SUPPORTED


@pytest.mark.parametrize(
    "claim",
    [
        "The harbour plan of Ardal for 2027 foresees income of 4.2 million.",
        "Tove Lund said she would not sign it.",
        "The market hall houses 64 boats.",
        "The plan of the hospital foresees spending of 4.2 million crowns.",
    ],
)
def test_context_licenses_nothing_in_another_terms_place(claim):
    """A value, a speaker or a word that stands where the sentence has another one is no context."""
    assert _verdict(claim) is not Verdict.SUPPORTED
