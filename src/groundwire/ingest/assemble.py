"""Document → Article: the one place where what a reader made of a source becomes an article.

Guarantees: the text is normalised, sentences tile it, every heading is a sentence, and whatever was left out of the text
stands in `set_aside` with its reason.
"""

from groundwire.digest import digest_text
from groundwire.domain.article import Article, SetAside
from groundwire.domain.span import Span
from groundwire.errors import NotAnArticle
from groundwire.ingest.document import BlockKind, Document
from groundwire.text.language import detect_language
from groundwire.text.normalise import normalise
from groundwire.text.sentences import split_sentences


def assemble(document: Document, *, id: str, source: str) -> Article:  # noqa: A002 - the field's own name
    """The article that `document` holds.

    Raises:
        NotAnArticle: empty, a paywall stub, a cookie wall, or nothing but page furniture.
    """
    blocks = [(block.kind, normalise(block.text).strip()) for block in document.blocks]
    blocks = [(kind, words) for kind, words in blocks if words]
    if not blocks:
        raise NotAnArticle(f"{source}: expected an article, found no text")
    text = "\n\n".join(words for _, words in blocks)
    sentences = split_sentences(text)
    headings, position = set[Span](), 0
    for kind, words in blocks:
        if kind is BlockKind.HEADING:
            headings |= {span for span in sentences if position <= span.start < position + len(words)}
        position += len(words) + 2
    return Article(
        id=id,
        source=source,
        text=text,
        title=document.title,
        outlet=document.outlet,
        byline=document.byline,
        published=document.published,
        url=document.url,
        language=document.language or detect_language(text),
        digest=digest_text("article", text),
        sentences=sentences,
        headings=tuple(sorted(headings)),
        set_aside=tuple(SetAside(text=words, reason=reason) for words, reason in document.set_aside),
    )
