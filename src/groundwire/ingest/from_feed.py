"""RSS and Atom → the articles that a feed announces.

Guarantees: nothing is fetched, no path is opened and no entity is expanded: the parser is handed a stream without the
document type declaration, where entities are declared; links are absolute http(s) addresses or absent.
"""

import calendar
import codecs
import datetime as dt
import io
import re
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import urljoin, urlsplit
from xml.parsers import expat

from groundwire.errors import NotAnArticle

_PROLOGUE_BYTES = 65536
"""How far into a document its first element is looked for."""
_LOOSE_BYTES = 400_000
"""The parser repairs what is not XML, in time that is not linear: a longer feed has to be XML."""
_MAX_DEPTH = 100
_ROOT = re.compile(rb"<(?:\w{1,20}:)?(rss|feed|rdf)[\s>/]", re.IGNORECASE)
_TOKEN = re.compile(rb"<!--|<!DOCTYPE|<[A-Z_a-z]", re.IGNORECASE)
_DECLARATION = re.compile(rb"\A<\?xml[^>]{0,200}\?>")
_TAG = re.compile(r"<[^<>]{0,500}>")
_FAULTS = (ValueError, LookupError, AssertionError, TypeError, AttributeError, RecursionError)
"""What the parser is known to raise on damaged feeds."""


@dataclass(frozen=True, kw_only=True)
class FeedEntry:
    """One announced article: absolute link, title, ISO date, the feed's title, and its content where it is inline."""

    url: str | None
    title: str | None
    published: str | None
    outlet: str | None
    html: str | None


def looks_like_feed(data: bytes) -> bool:
    """Whether the first element is that of an RSS or Atom document."""
    _, rest = _split_prologue(_as_single_bytes(data[:_PROLOGUE_BYTES]))
    return _ROOT.match(rest) is not None


def read_feed(data: bytes, *, url: str | None) -> tuple[FeedEntry, ...]:
    """The entries of a feed, in its order.

    Raises:
        NotAnArticle: when it has none.
    """
    import feedparser  # noqa: PLC0415 - slow to import, and only feeds need it

    declaration, rest = _split_prologue(_as_single_bytes(data))
    if len(rest) > _LOOSE_BYTES and not _is_well_formed(declaration + rest):
        raise NotAnArticle(
            f"expected a feed, found {len(rest)} bytes that are not XML", hint="name the page of one article"
        )
    try:
        feed = feedparser.parse(
            io.BytesIO(declaration + rest), resolve_relative_uris=False, sanitize_html=False
        )
    except _FAULTS as error:
        raise NotAnArticle(
            f"expected a feed, found one that is damaged ({type(error).__name__})",
            hint="name the page of one article",
        ) from error
    if not feed.entries:
        raise NotAnArticle(
            f"expected a feed with entries, found none in {url or 'it'!r}",
            hint="name the page of one article",
        )
    outlet = _plain(feed.feed.get("title"))
    base = _absolute(feed.feed.get("link"), url) or url
    return tuple(_read_entry(entry, base=base, outlet=outlet) for entry in feed.entries)


def _is_well_formed(data: bytes) -> bool:
    parser = expat.ParserCreate()
    depth = 0

    def begin(_name: str, _attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _MAX_DEPTH:
            raise ValueError

    def end(_name: str) -> None:
        nonlocal depth
        depth -= 1

    parser.StartElementHandler, parser.EndElementHandler = begin, end
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError):
        return False
    return True


def _as_single_bytes(data: bytes) -> bytes:
    """The document in an encoding that holds ASCII as it is, without a byte-order mark."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = data.decode("utf-16", "replace")
        return re.sub(r"\A\s*<\?xml[^>]{0,200}\?>", "", text).encode("utf-8", "replace")
    return data.removeprefix(codecs.BOM_UTF8).lstrip()


def _split_prologue(data: bytes) -> tuple[bytes, bytes]:
    """The XML declaration, and the document from its first element on; comments and the document type are left out."""
    head = data[:_PROLOGUE_BYTES]
    declaration = _DECLARATION.match(head)
    position = declaration.end() if declaration else 0
    while token := _TOKEN.search(head, position):
        if token[0] == b"<!--":
            end = head.find(b"-->", token.end())
        elif token[0].upper() == b"<!DOCTYPE":
            bracket, end = head.find(b"[", token.end()), head.find(b">", token.end())
            # an internal subset ends with its bracket
            end = head.find(b"]", bracket) if 0 <= bracket < end else end
        else:
            return (declaration[0] if declaration else b""), data[token.start() :]
        if end < 0:
            break
        position = end
    return b"", data


def _read_entry(entry: Any, *, base: str | None, outlet: str | None) -> FeedEntry:
    content = next((part.get("value") for part in entry.get("content", ()) if part.get("value")), None)
    return FeedEntry(
        url=_absolute(entry.get("link"), base),
        title=_plain(entry.get("title")),
        published=_iso(entry),
        outlet=_plain(entry.get("source", {}).get("title")) or outlet,
        html=content,
    )


def _absolute(link: Any, base: str | None) -> str | None:
    if not isinstance(link, str) or not link.strip():
        return None
    try:
        absolute = urljoin(base or "", link.strip())
        parts = urlsplit(absolute)
    except ValueError:
        return None
    return absolute if parts.scheme in {"http", "https"} and parts.netloc else None


def _plain(value: Any) -> str | None:
    """A title as one line of text; feeds put markup into it."""
    return " ".join(unescape(_TAG.sub(" ", value)).split()) or None if isinstance(value, str) else None


def _iso(entry: Any) -> str | None:
    """When the entry was published, else updated: a date where it says a date, else a date-time in UTC."""
    for name in ("published", "updated"):
        moment = entry.get(f"{name}_parsed")
        if moment is None:
            continue
        try:
            found = dt.datetime.fromtimestamp(calendar.timegm(moment), tz=dt.UTC)
        except (ValueError, TypeError, OverflowError):
            continue
        return found.date().isoformat() if len(str(entry.get(name, "")).strip()) == 10 else found.isoformat()
    return None
