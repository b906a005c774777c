"""Pieces that outlines of briefings and of reports share: stated sentences, source lists, accounts.

Guarantees: a statement is followed by its references, and a statement that the checks object to says so and why.
"""

from collections.abc import Iterable, Sequence

from groundwire.domain.article import Article, Evidence
from groundwire.domain.claim import Claim
from groundwire.domain.losses import Losses
from groundwire.domain.provenance import Provenance
from groundwire.domain.support import Support, Verdict
from groundwire.render.outline import Address, Inline, Item, Section, Style, Tone, Words
from groundwire.render.references import ReferenceBook
from groundwire.render.wording import claim_words, losses_words, provenance_words, support_words


def quiet(text: str) -> tuple[Inline, ...]:
    """A remark in the background, or nothing where there is nothing to say."""
    return (Words(text, Tone.QUIET),) if text else ()


def stated(
    text: str, evidence: Iterable[Evidence], book: ReferenceBook, support: Support | None = None
) -> tuple[Inline, ...]:
    """The words with their references, and with what the checks object to."""
    return (Words(text), *book.find(evidence), *flag(support))


def flag(support: Support | None) -> tuple[Inline, ...]:
    """The warning on a statement that does not stand, or the note on one that nobody checked."""
    if support is None or not (words := support_words(support)):
        return ()
    tone = Tone.QUIET if support.verdict is Verdict.UNCHECKED else Tone.WARNING
    return (Words(words, tone),)


def claim_item(claim: Claim, book: ReferenceBook) -> Item:
    """A claim with who says it, how firmly, and what the checks object to."""
    words = stated(claim.text, claim.evidence, book)
    return Item((*words, *quiet(claim_words(claim)), *flag(claim.support)))


def source_inlines(article: Article) -> tuple[Inline, ...]:
    """Outlet, title, byline, date, and where it was read from."""
    name = article.outlet or article.title or article.source
    inlines: list[Inline] = [Words(name, Tone.STRONG)]
    if article.title and article.title != name:
        inlines.append(Words(f"“{article.title}”"))
    inlines += [Words(text) for text in (article.byline, article.published) if text]
    if article.url:
        inlines.append(Address(article.url))
    if article.source not in {article.url, name}:
        inlines += quiet(article.source)
    return tuple(inlines)


def sources_section(articles: Sequence[Article]) -> Section:
    """The numbered list of articles; the numbers are those in the references."""
    return Section(
        "sources",
        "Sources" if len(articles) != 1 else "Source",
        tuple(Item(source_inlines(article)) for article in articles),
        Style.NUMBERED,
    )


def closing_sections(losses: Losses, provenance: Provenance) -> tuple[Section, ...]:
    """What was left out, and how the document was made."""
    left_out = tuple(Item((Words(line),)) for line in losses_words(losses))
    made = Section("made", "How this was made", (Item((Words(provenance_words(provenance)),)),), Style.PROSE)
    return (Section("left-out", "Left out", left_out), made) if left_out else (made,)
