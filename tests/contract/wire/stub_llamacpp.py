"""llama.cpp's llama-server.

Sources: ggml-org/llama.cpp, `tools/server/server-common.cpp`, `tools/server/README.md`; issues as named.
"""

import json
from collections.abc import Callable

from contract.wire.diligent import prompt_of, text_for, tokens_of
from contract.wire.servers import Fault, Server
from groundwire.errors import (
    ContextTooLong,
    KeyRejected,
    ModelLoading,
    ModelNotFound,
    RequestRejected,
)
from stub_server import Answer, Seen, completion, raw

_JSON = {"content-type": "application/json; charset=utf-8", "server": "llama.cpp"}


def _error(code: int, message: str, kind: str, **more: int) -> Answer:
    body = {"error": {"code": code, "message": message, "type": kind, **more}}
    return Answer(code, json.dumps(body).encode(), _JSON)


# README.md, "GET /health", and mostlygeek/llama-swap#146: until the model is loaded, and without Retry-After
_LOADING = _error(503, "Loading model", "unavailable_error")


def _start() -> Callable[[Seen], Answer]:
    """A server that is still loading when the first two requests come."""
    seen_so_far = iter(range(1_000_000))

    def answer(seen: Seen) -> Answer:
        if next(seen_so_far) < 2:
            return _LOADING
        if seen.path not in {"/v1/chat/completions", "/chat/completions"}:
            return _error(404, "File Not Found", "not_found_error")
        kind = seen.body.get("response_format", {}).get("type")
        if kind == "json_schema":
            # llama.cpp#19051, QwenLM/qwen-code#10435: a schema of which no grammar comes
            return _error(
                400, "Failed to initialize samplers: failed to parse grammar", "invalid_request_error"
            )
        return _reply(seen)

    return answer


def _reply(seen: Seen) -> Answer:
    tokens = tokens_of(prompt_of(seen))
    body = json.loads(completion(text_for(seen)).body)
    body |= {
        "model": "gpt-3.5-turbo",  # server-common.cpp: a name of its own where none was given with --alias
        "system_fingerprint": "b7786-unknown",
        "usage": {
            "completion_tokens": 60,
            "prompt_tokens": tokens,
            "total_tokens": tokens + 60,
            "prompt_tokens_details": {"cached_tokens": tokens - 1},
        },
        "timings": {"cache_n": tokens - 1, "prompt_n": 1, "prompt_ms": 34.179, "predicted_n": 60},
    }
    return Answer(200, json.dumps(body, ensure_ascii=False).encode(), _JSON)


LLAMACPP = Server(
    name="llama.cpp",
    model="any",
    start=_start,
    causes={"first": 2, "server": 2, "stepdown": 1},
    faults={
        "loading": Fault(_LOADING, ModelLoading, "Loading model"),
        "key": Fault(_error(401, "Invalid API Key", "authentication_error"), KeyRejected, "OPENAI_API_KEY"),
        "context": Fault(
            _error(
                400,
                "request (1650 tokens) exceeds the available context size (512 tokens), try increasing it",
                "exceed_context_size_error",
                n_prompt_tokens=1650,
                n_ctx=512,
            ),
            ContextTooLong,
            "--chunk-tokens",
        ),
        "context, older": Fault(
            _error(
                500,
                "the request exceeds the available context size. try increasing the context size",
                "server_error",
            ),
            ContextTooLong,
            "--chunk-tokens",
        ),
        "format": Fault(
            # and the json_schema that it does take is not named
            _error(
                400,
                'response_format type must be one of "text" or "json_object", but got: grammar',
                "invalid_request_error",
            ),
            RequestRejected,
            "response_format",
        ),
        "template": Fault(
            # llama.cpp#19851, idiap/sdialog#122: a template's exception is a 500 that no second try makes good
            _error(
                500,
                "\n------------\nWhile executing CallExpression at line 47, column 32 in source:\n...== 0) %}\u21b5"
                "            {{- raise_exception('After the optional system message, con...\n"
                "                                           ^\nError: Jinja Exception: After the optional system "
                "message, conversation roles must alternate user and assistant roles except for tool calls.",
                "server_error",
            ),
            RequestRejected,
            "Jinja",
        ),
        "not built in": Fault(
            _error(501, "This server does not support it.", "not_supported_error"), RequestRejected, "501"
        ),
        "no such path": Fault(_error(404, "File Not Found", "not_found_error"), ModelNotFound, "/v1"),
        "no such path, plain": Fault(raw(b"", code=404), ModelNotFound, "/v1"),
    },
)
