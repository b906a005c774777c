"""What the openai SDK raises, as our own errors: the one place where they are mapped.

Guarantees: every exception of the SDK becomes a `GroundwireError` whose message names the endpoint and whose hint says
what to do; no message holds the key or a part of it that a provider echoed; a fault that passes by itself (no answer,
told to wait, the provider's own failure) is told from one that does not.
"""

import socket
import ssl
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import aiohttp
import httpx2
import openai

from groundwire.errors import (
    ContentFiltered,
    ContextTooLong,
    GroundwireError,
    KeyRejected,
    ModelLoading,
    ModelNotFound,
    ProviderFailed,
    QuotaExhausted,
    RateLimited,
    RequestRejected,
    TransportFailed,
)
from groundwire.llm.openai_complaints import Meaning, meaning_of
from groundwire.llm.redaction import scrubbed
from groundwire.llm.retry_after import wait_asked_for

FAULTS = (openai.OpenAIError, httpx2.HTTPError, httpx2.InvalidURL, aiohttp.ClientError, OSError)
"""All that a call of the SDK may raise: its own errors, and those of its transports that it does not wrap."""

_OLLAMA_PORT = ":11434"
_LM_STUDIO_PORT = ":1234"
_PRETENDED = 500  # the status of an error that was sent as a success and has no code
_AGAIN = "run it again: what is done is kept"
_PERMISSIONS = "the key may not do this: check its permissions at the provider"
_MOVED = "the endpoint is elsewhere: give the address it moved to as --base-url"
_PASSING: dict[Meaning, type[RateLimited] | type[ProviderFailed]] = {
    Meaning.TOO_MANY: RateLimited,
    Meaning.FAILED: ProviderFailed,
    Meaning.LOADING: ModelLoading,
}
_LASTING: dict[Meaning, Callable[..., GroundwireError]] = {
    Meaning.FILTERED: ContentFiltered,
    Meaning.TOO_LONG: ContextTooLong,
    Meaning.NO_CREDIT: QuotaExhausted,
    Meaning.WRONG_KEY: KeyRejected,
    Meaning.NO_MODEL: ModelNotFound,
    Meaning.NO_ANSWER: TransportFailed,
}
_HINTS = {
    Meaning.TOO_MANY: "lower --concurrency",
    Meaning.FAILED: _AGAIN,
    Meaning.NOT_LOADABLE: "the server's log says why; a smaller model or a shorter context needs less memory",
}
_EXCERPT = 300  # characters of a provider's message: enough to act on, short enough for one line


@dataclass(frozen=True, kw_only=True)
class Peer:
    """Who was asked: the endpoint without credentials, the model, the time-out, the key (to scrub), the clock."""

    endpoint: str
    model: str
    timeout_s: float
    key: str
    now: Callable[[], float]

    def __repr__(self) -> str:
        return f"Peer({self.endpoint!r}, {self.model!r})"


def explain(error: Exception, peer: Peer) -> GroundwireError:
    """Our error for one of the SDK's, or for one of the transports below it that the SDK lets through."""
    if isinstance(error, openai.APIStatusError):
        return _explain_status(error, peer)
    if isinstance(error, openai.APIResponseValidationError):
        return ProviderFailed(f"{peer.endpoint} answered with something that is no chat completion")
    if isinstance(error, openai.ContentFilterFinishReasonError):
        return ContentFiltered(f"{peer.endpoint} withheld the answer")
    if isinstance(error, openai.OpenAIError) and not isinstance(error, openai.APIError):
        return RequestRejected(
            f"the request to {peer.endpoint} could not be made: {_clean(str(error), peer)}"
        )
    return _explain_transport(error, peer)


def explain_embedded(error: object, peer: Peer) -> GroundwireError:
    """Our error for an error object in a response that claims to be a success, as routers of requests send it."""
    fields = error if isinstance(error, Mapping) else {"message": error}
    code = str(fields.get("code") or "")
    words = _clean(str(fields.get("message") or error), peer)
    said = _Said(
        status=int(code) if code.isdigit() else _PRETENDED,
        code=f"{code} {fields.get('type') or ''}".strip(),
        what=f"{peer.endpoint} answered with an error: {words}",
        words=words,
    )
    return _error(said, peer)


def _explain_transport(error: BaseException, peer: Peer) -> TransportFailed:
    causes = tuple(_causes(error))
    if any(isinstance(cause, ConnectionRefusedError) for cause in causes):
        start = "ollama serve" if _OLLAMA_PORT in peer.endpoint else "start the model server"
        return TransportFailed(
            f"no model at {peer.endpoint}: connection refused", hint=f"is it running? {start}"
        )
    if any(isinstance(cause, socket.gaierror) for cause in causes):
        return TransportFailed(
            f"no host found for {peer.endpoint}", hint="check the spelling of --base-url and the network"
        )
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        return TransportFailed(
            f"no secure connection to {peer.endpoint}: {_clean(str(causes[-1]), peer)}",
            hint="check the certificate, or whether the server speaks http instead of https",
        )
    names = {type(cause).__name__ for cause in causes}
    if names & {"SocketTimeoutError", "ReadTimeout", "ConnectionTimeoutError"} or isinstance(
        error, TimeoutError
    ):
        return TransportFailed(
            f"no answer from {peer.endpoint} within {peer.timeout_s:g} s",
            hint="the model may be slow or busy: raise the time-out, or lower --concurrency",
        )
    return TransportFailed(
        f"the connection to {peer.endpoint} broke off: {_clean(_innermost_words(causes), peer)}",
        hint=_AGAIN,
    )


@dataclass(frozen=True, kw_only=True)
class _Said:
    """What an endpoint says is wrong: `words` are its own, `what` is our sentence that holds them."""

    status: int
    code: str
    what: str
    words: str
    parameter: str | None = None
    retry_after_s: float | None = None


def _explain_status(error: openai.APIStatusError, peer: Peer) -> GroundwireError:
    words = _words(error, peer)
    said = _Said(
        status=error.status_code,
        code=f"{error.code or ''} {error.type or ''}".strip(),
        what=f"{peer.endpoint} answered {error.status_code}: {words}",
        words=words,
        parameter=_parameter(error),
        retry_after_s=wait_asked_for(error.response.headers, error.message, now=peer.now()),
    )
    return _error(said, peer)


def _error(said: _Said, peer: Peer) -> GroundwireError:
    meaning = meaning_of(said.status, said.code, said.words)
    hint = _hint(meaning, said, peer)
    if meaning in _PASSING:
        return _PASSING[meaning](said.what, hint=hint, retry_after_s=said.retry_after_s)
    if meaning in _LASTING:
        return _LASTING[meaning](said.what, hint=hint)
    return RequestRejected(said.what, hint=hint, parameter=said.parameter)


def _hint(meaning: Meaning, said: _Said, peer: Peer) -> str:
    """What to do; empty where the class of the error says it."""
    if meaning is Meaning.NO_MODEL:
        return _not_found_hint(said, peer)
    if meaning is Meaning.NO_ENDPOINT:
        return _no_endpoint_hint(peer)
    if meaning is Meaning.WRONG_KEY and said.status == 403:
        return _PERMISSIONS
    if meaning is Meaning.NOT_ACCEPTED and 300 <= said.status < 400:
        return _MOVED
    return _HINTS.get(meaning, "")


def _not_found_hint(said: _Said, peer: Peer) -> str:
    if peer.model.lower() not in said.words.lower() and "model" not in f"{said.code} {said.words}".lower():
        return _no_endpoint_hint(peer)
    if _OLLAMA_PORT in peer.endpoint:
        return f"ollama pull {peer.model}"
    if _LM_STUDIO_PORT in peer.endpoint:
        return f"lms load {peer.model}"
    return ModelNotFound.default_hint


def _no_endpoint_hint(peer: Peer) -> str:
    return f"nothing answers there: a base URL usually ends in /v1, this one is {peer.endpoint}"


def _words(error: openai.APIStatusError, peer: Peer) -> str:
    """What the provider says, on one line; a page of markup is only named."""
    if "html" in error.response.headers.get("content-type", "") or _looks_like_markup(error.body):
        return "a web page instead of JSON"
    return _clean(_detail(error), peer) or error.response.reason_phrase or "nothing more"


def _detail(error: openai.APIStatusError) -> str:
    body = error.body
    if isinstance(body, str):
        return body
    if isinstance(body, Mapping):
        said = (
            body.get("message") or body.get("error") or _first_detail(error).get("msg") or body.get("detail")
        )
        return str(said or error.message)
    return error.message


def _parameter(error: openai.APIStatusError) -> str | None:
    """The parameter complained of: `param`, or FastAPI's `loc` (`["body", "response_format", "type"]`)."""
    where = _first_detail(error).get("loc")
    return error.param or (".".join(map(str, where)) if isinstance(where, list) else None)


def _first_detail(error: openai.APIStatusError) -> Mapping[str, object]:
    """The first of FastAPI's complaints, which repeat the request; empty where there is none."""
    detail = error.body.get("detail") if isinstance(error.body, Mapping) else None
    first = detail[0] if isinstance(detail, list) and detail else None
    return first if isinstance(first, Mapping) else {}


def _looks_like_markup(body: object) -> bool:
    return isinstance(body, str) and body.lstrip()[:1] == "<"


def _clean(text: str, peer: Peer) -> str:
    return scrubbed(" ".join(text[: 4 * _EXCERPT].split()), key=peer.key)[:_EXCERPT]


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The error and what it came from, outermost first."""
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield current
        current = current.__cause__ or current.__context__


def _innermost_words(causes: tuple[BaseException, ...]) -> str:
    return next((str(cause) for cause in reversed(causes) if str(cause)), type(causes[-1]).__name__)
