"""Articles for the tests of the built-in analyst."""

from groundwire.domain.article import Article
from groundwire.text.sentences import split_sentences


def article_of(text: str, *, title: str | None = None, published: str | None = "2025-06-12") -> Article:
    """An article of the given text; its sentences are the splitter's."""
    return Article(
        id="a1",
        source="memory",
        text=text,
        title=title,
        published=published,
        language="en",
        digest="article:sha256:0",
        sentences=split_sentences(text),
    )
