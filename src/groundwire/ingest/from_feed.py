"""RSS and Atom → the articles that a feed announces."""

import io
from dataclasses import dataclass

from groundwire.errors import NotAnArticle


@dataclass(frozen=True, kw_only=True)
class FeedEntry:
    """One announced article: absolute link, title, ISO date, the feed's title, and its content where it is inline."""

    url: str | None
    title: str | None
    published: str | None
    outlet: str | None
    html: str | None


def looks_like_feed(data: bytes) -> bool:
    """Whether the bytes begin as an RSS or Atom document does."""
    head = data[:2048].lower()
    return any(mark in head for mark in (b"<rss", b"<feed", b"<rdf:rdf"))


def read_feed(data: bytes, *, url: str | None) -> tuple[FeedEntry, ...]:
    """The entries of a feed, in its order.

    Raises:
        NotAnArticle: when it has none.
    """
    import feedparser  # noqa: PLC0415 - slow to import, and only feeds need it

    feed = feedparser.parse(io.BytesIO(data))
    if not feed.entries:
        raise NotAnArticle(f"expected a feed with entries, found none at {url!r}")
    outlet = feed.feed.get("title")
    return tuple(
        FeedEntry(url=entry.get("link"), title=entry.get("title"), published=None, outlet=outlet, html=None)
        for entry in feed.entries
    )
