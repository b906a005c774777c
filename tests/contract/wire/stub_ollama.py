"""Ollama's /v1, over llama.cpp.

Sources: ollama/ollama, `openai/openai.go`, `middleware/openai.go`, `server/routes.go`, `server/prompt.go` and
`llm/llama_server.go`; `docs/context-length.mdx`; issues as named.
"""

import json
from collections.abc import Callable

from contract.wire.diligent import prompt_of, text_about, text_for, tokens_of
from contract.wire.servers import Fault, Server
from groundwire.errors import (
    ContextTooLong,
    ModelNotFound,
    ProviderFailed,
    RateLimited,
    RequestRejected,
)
from stub_server import Answer, Seen, completion, raw

DEFAULT_CONTEXT = 4096  # docs/context-length.mdx: below 24 GiB of video memory
_KEPT_FIRST = 5  # tokens at the head of a prompt that are kept whatever is cut, `num_keep` and the one that begins a text


def _error(code: int, message: str) -> Answer:
    # openai.go, NewError: param is null, code is null, the type goes by the status
    kind = {400: "invalid_request_error", 404: "not_found_error"}.get(code, "api_error")
    return raw({"error": {"message": message, "type": kind, "param": None, "code": None}}, code=code)


def serving(context: int) -> Callable[[Seen], Answer]:
    """An Ollama whose `num_ctx` is `context`: what does not fit is cut out of the prompt, and nobody is told."""

    def answer(seen: Seen) -> Answer:
        if seen.path != "/v1/chat/completions":
            return Answer(404, b"404 page not found", {"content-type": "text/plain"})
        # openai.go, ChatCompletionRequest: fields that it does not know, `max_completion_tokens` among them, are ignored;
        # a `response_format` of a type that it does not know is ignored as well.
        prompt = prompt_of(seen)
        tokens = tokens_of(prompt)
        if tokens <= context - 1:
            return _reply(seen, text_for(seen), tokens)
        # llama_server.go, contextShiftPromptLimit: half of the context is freed, the newer half of the prompt is kept.
        left = context - (context - _KEPT_FIRST) // 2
        return _reply(seen, text_about(prompt[-round(len(prompt) * left / tokens) :], seen), left)

    return answer


def _reply(seen: Seen, text: str, tokens: int) -> Answer:
    body = json.loads(completion(text, reasoning="").body)
    body |= {
        "model": seen.body["model"],
        "system_fingerprint": "fp_ollama",
        "usage": {"prompt_tokens": tokens, "completion_tokens": 60, "total_tokens": tokens + 60},
    }
    # Go's encoder ends with a line break
    return Answer(200, json.dumps(body).encode() + b"\n", {"content-type": "application/json"})


OLLAMA = Server(
    name="Ollama",
    model="qwen2.5:7b",
    start=lambda: serving(DEFAULT_CONTEXT),
    causes={"first": 2},
    faults={
        "model": Fault(
            _error(404, 'model "qwen2.5:7b" not found, try pulling it first'), ModelNotFound, "--model"
        ),
        "no model named": Fault(_error(400, "model is required"), RequestRejected, "model is required"),
        "context": Fault(
            # llama_server.go, completionPromptForRequest, where the context is not shifted
            _error(
                400,
                "the prompt is longer than the context length currently available to the model; shorten the prompt, "
                "adjust the context length in settings, or use a model with a longer context length",
            ),
            ContextTooLong,
            "--chunk-tokens",
        ),
        "context, older": Fault(
            _error(400, "the input length exceeds the context length"), ContextTooLong, "--chunk-tokens"
        ),
        "busy": Fault(
            # sched.go, ErrMaxQueue
            _error(503, "server busy, please try again.  maximum pending requests exceeded"),
            RateLimited,
            "--concurrency",
        ),
        "memory": Fault(
            # continuedev/continue#12795
            _error(500, "model requires more system memory (5.6 GiB) than is available (3.1 GiB)"),
            RequestRejected,
            "less memory",
        ),
        "runner died": Fault(
            # llama_server.go
            _error(500, "llama-server process has terminated: exit status 2"),
            ProviderFailed,
            "terminated",
        ),
        "schema": Fault(
            # ollama#8185
            _error(500, "invalid JSON schema in format"),
            RequestRejected,
            "schema",
        ),
        "loaded, not asked": Fault(
            # routes.go: a request that only loads the model ends with `done_reason` "load"
            completion("", finish_reason="load"),
            ProviderFailed,
            "load",
        ),
        "no such path": Fault(
            Answer(404, b"404 page not found", {"content-type": "text/plain"}), ModelNotFound, "/v1"
        ),
    },
)
