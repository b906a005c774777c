"""HTTP for files of a gigabyte: plain requests whose answers are read piece by piece.

The standard library's client: it obeys the proxies (`https_proxy`, `no_proxy`) and certificates (`SSL_CERT_FILE`) of the
environment, follows redirects, and needs nothing that takes time to import. Guarantees: only http and https, after a
redirect too; credentials go to the host that they are for, not to where it redirects; every fault is one of
`groundwire.errors`, told in one line without query, user name or password.
"""

import http
import socket
import ssl
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPException, HTTPResponse
from typing import Final
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit

from groundwire import __version__
from groundwire.errors import (
    GroundwireError,
    ModelNotFound,
    ProviderFailed,
    RateLimited,
    RequestRejected,
    TransportFailed,
    UsageError,
)
from groundwire.llm.retry_after import wait_asked_for

_PIECE_BYTES: Final = 1 << 18
_BEHIND_A_PROXY = "check your connection, and https_proxy if you are behind a proxy"


class Answer:
    """An answer whose body has not been read yet."""

    def __init__(self, response: HTTPResponse, asked: str) -> None:
        self._response = response
        self._asked = asked
        self.status = response.status
        self.url = response.url
        self.headers: Mapping[str, str] = {name.lower(): value for name, value in response.headers.items()}

    def pieces(self) -> Iterator[bytes]:
        """The body as it comes; it may end early without a fault, when the connection is cut.

        Raises:
            TransportFailed: the connection broke.
        """
        while piece := self._piece():
            yield piece

    def _piece(self) -> bytes:
        try:
            return self._response.read1(_PIECE_BYTES)
        except (OSError, HTTPException, ValueError) as error:
            raise _explain(self._asked, error) from error


class Web:
    """Asks addresses for what is there. `timeout_s` is for the connection and for each wait for more bytes."""

    def __init__(self, *, timeout_s: float = 30.0) -> None:
        self._timeout_s = timeout_s
        self._opener = urllib.request.OpenerDirector()
        # Not the library's own set, which opens files and FTP as well.
        for handler in (
            urllib.request.ProxyHandler(),
            urllib.request.HTTPHandler(),
            urllib.request.HTTPSHandler(),
            urllib.request.HTTPRedirectHandler(),
            urllib.request.HTTPDefaultErrorHandler(),
            urllib.request.HTTPErrorProcessor(),
            urllib.request.UnknownHandler(),
        ):
            self._opener.add_handler(handler)

    @contextmanager
    def get(
        self, url: str, headers: Mapping[str, str] | None = None, *, authorization: str = ""
    ) -> Iterator[Answer]:
        """The answer to one request, with its redirects followed.

        Raises:
            UsageError: the address is not http or https.
            TransportFailed: no answer came.
            ModelNotFound: there is nothing at the address.
            RateLimited, ProviderFailed: the server asks to come back later.
            RequestRejected: it refuses.
        """
        if urlsplit(url).scheme not in {"http", "https"}:
            raise UsageError(f"expected an http or https address, found {shown(url)!r}")
        request = urllib.request.Request(  # noqa: S310  # the scheme is looked at above
            url,
            headers={
                "User-Agent": f"groundwire/{__version__}",
                "Accept-Encoding": "identity",
                **(headers or {}),
            },
        )
        if authorization:
            request.add_unredirected_header("Authorization", authorization)
        try:
            response = self._opener.open(request, timeout=self._timeout_s)
        except (OSError, HTTPException, ValueError) as error:
            raise _explain(url, error) from error
        with response:
            yield Answer(response, url)


def shown(url: str) -> str:
    """`url` as it may be shown: without user name, password, query and fragment."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"


def _explain(url: str, error: Exception) -> GroundwireError:
    """The one place where faults of the HTTP library become ours."""
    if isinstance(error, HTTPError):
        with error:
            return _explain_status(url, error)
    reason = error.reason if isinstance(error, URLError) else error
    for kinds, what, hint in (
        ((socket.gaierror,), "no host of that name", _BEHIND_A_PROXY),
        ((ssl.SSLError,), "a TLS certificate or connection that is not valid",
         "name your own certificates with SSL_CERT_FILE"),
        ((TimeoutError,), "no answer in time", _BEHIND_A_PROXY),
        ((ConnectionRefusedError,), "the connection refused", _BEHIND_A_PROXY),
        ((ConnectionError,), "the connection cut", "try again: what came is kept"),
        ((HTTPException,), "an answer that is not valid HTTP", _BEHIND_A_PROXY),
    ):  # fmt: skip
        if isinstance(reason, kinds):
            return TransportFailed(f"{shown(url)}: expected an answer, found {what}", hint=hint)
    said = str(getattr(reason, "strerror", None) or reason)
    return TransportFailed(
        f"{shown(url)}: expected an answer, found none ({said[:200]})", hint=_BEHIND_A_PROXY
    )


def _explain_status(url: str, error: HTTPError) -> GroundwireError:
    try:
        phrase = http.HTTPStatus(error.code).phrase
    except ValueError:
        phrase = "not a status of HTTP"
    message = f"{shown(url)}: expected a file, found status {error.code} ({phrase})"
    headers = {name.lower(): value for name, value in error.headers.items()}
    wait = wait_asked_for(headers, "", now=time.time())
    if error.code in {404, 410}:
        return ModelNotFound(message, hint="the file is not there (any more): try --from with another source")
    if error.code == http.HTTPStatus.TOO_MANY_REQUESTS:
        return RateLimited(message, hint="try again later", retry_after_s=wait)
    if error.code >= 500 or error.code == http.HTTPStatus.REQUEST_TIMEOUT:
        return ProviderFailed(message, hint="try again later", retry_after_s=wait)
    return RequestRejected(message, hint=f"try --from with another source, or {_BEHIND_A_PROXY}")
