"""What is asked of the local engine, and what its answer means: pure, and without the binding.

Guarantees: what goes into the parameters is the request and nothing of this machine, so that one request is one reply
wherever it is asked; every way a reply can end that is the model's doing is an outcome.
"""

from collections.abc import Mapping
from typing import Any

from groundwire.digest import digest_text
from groundwire.domain.exchange import ModelReply, ModelRequest, Outcome
from groundwire.errors import ContextTooLong, ModelError, ProviderFailed, RequestRejected

_SEEDS = 2**31  # the engine takes 32 bits


def parameters(request: ModelRequest) -> dict[str, Any]:
    """The parameters of the call.

    A request without a seed gets one from its digest: the same request gives the same reply, and its repeats others.
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
        sent["schema"] = dict(request.response_format.json_schema)
    messages = [{"role": message.role, "content": _sendable(message.content)} for message in request.messages]
    return {"messages": messages, "seed": seed, **sent}


def reply_from(answer: Mapping[str, Any], model: str) -> ModelReply:
    """The reply that the engine's answer holds."""
    return ModelReply(
        text=str(answer["text"]),
        outcome=Outcome.LENGTH if answer["finish"] == "length" else Outcome.COMPLETE,
        model=model,
        input_tokens=int(answer["read"]),
        output_tokens=int(answer["written"]),
    )


def fault_from(error: Mapping[str, Any], model: str) -> ModelError:
    """What the engine complains of, as an error of ours."""
    kind, message = str(error.get("type", "")), str(error.get("message", "no reason given"))
    if kind == "exceed_context_size_error":
        return ContextTooLong(
            f"expected a request that fits into the context of {model}, found {error.get('n_prompt_tokens')} tokens"
        )
    if kind == "invalid_request_error":
        return RequestRejected(f"{model} does not accept the request: {message}")
    return ProviderFailed(f"{model} failed: {message}")


def engine_endpoint(sha256: str) -> str:
    """What `ModelRequest.endpoint` says of weights with this digest: the bytes, and what the engine makes of them."""
    return f"local/{sha256}/{_ENGINE}"


_ENGINE = digest_text("engine", "1")[-8:]


def _sendable(content: str) -> str:
    """The text with lone surrogates replaced: UTF-8 has no bytes for them."""
    return content.encode("utf-8", "replace").decode("utf-8")
