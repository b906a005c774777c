"""Every exception of the SDK has its error of ours."""

import importlib
import pkgutil
from typing import Any

import httpx2
import openai
import pytest

from groundwire.errors import (
    ContentFiltered,
    GroundwireError,
    KeyRejected,
    ModelNotFound,
    ProviderFailed,
    RateLimited,
    RequestRejected,
    TransportFailed,
)
from groundwire.llm.openai_faults import Peer, explain

PEER = Peer(endpoint="host/v1", model="m", timeout_s=1.0, key="", now=lambda: 0.0)
REQUEST = httpx2.Request("POST", "http://host/v1/chat/completions")


def _response(status: int) -> httpx2.Response:
    return httpx2.Response(status, request=REQUEST)


def _status(kind: Any, status: int) -> openai.APIStatusError:
    return kind("said", response=_response(status), body={"message": "said"})


EXPECTED: dict[str, tuple[Exception, type[GroundwireError]]] = {
    "OpenAIError": (openai.OpenAIError("said"), RequestRejected),
    "APIError": (openai.APIError("said", REQUEST, body=None), TransportFailed),
    "APIConnectionError": (openai.APIConnectionError(request=REQUEST), TransportFailed),
    "APITimeoutError": (openai.APITimeoutError(REQUEST), TransportFailed),
    "APIResponseValidationError": (openai.APIResponseValidationError(_response(200), None), ProviderFailed),
    "APIStatusError": (_status(openai.APIStatusError, 418), RequestRejected),
    "BadRequestError": (_status(openai.BadRequestError, 400), RequestRejected),
    "AuthenticationError": (_status(openai.AuthenticationError, 401), KeyRejected),
    "OAuthError": (openai.OAuthError(response=_response(401), body=None), KeyRejected),
    "PermissionDeniedError": (_status(openai.PermissionDeniedError, 403), KeyRejected),
    "NotFoundError": (_status(openai.NotFoundError, 404), ModelNotFound),
    "ConflictError": (_status(openai.ConflictError, 409), ProviderFailed),
    "UnprocessableEntityError": (_status(openai.UnprocessableEntityError, 422), RequestRejected),
    "RateLimitError": (_status(openai.RateLimitError, 429), RateLimited),
    "InternalServerError": (_status(openai.InternalServerError, 500), ProviderFailed),
    "ContentFilterFinishReasonError": (openai.ContentFilterFinishReasonError(), ContentFiltered),
    "SubjectTokenProviderError": (openai.OpenAIError("said"), RequestRejected),
}

# Raised by parts of the SDK that are not used here; they are `OpenAIError`s all the same and would be mapped as such.
NOT_OURS = {
    "APIRemovedInV1",
    "AgentFilePreparationError",
    "AgentFileStagingError",
    "AgentOutputParseError",
    "AgentTurnResultError",
    "LengthFinishReasonError",
    "MissingDependencyError",
    "MutuallyExclusiveAuthError",
    "StreamAlreadyConsumed",
    "WebSocketConnectionClosedError",
    "WebSocketQueueFullError",
    "_AmbiguousModuleClientUsageError",
}


def _all_below(kind: type[Exception]) -> set[str]:
    names = {kind.__name__}
    for below in kind.__subclasses__():
        names |= _all_below(below)
    return names


def test_no_exception_of_the_sdk_is_unknown() -> None:
    """A release of the SDK with a new exception fails here, and somebody decides what it means."""
    for module in pkgutil.iter_modules(openai.__path__):
        if module.name.startswith("_") and module.name != "__main__":
            importlib.import_module(f"openai.{module.name}")
    for name in ("azure", "_old_api"):
        importlib.import_module(f"openai.lib.{name}")
    found = {name for name in _all_below(openai.OpenAIError) if not name.startswith("_X509")}
    assert found - set(EXPECTED) - NOT_OURS == set()


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_each_is_mapped(name: str) -> None:
    """The mapping is by what the exception means for us."""
    error, kind = EXPECTED[name]
    explained = explain(error, PEER)
    assert type(explained) is kind
    assert "host/v1" in explained.message
