"""Nouns as Markdown that reads well as it stands, pasted into a mail, and rendered.

Guarantees: every word of an article stays a word (see `literal`); every statement carries references such as `[1·4]`
(article 1, sentence 4), explained under the text with the article's own words, each once; the same noun gives the same
text.
"""

from collections.abc import Iterable, Sequence

from groundwire.domain.analysis import Report
from groundwire.domain.article import Article
from groundwire.domain.briefing import Briefing
from groundwire.domain.checking import CheckedStatement, Relates, Statement
from groundwire.domain.claim import Claim
from groundwire.render.article_outline import article_outline
from groundwire.render.briefing_outline import briefing_outline
from groundwire.render.listing_outline import checked_outline, claims_outline, relations_outline
from groundwire.render.literal import literal
from groundwire.render.outline import Address, Inline, Item, Outline, Section, Style, Tone
from groundwire.render.references import Reference
from groundwire.render.report_outline import report_outline

_RULE = "\n---\n\n"


def render_briefing(briefing: Briefing) -> str:
    """A briefing on several articles."""
    return _document(briefing_outline(briefing))


def render_reports(reports: Sequence[Report]) -> str:
    """One report after the other, each with its own references."""
    return _RULE.join(_document(report_outline(report)) for report in reports)


def render_claims(claims: Sequence[Claim], articles: Sequence[Article]) -> str:
    """The claims, article by article, with who says each."""
    return _document(claims_outline(claims, articles))


def render_articles(articles: Sequence[Article]) -> str:
    """The articles as read: metadata, numbered sentences, and what was set aside."""
    return _RULE.join(_document(article_outline(article)) for article in articles)


def render_checked(
    checked: Sequence[CheckedStatement], *, statements: Sequence[Statement], articles: Sequence[Article]
) -> str:
    """Each statement with its verdict, the reasons and the article's words; in the order of `checked`."""
    return _document(checked_outline(checked, statements=statements, articles=articles))


def render_relations(relations: Sequence[Relates]) -> str:
    """How the two claims of each pair relate, by the pair's id."""
    return _document(relations_outline(relations))


def _document(outline: Outline) -> str:
    parts = [f"# {_inlines(outline.title)}\n"] if outline.title else []
    parts += [f"{_inlines(item.inlines)}\n" for item in outline.lead]
    parts += [_section(section) for section in outline.sections]
    if outline.references:
        parts.append(_evidence(outline.references, len(outline.articles)))
    return "\n".join(parts)


def _section(section: Section) -> str:
    if section.style is Style.PROSE:
        body = "\n".join(f"{_inlines(item.inlines)}\n" for item in section.items)
    else:
        numbered = section.style is Style.NUMBERED
        body = "".join(
            _list_item(item, number if numbered else 0) for number, item in enumerate(section.items, 1)
        )
    return f"## {section.heading}\n\n{body}"


def _list_item(item: Item, number: int) -> str:
    marker = f"{number}." if number else "-"
    indent = " " * (len(marker) + 1)
    children = "".join(f"{indent}- {_inlines(child.inlines)}\n" for child in item.children)
    return f"{marker} {_inlines(item.inlines)}\n{children}"


def _inlines(inlines: Iterable[Inline]) -> str:
    return " ".join(_inline(inline) for inline in inlines)


def _inline(inline: Inline) -> str:
    if isinstance(inline, Reference):
        return f"[{inline.label}]"
    if isinstance(inline, Address):
        return literal(inline.url)
    words = literal(inline.text)
    match inline.tone:
        case Tone.STRONG:
            return f"**{words}**" if words else ""
        case Tone.QUIET:
            return f"*({words})*"
        case Tone.WARNING:
            return f"**⚠ {words}**"
        case Tone.PLAIN:
            return words


def _evidence(references: Sequence[Reference], articles: int) -> str:
    noun = "article" if articles == 1 else "articles"
    lines = [f"- [{reference.label}] “{literal(reference.evidence.quote)}”\n" for reference in references]
    return f"## Evidence\n\nThe words of the {noun}; [1·4] is article 1, sentence 4.\n\n{''.join(lines)}"
