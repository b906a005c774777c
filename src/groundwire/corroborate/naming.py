"""How an article is spoken of."""

import re
from pathlib import PurePosixPath
from typing import Final

from groundwire.domain.article import Article

_HOST: Final = re.compile(r"https?://(?:www\.)?([^/:?#]+)")
_WORD: Final = re.compile(r"[^\W\d_]{2}")  # "2.txt" names nothing
_COLLECTIONS: Final = frozenset({".jsonl", ".ndjson", ".xml", ".rss", ".atom", ".json"})


def article_name(article: Article) -> str:
    """The outlet, else the site, else the file's name without its ending, else the title: a headline is no name.

    A file that holds many articles names none of them.
    """
    if article.outlet:
        return article.outlet
    host = _HOST.match(article.url or article.source)
    if host:
        return host[1]
    path = PurePosixPath(article.source.replace("\\", "/"))
    if path.suffix and path.suffix not in _COLLECTIONS and _WORD.search(path.stem):
        return path.stem
    return article.title or article.id
