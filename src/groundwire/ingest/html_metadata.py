"""What a page says of itself: title, outlet, byline, date, language, address; JSON-LD first, then meta elements.

Guarantees: a date is ISO 8601 or absent; an address is http(s) and absolute or absent; nothing is made up from the text.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from html import unescape
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml import html

from groundwire.ingest.html_state import read_linked_data

_ARTICLE_TYPES = ("Article", "BlogPosting", "Report", "LiveBlogPosting", "SocialMediaPosting")
_MAX_LENGTH = 300
"""Characters of a title, name or outlet that are believed; longer ones are bodies in the wrong place."""
_DATE_NAMES = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date.issued", "dc.date",
    "dcterms.created", "dcterms.date", "parsely-pub-date", "sailthru.date", "publish-date", "pubdate", "publishdate",
    "article.published", "cxenseparse:recs:publishtime", "og:pubdate", "citation_publication_date",
)  # fmt: skip
_AUTHOR_NAMES = ("author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author")

_SIGNATURES = frozenset({"author", "byline", "author-name", "byline__name", "byline-name", "author__name"})
_NAME_WORDS = 10
_BY = re.compile(r"^(?:written )?by:?\s+", re.IGNORECASE)
_PATH_DATE = re.compile(r"/((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?:/|-|$)")


@dataclass(frozen=True, kw_only=True)
class PageMetadata:
    """What was found; None where the page does not say."""

    title: str | None = None
    headlines: tuple[str, ...] = ()
    description: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None
    is_free: bool = True


def read_metadata(tree: html.HtmlElement, *, url: str | None) -> PageMetadata:
    """The metadata of a page that was read at `url`."""
    articles = [node for node in read_linked_data(tree) if _is_article(node)]
    meta = _read_meta(tree)
    linked = articles[0] if articles else {}
    headings = [_clean(str(heading.text_content())) for heading in tree.iter("h1")]
    titles = [_clean(linked.get("headline")), _clean(meta.get("og:title")), *headings[:1], _read_title(tree)]
    outlet = _first(
        [
            _clean(meta.get("og:site_name")),
            *_names(linked.get("publisher")),
            _clean(meta.get("application-name")),
        ]
    )
    address = _read_url(meta, tree, url)
    return PageMetadata(
        title=_without_outlet(_first(titles), outlet),
        headlines=tuple(title for title in [*titles, *headings, meta.get("twitter:title")] if title),
        description=_clean(meta.get("og:description")) or _clean(meta.get("description")),
        outlet=outlet,
        byline=_read_byline(linked, meta, tree),
        published=_first(_dates(linked, meta, tree)) or _date_in_path(address),
        language=_read_language(linked, meta, tree),
        url=address,
        is_free=not any(str(node.get("isAccessibleForFree", "")).casefold() == "false" for node in articles),
    )  # fmt: skip


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node["@type"] if isinstance(node["@type"], list) else [node["@type"]]
    return any(isinstance(kind, str) and kind.endswith(_ARTICLE_TYPES) for kind in kinds)


def _read_meta(tree: html.HtmlElement) -> dict[str, str]:
    """Name or property of each meta element, in lower case, to its content; the first of a name wins."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = element.get("content")
        if name and content and content.strip():
            found.setdefault(name.strip().lower(), content)
    return found


def _clean(value: Any) -> str | None:
    """One line of text; metadata is often escaped twice."""
    return " ".join(unescape(value).split()) or None if isinstance(value, str) else None


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value and len(value) <= _MAX_LENGTH), None)


def _read_title(tree: html.HtmlElement) -> str | None:
    """The title element without the outlet that is appended to it."""
    whole = _clean(tree.findtext(".//title"))
    for separator in (" | ", " – ", " — ", " - ", " :: "):
        head, found, _ = (whole or "").rpartition(separator)
        if found and len(head.split()) >= 3:
            return head
    return whole


def _without_outlet(title: str | None, outlet: str | None) -> str | None:
    for separator in ("|", "–", "—", "-", "::"):
        head, found, tail = (title or "").rpartition(f" {separator} ")
        if found and outlet and _squeeze(tail) in {_squeeze(outlet), _squeeze(outlet.partition("|")[0])}:
            return head
    return title


def _squeeze(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def _names(value: Any) -> Iterator[str]:
    """The names in a JSON-LD person or organisation, or in a list of them."""
    for item in value if isinstance(value, list) else [value]:
        name = item.get("name") if isinstance(item, dict) else item
        for part in name if isinstance(name, list) else [name]:
            cleaned = _clean(part)
            if cleaned and "://" not in cleaned:
                yield cleaned


def _read_byline(linked: dict[str, Any], meta: dict[str, str], tree: html.HtmlElement) -> str | None:
    names = list(dict.fromkeys(_names(linked.get("author"))))
    said = [", ".join(names), *names, *(_clean(meta.get(name)) for name in _AUTHOR_NAMES), *_signatures(tree)]
    found = _first(name for name in said if name and "://" not in name)
    return _BY.sub("", found) if found else None


def _signatures(tree: html.HtmlElement) -> Iterator[str | None]:
    """What elements marked as the author hold, where it is as short as names are."""
    for element in tree.iter("a", "span", "p", "div", "address"):
        marks = {element.get("rel"), element.get("itemprop"), *(element.get("class") or "").lower().split()}
        if marks & _SIGNATURES:
            words = _clean(str(element.text_content()))
            if (
                words
                and len(words.split()) <= _NAME_WORDS
                and not any(character.isdigit() for character in words)
            ):
                yield words


def _date_in_path(url: str | None) -> str | None:
    """The day that the address itself names (`/2024/05/17/`)."""
    found = _PATH_DATE.search(url or "")
    return _iso(f"{found[1]}-{found[2]}-{found[3]}") if found else None


def _dates(linked: dict[str, Any], meta: dict[str, str], tree: html.HtmlElement) -> Iterator[str | None]:
    yield _iso(linked.get("datePublished"))
    yield from (_iso(meta.get(name)) for name in _DATE_NAMES)
    yield from (_iso(element.get("datetime")) for element in tree.iterfind(".//time[@datetime]"))


def _iso(value: Any) -> str | None:
    """`value` as an ISO date or date-time, if it is one or an Internet (RFC 5322) date."""
    if not isinstance(value, str):
        return None
    text = value.strip()
    try:
        return (
            _plausible(dt.date.fromisoformat(text))
            if len(text) <= 10
            else _plausible(dt.datetime.fromisoformat(text))
        )
    except ValueError:
        pass
    try:
        return _plausible(parsedate_to_datetime(text))
    except (ValueError, TypeError, IndexError):
        return None


def _plausible(moment: dt.date) -> str | None:
    return moment.isoformat() if 1900 <= moment.year <= 2200 else None


def _read_language(linked: dict[str, Any], meta: dict[str, str], tree: html.HtmlElement) -> str | None:
    """An ISO 639-1 code."""
    said = (tree.get("lang"), tree.get("{http://www.w3.org/XML/1998/namespace}lang"), linked.get("inLanguage"),
            meta.get("og:locale"), meta.get("content-language"), meta.get("language"))  # fmt: skip
    for value in said:
        code = value.strip().replace("_", "-").partition("-")[0].lower() if isinstance(value, str) else ""
        if len(code) == 2 and code.isascii() and code.isalpha():
            return code
    return None


def _read_url(meta: dict[str, str], tree: html.HtmlElement, url: str | None) -> str | None:
    """The canonical address; `url` when the page does not name a usable one."""
    canonical = next((link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical"), None)
    for candidate in (canonical, meta.get("og:url")):
        try:
            absolute = urljoin(url or "", str(candidate or "").strip())
            parts = urlsplit(absolute)
        except ValueError:
            continue
        # a canonical link to the front page is a mistake of the site's template
        if candidate and parts.scheme in {"http", "https"} and parts.hostname and parts.path.strip("/"):
            return absolute
    return url
