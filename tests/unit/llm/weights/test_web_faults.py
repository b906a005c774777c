"""Every fault of the HTTP library becomes one of ours, in one line that shows no secret."""

import http.client
import socket
import ssl
from collections.abc import Iterator
from urllib.error import URLError

import pytest

from groundwire.errors import TransportFailed
from groundwire.llm.weights.web import _explain, shown

URL = "https://me:pass@hub.example/w.gguf?token=secret#part"


def _kinds(kind: type[BaseException]) -> Iterator[type[BaseException]]:
    yield kind
    for child in kind.__subclasses__():
        yield from _kinds(child)


def _made(kind: type[BaseException]) -> BaseException:
    arguments = {http.client.IncompleteRead: (b"",), http.client.UnknownProtocol: ("HTTP/7",)}
    return kind(*arguments.get(kind, ("something",)))


@pytest.mark.parametrize("kind", list(_kinds(http.client.HTTPException)), ids=lambda kind: kind.__name__)
def test_every_exception_of_the_http_client_is_a_failed_transport(kind: type[Exception]):
    """The library's exceptions are enumerated, so that a new one cannot slip through."""
    assert type(_explain(URL, _made(kind))) is TransportFailed


@pytest.mark.parametrize(
    ("fault", "found"),
    [
        (socket.gaierror(-2, "Name or service not known"), "found no host of that name"),
        (
            ssl.SSLCertVerificationError(1, "self-signed"),
            "found a TLS certificate or connection that is not valid",
        ),
        (TimeoutError("timed out"), "found no answer in time"),
        (ConnectionRefusedError(111, "refused"), "found the connection refused"),
        (ConnectionResetError(104, "reset"), "found the connection cut"),
        (OSError(101, "Network is unreachable"), "found none (Network is unreachable)"),
        (ValueError("odd"), "found none (odd)"),
    ],
)
def test_a_fault_is_named_the_same_bare_and_wrapped(fault: Exception, found: str):
    """While connecting the library wraps what happened; while reading it does not."""
    expected = f"https://hub.example/w.gguf: expected an answer, {found}"
    assert (_explain(URL, fault).message, _explain(URL, URLError(fault)).message) == (expected, expected)


def test_an_address_is_shown_without_what_may_be_secret():
    """User, password, query and fragment stay out of messages."""
    assert shown(URL) == "https://hub.example/w.gguf"
