"""Who may ask the labelling server for what: the page that it served itself, and nobody else.

Guarantees: a request is let through only under the address that was printed, with the token in it; one that changes something only from
the page itself, as JSON of a bounded length. Another site open in the same browser can do nothing, by form, script or a name that
resolves to this machine.
"""

import hmac
from collections.abc import Mapping
from http import HTTPStatus
from typing import NamedTuple

MOST_BYTES = 8 * 1024 * 1024  # of a label file; the longest of ours has 80 KB
_MOST_DIGITS = 12  # of a length that is worth reading as a number


class Refusal(NamedTuple):
    """Why a request is not answered."""

    status: HTTPStatus
    reason: str


class RequestGuard:
    """Knows the one address, `http://HOST/TOKEN/`, under which the server may be asked."""

    def __init__(self, *, host: str, token: str) -> None:
        self._host = host
        self._origin = f"http://{host}"
        self._token = token

    @property
    def address(self) -> str:
        """Where the page is."""
        return f"{self._origin}/{self._token}/"

    def part_of(self, path: str) -> str | None:
        """What is asked for below the token, "" for the page; None without the token."""
        begin, slash, part = path.removeprefix("/").partition("/")
        known = hmac.compare_digest(begin.encode("utf-8", "surrogateescape"), self._token.encode())
        return part if known and slash and path.startswith("/") else None

    def refusal_to_read(self, headers: Mapping[str, str]) -> Refusal | None:
        """Why a request that only reads is not answered, if it is not."""
        if headers.get("Host") != self._host:
            return Refusal(HTTPStatus.FORBIDDEN, f"expected the host {self._host}")
        is_opened = (headers.get("Sec-Fetch-Mode"), headers.get("Sec-Fetch-Dest")) == ("navigate", "document")
        if headers.get("Sec-Fetch-Site", "none") not in {"none", "same-origin"} and not is_opened:
            return Refusal(HTTPStatus.FORBIDDEN, "expected a request from the page itself")
        return None

    def refusal_to_write(self, headers: Mapping[str, str]) -> Refusal | None:
        """Why a request that changes labels is not answered, if it is not."""
        if headers.get("Origin") != self._origin:
            return Refusal(HTTPStatus.FORBIDDEN, f"expected the origin {self._origin}")
        if headers.get("Content-Type", "").partition(";")[0].strip() != "application/json":
            return Refusal(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "expected application/json")
        length = headers.get("Content-Length", "")
        if not (length.isascii() and length.isdigit()):
            return Refusal(HTTPStatus.LENGTH_REQUIRED, "expected the length of the labels")
        if len(length) > _MOST_DIGITS or int(length) > MOST_BYTES:
            return Refusal(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"expected at most {MOST_BYTES} bytes")
        return self.refusal_to_read(headers)
