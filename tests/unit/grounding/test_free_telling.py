"""Claims that put several sentences into other words, and pronouns."""

import pytest

from groundwire.domain.article import Article
from groundwire.domain.support import ReasonKind, Verdict
from groundwire.grounding.check import Asserted, check_statement
from groundwire.grounding.index import index_article
from groundwire.text.sentences import split_sentences

TEXT = (
    "The town of Ardal lost its only bridge in the flood of 2021. For three years residents had to take a ferry across the"
    " river. Engineer Mia Holt designed a new bridge made of wood and steel. Her bridge was opened by Mayor Lund on 4 May."
    " She said that it would carry trucks of up to 40 tonnes."
)


def _verdict(claim):
    article = Article(
        id="a1", source="invented", text=TEXT, language="en", digest="article:invented",
        sentences=split_sentences(TEXT),
    )  # fmt: skip
    return check_statement(index_article(article), Asserted(claim)).support


def test_a_claim_from_several_sentences_is_supported_with_less_certainty():
    """What three sentences say together is supported, with a score that says that it is told freely."""
    support = _verdict(
        "Three years after Ardal lost its bridge in the flood of 2021, a new bridge of wood and steel by Mia Holt was opened."
    )
    assert support.verdict is Verdict.SUPPORTED
    assert support.score <= 0.85


@pytest.mark.parametrize(
    "claim",
    [
        "Three years after Ardal lost its bridge in the flood of 2018, a new bridge of wood and steel by Mia Holt was opened.",
        "Three years after Ardal lost its bridge in the flood of 2021, a new bridge of wood and steel by Jon Vik was opened.",
        "Three years after Ardal lost its bridge in the flood of 2021, a new bridge of wood and steel by Mia Holt was not opened.",
        "Three years after Ardal lost its bridge in the flood of 2021, an old bridge of wood and steel by Mia Holt was opened.",
    ],
)
def test_a_free_claim_is_held_to_its_values(claim):
    """A number, a name, a negation or an opposite that the article does not have bars it."""
    assert _verdict(claim).verdict is not Verdict.SUPPORTED


def test_he_for_she_is_a_clash():
    """A pronoun of the other sex in the same place contradicts."""
    support = _verdict("He said that it would carry trucks of up to 40 tonnes.")
    assert (support.verdict, support.reasons[0].kind) == (Verdict.CONTRADICTED, ReasonKind.ROLE)


def test_a_name_may_stand_for_a_pronoun_near_it():
    """Resolving a pronoun to a name of the sentences before is no finding."""
    assert _verdict("Holt said that it would carry trucks of up to 40 tonnes.").verdict is Verdict.SUPPORTED
