"""What the checks need to know of an article, gathered once."""

from dataclasses import dataclass

from groundwire.domain.article import Article


@dataclass(frozen=True)
class ArticleIndex:
    """An article with the words of its sentences ready to be looked up."""

    article: Article
    words: tuple[frozenset[str], ...]


def index_article(article: Article) -> ArticleIndex:
    """Index `article`; time is n log n at most in its length."""
    words = tuple(
        frozenset(article.sentence_text(index).casefold().split()) for index in range(len(article.sentences))
    )
    return ArticleIndex(article, words)
