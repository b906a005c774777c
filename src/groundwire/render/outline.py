"""The plan of a page, before it is Markdown or HTML: sections of items, items of words and references.

Guarantees: an outline holds the words as they are, unescaped; each writer escapes all of them for its own format. A
reference always leads to the article's own words.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from groundwire.domain.article import Article
from groundwire.render.references import Reference


class Tone(StrEnum):
    """How words are set: as running text, a run-in heading, stressed, in the background, or as a warning."""

    PLAIN = "plain"
    LABEL = "label"
    STRONG = "strong"
    QUIET = "quiet"
    WARNING = "warning"


@dataclass(frozen=True)
class Words:
    """Words in one tone; `key` names for style sheets what they tell, such as a standing."""

    text: str
    tone: Tone = Tone.PLAIN
    key: str = ""


@dataclass(frozen=True)
class Address:
    """A web address as the article's metadata gives it; a writer may link it when it is http or https."""

    url: str


Inline = Words | Address | Reference


@dataclass(frozen=True)
class Item:
    """A paragraph or a list item with the items under it."""

    inlines: tuple[Inline, ...]
    children: tuple["Item", ...] = ()


class Style(StrEnum):
    """How the items of a section stand: as paragraphs, as a list, or as a numbered list."""

    PROSE = "prose"
    LIST = "list"
    NUMBERED = "numbered"


@dataclass(frozen=True)
class Section:
    """A heading and what stands under it. `key` names the section for style sheets; a numbered list counts from `first`."""

    key: str
    heading: str
    items: tuple[Item, ...]
    style: Style = Style.LIST
    first: int = 1


@dataclass(frozen=True)
class Outline:
    """One briefing or report: title, lead paragraphs, sections, the references used, and the articles behind them."""

    title: tuple[Inline, ...]
    lead: tuple[Item, ...]
    sections: tuple[Section, ...]
    references: tuple[Reference, ...] = ()
    articles: tuple[Article, ...] = field(default=())
    first_article: int = 1
