import time

import pytest

from groundwire.errors import NotAnArticle
from groundwire.ingest.from_feed import FeedEntry, looks_like_feed, read_feed

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<!-- made by hand -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Harbour Gazette</title><link>https://harbour.example/news/</link>
<item><title>Ferry &amp; pier &lt;b&gt;reopen&lt;/b&gt;</title><link>ferry.html</link>
<pubDate>Mon, 06 Jan 2025 08:30:00 +0100</pubDate>
<content:encoded><![CDATA[<p>The ferry sails again.</p>]]></content:encoded></item>
<item><title>Script</title><link>javascript:alert(1)</link><description>Short.</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Hill Post</title>
<entry><title>Road closed</title><link href="/road"/><updated>2025-01-07T10:00:00Z</updated></entry>
<entry><title>Day only</title><link href="https://other.example/x"/><published>2025-01-08</published></entry></feed>"""


def test_an_rss_feed_gives_its_entries():
    """Links become absolute, titles plain, dates UTC; content is handed on; a link that is no web address is absent."""
    assert read_feed(RSS.encode(), url="https://harbour.example/feed") == (
        FeedEntry(
            url="https://harbour.example/news/ferry.html",
            title="Ferry & pier reopen",
            published="2025-01-06T07:30:00+00:00",
            outlet="Harbour Gazette",
            html="<p>The ferry sails again.</p>",
        ),
        FeedEntry(url=None, title="Script", published=None, outlet="Harbour Gazette", html=None),
    )


def test_an_atom_feed_gives_its_entries():
    """`updated` stands in for `published`, and a day stays a day."""
    entries = read_feed(ATOM.encode(), url="https://hill.example/atom.xml")
    assert [(entry.url, entry.published) for entry in entries] == [
        ("https://hill.example/road", "2025-01-07T10:00:00+00:00"),
        ("https://other.example/x", "2025-01-08"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_feed_is_known_by_its_first_element(encoding: str):
    """Declaration, comments, byte-order marks and UTF-16 do not hide it."""
    assert looks_like_feed(RSS.encode(encoding))


def test_a_feed_in_utf_16_is_read():
    """The encoding of the declaration gives way to the byte-order mark."""
    assert len(read_feed(RSS.replace("UTF-8", "UTF-16").encode("utf-16"), url=None)) == 2


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"plain words",
        b"<html><p>An <rss> element is named here.</p></html>",
        b"<!-- <rss> --><html/>",
        b"<!--",
    ],
)
def test_what_only_mentions_a_feed_is_none(data: bytes):
    """A page about feeds is a page."""
    assert not looks_like_feed(data)


@pytest.mark.parametrize(
    "data", [b"", b"<rss></rss>", b"<rss><channel><title>Empty</title></channel></rss>", b"\x00\xff<rss"]
)
def test_a_feed_without_entries_is_no_article(data: bytes):
    """Nothing to read is said, not returned as an empty list."""
    with pytest.raises(NotAnArticle, match="expected a feed with entries"):
        read_feed(data, url=None)


def test_entities_are_not_expanded():
    """A declared entity, nested or external, gives nothing of what it stands for."""
    bomb = "".join(f'<!ENTITY e{level} "{f"&e{level - 1};" * 10}">' for level in range(1, 9))
    data = f"""<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "boom">{bomb}<!ENTITY f SYSTEM "file:///etc/passwd">]>
    <rss version="2.0"><channel><item><title>a &e8; b &f; c</title></item></channel></rss>"""
    begun = time.monotonic()
    (entry,) = read_feed(data.encode(), url=None)
    assert "boom" not in (entry.title or "")
    assert "root:" not in (entry.title or "")
    assert time.monotonic() - begun < 2


def test_a_path_or_address_in_the_bytes_is_not_opened():
    """Bytes are content: a path or an address in them is not read."""
    for data in (b"/etc/passwd", b"http://127.0.0.1:9/feed"):
        with pytest.raises(NotAnArticle):
            read_feed(data, url=None)


@pytest.mark.parametrize("filler", [b"\n" * 500_000, b"<!--" * 100_000, b"<!-- x -->" * 50_000])
def test_a_long_prologue_takes_no_time(filler: bytes):
    """What stands before the first element is passed in linear time."""
    begun = time.monotonic()
    looks_like_feed(b"<?xml version='1.0'?>" + filler + b"<rss/>")
    assert time.monotonic() - begun < 1


@pytest.mark.parametrize("filler", [b"<a" * 500_000, b"<b>" * 200_000, b"<b>" * 200_000 + b"</b>" * 200_000])
def test_a_large_feed_has_to_be_xml(filler: bytes):
    """Half a megabyte of broken or bottomless markup is refused, not repaired."""
    begun = time.monotonic()
    with pytest.raises(NotAnArticle, match="not XML"):
        read_feed(b"<rss><channel><item>" + filler, url=None)
    assert time.monotonic() - begun < 2


def test_a_large_feed_that_is_xml_is_read():
    """Size alone is no reason to refuse."""
    item = (
        "<item><title>Ferry</title><link>https://harbour.example/a</link><description>"
        + "tide " * 200
        + "</description></item>"
    )
    assert (
        len(read_feed(f"<rss version='2.0'><channel>{item * 500}</channel></rss>".encode(), url=None)) == 500
    )
