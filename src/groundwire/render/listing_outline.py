"""Outlines of plain lists: claims, checked statements, relations.

Guarantees: one item for each thing given, in the order given; nothing is left out for want of evidence.
"""

from collections.abc import Sequence

from groundwire.domain.article import Article
from groundwire.domain.checking import CheckedStatement, Relates, Statement
from groundwire.domain.claim import Claim
from groundwire.domain.support import Verdict
from groundwire.render.outline import Inline, Item, Outline, Section, Tone, Words
from groundwire.render.pieces import claim_item, quiet, sources_section
from groundwire.render.references import ReferenceBook
from groundwire.render.wording import DISPUTE_KINDS, support_words


def claims_outline(claims: Sequence[Claim], articles: Sequence[Article]) -> Outline:
    """The claims under their articles."""
    book = ReferenceBook(articles)
    by_article: dict[str, list[Claim]] = {article.id: [] for article in articles}
    for claim in claims:
        by_article.setdefault(claim.article, []).append(claim)
    names = {article.id: article.title or article.outlet or article.source for article in articles}
    sections = tuple(
        Section(f"claims-{number}", names.get(name, name), tuple(claim_item(claim, book) for claim in group))
        for number, (name, group) in enumerate(by_article.items(), 1)
        if group
    )
    return _listing("Claims", sections, book, articles)


def checked_outline(
    checked: Sequence[CheckedStatement], *, statements: Sequence[Statement], articles: Sequence[Article]
) -> Outline:
    """Each statement with its verdict; statements are matched by their place, as `check` keeps the order."""
    book = ReferenceBook(articles)
    pairs = zip(checked, statements, strict=True)
    items = tuple(Item(_checked(outcome, statement, book)) for outcome, statement in pairs)
    return _listing("Checked claims", (Section("checked", "Verdicts", items),), book, articles)


def _checked(outcome: CheckedStatement, statement: Statement, book: ReferenceBook) -> tuple[Inline, ...]:
    support = outcome.support
    words = support_words(support) or "supported"
    good = support.verdict in {Verdict.SUPPORTED, Verdict.UNCHECKED}
    return (
        Words(outcome.id, Tone.STRONG),
        Words(statement.text),
        *book.find(outcome.evidence),
        Words(words, Tone.QUIET if good else Tone.WARNING),
    )


def relations_outline(relations: Sequence[Relates]) -> Outline:
    """Each pair's relation, what it is about, and why."""
    items = tuple(Item(_relation(relation)) for relation in relations)
    return _listing("Relations", (Section("relations", "Pairs", items),), ReferenceBook(()), ())


def _relation(relation: Relates) -> tuple[Inline, ...]:
    about = f"about {DISPUTE_KINDS[relation.kind]}" if relation.kind is not None else ""
    reasons = "; ".join(reason.message for reason in relation.reasons)
    detail = "; ".join(filter(None, [about, f"score {relation.score:.2f}", reasons]))
    return (Words(relation.id, Tone.STRONG), Words(relation.relation), *quiet(detail))


def _listing(
    title: str, sections: tuple[Section, ...], book: ReferenceBook, articles: Sequence[Article]
) -> Outline:
    sources = (sources_section(articles),) if articles else ()
    return Outline(
        title=(Words(title),),
        lead=(),
        sections=(*(section for section in sections if section.items), *sources),
        references=book.used,
        articles=tuple(articles),
    )
