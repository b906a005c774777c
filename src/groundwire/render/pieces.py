"""Pieces that outlines of briefings and of reports share: stated sentences, source lists, accounts.

Guarantees: a statement is followed by its references, and a statement that the checks object to says so and why.
"""

import re
from collections.abc import Iterable, Sequence

from groundwire.domain.article import Article, Evidence
from groundwire.domain.claim import Claim
from groundwire.domain.losses import Losses
from groundwire.domain.provenance import Provenance
from groundwire.domain.support import Support, Verdict
from groundwire.render.outline import Address, Inline, Item, Section, Style, Tone, Words
from groundwire.render.references import ReferenceBook
from groundwire.render.wording import (
    claim_words,
    losses_words,
    moment_words,
    provenance_words,
    statements_words,
    support_words,
)

_COLLECTIONS = frozenset(
    {"jsonl", "ndjson", "xml", "rss", "atom", "json"}
)  # files of many articles name none
_WORD = re.compile(r"[^\W\d_]{2}")  # "2.txt" names nothing
_HOST = re.compile(r"https?://(?:www\.)?([^/:?#]+)")
_SLASHES = re.compile(r"[/\\]")
_WEB_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d+)?(?:[/?#][!#-;=?-_a-z~]*)?")


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
    if claim.support.verdict is Verdict.UNCHECKED:
        remarks = filter(None, [claim_words(claim), support_words(claim.support)])
        return Item((*words, *quiet("; ".join(remarks))))
    return Item((*words, *quiet(claim_words(claim)), *flag(claim.support)))


def article_name(article: Article) -> str:
    """What to call the article: its outlet, else its site, else its file's name without the ending, else its title."""
    if article.outlet:
        return article.outlet
    host = _HOST.match(article.url or article.source)
    if host:
        return host[1]
    stem, dot, ending = _SLASHES.split(article.source.rstrip("/"))[-1].rpartition(".")
    if dot and _WORD.search(stem) and ending not in _COLLECTIONS:
        return stem
    return article.title or article.id


def article_remarks(article: Article) -> tuple[str, ...]:
    """Outlet, byline, date and source, as far as they are known and not told by the title."""
    told = article.title or article_name(article)
    published = moment_words(article.published) if article.published else None
    remarks = (article.outlet, article.byline, published, article.source)
    return tuple(remark for remark in remarks if remark and remark not in {told, article.url})


def source_inlines(article: Article) -> tuple[Inline, ...]:
    """Outlet, title, byline, date, and where it was read from."""
    name = article_name(article)
    title = (f"“{article.title}”",) if article.title and article.title != name else ()
    remarks = tuple(remark for remark in article_remarks(article) if remark != name)
    address: tuple[Inline, ...] = (Address(article.url),) if article.url else ()
    return (Words(name, Tone.STRONG), *quiet(" · ".join([*title, *remarks])), *address)


def is_web_address(url: str) -> bool:
    """Whether it is an http or https address that can be a link as it stands."""
    return _WEB_ADDRESS.fullmatch(url) is not None


def sources_section(articles: Sequence[Article], *, first: int = 1) -> Section:
    """The numbered list of articles; the numbers are those in the references."""
    return Section(
        "sources",
        "Sources" if len(articles) != 1 else "Source",
        tuple(_source(number, article) for number, article in enumerate(articles, first)),
        Style.NUMBERED,
        first,
    )


def _source(number: int, article: Article) -> Item:
    """The article with the id that the documents know it by, where its number does not tell."""
    name = () if article.id == f"a{number}" else quiet(f"id {article.id}")
    return Item((*source_inlines(article), *name))


def refusal_items(provenance: Provenance) -> tuple[Item, ...]:
    """The warning that little or nothing of what the model stated stands, where that is so."""
    statements = provenance.statements
    if statements is None or not statements.is_of_little_use:
        return ()
    words = statements_words(statements, provenance.model or "the model")
    return (Item((Words(f"{words[0].upper()}{words[1:]}.", Tone.WARNING),)),)


def closing_sections(losses: Losses, provenance: Provenance) -> tuple[Section, ...]:
    """What was left out, and how the document was made."""
    left_out = tuple(Item((Words(line),)) for line in losses_words(losses))
    made = Section("made", "How this was made", (Item((Words(provenance_words(provenance)),)),), Style.PROSE)
    return (Section("left-out", "Left out", left_out), made) if left_out else (made,)
