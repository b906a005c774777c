"""Nouns as one self-contained HTML page: the text on one side, the articles on the other, joined by the references.

Guarantees: a page asks the network for nothing and runs nothing but its own script, which its content security policy
names by digest; every word that comes from outside is escaped; without scripting, references are plain links to the
marked words; in print, the quoted words follow the text.
"""

import base64
import hashlib
import string
from collections.abc import Iterable, Sequence
from functools import cache
from html import escape
from importlib import resources

from groundwire.domain.analysis import Report
from groundwire.domain.article import Article
from groundwire.domain.briefing import Briefing
from groundwire.render.article_markup import article_blocks, article_body
from groundwire.render.briefing_outline import briefing_outline
from groundwire.render.outline import Address, Inline, Item, Outline, Section, Style, Tone, Words
from groundwire.render.pieces import article_name, article_remarks, is_web_address
from groundwire.render.references import Reference
from groundwire.render.report_outline import report_outline
from groundwire.render.visible import one_line


def render_briefing(briefing: Briefing) -> str:
    """A page with the briefing and its articles."""
    return _page(briefing.title, (briefing_outline(briefing),))


def render_reports(reports: Sequence[Report]) -> str:
    """A page with the reports, one under the other, and their articles."""
    outlines = tuple(report_outline(report, number=number) for number, report in enumerate(reports, 1))
    title = reports[0].summary.headline if len(reports) == 1 else f"{len(reports)} reports"
    return _page(title, outlines)


def _page(title: str, outlines: Sequence[Outline]) -> str:
    script = _part("page.js")
    style = _part("page.css") + _targets(
        reference for outline in outlines for reference in outline.references
    )
    return string.Template(_part("page.html")).substitute(
        title=_text(title),
        policy=_policy(style, script),
        style=style,
        script=script,
        outlines="".join(_Writer(outline).article() for outline in outlines),
        articles="".join(_articles(outline) for outline in outlines),
    )


@cache
def _part(name: str) -> str:
    return resources.files("groundwire.render").joinpath("page", name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """Nothing is allowed but this style and this script, by their digests, and the empty icon."""
    rules = (
        "default-src 'none'",
        f"style-src '{_hash(style)}'",
        f"script-src '{_hash(script)}'",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
    return "; ".join(rules)


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _targets(references: Iterable[Reference]) -> str:
    """For pages without scripting: the words of a reference are lit while it is the target."""
    lit = [f"html:not(.js):has(#{name}:target) .w.{name}" for name in (ref.anchor for ref in references)]
    return ",\n".join(lit) + " { background: var(--mark); color: var(--mark-ink); }\n" if lit else ""


def _text(text: str) -> str:
    return escape(one_line(text))


class _Writer:
    """Writes one outline; the first use of each reference gets the anchor that leads back to it."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._seen: set[str] = set()

    def article(self) -> str:
        """The outline as an HTML article."""
        outline = self._outline
        title = f"<h1>{self._inlines(outline.title)}</h1>\n"
        lead = "".join(f'<p class="lead">{self._inlines(item.inlines)}</p>\n' for item in outline.lead)
        sections = "".join(self._section(section) for section in outline.sections)
        return f'<article class="outline">\n{title}{lead}{sections}{self._evidence()}</article>\n'

    def _section(self, section: Section) -> str:
        if section.style is Style.PROSE:
            body = "".join(f"<p>{self._inlines(item.inlines)}</p>\n" for item in section.items)
        elif section.style is Style.NUMBERED:
            items = "".join(
                self._item(item, f' value="{number}"')
                for number, item in enumerate(section.items, section.first)
            )
            body = f"<ol>\n{items}</ol>\n"
        else:
            body = f"<ul>\n{''.join(self._item(item) for item in section.items)}</ul>\n"
        return f'<section class="{section.key}">\n<h2>{_text(section.heading)}</h2>\n{body}</section>\n'

    def _item(self, item: Item, attributes: str = "") -> str:
        children = "".join(self._item(child) for child in item.children)
        nested = f"\n<ul>\n{children}</ul>\n" if children else ""
        return f"<li{attributes}>{self._inlines(item.inlines)}{nested}</li>\n"

    def _inlines(self, inlines: Iterable[Inline]) -> str:
        return " ".join(self._inline(inline) for inline in inlines)

    def _inline(self, inline: Inline) -> str:
        if isinstance(inline, Reference):
            return self._reference(inline)
        if isinstance(inline, Address):
            return _address(inline.url)
        return _words(inline)

    def _reference(self, reference: Reference) -> str:
        anchor = "" if reference.anchor in self._seen else f' id="r{reference.anchor}"'
        self._seen.add(reference.anchor)
        told = f"Evidence {reference.label}"
        return f'<a class="ref"{anchor} href="#{reference.anchor}" aria-label="{told}">{reference.label}</a>'

    def _evidence(self) -> str:
        """For print, where there are no articles beside the text."""
        quotes = "".join(
            f'<li><span class="ref">{reference.label}</span> {_text(reference.evidence.quote)}</li>\n'
            for reference in self._outline.references
        )
        return (
            f'<section class="evidence">\n<h2>Evidence</h2>\n<ul>\n{quotes}</ul>\n</section>\n'
            if quotes
            else ""
        )


def _words(words: Words) -> str:
    if words.tone is Tone.PLAIN:
        return _text(words.text)
    classes = f"{words.tone.value} {words.key}".rstrip()
    tag = "strong" if words.tone in {Tone.LABEL, Tone.STRONG} else "span"
    return f'<{tag} class="{classes}">{_text(words.text)}</{tag}>'


def _address(url: str) -> str:
    shown = _text(url)
    return f'<a href="{shown}" rel="noopener noreferrer">{shown}</a>' if is_web_address(url) else shown


def _articles(outline: Outline) -> str:
    by_number: dict[int, list[Reference]] = {}
    for reference in outline.references:
        by_number.setdefault(reference.article, []).append(reference)
    return "".join(
        _article(number, article, by_number.get(number, []))
        for number, article in enumerate(outline.articles, outline.first_article)
    )


def _article(number: int, article: Article, references: Sequence[Reference]) -> str:
    blocks = article_blocks(article)
    is_told = bool(blocks) and blocks[0].span.of(article.text) == article.title
    name = article_name(article) if is_told else article.title or article_name(article)
    remarks = [_text(remark) for remark in article_remarks(article) if remark != name]
    if article.url:
        remarks.append(_address(article.url))
    return (
        f'<article class="source" id="a{number}" tabindex="-1">\n'
        f'<h2><span class="number">{number}</span>{_text(name)}</h2>\n'
        f'<p class="about">{" · ".join(remarks)}</p>\n'
        f"{article_body(article, references)}</article>\n"
    )
