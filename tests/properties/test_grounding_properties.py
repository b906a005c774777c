"""What must hold for every statement and every article."""

import datetime as dt
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from groundwire.domain.article import Article
from groundwire.domain.support import Verdict
from groundwire.grounding.check import Asserted, check_statement
from groundwire.grounding.index import index_article
from groundwire.text.dates import find_dates
from groundwire.text.modality import find_hedges, find_negations
from groundwire.text.names import find_names, same_name
from groundwire.text.numbers import find_quantities
from groundwire.text.sentences import split_sentences

SENTENCES = [
    "The bakery on Mill Lane sold 240 loaves on Saturday.",
    "Baker Ines Holm said that she would not raise her prices before June.",
    "Flour costs rose by 7 percent in 2023.",
    "The mayor opened the new market hall.",
]
IRRELEVANT = [
    "A comet was seen over the southern ocean.",
    "Chess players gathered under the old oak.",
    "The violin was tuned twice.",
    "Snow covered every roof of the mountain village.",
    "Thirty swans crossed the frozen lake at dawn.",
]
CORRUPT = [
    "The bakery on Mill Lane sold 310 loaves on Saturday.",
    "The bakery on Mill Lane sold 240 loaves on Sunday.",
    "Baker Ines Holm said that she would raise her prices before June.",
    "Flour costs fell by 7 percent in 2023.",
    "Flour costs rose by 7 percent in 2021.",
    "The mayor closed the new market hall.",
]
STATEMENTS = [*SENTENCES, *CORRUPT, "Nobody knows.", ""]


def _index(sentences):
    text = " ".join(sentences)
    return index_article(
        Article(id="a1", source="invented", text=text, language="en", digest="article:invented",
                sentences=split_sentences(text))
    )  # fmt: skip


INDEX = _index(SENTENCES)


@given(st.lists(st.sampled_from(IRRELEVANT), max_size=8), st.integers(0, 4), st.sampled_from(CORRUPT))
@settings(max_examples=60, deadline=None)
def test_irrelevant_sentences_never_turn_contradicted_into_supported(added, place, claim):
    """Whatever unrelated sentences stand around, a corruption stays contradicted."""
    sentences = [*SENTENCES[:place], *added, *SENTENCES[place:]]
    assert check_statement(_index(sentences), Asserted(claim)).support.verdict is Verdict.CONTRADICTED


@given(st.permutations(STATEMENTS))
@settings(max_examples=20, deadline=None)
def test_the_order_of_claims_does_not_matter(statements):
    """Each statement gets the answer that it gets from a fresh index."""
    answers = {text: check_statement(INDEX, Asserted(text)) for text in statements}
    fresh = _index(SENTENCES)
    assert answers == {text: check_statement(fresh, Asserted(text)) for text in STATEMENTS}


@given(st.text(max_size=200))
@settings(max_examples=150, deadline=dt.timedelta(seconds=2))
def test_any_text_gets_a_verdict(text):
    """No text makes the checks fail, and a reason's words are the text's own."""
    support = check_statement(INDEX, Asserted(text)).support
    assert support.verdict in set(Verdict)
    assert all(
        reason.claim_span is None or reason.claim_span.of(text) == reason.claim for reason in support.reasons
    )


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=dt.timedelta(seconds=2))
def test_any_text_can_be_an_article(text):
    """No text makes the index fail, and its own first words are never contradicted by it."""
    article = Article(
        id="a1", source="invented", text=text, digest="article:invented", sentences=split_sentences(text)
    )
    support = check_statement(index_article(article), Asserted(text[:40])).support
    assert support.verdict in set(Verdict)


@given(st.text(alphabet="0123456789,.-–%$€ andtwohurdlfMy JanuaryTuesday’s", max_size=120))
@settings(max_examples=150, deadline=None)
def test_values_and_names_have_exact_ordered_spans(text):
    """Spans of quantities, dates, names, hedges and negations slice back to their words and do not overlap."""
    for found in (
        find_quantities(text),
        find_dates(text),
        find_names(text),
        find_hedges(text),
        find_negations(text),
    ):
        assert [item.span.of(text) for item in found] == [item.text for item in found]
        assert all(one.span.end <= other.span.start for one, other in pairwise(found))


@given(st.text(max_size=30), st.text(max_size=30))
@settings(max_examples=100, deadline=None)
def test_same_name_is_symmetric(one, other):
    """Whether two names are one does not depend on their order."""
    assert same_name(one, other) == same_name(other, one)
