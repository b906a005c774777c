"""References number articles and sentences, and tell spans of one sentence apart."""

from hypothesis import given
from hypothesis import strategies as st

import sample_documents as samples
from groundwire.domain.article import Evidence
from groundwire.domain.span import Span
from groundwire.render.references import ReferenceBook

LENGTH = len(samples.WIRE.text)


def labels(book: ReferenceBook, *evidence: Evidence) -> list[str]:
    """The labels of the evidence."""
    return [reference.label for reference in book.find(evidence)]


def test_a_label_is_article_and_sentence() -> None:
    """The second article's third sentence is 2·3."""
    book = ReferenceBook(samples.ARTICLES)
    assert labels(book, samples.words(samples.WIRE, samples.WIRE.sentence_text(2))) == ["2·3"]


def test_several_spans_in_one_sentence_have_letters() -> None:
    """The first has none, then b, c."""
    book = ReferenceBook(samples.ARTICLES)
    quotes = ["Nine people were hurt", "a ferry struck a barge", "the district hospital said"]
    assert labels(book, *(samples.words(samples.WIRE, quote) for quote in quotes)) == ["2·1", "2·1b", "2·1c"]


def test_letters_go_on_after_z() -> None:
    """The twenty-seventh span of a sentence is aa."""
    book = ReferenceBook((samples.WIRE,))
    found = [labels(book, samples.WIRE.evidence(Span(number, number + 40)))[0] for number in range(30)]
    assert found[24:29] == ["1·1y", "1·1z", "1·1aa", "1·1ab", "1·1ac"]


def test_a_span_over_several_sentences_names_the_first_and_the_last() -> None:
    """From the third sentence into the fourth is 1·3–4."""
    book = ReferenceBook((samples.COURIER,))
    evidence = samples.words(samples.COURIER, "the harbour authority said.\n\n“The barge")
    assert labels(book, evidence) == ["1·3–4"]


def test_the_same_span_is_one_reference() -> None:
    """Asked for again, evidence gets the label that it has, and a sentence lists it once."""
    book = ReferenceBook((samples.WIRE,))
    evidence = samples.words(samples.WIRE, samples.NINE)
    assert labels(book, evidence, evidence) + labels(book, evidence) == ["1·1", "1·1"]


def test_evidence_of_an_unknown_article_has_no_reference() -> None:
    """What cannot be shown is not numbered."""
    book = ReferenceBook((samples.WIRE,))
    assert labels(book, samples.words(samples.COURIER, samples.NO_SIGNAL)) == []


@given(st.lists(st.tuples(st.integers(0, LENGTH - 1), st.integers(1, 200)), max_size=40))
def test_one_label_for_one_span_and_one_anchor_for_one_label(pairs: list[tuple[int, int]]) -> None:
    """However spans lie, labels and anchors tell them apart, and anchors are safe in HTML and CSS."""
    book = ReferenceBook((samples.WIRE,))
    spans = {samples.WIRE.evidence(Span(start, min(LENGTH, start + size))).span for start, size in pairs}
    book.find(samples.WIRE.evidence(span) for span in spans)
    assert len({ref.label for ref in book.used}) == len({ref.anchor for ref in book.used}) == len(spans)
    assert [
        ref.anchor for ref in book.used if set(ref.anchor) - set("abcdefghijklmnopqrstuvwxyz0123456789-")
    ] == []
