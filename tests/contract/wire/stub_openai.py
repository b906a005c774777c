"""OpenAI, with the habits of its reasoning models.

Sources: API reference "Chat completions" and guide "Structured outputs" at platform.openai.com; issues as named.
"""

import gzip
import json
from collections.abc import Iterator, Mapping
from typing import Any

from contract.wire.diligent import prompt_of, text_for, tokens_of
from contract.wire.servers import Fault, Server
from groundwire.errors import (
    ContextTooLong,
    KeyRejected,
    ModelNotFound,
    ProviderFailed,
    QuotaExhausted,
    RateLimited,
    RequestRejected,
)
from stub_server import Answer, Seen, completion, raw, status

# Guide "Structured outputs", section "Supported schemas": what strict mode takes, and nothing else.
_KEYWORDS = {"type", "enum", "const", "anyOf", "items", "properties", "required", "additionalProperties"}


def _rejected(parameter: str, message: str, code: str) -> Answer:
    return status(400, message, type="invalid_request_error", param=parameter, code=code)


def _answer(seen: Seen) -> Answer:
    if seen.path != "/v1/chat/completions":
        return status(404, f"Invalid URL (POST {seen.path})", type="invalid_request_error")
    # API reference, and decolua/9router#560: reasoning models know `max_completion_tokens` alone, and one temperature.
    if "max_tokens" in seen.body:
        return _rejected(
            "max_tokens",
            "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
            "unsupported_parameter",
        )
    if seen.body.get("temperature", 1) != 1:
        return _rejected(
            "temperature",
            "Unsupported value: 'temperature' does not support 0 with this model. Only the default (1) value is supported.",
            "unsupported_value",
        )
    wanted = seen.body.get("response_format", {})
    if wanted.get("type") == "json_object" and "json" not in prompt_of(seen).lower():
        # Guide "Structured outputs", section "JSON mode": the word has to stand in the messages.
        return _rejected(
            "messages", "'messages' must contain the word 'json' in some form, to use json_object.", "invalid"
        )
    faults = list(_faults_of(wanted.get("json_schema", {}).get("schema", {}), ()))
    if faults:
        return _rejected(
            "response_format",
            f"Invalid schema for response_format '{wanted['json_schema']['name']}': {faults[0]}",
            "invalid_json_schema",
        )
    return _reply(seen)


def _faults_of(schema: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[str]:
    """What strict mode says of a schema; nothing where it takes it."""
    unknown = set(schema) - _KEYWORDS
    if unknown:
        yield f"In context={path}, '{min(unknown)}' is not permitted."
    if schema.get("type") == "object":
        if schema.get("additionalProperties") is not False:
            yield f"In context={path}, 'additionalProperties' is required to be supplied and to be false."
        if set(schema.get("required", ())) != set(schema.get("properties", {})):
            yield f"In context={path}, 'required' is required to be supplied and to include every key in properties."
    for name, part in schema.get("properties", {}).items():
        yield from _faults_of(part, (*path, name))
    for part in (*schema.get("anyOf", ()), schema.get("items")):
        if part is not None:
            yield from _faults_of(part, path)


def _reply(seen: Seen) -> Answer:
    body = json.loads(completion(text_for(seen), refusal=None, annotations=[]).body)
    read = tokens_of(prompt_of(seen))
    body |= {
        "model": f"{seen.body['model']}-2025-08-07",  # the API reference: a snapshot's name, not the one asked for
        "service_tier": "default",
        "system_fingerprint": None,
        # Guide "Prompt caching": cached tokens are part of `prompt_tokens`.
        "usage": {
            "prompt_tokens": read,
            "completion_tokens": 700,
            "total_tokens": read + 700,
            "prompt_tokens_details": {"cached_tokens": read // 128 * 128, "audio_tokens": 0},
            "completion_tokens_details": {"reasoning_tokens": 448, "audio_tokens": 0},
        },
    }
    headers = {"content-type": "application/json", "content-encoding": "gzip", "openai-version": "2020-10-01"}
    return Answer(200, gzip.compress(json.dumps(body).encode()), headers)


OPENAI = Server(
    name="OpenAI",
    model="gpt-5-mini",
    start=lambda: _answer,
    causes={"first": 2, "stepdown": 2},
    faults={
        "key": Fault(
            status(401, "Incorrect API key provided: sk-proj*****6789.", code="invalid_api_key"),
            KeyRejected,
            "OPENAI_API_KEY",
        ),
        "model": Fault(
            status(
                404,
                "The model `gpt-6` does not exist or you do not have access to it.",
                code="model_not_found",
            ),
            ModelNotFound,
            "--model",
        ),
        "context": Fault(
            # cline/cline#5474
            status(
                400,
                "Input tokens exceed the configured limit of 272000 tokens. Your messages resulted in 289650 tokens. "
                "Please reduce the length of the messages.",
                type="invalid_request_error",
                param="messages",
                code="context_length_exceeded",
            ),
            ContextTooLong,
            "--chunk-tokens",
        ),
        "context window": Fault(
            # anomalyco/opencode#6071
            status(
                400, "Your input exceeds the context window of this model.", code="context_length_exceeded"
            ),
            ContextTooLong,
            "--chunk-tokens",
        ),
        "reply too long": Fault(
            status(
                400,
                "max_tokens is too large: 200000. This model supports at most 16384 completion tokens.",
                param="max_tokens",
                code="invalid_value",
            ),
            RequestRejected,
            "at most 16384",
        ),
        "rate": Fault(
            status(429, "Rate limit reached. Please try again in 20ms.", code="rate_limit_exceeded"),
            RateLimited,
            "--concurrency",
        ),
        "quota": Fault(
            status(
                429, "You exceeded your current quota.", type="insufficient_quota", code="insufficient_quota"
            ),
            QuotaExhausted,
            "credit",
        ),
        "overloaded": Fault(status(503, "The engine is currently overloaded."), ProviderFailed, "overloaded"),
        "gateway": Fault(
            Answer(502, b"<html><title>502</title></html>", {"content-type": "text/html; charset=UTF-8"}),
            ProviderFailed,
            "a web page",
        ),
        "no body": Fault(raw(b"", code=500), ProviderFailed, "500"),
    },
)
