"""The outline of a report: what one article says.

Guarantees: headline, bottom line, points and claims all carry their references and what the checks object to.
"""

from groundwire.domain.analysis import Report
from groundwire.domain.summary import Summary
from groundwire.render.outline import Item, Outline, Section, Tone, Words
from groundwire.render.pieces import (
    claim_item,
    closing_sections,
    flag,
    refusal_items,
    sources_section,
    stated,
)
from groundwire.render.references import ReferenceBook


def report_outline(report: Report, *, number: int = 1) -> Outline:
    """Headline, bottom line, points, claims, source and what was left out; `number` is that of the article."""
    book = ReferenceBook((report.article,), first=number)
    summary = report.summary
    # The outlet's own headline is not ours to vouch for, and a flag on it would stand above everything else.
    remark = () if summary.headline == report.article.title else flag(summary.headline_support)
    title = (Words(summary.headline), *book.find(summary.headline_evidence), *remark)
    sections = (
        Section(
            "points",
            "Main points",
            tuple(Item(stated(point.text, point.evidence, book, point.support)) for point in summary.points),
        ),
        Section("claims", "Claims", tuple(claim_item(claim, book) for claim in report.claims)),
        sources_section((report.article,), first=number),
        *closing_sections(report.losses, report.provenance),
    )
    lead = (*_bottom_line(summary, book), *refusal_items(report.provenance))
    return Outline(
        title=title,
        lead=lead,
        sections=tuple(section for section in sections if section.items),
        references=book.used,
        articles=(report.article,),
        first_article=number,
    )


def _bottom_line(summary: Summary, book: ReferenceBook) -> tuple[Item, ...]:
    words = stated(summary.bottom_line, summary.bottom_line_evidence, book, summary.bottom_line_support)
    return (Item((Words("Bottom line", Tone.LABEL), *words)),)
