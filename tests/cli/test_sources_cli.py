"""Every kind of source is read, from a file, from a pipe, and where it is an address, from a server on loopback."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO

import pytest

from cli.articles import HARBOUR, HARBOUR_ELSEWHERE
from cli.program import Program

FIRST_SENTENCE = "closed the northern harbour on Tuesday"
LOOPBACK = {"GROUNDWIRE_ALLOW_PRIVATE_ADDRESSES": "true"}


def _html() -> str:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in HARBOUR.strip().split("\n\n")[1:])
    return (
        "<!doctype html><html lang='en'><head><title>Harbour of Lindvik closed after oil leak - Coast Daily</title>"
        "<meta property='og:site_name' content='Coast Daily'>"
        "<meta property='article:published_time' content='2025-03-04T09:30:00+01:00'></head><body>"
        "<nav><a href='/'>Home</a> <a href='/sport'>Sport</a></nav>"
        f"<article><h1>Harbour of Lindvik closed after oil leak</h1>{paragraphs}</article>"
        "<footer>Copyright 2025 Coast Daily</footer></body></html>"
    )


def _pdf() -> bytes:
    lines = HARBOUR.strip().replace("\n\n", "\n").split("\n")
    shown = "".join(f"({_escaped(part)}) Tj T* " for line in lines for part in _wrapped(line))
    stream = f"BT /F1 9 Tf 40 800 Td 12 TL {shown} ET".encode("latin-1")
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    file, offsets = BytesIO(), []
    file.write(b"%PDF-1.4\n")
    for number, body in enumerate(objects, 1):
        offsets.append(file.tell())
        file.write(b"%d 0 obj%s endobj\n" % (number, body))
    start = file.tell()
    file.write(
        b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    )
    file.write(b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % start)
    return file.getvalue()


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _wrapped(line: str) -> list[str]:
    import textwrap

    return textwrap.wrap(line, 95)


def _feed(base: str) -> str:
    return (
        "<?xml version='1.0'?><rss version='2.0'><channel><title>Coast Daily</title><link>https://coast.example</link>"
        f"<item><title>Harbour closed</title><link>{base}/harbour.html</link>"
        "<pubDate>Tue, 04 Mar 2025 08:30:00 GMT</pubDate></item></channel></rss>"
    )


SOURCES: dict[str, bytes] = {
    "harbour.txt": HARBOUR.encode(),
    "harbour.md": ("# Harbour of Lindvik closed\n\n" + HARBOUR.partition("\n\n")[2]).encode(),
    "harbour.html": _html().encode(),
    "harbour.pdf": _pdf(),
    "harbour.jsonl": json.dumps({"id": "h", "text": HARBOUR}).encode(),
    "latin.txt": HARBOUR.replace("Haro", "Håro").encode("latin-1"),
    "utf16.txt": HARBOUR.encode("utf-16"),
}


@pytest.fixture
def website() -> Iterator[str]:
    """A server on loopback with every kind of source, a feed, a redirect and a redirect that never ends."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.lstrip("/")
            if path in {"loop", "moved"}:
                self.send_response(302)
                self.send_header("Location", "/loop" if path == "loop" else "/harbour.html")
                self.end_headers()
                return
            content = _feed(base).encode() if path == "feed.xml" else SOURCES.get(path)
            self.send_response(200 if content else 404)
            kinds = {
                "html": "text/html; charset=utf-8",
                "pdf": "application/pdf",
                "xml": "application/rss+xml",
            }
            self.send_header("Content-Type", kinds.get(path.rpartition(".")[2], "text/plain"))
            self.end_headers()
            self.wfile.write(content or b"")

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    base = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield base
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize("name", sorted(SOURCES))
def test_a_source_is_read_from_a_file(program: Program, name: str):
    """The body is the article's, whatever the format."""
    program.write(name, SOURCES[name])
    ended = program.run("ingest", name, "--format", "json")
    assert ended.code == 0, ended.err
    assert FIRST_SENTENCE in " ".join(ended.json["text"].split())
    assert "Sport" not in ended.json["text"]


@pytest.mark.parametrize("name", sorted(SOURCES))
def test_a_source_is_read_from_a_pipe(program: Program, name: str):
    """What comes on standard input is told by its content."""
    ended = program.run("ingest", "-", "--format", "json", stdin=SOURCES[name])
    assert ended.code == 0, ended.err
    assert FIRST_SENTENCE in " ".join(ended.json["text"].split())


@pytest.mark.parametrize("path", ["harbour.html", "harbour.txt", "harbour.pdf", "moved", "feed.xml"])
def test_a_source_is_read_from_an_address(program: Program, website: str, path: str):
    """A page, a text, a PDF, a redirect and a feed are fetched where private addresses are allowed."""
    ended = program.run("ingest", f"{website}/{path}", "--format", "json", **LOOPBACK)
    assert ended.code == 0, ended.err
    assert FIRST_SENTENCE in " ".join(ended.json["text"].split())


def test_a_page_tells_its_outlet_and_day(program: Program, website: str):
    """Metadata of a page come out with it."""
    article = program.run("ingest", f"{website}/harbour.html", "--format", "json", **LOOPBACK).json
    assert (article["outlet"], article["published"][:10], article["language"]) == (
        "Coast Daily",
        "2025-03-04",
        "en",
    )


def test_a_feed_file_names_its_articles(program: Program, website: str):
    """A feed in a file is read like one at an address."""
    program.write("feed.xml", _feed(website))
    ended = program.run("ingest", "feed.xml", "--format", "json", **LOOPBACK)
    assert ended.code == 0, ended.err
    assert FIRST_SENTENCE in ended.json["text"]


def test_a_folder_is_its_articles_by_name(program: Program):
    """A folder gives its readable files, sorted by name."""
    program.write("story/b.txt", HARBOUR_ELSEWHERE)
    program.write("story/a.txt", HARBOUR)
    program.write("story/origin.toml", "x = 1")
    ended = program.run("ingest", "story", "--format", "jsonl")
    assert [line["source"].rpartition("/")[2] for line in ended.lines] == ["a.txt", "b.txt"]


@pytest.mark.parametrize(("path", "said"), [("loop", "redirect"), ("nothing.html", "404")])
def test_an_address_that_leads_nowhere_is_one_line(program: Program, website: str, path: str, said: str):
    """A redirect loop and a missing page each give one line and exit code 4."""
    ended = program.run("summarise", f"{website}/{path}", "--quiet", **LOOPBACK)
    assert (ended.code, ended.out, len(ended.complaints)) == (4, "", 1)
    assert said in ended.complaints[0]


def test_loopback_is_refused_unless_a_setting_allows_it(program: Program, website: str):
    """The very same address is refused without the setting."""
    ended = program.run("summarise", f"{website}/harbour.html", "--quiet")
    assert (ended.code, len(ended.complaints)) == (4, 1)
    assert "private" in ended.complaints[0] or "loopback" in ended.complaints[0]
