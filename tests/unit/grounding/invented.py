"""Articles written for one test, indexed."""

from groundwire.domain.article import Article
from groundwire.grounding.index import ArticleIndex, index_article
from groundwire.text.sentences import split_sentences


def index_of(text: str, *, title: str | None = None, published: str | None = None) -> ArticleIndex:
    """The index of an English article of these words."""
    article = Article(
        id="a1",
        source="invented",
        text=text,
        language="en",
        digest="article:invented",
        title=title,
        published=published,
        sentences=split_sentences(text),
    )
    return index_article(article)
