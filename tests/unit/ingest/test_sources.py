"""From names to articles, on real files. Every text here was written for these tests."""

import asyncio
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from groundwire.errors import (
    FetchRefused,
    MalformedLine,
    NotAnArticle,
    SourceNotFound,
    UndecodableSource,
    UnreadableSource,
)
from groundwire.ingest.sources import Ingested, IngestOptions, load_sources

BODY = (
    "The council voted on Tuesday to close the old bridge to lorries, after engineers found cracks in two of its pillars. "
    "It was built in 1931 and carries nine thousand vehicles a day."
)


def load(*names: object, stdin: bytes | None = None, **limits: int) -> Ingested:
    stream = None if stdin is None else io.BytesIO(stdin)
    return asyncio.run(
        load_sources([str(name) for name in names], options=IngestOptions(stdin=stream, **limits))
    )


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_one_bad_source_does_not_stop_the_others(tmp_path: Path) -> None:
    """Good sources become articles in order, bad ones failures in order, and nothing is lost between them."""
    first = write(tmp_path / "one.txt", BODY)
    empty = write(tmp_path / "two.txt", "")
    third = write(tmp_path / "three.txt", BODY)
    loaded = load(first, empty, third, tmp_path / "four.txt")
    assert [(a.id, a.source) for a in loaded.articles] == [("a1", str(first)), ("a2", str(third))]
    assert [(f.source, type(f.error)) for f in loaded.failures] == [
        (str(empty), NotAnArticle),
        (str(tmp_path / "four.txt"), SourceNotFound),
    ]
    assert loaded.expected == 4


def test_a_folder_is_its_files_by_name(tmp_path: Path) -> None:
    """Hidden files are passed over, unreadable ones are failures, the others come by name."""
    write(tmp_path / "b.txt", BODY)
    write(tmp_path / "a.md", f"# A bridge closes\n\n{BODY}")
    write(tmp_path / "c.png", b"\x89PNG\r\n\x1a\n\0")
    write(tmp_path / ".hidden", BODY)
    loaded = load(tmp_path)
    assert [a.source for a in loaded.articles] == [str(tmp_path / "a.md"), str(tmp_path / "b.txt")]
    assert [f.source for f in loaded.failures] == [str(tmp_path / "c.png")]


def test_what_lies_beside_the_articles_of_a_folder_is_no_article(tmp_path: Path) -> None:
    """Settings and data in a folder are passed over; named themselves, they are read."""
    write(tmp_path / "a.txt", BODY)
    notes = write(tmp_path / "origin.toml", BODY)
    write(tmp_path / "labels.json", BODY)
    assert [article.source for article in load(tmp_path).articles] == [str(tmp_path / "a.txt")]
    assert [article.source for article in load(notes).articles] == [str(notes)]


def test_a_folder_without_files_is_no_source(tmp_path: Path) -> None:
    """An empty folder is a failure of its own."""
    assert type(load(tmp_path).failures[0].error) is NotAnArticle


REFUSED = {
    "white space only": (b" \n\t \n", NotAnArticle),
    "a few words": (b"Nothing much here.", NotAnArticle),
    "a paywall": (b"Subscribe to continue reading\n\nThe mayor said on Monday that she would go. " * 1, NotAnArticle),
    "a consent wall": (b"We use cookies to improve our site.\n\nAccept all cookies or manage your privacy settings.", NotAnArticle),
    "furniture only": (b"Share this article\n\nRead more: The bridge\n\nAll rights reserved", NotAnArticle),
    "a zero byte": (BODY.encode() + b"\0", UnreadableSource),
    "an image": (b"\xff\xd8\xff\xe0\0\x10JFIF", UnreadableSource),
    "a Word document": (b"PK\x03\x04\x14\0\0\0word/document.xml", UnreadableSource),
    "a program": (b"\x7fELF\x02\x01\x01\0", UnreadableSource),
    "an RTF file": (b"{\\rtf1\\ansi\xe9 text}", UnreadableSource),
    "broken UTF-8": ("Grüße, schöne Brücke, häßlich übrig. ".encode() * 5 + b"\xff\xfe.", UndecodableSource),
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_no_article_is_refused(what: str, tmp_path: Path) -> None:
    """Each kind of unusable file fails with its own class and a hint."""
    content, error = REFUSED[what]
    loaded = load(write(tmp_path / "x.txt", content))
    assert [type(failure.error) for failure in loaded.failures] == [error]
    assert "\n" not in str(loaded.failures[0].error)


def test_undecodable_bytes_are_named_with_their_offset(tmp_path: Path) -> None:
    """The message says at which byte the text stops being text."""
    good = "Grüße, schöne Brücke, häßlich übrig. ".encode() * 5
    loaded = load(write(tmp_path / "x.txt", good + b"\xff\xfe."))
    assert f"at offset {len(good)}" in loaded.failures[0].error.message


def test_an_article_about_cookies_is_an_article(tmp_path: Path) -> None:
    """Only short bodies are refused for their words."""
    text = "\n\n".join(
        f"The court ruled on day {n} that a site has to ask before it sets cookies in a browser, the judge said."
        for n in range(9)
    )
    assert len(load(write(tmp_path / "x.txt", text)).articles) == 1


def test_devices_and_pipes_are_not_opened(tmp_path: Path) -> None:
    """A device or a named pipe is refused by what it is, without reading it."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert [type(f.error) for f in load("/dev/zero", pipe).failures] == [UnreadableSource, UnreadableSource]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_unreadable(tmp_path: Path) -> None:
    """Permission denied is not "not found"."""
    path = write(tmp_path / "x.txt", BODY)
    path.chmod(0)
    assert type(load(path).failures[0].error) is UnreadableSource


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000, "", " ", "no\nsuch", "\ud800"])
def test_names_that_no_file_can_have_are_not_found(name: str) -> None:
    """Odd names are failures, not exceptions, and the empty name is not the folder in which one stands."""
    assert [(f.source, type(f.error)) for f in load(name).failures] == [(name, SourceNotFound)]


def test_a_file_above_the_limit_is_refused(tmp_path: Path) -> None:
    """Sizes are bounded, and a long text below the limit is one article."""
    path = write(tmp_path / "x.txt", "word " * 100_000)
    assert type(load(path, max_article_bytes=100_000).failures[0].error) is UnreadableSource
    assert len(load(path).articles) == 1


ENCODED = {
    "utf-8-sig": "utf-8-sig",
    "utf-16": "utf-16",
    "utf-16-le without a mark": "utf-16-le",
    "cp1252": "cp1252",
}


@pytest.mark.parametrize("encoding", ENCODED.values(), ids=ENCODED)
def test_encodings_are_recognised(encoding: str, tmp_path: Path) -> None:
    """Marks, UTF-16 and Windows-1252 give the same text as UTF-8."""
    text = BODY.replace("old bridge", "“old” café—bridge")
    assert load(write(tmp_path / "x.txt", text.encode(encoding))).articles[0].text == text


def test_cyrillic_in_a_legacy_encoding_is_read(tmp_path: Path) -> None:
    """What is neither UTF-8 nor Western is left to the detector."""
    text = (
        "Министр сказал в понедельник, что разговоры с профсоюзом ещё не закончены и что делать выводы рано. "
        * 3
    )
    assert (
        load(write(tmp_path / "x.txt", text.encode("cp1251"))).articles[0].text.startswith("Министр сказал")
    )


def test_standard_input_is_sniffed() -> None:
    """`-` takes text, HTML and JSON Lines alike."""
    page = f"<!doctype html><html><head><title>Bridge</title></head><body><article><h1>A bridge closes</h1><p>{BODY}</p><p>{BODY}</p></article></body></html>"
    line = json.dumps({"id": "x7", "text": BODY}) + "\n"
    found = [load("-", stdin=data.encode()).articles[0] for data in (BODY, page, line)]
    assert [article.id for article in found] == ["a1", "a1", "x7"]
    assert all("carries nine thousand vehicles" in article.text for article in found)


def test_standard_input_that_is_not_there_is_a_failure() -> None:
    """Without a stream, `-` names nothing."""
    assert type(load("-").failures[0].error) is SourceNotFound


def test_addresses_go_to_the_fetcher() -> None:
    """A scheme that is not fetched is refused there, not looked up as a file."""
    assert type(load("ftp://example.org/x").failures[0].error) is FetchRefused


def test_a_feed_is_its_entries(tmp_path: Path) -> None:
    """An entry that stands in the feed in full is read from there; one that is a link is fetched, and may fail alone."""
    full = "".join(f"<p>{BODY}</p>" for _ in range(5))
    feed = (
        '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Northpost</title>'
        f"<item><title>A bridge closes</title><pubDate>Sun, 12 Jan 2025 11:09:00 GMT</pubDate><content:encoded><![CDATA[{full}]]></content:encoded></item>"
        "<item><title>A teaser</title><link>http://127.0.0.1:9/b</link></item></channel></rss>"
    )
    loaded = load(write(tmp_path / "feed.xml", feed))
    assert [(a.title, a.outlet, a.published) for a in loaded.articles] == [
        ("A bridge closes", "Northpost", "2025-01-12T11:09:00+00:00")
    ]
    assert [(f.source, type(f.error)) for f in loaded.failures] == [("http://127.0.0.1:9/b", FetchRefused)]


def test_given_and_generated_ids_never_meet(tmp_path: Path) -> None:
    """A JSONL id is kept; numbers go round it; the same id twice is an error of the second line."""
    text = write(tmp_path / "x.txt", BODY)
    lines = write(
        tmp_path / "y.jsonl", '{"id":"a1","text":"One."}\n{"text":"Two."}\n{"id":"a1","text":"Three."}\n'
    )
    loaded = load(text, lines)
    assert [(a.id, a.text[:4]) for a in loaded.articles] == [("a2", "The "), ("a1", "One."), ("a3", "Two.")]
    assert [(f.source, type(f.error)) for f in loaded.failures] == [(f"{lines} line 3", MalformedLine)]


def test_reading_text_imports_no_reader_of_other_formats(tmp_path: Path) -> None:
    """A text file costs no HTML, PDF, feed, network or detection library."""
    path = write(tmp_path / "x.txt", BODY)
    script = (
        "import asyncio, sys; from groundwire.ingest.sources import *;"
        f"r = asyncio.run(load_sources([{str(path)!r}], options=IngestOptions())); assert len(r.articles) == 1;"
        "print(sorted({'trafilatura', 'lxml', 'pypdf', 'feedparser', 'charset_normalizer', 'httpx', 'aiohttp'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
