"""LM Studio's local server.

Sources: lmstudio.ai/docs, "OpenAI compatibility"; lmstudio-ai/lmstudio-bug-tracker, issues as named.
"""

import json

from contract.wire.diligent import prompt_of, text_for, tokens_of
from contract.wire.servers import Fault, Server
from groundwire.errors import (
    ContextTooLong,
    ModelNotFound,
    ProviderFailed,
    RequestRejected,
)
from stub_server import Answer, Seen, completion

_JSON = {"content-type": "application/json; charset=utf-8", "x-powered-by": "Express"}


def _error(code: int, error: object) -> Answer:
    """An error: a bare string in most places, an object in some."""
    return Answer(code, json.dumps({"error": error}).encode(), _JSON)


def _answer(seen: Seen) -> Answer:
    if seen.path != "/v1/chat/completions":
        # #618, #1323: an address that it does not know is answered with 200
        return _error(200, f"Unexpected endpoint or method. (POST {seen.path})")
    kind = seen.body.get("response_format", {}).get("type")
    if kind == "json_object":
        return _error(400, "'response_format.type' must be 'json_schema' or 'text'")  # #189
    if kind == "json_schema":
        # #909: an engine that cannot make anything of the schema says so while it predicts
        return _error(
            400, "Error in iterating prediction stream: ValueError: Unsupported JSON schema structure"
        )
    return _reply(seen)


def _reply(seen: Seen) -> Answer:
    tokens = tokens_of(prompt_of(seen))
    # #1773: what a model that reasons was made to write by a schema arrives as its reasoning, with nothing in the content
    body = json.loads(completion("", reasoning_content=text_for(seen), tool_calls=[]).body)
    body["choices"][0]["logprobs"] = None
    body |= {
        "model": "qwen2.5-7b-instruct:2",  # #619: what is loaded answers, whatever was asked for
        "usage": {"prompt_tokens": tokens, "completion_tokens": 60, "total_tokens": tokens + 60},
        "stats": {},
        "system_fingerprint": "qwen2.5-7b-instruct:2",
    }
    # Blank lines before a body keep the connection alive, as servers and proxies send them (sgl-project/sglang#3689).
    return Answer(200, b"\r\n\r\n \n" + json.dumps(body, indent=2).encode(), _JSON)


LM_STUDIO = Server(
    name="LM Studio",
    model="qwen2.5-7b-instruct",
    start=lambda: _answer,
    causes={"first": 2, "stepdown": 2},
    faults={
        "no /v1": Fault(
            _error(200, "Unexpected endpoint or method. (POST /chat/completions)"), RequestRejected, "/v1"
        ),
        "no model": Fault(
            # lms#107, #1730: the code is null in some versions
            _error(
                404,
                {
                    "message": "No models loaded. Please load a model in the developer page or use the 'lms load' command.",
                    "type": "invalid_request_error",
                    "param": "model",
                    "code": None,
                },
            ),
            ModelNotFound,
            "lms load",
        ),
        "not loadable": Fault(
            # continuedev/continue#10150
            _error(400, 'Failed to load model "gpt-oss-20b". Error: Error loading model.'),
            RequestRejected,
            "less memory",
        ),
        "load cancelled": Fault(
            # charmbracelet/crush#2546
            _error(400, 'Failed to load model "qwen/qwen3-coder-30b". Error: Operation canceled.'),
            ProviderFailed,
            "canceled",
        ),
        "unloaded": Fault(
            # QwenLM/qwen-code#3802
            _error(400, "Model is unloaded."),
            ProviderFailed,
            "unloaded",
        ),
        "crashed": Fault(
            # #1347
            _error(
                400, "The model has crashed without additional information. (Exit code: 18446744072635812000)"
            ),
            ProviderFailed,
            "crashed",
        ),
        "context": Fault(
            # #237, #546
            _error(
                400,
                "Trying to keep the first 15857 tokens when context the overflows. However, the model is loaded with "
                "context length of only 4096 tokens, which is not enough.",
            ),
            ContextTooLong,
            "--chunk-tokens",
        ),
    },
)
