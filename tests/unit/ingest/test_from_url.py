import asyncio
import gzip
import socket
import threading
import time
import zlib
from collections.abc import Iterator

import aiohttp
import pytest

from groundwire.errors import FetchFailed, FetchRefused, NotAnArticle, SourceError
from groundwire.ingest.from_url import Fetched, FetchLimits, _explain, _open_public, fetch

PAGE = b"<html><body><p>The bridge reopened on Monday.</p></body></html>"
LIMITS = FetchLimits(timeout_s=5, max_bytes=100_000, allow_private_addresses=True)


def _answer(
    body: bytes, *headers: str, status: str = "200 OK", kind: str = "text/html; charset=utf-8"
) -> bytes:
    lines = [
        f"HTTP/1.1 {status}",
        f"Content-Type: {kind}",
        f"Content-Length: {len(body)}",
        "Connection: close",
        *headers,
    ]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def _redirect(target: str, status: str = "302 Found") -> bytes:
    return _answer(b"", f"Location: {target}", status=status)


def _raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


ANSWERS: dict[str, bytes] = {
    "/page": _answer(PAGE),
    "/latin": _answer("<p>Žádný text</p>".encode("iso-8859-2"), kind="text/html; charset=iso-8859-2"),
    "/pdf": _answer(b"%PDF-1.4 rest", kind="application/pdf"),
    "/octets-pdf": _answer(b"%PDF-1.4 rest", kind="application/octet-stream"),
    "/octets-html": _answer(PAGE, kind="application/octet-stream"),
    "/octets": _answer(b"\x00\x01\x02", kind="application/octet-stream"),
    "/image": _answer(b"\x89PNG", kind="image/png"),
    "/json": _answer(b"{}", kind="application/json"),
    "/css": _answer(b"p{}", kind="text/css"),
    "/feed": _answer(b"<rss/>", kind="application/rss+xml"),
    "/untyped": b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + PAGE,
    "/empty": _answer(b"  \n"),
    "/404": _answer(b"gone", status="404 Not Found"),
    "/403": _answer(b"no", status="403 Forbidden"),
    "/429": _answer(b"later", status="429 Too Many Requests"),
    "/503": _answer(b"down", status="503 Service Unavailable"),
    "/799": _answer(b"odd", status="799 Odd"),
    "/once": _redirect("/page"),
    "/permanent": _redirect("/page#part", status="308 Permanent Redirect"),
    "/nowhere": _answer(b"", status="302 Found"),
    "/loop": _redirect("/loop2"),
    "/loop2": _redirect("/loop"),
    "/to-file": _redirect("file:///etc/passwd"),
    "/to-user": _redirect("http://name:word@127.0.0.1/"),
    "/to-broken": _redirect("http://[::1"),
    "/r5": _redirect("/r4"),
    "/r4": _redirect("/r3"),
    "/r3": _redirect("/r2"),
    "/r2": _redirect("/r1"),
    "/r1": _redirect("/page"),
    "/r6": _redirect("/r5"),
    "/gzip": _answer(gzip.compress(PAGE), "Content-Encoding: gzip"),
    "/gzip-twice": _answer(gzip.compress(PAGE) + gzip.compress(b"<p>More</p>"), "Content-Encoding: gzip"),
    "/deflate": _answer(zlib.compress(PAGE), "Content-Encoding: deflate"),
    "/raw-deflate": _answer(_raw_deflate(PAGE), "Content-Encoding: deflate"),
    "/bomb": _answer(gzip.compress(b"a" * 50_000_000), "Content-Encoding: gzip"),
    "/cut-gzip": _answer(gzip.compress(PAGE)[:-12], "Content-Encoding: gzip"),
    "/not-gzip": _answer(PAGE, "Content-Encoding: gzip"),
    "/brotli": _answer(b"\x0b\x02", "Content-Encoding: br"),
    "/large": _answer(b"a" * 100_001),
    "/large-unsaid": b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n"
    + b"a" * 200_000,
    "/says-more": b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000\r\n\r\n" + PAGE,
    "/says-huge": b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 99999999\r\n\r\n" + PAGE,
    "/not-http": b"SSH-2.0-something\r\n\r\n",
    "/closed": b"",
    "/long-header": _answer(PAGE, f"Content-Security-Policy: {'x' * 20_000}"),
}


async def _serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        head = await reader.read(65536)
        path = "/not-http" if head.startswith(b"\x16") else head.split(b" ", 2)[1].decode()
        if path == "/drip":
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
            while not writer.is_closing():
                writer.write(b"a")
                await writer.drain()
                await asyncio.sleep(0.05)
        elif path == "/silent":
            await reader.read()
        else:
            writer.write(ANSWERS[path])
            await writer.drain()
    except (OSError, IndexError):
        pass
    finally:
        writer.close()


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """The address of a server on loopback that gives `ANSWERS`, drips and stays silent."""
    loop = asyncio.new_event_loop()
    server = loop.run_until_complete(asyncio.start_server(_serve, "127.0.0.1", 0))
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"

    async def stop() -> None:
        server.close()
        tasks = asyncio.all_tasks() - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    asyncio.run_coroutine_threadsafe(stop(), loop).result(5)
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


def _fetch(url: str, limits: FetchLimits = LIMITS) -> Fetched:
    return asyncio.run(fetch(url, limits=limits))


def test_a_page_comes_with_its_type_charset_and_address(site: str):
    """What is fetched says what it is and where it was found."""
    assert _fetch(f"{site}/page") == Fetched(
        data=PAGE, content_type="text/html", encoding="utf-8", url=f"{site}/page"
    )


def test_the_charset_is_that_of_the_header(site: str):
    """Bytes stay as they came; the header's charset is handed on."""
    found = _fetch(f"{site}/latin")
    assert found.data.decode(found.encoding or "") == "<p>Žádný text</p>"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/pdf", "application/pdf"),
        ("/octets-pdf", "application/pdf"),
        ("/octets-html", "text/html"),
        ("/feed", "application/rss+xml"),
        ("/untyped", "text/html"),
    ],
)
def test_a_type_is_taken_as_said_or_told_from_the_bytes(site: str, path: str, kind: str):
    """Content that is labelled as bytes, or not at all, is told from how it begins."""
    assert _fetch(site + path).content_type == kind


@pytest.mark.parametrize("path", ["/image", "/json", "/css", "/octets"])
def test_other_types_are_refused(site: str, path: str):
    """Images, data and style sheets are no articles."""
    with pytest.raises(FetchRefused, match="expected text, HTML, XML or PDF, found"):
        _fetch(site + path)


@pytest.mark.parametrize("path", ["/gzip", "/deflate", "/raw-deflate"])
def test_packed_content_is_unpacked(site: str, path: str):
    """Both kinds of deflate, and gzip, give the page."""
    assert _fetch(site + path).data == PAGE


def test_gzip_members_in_a_row_are_all_read(site: str):
    """A stream of two members is one page."""
    assert _fetch(f"{site}/gzip-twice").data == PAGE + b"<p>More</p>"


@pytest.mark.parametrize("path", ["/bomb", "/large", "/large-unsaid", "/says-huge"])
def test_more_than_the_cap_is_refused(site: str, path: str):
    """The cap is on decompressed bytes, announced or not."""
    with pytest.raises(FetchRefused, match="expected at most 100000 bytes"):
        _fetch(site + path)


@pytest.mark.parametrize("path", ["/cut-gzip", "/not-gzip", "/brotli", "/says-more", "/not-http", "/closed"])
def test_content_that_is_not_what_it_says_fails(site: str, path: str):
    """A body that is cut, damaged or in an unknown encoding is never taken for the page."""
    with pytest.raises(FetchFailed):
        _fetch(site + path)


def test_a_long_header_is_no_fault(site: str):
    """Security policies of 20 KB are met in the wild."""
    assert _fetch(f"{site}/long-header").data == PAGE


@pytest.mark.parametrize("path", ["/once", "/permanent", "/r5"])
def test_up_to_five_redirects_are_followed(site: str, path: str):
    """The address that is handed on is the last one."""
    found = _fetch(site + path)
    assert (found.data, found.url) == (PAGE, f"{site}/page")


@pytest.mark.parametrize(
    ("path", "what"), [("/r6", "more than 5"), ("/loop", "a loop"), ("/nowhere", "where to")]
)
def test_redirects_without_an_end_fail(site: str, path: str, what: str):
    """The sixth redirect, a loop and a redirect to nowhere are failures that say so."""
    with pytest.raises(FetchFailed, match=what):
        _fetch(site + path)


@pytest.mark.parametrize(
    ("path", "error"), [("/to-file", FetchRefused), ("/to-user", FetchRefused), ("/to-broken", FetchFailed)]
)
def test_a_redirect_is_looked_at_before_it_is_followed(site: str, path: str, error: type[SourceError]):
    """A redirect to another scheme, to credentials or to no address is not followed."""
    with pytest.raises(error):
        _fetch(site + path)


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("/404", "check the address"),
        ("/403", "save the page from a browser and name the file"),
        ("/429", "wait before you fetch from this site again"),
        ("/503", "try again later"),
        ("/799", "try again later"),
    ],
)
def test_a_status_has_its_hint(site: str, path: str, hint: str):
    """Each status that is no success says what to do."""
    with pytest.raises(FetchFailed, match=f"found status {path[1:]}") as caught:
        _fetch(site + path)
    assert caught.value.hint == hint


@pytest.mark.parametrize("path", ["/drip", "/silent"])
def test_the_deadline_is_over_everything(site: str, path: str):
    """A server that drips a byte at a time, or nothing, is left when the time is up."""
    begun = time.monotonic()
    with pytest.raises(FetchFailed, match=r"within 0\.3 s"):
        _fetch(site + path, FetchLimits(timeout_s=0.3, max_bytes=1000, allow_private_addresses=True))
    assert time.monotonic() - begun < 2


def test_an_empty_answer_is_no_article(site: str):
    """White space alone is nothing to read."""
    with pytest.raises(NotAnArticle, match="empty answer"):
        _fetch(f"{site}/empty")


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1", "127.1", "0"]
)
def test_an_address_that_is_not_public_is_refused(site: str, host: str):
    """However loopback is written, no connection is made to it unless that is allowed."""
    port = site.rpartition(":")[2]
    with pytest.raises(FetchRefused):
        _fetch(f"http://{host}:{port}/page", FetchLimits(timeout_s=5, max_bytes=1000))


@pytest.mark.parametrize("host", ["10.0.0.1", "169.254.169.254", "100.64.0.1"])
def test_no_socket_is_opened_for_a_private_address(host: str):
    """The check is made on the address that the socket would connect to, whatever name led there."""
    with pytest.raises(FetchRefused, match=host):
        _open_public((socket.AF_INET, socket.SOCK_STREAM, 6, "", (host, 80)))


@pytest.mark.parametrize(
    "url",
    ["ftp://example.org/a", "file:///etc/passwd", "http://", "http:///a", "http://user@example.org/",
     "http://user:word@example.org/", "http://[::1", "gopher://example.org", "example.org/a", "http://a:99999/"],
)  # fmt: skip
def test_what_is_no_plain_web_address_is_refused(url: str):
    """Other schemes, credentials and addresses without a host are refused before anything is looked up."""
    with pytest.raises(FetchRefused):
        _fetch(url)


def test_credentials_do_not_reach_the_message():
    """The message names the host alone."""
    with pytest.raises(FetchRefused) as caught:
        _fetch("http://someone:hunter2@example.org/")
    assert "hunter2" not in str(caught.value)


def test_tls_with_a_server_that_has_none_fails(site: str):
    """A failed handshake is a failure with a hint."""
    with pytest.raises(FetchFailed, match="TLS"):
        _fetch(site.replace("http:", "https:") + "/page")


def test_a_refused_connection_fails():
    """A port that nobody listens on is a failure."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        with pytest.raises(FetchFailed, match="could not connect"):
            _fetch(f"http://127.0.0.1:{taken.getsockname()[1]}/")


def _all_subclasses(kind: type[Exception]) -> Iterator[type[Exception]]:
    for child in kind.__subclasses__():
        yield child
        yield from _all_subclasses(child)


def test_every_fault_of_the_library_is_mapped():
    """A new exception of the HTTP library cannot slip through."""
    kinds = [kind for kind in _all_subclasses(aiohttp.ClientError) if kind.__module__.startswith("aiohttp.")]
    faults = [_explain("http://example.org/", kind.__new__(kind)) for kind in kinds]
    assert (len(kinds) > 15, {isinstance(fault, SourceError) for fault in faults}) == (True, {True})
