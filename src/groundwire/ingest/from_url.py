"""Fetches what stands at a URL, within limits of size, time and redirects.

Guarantees: only http and https; the address check is made on the very address that a socket is about to connect to, for
every connection of every redirect, so that no name, notation or change of a DNS answer gets round it; the deadline
covers everything from the first look-up to the last byte; proxies and credentials of the environment are not used.
"""

import asyncio
import http
import socket
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from groundwire import __version__
from groundwire.errors import FetchFailed, FetchRefused, NotAnArticle, SourceError
from groundwire.ingest.addresses import find_lasting_objection, find_objection
from groundwire.ingest.url_body import CappedBody

if TYPE_CHECKING:
    import aiohttp
    from yarl import URL

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_REFUSED_TEXT = frozenset({"text/css", "text/javascript", "text/csv", "text/calendar"})
_TAKEN = frozenset({"application/pdf", "application/x-pdf", "application/xml"})
_UNSAID = frozenset({"", "application/octet-stream", "binary/octet-stream"})
_MAX_HEADER_BYTES = 65536
"""Content-security policies of news sites pass the library's own limit of 8 KB."""
_HEADERS = {
    "User-Agent": f"groundwire/{__version__}",
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.1",
    "Accept-Encoding": "gzip, deflate",
}
_SAVE = "save the page from a browser and name the file"


@dataclass(frozen=True, kw_only=True)
class FetchLimits:
    """How far one fetch may go: seconds over everything, bytes after decompression, redirects followed."""

    timeout_s: float
    max_bytes: int
    max_redirects: int = 5
    allow_private_addresses: bool = False


@dataclass(frozen=True, kw_only=True)
class Fetched:
    """What came back: the decompressed body, its media type, the charset that the header names, the final URL."""

    data: bytes
    content_type: str
    encoding: str | None
    url: str


async def fetch(url: str, *, limits: FetchLimits) -> Fetched:
    """What stands at `url`.

    Raises:
        FetchRefused: for an address, a scheme, a size or a content type that is not taken.
        FetchFailed: when the network or the other server failed, or the time is up.
        NotAnArticle: when the answer has no content.
    """
    import aiohttp  # noqa: PLC0415 - slow to import, and only addresses need it

    try:
        async with asyncio.timeout(limits.timeout_s):
            return await _follow(url, limits)
    except TimeoutError as error:
        raise FetchFailed(
            f"{url}: expected an answer within {limits.timeout_s:g} s, found none that was complete",
            hint="try again later, or raise the time-out",
        ) from error
    except (aiohttp.ClientError, OSError, ValueError) as error:
        raise _explain(url, error) from error


async def _follow(url: str, limits: FetchLimits) -> Fetched:
    """Redirects are followed here, not by the library, so that each is looked at before it is followed."""
    import aiohttp  # noqa: PLC0415 - slow to import, and only addresses need it

    address = _parse(url)
    visited = []
    connector = aiohttp.TCPConnector(
        socket_factory=_open_private_too if limits.allow_private_addresses else _open_public,
        use_dns_cache=False,
        force_close=True,
        happy_eyeballs_delay=None,
    )
    async with aiohttp.ClientSession(
        connector=connector,
        headers=_HEADERS,
        auto_decompress=False,
        max_line_size=_MAX_HEADER_BYTES,
        max_field_size=_MAX_HEADER_BYTES,
        timeout=aiohttp.ClientTimeout(total=None),
    ) as session:
        while True:
            visited.append(address)
            async with session.get(address, allow_redirects=False) as response:
                if response.status not in _REDIRECTS:
                    return await _read(response, limits)
                target = _parse_redirect(address, response.headers.get("Location"))
            if len(visited) > limits.max_redirects:
                how = "a loop" if target in visited else f"more than {limits.max_redirects}"
                raise FetchFailed(
                    f"{url}: expected a page, found redirects ({how}, last to {target})", hint=_SAVE
                )
            address = target


def _open_public(address_info: tuple[Any, ...]) -> socket.socket:
    """A socket for one resolved address, unless that is not public."""
    family, kind, protocol, _, (host, *_) = address_info
    objection = find_objection(str(host))
    if objection:
        raise FetchRefused(
            f"expected a public address, found {host} ({objection})",
            hint="save the page and name the file, or allow private addresses",
        )
    return socket.socket(family, kind, protocol)


def _open_private_too(address_info: tuple[Any, ...]) -> socket.socket:
    """A socket for one resolved address, unless no page can be there: a setting for intranets is none for secrets."""
    family, kind, protocol, _, (host, *_) = address_info
    objection = find_lasting_objection(str(host))
    if objection:
        raise FetchRefused(
            f"expected an address with pages, found {host} ({objection})", hint="save the page"
        )
    return socket.socket(family, kind, protocol)


def _parse(url: str) -> "URL":
    """The address, if it is one to fetch.

    Raises:
        FetchRefused: not http(s), without a host, or with credentials.
    """
    from yarl import URL  # noqa: PLC0415 - comes with aiohttp, and only addresses need it

    try:
        address = URL(url.strip())
        has_host = bool(address.host) and address.port is not None
    except ValueError as error:
        raise FetchRefused(f"expected an http or https address, found {url!r} ({error})") from error
    if address.scheme not in {"http", "https"}:
        raise FetchRefused(f"expected an http or https address, found the scheme {address.scheme!r}")
    if address.user is not None or address.password is not None:
        raise FetchRefused(
            f"expected an address without credentials, found some before {address.host!r}", hint=_SAVE
        )
    if not has_host:
        raise FetchRefused(f"expected an address with a host, found {url!r}")
    return address


def _parse_redirect(base: "URL", location: str | None) -> "URL":
    from yarl import URL  # noqa: PLC0415 - comes with aiohttp, and only addresses need it

    if not location:
        raise FetchFailed(f"{base}: expected a page, found a redirect that does not say where to")
    try:
        target = base.join(URL(location))
    except ValueError as error:
        raise FetchFailed(f"{base}: found a redirect to {location[:200]!r}, which is no address") from error
    return _parse(str(target.with_fragment(None)))


async def _read(response: "aiohttp.ClientResponse", limits: FetchLimits) -> Fetched:
    url = str(response.url)
    if not 200 <= response.status < 300:
        raise _explain_status(url, response.status)
    said = response.content_type if "Content-Type" in response.headers else ""
    if said not in _UNSAID and not _is_taken(said):
        raise _refuse_type(url, said)
    body = CappedBody(
        url=url, content_encoding=response.headers.get("Content-Encoding", ""), max_bytes=limits.max_bytes
    )
    body.check_length(response.content_length)
    async for chunk in response.content.iter_any():
        body.add(chunk)
    data = body.finish()
    if not data.strip():
        raise NotAnArticle(f"{url}: expected an article, found an empty answer")
    if said in _UNSAID:
        said = _sniff(url, data)
    return Fetched(data=data, content_type=said, encoding=response.charset, url=url)


def _is_taken(content_type: str) -> bool:
    if content_type.startswith("text/"):
        return content_type not in _REFUSED_TEXT
    return content_type in _TAKEN or (
        content_type.startswith("application/") and content_type.endswith("+xml")
    )


def _sniff(url: str, data: bytes) -> str:
    """The media type of content that is not labelled, or labelled as bytes."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"%PDF"):
        return "application/pdf"
    if head.startswith(b"<?xml"):
        return "application/xml"
    if head.startswith(b"<"):
        return "text/html"
    raise _refuse_type(url, "application/octet-stream")


def _refuse_type(url: str, content_type: str) -> FetchRefused:
    return FetchRefused(
        f"{url}: expected text, HTML, XML or PDF, found {content_type!r}", hint="name the page itself"
    )


def _explain_status(url: str, status: int) -> FetchFailed:
    try:
        phrase = http.HTTPStatus(status).phrase
    except ValueError:
        phrase = "not a status of HTTP"
    hint = {
        404: "check the address",
        410: "check the address",
        429: "wait before you fetch from this site again",
    }.get(status, "try again later" if status >= 500 else _SAVE)
    return FetchFailed(f"{url}: expected a page, found status {status} ({phrase})", hint=hint)


def _explain(url: str, error: Exception) -> SourceError:
    """The one place where faults of the HTTP library become ours."""
    import aiohttp  # noqa: PLC0415 - loaded by now

    if isinstance(error, aiohttp.InvalidURL):
        return FetchRefused(f"expected an http or https address, found {url!r}")
    for kinds, what, hint in (
        ((aiohttp.ClientConnectorDNSError,), "found no host of that name", "check the spelling and your connection"),
        ((aiohttp.ClientSSLError,), "its TLS certificate or connection is not valid", _SAVE),
        ((aiohttp.ClientConnectorError,), "could not connect", "check the address, or try again later"),
        ((aiohttp.ClientPayloadError, aiohttp.ServerDisconnectedError, aiohttp.ClientConnectionError, OSError),
         "the connection was cut before the end", "try again later"),
        ((aiohttp.ClientResponseError,), "the answer is not valid HTTP", _SAVE),
    ):  # fmt: skip
        if isinstance(error, kinds):
            return FetchFailed(f"{url}: {what} ({type(error).__name__})", hint=hint)
    return FetchFailed(f"{url}: could not be fetched ({type(error).__name__})", hint=_SAVE)
