"""An article's words are shown once each, with every piece of evidence marked whole."""

import re
import time
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

import sample_documents as samples
from groundwire.domain.article import Article
from groundwire.domain.span import Span
from groundwire.render.article_markup import article_blocks, article_body, article_segments
from groundwire.render.references import Reference, ReferenceBook

TEXT = samples.COURIER.text
SPANS = st.lists(
    st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 90)).map(
        lambda pair: Span(pair[0], min(len(TEXT), pair[0] + pair[1]))
    ),
    max_size=12,
)


def referred(article: Article, spans: list[Span]) -> tuple[Reference, ...]:
    """References to these spans of the article."""
    book = ReferenceBook((article,))
    book.find(article.evidence(span) for span in spans)
    return book.used


def without_tags(markup: str) -> str:
    """The text of markup that we wrote, paragraph by paragraph."""
    return unescape(re.sub("<[^>]*>", "", markup))


def test_blocks_are_the_headings_and_the_paragraphs() -> None:
    """White space between blocks belongs to none, and headings are told from paragraphs."""
    blocks = article_blocks(samples.COURIER)
    assert [block.is_heading for block in blocks] == [True, False, False, True, False]
    assert [block.span.of(TEXT)[:9] for block in blocks] == [
        "Fog, then",
        "The ferry",
        "“The barg",
        "What happ",
        "The harbo",
    ]


@given(SPANS)
def test_the_words_shown_are_the_articles_whatever_is_marked(spans: list[Span]) -> None:
    """Marks, however they overlap, add no word, drop none and change no order."""
    body = article_body(samples.COURIER, referred(samples.COURIER, spans))
    shown = [line for line in without_tags(body).split("\n") if line]
    assert shown == [block.span.of(TEXT) for block in article_blocks(samples.COURIER)]


@given(SPANS)
def test_the_segments_of_a_reference_are_its_quote(spans: list[Span]) -> None:
    """Joined, they give exactly the words of the evidence, nested, crossing or across paragraphs."""
    references = referred(samples.COURIER, spans)
    segments = article_segments(article_blocks(samples.COURIER), references)
    joined = {
        reference.label: "".join(
            segment.span.of(TEXT) for segment in segments if reference in segment.references
        )
        for reference in references
    }
    assert joined == {reference.label: reference.evidence.quote for reference in references}


@given(SPANS)
def test_every_reference_has_one_anchor_and_one_way_back(spans: list[Span]) -> None:
    """Each `id` stands once, and so does each link back."""
    references = tuple(ref for ref in referred(samples.COURIER, spans) if ref.evidence.quote)
    body = article_body(samples.COURIER, references)
    assert sorted(re.findall(r'id="(e[^"]*)"', body)) == sorted(ref.anchor for ref in references)
    assert sorted(re.findall(r'href="#r(e[^"]*)"', body)) == sorted(ref.anchor for ref in references)


def test_text_with_single_line_ends_keeps_them() -> None:
    """A text without blank lines is one paragraph with its line ends in it."""
    text = "One line.\nAnother < line."
    article = Article(id="a1", source="-", text=text, digest="d", sentences=(Span(0, len(text)),))
    assert article_body(article, ()) == "<p>One line.\nAnother &lt; line.</p>\n"


def test_an_article_of_white_space_has_no_blocks() -> None:
    """Nothing to show is shown as nothing."""
    article = Article(id="a1", source="-", text=" \n\n ", digest="d", sentences=(Span(0, 4),))
    assert article_body(article, ()) == ""


def test_the_work_grows_with_the_text() -> None:
    """Two thousand paragraphs of one marked sentence each take well under a second."""
    article = samples.article("a1", [[f"Sentence number {number} of a long text."] for number in range(2000)])
    references = referred(article, list(article.sentences))
    start = time.perf_counter()
    body = article_body(article, references)
    assert (body.count("<p>"), time.perf_counter() - start < 1) == (2000, True)
