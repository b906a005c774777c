"""Fetches what stands at a URL, within limits of size, time and redirects."""

from dataclasses import dataclass

from groundwire.errors import FetchRefused


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
    """Fetch `url`.

    Raises:
        FetchRefused: for an address, a scheme, a size or a content type that is not taken.
        FetchFailed: when the network or the other server failed.
    """
    raise FetchRefused(f"expected an address that may be fetched, found {url!r} with {limits!r}")
