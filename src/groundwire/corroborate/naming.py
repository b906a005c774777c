"""How an article is spoken of."""

from groundwire.domain.article import Article


def article_name(article: Article) -> str:
    """The outlet, else the title, else the last part of what the user named as its source."""
    return article.outlet or article.title or article.source.rstrip("/").rpartition("/")[2] or article.id
