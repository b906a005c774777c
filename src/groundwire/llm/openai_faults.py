"""What the openai SDK raises, as our own errors: the one place where they are mapped.

Guarantees: every exception of the SDK becomes a `GroundwireError` whose message names the endpoint and whose hint says
what to do; no message holds the key or a part of it that a provider echoed; a fault that passes by itself (no answer,
told to wait, the provider's own failure) is told from one that does not.
"""

import re
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
    ModelNotFound,
    ProviderFailed,
    QuotaExhausted,
    RateLimited,
    RequestRejected,
    TransportFailed,
)
from groundwire.llm.redaction import scrubbed
from groundwire.llm.retry_after import wait_asked_for

FAULTS = (openai.OpenAIError, httpx2.HTTPError, httpx2.InvalidURL, aiohttp.ClientError, OSError)
"""All that a call of the SDK may raise: its own errors, and those of its transports that it does not wrap."""

_CONTEXT = re.compile(
    r"context[ _]length|context[ _]size|context[ _]window|maximum context|exceed_context|prompt is too long"
    r"|too many tokens|context the overflows|reduce the length of",
    re.IGNORECASE,
)
_FILTER_CODES = frozenset(
    {"content_filter", "content_policy_violation", "invalid_prompt", "ResponsibleAIPolicyViolation"}
)
_NO_CREDIT = re.compile(
    r"insufficient_quota|insufficient[ _]balance|billing|exceeded your current quota|credit", re.IGNORECASE
)
_OLLAMA_PORT = ":11434"
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
    what = f"{peer.endpoint} answered with an error: {_clean(str(fields.get('message') or error), peer)}"
    if code == "429":
        return RateLimited(what, hint="lower --concurrency")
    if code == "402":
        return QuotaExhausted(what)
    if _CONTEXT.search(what):
        return ContextTooLong(what)
    is_lasting = code.isdigit() and 400 <= int(code) < 500
    return RequestRejected(what) if is_lasting else ProviderFailed(what)


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
        hint="run it again: what is done is kept",
    )


def _explain_status(error: openai.APIStatusError, peer: Peer) -> GroundwireError:
    said = _said(error, peer)
    code = f"{error.code or ''} {error.type or ''}".strip()
    status = error.status_code
    what = f"{peer.endpoint} answered {status}: {said}"
    if set(code.split()) & _FILTER_CODES:
        return ContentFiltered(what)
    if status != 429 and (_CONTEXT.search(code) or _CONTEXT.search(said) or status == 413):
        return ContextTooLong(what)
    if status == 402 or (status in {403, 429} and _NO_CREDIT.search(f"{code} {said}")):
        return QuotaExhausted(what)
    if status in {429, 503, 529} or status >= 500:
        return _explain_passing(error, what, peer)
    return _explain_lasting(error, what, peer)


def _explain_passing(error: openai.APIStatusError, what: str, peer: Peer) -> GroundwireError:
    if error.status_code == 501:
        return RequestRejected(what, parameter=error.param)
    wait = wait_asked_for(error.response.headers, error.message, now=peer.now())
    kind = RateLimited if error.status_code == 429 else ProviderFailed
    hint = "lower --concurrency" if kind is RateLimited else "run it again: what is done is kept"
    return kind(what, hint=hint, retry_after_s=wait)


def _explain_lasting(error: openai.APIStatusError, what: str, peer: Peer) -> GroundwireError:
    by_status: dict[int, GroundwireError] = {
        401: KeyRejected(what),
        403: KeyRejected(what, hint="the key may not do this: check its permissions at the provider"),
        404: ModelNotFound(what, hint=_not_found_hint(error, peer)),
        408: TransportFailed(what),
        409: ProviderFailed(what),
    }
    if error.status_code in by_status:
        return by_status[error.status_code]
    moved = "the endpoint is elsewhere: give the address it moved to as --base-url"
    return RequestRejected(what, hint=moved if error.status_code < 400 else "", parameter=_parameter(error))


def _not_found_hint(error: openai.APIStatusError, peer: Peer) -> str:
    if peer.model.lower() not in error.message.lower() and "model" not in error.message.lower():
        return f"nothing answers there: a base URL usually ends in /v1, this one is {peer.endpoint}"
    if _OLLAMA_PORT in peer.endpoint:
        return f"ollama pull {peer.model}"
    return ModelNotFound.default_hint


def _said(error: openai.APIStatusError, peer: Peer) -> str:
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
