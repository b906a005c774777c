"""vLLM's OpenAI-compatible server, with xgrammar behind it.

Sources: vllm-project/vllm, `entrypoints/openai` and `v1/structured_output/backend_xgrammar.py`; issues as named.
"""

import json
from collections.abc import Mapping
from typing import Any

from contract.wire.diligent import prompt_of, schema_of, text_for, tokens_of
from contract.wire.servers import Fault, Server
from groundwire.errors import (
    ContextTooLong,
    KeyRejected,
    ModelNotFound,
    ProviderFailed,
    RequestRejected,
)
from stub_server import Answer, Seen, completion, raw

# vllm#30390, vllm#57550: what its check for xgrammar lets pass changes from release to release; these it never liked.
_UNSUPPORTED = {
    "pattern",
    "patternProperties",
    "propertyNames",
    "multipleOf",
    "uniqueItems",
    "contains",
    "allOf",
}


def _error(code: int, message: str, kind: str, param: str | None = None) -> Answer:
    # entrypoints/openai/engine/protocol.py, ErrorInfo: `code` is the status, as a number
    return raw({"error": {"message": message, "type": kind, "param": param, "code": code}}, code=code)


def _answer(seen: Seen) -> Answer:
    if seen.path != "/v1/chat/completions":
        return raw({"detail": "Not Found"}, code=404)  # FastAPI's own
    if seen.body["messages"][0]["role"] == "system":
        # huggingface/chat-ui#1386: the chat template of Gemma 2 raises an exception on a system message.
        return _error(400, "System role not supported", "BadRequestError")
    kind = seen.body.get("response_format", {}).get("type")
    if kind not in {None, "text", "json_object", "json_schema"}:
        return _error(
            400,
            f"[{{'type': 'literal_error', 'loc': ('body', 'response_format', 'type'), 'input': {kind!r}}}]",
            "Bad",
        )
    if kind == "json_schema" and _keywords(schema_of(seen)) & _UNSUPPORTED:
        # vllm#16880, vllm#26421
        return _error(
            400, "The provided JSON schema contains features not supported by xgrammar.", "BadRequestError"
        )
    return _reply(seen)


def _keywords(schema: Mapping[str, Any]) -> set[str]:
    parts = (*schema.get("properties", {}).values(), *schema.get("anyOf", ()), schema.get("items", {}))
    return set(schema).union(*(_keywords(part) for part in parts if part))


def _reply(seen: Seen) -> Answer:
    # A reasoning parser takes the thoughts out of the content and leaves its line breaks; the field was renamed from
    # `reasoning_content` to `reasoning` (vllm#27752).
    message = {
        "refusal": None,
        "annotations": None,
        "audio": None,
        "function_call": None,
        "tool_calls": [],
        "reasoning": "The article has eight sentences.",
        "reasoning_content": None,
    }
    body = json.loads(completion(f"\n\n{text_for(seen)}\n", **message).body)
    body["model"] = seen.body["model"]
    body["choices"][0] |= {"logprobs": None, "stop_reason": None, "token_ids": None}
    read = tokens_of(prompt_of(seen))
    body |= {
        "service_tier": None,
        "system_fingerprint": None,
        "usage": {
            "prompt_tokens": read,
            "total_tokens": read + 60,
            "completion_tokens": 60,
            "prompt_tokens_details": None,  # until --enable-prompt-tokens-details
        },
        "prompt_logprobs": None,
        "prompt_token_ids": None,
        "kv_transfer_params": None,
    }
    return raw(body)


VLLM = Server(
    name="vLLM",
    model="google/gemma-2-9b-it",
    start=lambda: _answer,
    causes={"first": 2, "stepdown": 1},
    faults={
        "key": Fault(raw({"error": "Unauthorized"}, code=401), KeyRejected, "OPENAI_API_KEY"),
        "model": Fault(
            # entrypoints/openai/models/serving.py
            _error(404, "The model `qwen` does not exist.", "NotFoundError", "model"),
            ModelNotFound,
            "--model",
        ),
        "context": Fault(
            # vllm#20409
            _error(
                400,
                "This model's maximum context length is 16384 tokens. However, you requested 122946 tokens "
                "(112946 in the messages, 10000 in the completion). Please reduce the length of the messages.",
                "BadRequestError",
            ),
            ContextTooLong,
            "--chunk-tokens",
        ),
        "context, newer": Fault(
            # vllm#33425: `param` names both counts
            _error(
                400,
                "This model's maximum context length is 2048 tokens. However, your request has 8 input tokens plus 2045 "
                "'max_tokens'. Please reduce one or the other. (parameter=input_tokens, max_tokens, value=(8, 2045))",
                "BadRequestError",
                "input_tokens, max_tokens",
            ),
            ContextTooLong,
            "--chunk-tokens",
        ),
        "context, older": Fault(
            # vllm#4667: what is left for the reply is negative; and the error is not in an object of its own
            raw(
                {
                    "object": "error",
                    "message": "max_tokens must be at least 1, got -186.",
                    "type": "BadRequestError",
                    "param": None,
                    "code": 400,
                },
                code=400,
            ),
            ContextTooLong,
            "--chunk-tokens",
        ),
        "context, engine": Fault(
            # vllm#12600
            _error(
                400,
                "The decoder prompt (length 5000) is longer than the maximum model length of 4096. Make sure that "
                "`max_model_len` is no smaller than the number of text tokens.",
                "BadRequestError",
            ),
            ContextTooLong,
            "--chunk-tokens",
        ),
        "detail list": Fault(
            raw(
                {
                    "detail": [
                        {"type": "missing", "loc": ["body", "messages"], "msg": "Field required", "input": {}}
                    ]
                },
                code=422,
            ),
            RequestRejected,
            "Field required",
        ),
        "engine dead": Fault(
            _error(500, "EngineCore encountered an issue. See stack trace (above).", "InternalServerError"),
            ProviderFailed,
            "EngineCore",
        ),
        "aborted": Fault(completion("{", finish_reason="abort"), ProviderFailed, "abort"),
        "no such path": Fault(raw({"detail": "Not Found"}, code=404), ModelNotFound, "/v1"),
    },
)
