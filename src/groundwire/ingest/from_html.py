"""HTML → Document: the article's own words, without the furniture of its page."""

from groundwire.errors import NotAnArticle
from groundwire.ingest.document import Block, Document


def read_html(data: bytes | str, *, url: str | None = None, encoding: str | None = None) -> Document:
    """The article of a page.

    Raises:
        NotAnArticle: when the page holds no article.
        UnreadableSource: when the bytes are not HTML.
    """
    import trafilatura  # noqa: PLC0415 - slow to import, and only HTML needs it

    text = data if isinstance(data, str) else data.decode(encoding or "utf-8", "replace")
    body = trafilatura.extract(text, url=url, include_comments=False)
    if not body:
        raise NotAnArticle("expected an article, found a page without a body text")
    return Document(blocks=tuple(Block(text=line) for line in body.splitlines()), url=url, has_markup=True)
