"""What is asked of the local engine, and what its answer means: pure, and without the binding.

Guarantees: what goes into the parameters is the request and nothing of this machine; every way a reply can end that is
the model's doing is an outcome; a schema is followed to the letter or refused.
"""

from collections.abc import Mapping
from typing import Any, Final

from groundwire.domain.exchange import ModelReply, ModelRequest, Outcome
from groundwire.errors import ModelError, ProviderFailed, RequestRejected

ENGINE: Final = "engine1"
"""Goes up when the same request to the same weights is answered otherwise than before: kept replies are then asked anew."""

SHORTEST_REPLY_TOKENS: Final = 256
"""A context with less room than this after a request is too short for it, unless the request's own limit is lower."""

_HERE = "local"
_SEEDS = 2**31  # the engine takes 32 bits
_VALUES = frozenset({"type", "enum", "const", "title", "description"})
_BOUNDS = frozenset({"minItems", "maxItems", "minLength", "maxLength", "minimum", "maximum"})
_PARTS = frozenset({"anyOf", "items", "properties", "required", "additionalProperties", "$ref", "$defs"})
_FOLLOWED = _VALUES | _BOUNDS | _PARTS


def engine_endpoint(sha256: str) -> str:
    """What `ModelRequest.endpoint` says of weights with this digest: the bytes, and what the engine makes of them."""
    return f"{_HERE}/{sha256}/{ENGINE}"


def weights_of(endpoint: str) -> str | None:
    """The digest of the weights that an endpoint made by `engine_endpoint` speaks of; None for any other."""
    here, _, rest = endpoint.partition("/")
    return rest.partition("/")[0] if here == _HERE and rest.endswith(f"/{ENGINE}") else None


def parameters(request: ModelRequest) -> dict[str, Any]:
    """The parameters of the call.

    A request without a seed gets one from its digest: the same request gives the same reply, and its repeats others.

    Raises:
        RequestRejected: the schema holds something that the engine would not follow.
    """
    sampling = request.sampling
    seed = int(request.digest[-8:], 16) % _SEEDS if sampling.seed is None else sampling.seed
    optional = {
        "temperature": sampling.temperature,
        "top_p": sampling.top_p,
        "max_tokens": sampling.max_tokens,
    }
    sent: dict[str, Any] = {name: value for name, value in optional.items() if value is not None}
    if request.response_format is not None:
        schema = dict(request.response_format.json_schema)
        _check_schema(schema, request.response_format.name)
        sent["schema"] = schema
    messages = [{"role": message.role, "content": _sendable(message.content)} for message in request.messages]
    return {"messages": messages, "seed": seed, **sent}


def reply_from(answer: Mapping[str, Any], request: ModelRequest) -> ModelReply:
    """The reply that the engine's answer holds.

    Raises:
        ProviderFailed: it is not of the shape that was asked for.
    """
    text = str(answer["text"])
    wanted = request.response_format
    if wanted is not None and wanted.json_schema.get("type") == "object" and text[:1] not in {"", "{"}:
        raise ProviderFailed(
            f"expected {request.model} to be held to the schema of {wanted.name}, found {text[:80]!r}"
        )
    return ModelReply(
        text=text,
        outcome=Outcome.LENGTH if answer["finish"] == "length" else Outcome.COMPLETE,
        model=request.model,
        input_tokens=int(answer["read"]),
        output_tokens=int(answer["written"]),
    )


def fault_from(error: Mapping[str, Any], model: str) -> ModelError:
    """What the engine complains of, as an error of ours."""
    kind, message = str(error.get("type", "")), str(error.get("message", "no reason given"))
    if kind == "invalid_request_error":
        return RequestRejected(f"{model} does not take the request: {message}")
    return ProviderFailed(f"{model} failed: {message}")


def _check_schema(schema: Any, where: str) -> None:
    """Refuse what the engine passes over: it would write whatever it likes, and nobody would be told."""
    if isinstance(schema, bool):
        return
    unknown = sorted(schema.keys() - _FOLLOWED)
    if unknown:
        raise RequestRejected(
            f"expected a schema that local models can be held to at {where}, found {', '.join(unknown)}",
            hint=f"use {', '.join(sorted(_FOLLOWED))}",
            parameter="response_format",
        )
    for name in ("properties", "$defs"):
        for key, part in schema.get(name, {}).items():
            _check_schema(part, f"{where}.{key}")
    for part in (
        *schema.get("anyOf", ()),
        schema.get("items", True),
        schema.get("additionalProperties", True),
    ):
        _check_schema(part, where)


def _sendable(content: str) -> str:
    """The text with lone surrogates replaced: UTF-8 has no bytes for them."""
    return content.encode("utf-8", "replace").decode("utf-8")
