"""What goes over the wire of Chat Completions, and what comes back, with the habits of the servers that speak it.

Pure. Guarantees: every way a reply can end that is the model's doing is an outcome; a body that is no reply is
`ProviderFailed` (the same request may go well next time) or what its error object says.
"""

import json
from collections.abc import Mapping
from typing import Any

from groundwire.digest import canonical_json
from groundwire.domain.exchange import Message, ModelReply, ModelRequest, Outcome, ResponseFormat
from groundwire.errors import ProviderFailed
from groundwire.llm.dialect import Dialect, ReplyShape, types_only

_OUTCOMES = {
    "length": Outcome.LENGTH,
    "max_tokens": Outcome.LENGTH,
    "model_length": Outcome.LENGTH,
    "model_context_window_exceeded": Outcome.LENGTH,
    "repetition": Outcome.LENGTH,  # a loop that the server stopped: what is whole counts, the rest is asked for again
    "repeat": Outcome.LENGTH,
    "content_filter": Outcome.FILTERED,
    "safety": Outcome.FILTERED,
    "recitation": Outcome.FILTERED,
    "sensitive": Outcome.FILTERED,
    "refusal": Outcome.REFUSED,
}
_BROKEN_OFF = frozenset({"error", "abort", "insufficient_system_resource", "network_error", "load", "unload"})

_SCHEMA_NOTE = (
    "Answer with one JSON object and nothing else: no introduction, no code fence. "
    "It has to follow this JSON Schema:\n{schema}"
)


def payload(request: ModelRequest, dialect: Dialect) -> dict[str, Any]:
    """The parameters of the call, in the dialect that the endpoint speaks."""
    sampling = request.sampling
    optional: dict[str, Any] = {
        "temperature": sampling.temperature,
        "top_p": sampling.top_p,
        "seed": sampling.seed,
        dialect.limit_name.value: sampling.max_tokens,
    }
    sent = {
        name: value for name, value in optional.items() if value is not None and name not in dialect.left_out
    }
    messages = request.messages
    if request.response_format is not None:
        if dialect.shape in {ReplyShape.JSON_OBJECT, ReplyShape.WORDS}:
            messages = _with_schema_note(messages, request.response_format)
        if dialect.shape is not ReplyShape.WORDS:
            sent["response_format"] = _response_format(request.response_format, dialect.shape)
    if not dialect.has_system_role:
        messages = _without_system(messages)
    turns = [{"role": message.role, "content": _sendable(message.content)} for message in messages]
    return {"model": request.model, "messages": turns, **sent}


def reply_from(body: Mapping[str, Any]) -> ModelReply:
    """The reply that a response's body holds.

    Raises:
        ProviderFailed: it holds no choice, or the provider broke the reply off.
    """
    choice = _only_choice(body)
    message = choice.get("message")
    if not isinstance(message, Mapping):
        raise ProviderFailed(f"expected a message in the reply, found {type(message).__name__}")
    finish = str(choice.get("finish_reason") or "stop").lower()
    if finish in _BROKEN_OFF:
        raise ProviderFailed(f"the provider broke the reply off with finish reason {finish!r}")
    text, outcome = _text_and_outcome(message, _OUTCOMES.get(finish, Outcome.COMPLETE))
    usage = usage_of(body)
    return ModelReply(
        text=text,
        outcome=outcome,
        model=str(body.get("model") or ""),
        input_tokens=_count(usage.get("prompt_tokens")),
        output_tokens=_count(usage.get("completion_tokens")),
    )


def usage_of(body: Mapping[str, Any]) -> Mapping[str, Any]:
    """The counts of tokens that came with the reply; empty where there are none."""
    usage = body.get("usage")
    return usage if isinstance(usage, Mapping) else {}


def _sendable(content: str) -> str:
    """The text with lone surrogates replaced: UTF-8 has no bytes for them."""
    return content.encode("utf-8", "replace").decode("utf-8")


def _response_format(wanted: ResponseFormat, shape: ReplyShape) -> dict[str, Any]:
    if shape is ReplyShape.JSON_OBJECT:
        return {"type": "json_object"}
    whole = dict(wanted.json_schema)
    schema = types_only(whole) if shape is ReplyShape.TYPES_ONLY else whole
    return {
        "type": "json_schema",
        "json_schema": {"name": wanted.name, "schema": schema, "strict": True},
    }


def _with_schema_note(messages: tuple[Message, ...], wanted: ResponseFormat) -> tuple[Message, ...]:
    """The schema in words, at the end of the system message, which some chat templates allow only once and first."""
    note = _SCHEMA_NOTE.format(schema=canonical_json(dict(wanted.json_schema)))
    first = messages[0]
    if first.role != "system":
        return (Message(role="system", content=note), *messages)
    return (Message(role="system", content=f"{first.content}\n\n{note}"), *messages[1:])


def _without_system(messages: tuple[Message, ...]) -> tuple[Message, ...]:
    """The same with the system message at the head of the user's first one: some chat templates know no system."""
    first, *rest = messages
    if first.role != "system" or not rest or rest[0].role != "user":
        return messages
    return (Message(role="user", content=f"{first.content}\n\n{rest[0].content}"), *rest[1:])


def _only_choice(body: Mapping[str, Any]) -> Mapping[str, Any]:
    choices = body.get("choices")
    if not isinstance(choices, list) or not choices or not isinstance(choices[0], Mapping):
        raise ProviderFailed(f"expected a choice in the reply, found {json.dumps(choices)[:80]}")
    return choices[0]


def _text_and_outcome(message: Mapping[str, Any], outcome: Outcome) -> tuple[str, Outcome]:
    refusal = message.get("refusal")
    if isinstance(refusal, str) and refusal:
        return refusal, Outcome.REFUSED
    text = _without_thinking(_plain(message.get("content")))
    if not text.strip() and outcome is Outcome.COMPLETE:
        # vLLM with a reasoning parser and a model that was told not to reason puts the whole answer there.
        text = _plain(message.get("reasoning_content") or message.get("reasoning"))
    return text, outcome


def _plain(content: object) -> str:
    """The text of a content that is a string, missing, or a list of parts."""
    if isinstance(content, str):
        return content
    if not isinstance(content, list):
        return ""
    texts = (part.get("text") for part in content if isinstance(part, Mapping))
    return "".join(text for text in texts if isinstance(text, str))


def _without_thinking(text: str) -> str:
    """The text after a `<think>` block at its very start; nothing when the block was cut."""
    stripped = text.lstrip()
    if not stripped.startswith("<think>"):
        return text
    return stripped.partition("</think>")[2].lstrip()


def _count(value: object) -> int:
    return value if isinstance(value, int) and value > 0 else 0
