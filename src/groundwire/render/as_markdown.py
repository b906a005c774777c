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
from groundwire.render.pieces import article_name, is_web_address
from groundwire.render.references import Reference
from groundwire.render.report_outline import report_outline

_TONES = {
    Tone.PLAIN: "{}",
    Tone.LABEL: "**{}.**",
    Tone.STRONG: "**{}**",
    Tone.QUIET: "*— {}*",
    Tone.WARNING: "**⚠ {}**",
}
_RULE = "\n---\n\n"


def render_briefing(briefing: Briefing) -> str:
    """A briefing on several articles."""
    return _document(briefing_outline(briefing))


def render_reports(reports: Sequence[Report]) -> str:
    """One report after the other, each with its own evidence; articles are numbered in their order."""
    return _RULE.join(
        _document(report_outline(report, number=number)) for number, report in enumerate(reports, 1)
    )


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
        parts.append(_evidence(outline))
    return "\n".join(parts)


def _section(section: Section) -> str:
    if section.style is Style.PROSE:
        body = "\n".join(f"{_inlines(item.inlines)}\n" for item in section.items)
    else:
        numbered = section.style is Style.NUMBERED
        body = "".join(
            _list_item(item, number if numbered else 0)
            for number, item in enumerate(section.items, section.first)
        )
    return f"## {literal(section.heading)}\n\n{body}"


def _list_item(item: Item, number: int) -> str:
    marker = f"{number}." if number else "-"
    indent = " " * (len(marker) + 1)
    children = "".join(f"{indent}- {_inlines(child.inlines)}\n" for child in item.children)
    return f"{marker} {_inlines(item.inlines)}\n{children}"


def _inlines(inlines: Iterable[Inline]) -> str:
    return " ".join(filter(None, map(_inline, inlines)))


def _inline(inline: Inline) -> str:
    if isinstance(inline, Reference):
        return f"[{inline.label}]"
    if isinstance(inline, Address):
        return f"<{inline.url}>" if is_web_address(inline.url) else literal(inline.url)
    words = literal(inline.text)
    return _TONES[inline.tone].format(words) if words else ""


def _evidence(outline: Outline) -> str:
    """The quoted words under the names of their articles."""
    quotes: dict[int, list[str]] = {}
    for reference in outline.references:
        line = f"- [{reference.label}] {literal(reference.evidence.quote)}\n"
        quotes.setdefault(reference.article, []).append(line)
    numbered = dict(enumerate(outline.articles, outline.first_article))
    groups = [
        f"**{number} · {literal(article_name(numbered[number]))}**\n\n{''.join(lines)}"
        for number, lines in quotes.items()
    ]
    example = outline.references[0].label
    return "\n".join(
        [f"## Evidence\n\nThe articles' own words; [{example}] is article, then sentence.\n", *groups]
    )
