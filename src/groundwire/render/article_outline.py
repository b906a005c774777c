"""The outline of an article as it was read: for a look at what the analysts will see.

Guarantees: every sentence is there under the number that references use, and so is everything that was set aside.
"""

from groundwire.domain.article import Article
from groundwire.render.outline import Inline, Item, Outline, Section, Style, Tone, Words
from groundwire.render.pieces import quiet, source_inlines


def article_outline(article: Article) -> Outline:
    """Metadata, numbered sentences and what was set aside."""
    headings = set(article.headings)
    sentences = tuple(
        Item((Words(span.of(article.text), Tone.STRONG if span in headings else Tone.PLAIN),))
        for span in article.sentences
    )
    set_aside = tuple(Item((Words(piece.text), *quiet(piece.reason))) for piece in article.set_aside)
    sections = (
        Section("text", "Text", sentences, Style.NUMBERED),
        Section("set-aside", "Set aside", set_aside),
    )
    return Outline(
        title=(Words(article.title or article.source),),
        lead=(Item(_about(article)),),
        sections=tuple(section for section in sections if section.items),
        articles=(article,),
    )


def _about(article: Article) -> tuple[Inline, ...]:
    language = f"language {article.language} · " if article.language else ""
    return (*source_inlines(article), *quiet(f"{language}id {article.id}"))
