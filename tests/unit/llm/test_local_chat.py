"""A local model behind the seam, with real weights where they are to be had and without where none are needed."""

import asyncio
import json
import os
import signal
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import pytest

from groundwire.domain.exchange import Message, ModelReply, ModelRequest, Outcome, ResponseFormat, Sampling
from groundwire.errors import ContextTooLong, ModelError, ModelNotLoaded, ProviderFailed, RequestRejected
from groundwire.llm.ledger import Ledger, collect
from groundwire.llm.local_chat import LocalChat, LocalModel
from groundwire.llm.local_machine import Machine
from groundwire.llm.local_process import LocalProcess
from groundwire.llm.local_wire import parameters
from tiny_model import tiny_weights

pytestmark = pytest.mark.timeout(300)  # seconds of computing are few, and the cores may be busy

T = TypeVar("T")
ONE_WORD: dict[str, Any] = {
    "type": "object",
    "properties": {
        "word": {"type": "string", "enum": ["ice", "iron"]},
        "times": {"type": "integer", "maximum": 3, "minimum": 2},
    },
    "required": ["word", "times"],
    "additionalProperties": False,
}
RULES = "You answer in JSON and never in any other way. " * 8


def request(text: str = "What floats?", *, max_tokens: int = 30, **schema: Any) -> ModelRequest:
    return ModelRequest(
        model="local:tiny",
        messages=(Message(role="system", content=RULES), Message(role="user", content=text)),
        response_format=ResponseFormat(name="Word", json_schema=schema or ONE_WORD),
        sampling=Sampling(max_tokens=max_tokens),
        endpoint="local/0/engine1",
    )


def endless() -> ModelRequest:
    """A request whose reply takes far longer than any test."""
    schema = {
        "type": "object",
        "properties": {"n": {"type": "array", "minItems": 5000, "items": {"type": "integer"}}},
    }
    return request("Count.", max_tokens=1000, **schema, required=["n"], additionalProperties=False)


def model(path: Path, **changes: Any) -> LocalModel:
    known = LocalModel(
        name="local:tiny",
        path=path,
        size_bytes=path.stat().st_size,
        context_tokens=4096,
        kv_bytes_per_token=23040,
        threads=1,
    )
    return replace(known, **changes)


def used(of: LocalModel, work: Callable[[LocalChat], Awaitable[T]]) -> T:
    """What `work` makes of the model, which is closed after it."""

    async def run() -> T:
        chat = LocalChat(of)
        try:
            return await work(chat)
        finally:
            await chat.close()

    return asyncio.run(run())


def failure(of: LocalModel, asked: ModelRequest) -> ModelError:
    """The error that asking ends with."""

    async def work(chat: LocalChat) -> ModelError:
        with pytest.raises(ModelError) as caught:
            await chat.complete(asked)
        return caught.value

    return used(of, work)


def test_a_reply_follows_the_schema_and_is_entered() -> None:
    """Words and bounds of the schema hold whatever the model would rather say; tokens are counted, a price is not."""

    async def work(chat: LocalChat) -> tuple[ModelReply, ModelReply, Ledger]:
        with collect() as ledger:
            first = await chat.complete(request())
            cut = await chat.complete(request(max_tokens=3))
        return first, cut, ledger

    first, cut, ledger = used(model(tiny_weights()), work)
    said = json.loads(first.text)
    assert said["word"] in {"ice", "iron"}
    assert said["times"] in {2, 3}
    assert (first.outcome, first.model) == (Outcome.COMPLETE, "local:tiny")
    assert first.input_tokens > first.output_tokens > 0
    assert (cut.outcome, cut.output_tokens) == (Outcome.LENGTH, 3)
    assert (ledger.requests, ledger.replies, ledger.cost_usd) == (2, 2, None)
    assert ledger.output_tokens == first.output_tokens + 3


def test_a_cancelled_request_is_not_computed_on() -> None:
    """Whoever comes next waits for a moment, not for the end of what nobody wants."""

    async def work(chat: LocalChat) -> tuple[str, bool]:
        await chat.complete(request())
        task = asyncio.create_task(chat.complete(endless()))
        await asyncio.sleep(1)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        reply = await chat.complete(request())
        return reply.text, task.cancelled()

    text, was_cancelled = used(model(tiny_weights()), work)
    assert (text[:1], was_cancelled) == ("{", True)


def test_closing_ends_the_process_in_the_middle_of_a_reply() -> None:
    """Ctrl-C comes down to this: the wait is cancelled, and `close` does not wait for the engine."""

    async def work(chat: LocalChat) -> tuple[float, bool]:
        await chat.complete(request())
        process = chat._process
        assert process is not None
        task = asyncio.create_task(chat.complete(endless()))
        await asyncio.sleep(0.5)
        started = time.monotonic()
        task.cancel()
        await chat.close()
        await chat.close()
        return time.monotonic() - started, process.is_running

    seconds, is_running = used(model(tiny_weights()), work)
    assert (seconds < 5, is_running) == (True, False)


def test_what_does_not_fit_is_refused_before_it_is_read() -> None:
    """The hint says what to make smaller; nothing of the request was computed."""

    async def work(chat: LocalChat) -> tuple[ModelError, ModelReply]:
        with pytest.raises(ContextTooLong) as caught:
            await chat.complete(request("Ice floats on water, and iron does not. " * 200))
        return caught.value, await chat.complete(request())

    error, reply = used(model(tiny_weights(), context_tokens=512), work)
    assert "expected a request of at most 482 tokens for local:tiny, found 2" in error.message
    assert "--chunk-tokens" in error.hint
    assert reply.outcome is Outcome.COMPLETE


def test_the_context_grows_with_the_request() -> None:
    """A longer reply than before is asked for: the model is loaded again, once, and not for a shorter one."""

    async def work(chat: LocalChat) -> list[int]:
        lengths = []
        for max_tokens in (30, 3000, 30):
            await chat.complete(request(max_tokens=max_tokens))
            lengths.append(chat._context_tokens)
        return lengths

    assert used(model(tiny_weights()), work) == [2048, 4096, 4096]


def test_the_beginning_of_a_request_is_read_once() -> None:
    """Requests with two different beginnings take turns, and from the third on only what is new is read."""
    weights = tiny_weights()
    other = request().model_copy(
        update={
            "messages": (
                Message(role="system", content="Name a metal, and say how often. " * 8),
                Message(role="user", content="Which?"),
            )
        }
    )

    async def run() -> list[int]:
        process = await LocalProcess.start()
        try:
            await process.load(
                {"path": str(weights), "context_tokens": 1024, "threads": 1, "prompt_cache_mib": 64}
            )
            asked = [request(), other, request("What sinks?"), other, request("What melts?")]
            answers = [await process.ask(parameters(each), room=30, see=lambda _: None) for each in asked]
        finally:
            await process.kill()
        return [answer["timings"]["prompt_n"] for answer in answers]

    first, second, *later = asyncio.run(run())
    assert (first > 60, second > 60, all(tokens <= 12 for tokens in later)) == (True, True, True)


async def loaded(chat: LocalChat) -> LocalProcess:
    """The process of `chat`, as soon as there is one with a model and a request in it."""
    for _ in range(600):
        await asyncio.sleep(0.1)
        if chat._process is not None and chat._process.is_running:
            return chat._process
    raise TimeoutError("nothing was loaded within a minute")


def test_a_process_that_dies_is_replaced_once() -> None:
    """One death may be an accident; after the second in a row nobody waits for a third."""

    async def work(chat: LocalChat) -> list[str]:
        outcomes = []
        for attempt in range(4):
            if attempt in {1, 2}:
                task = asyncio.create_task(chat.complete(endless()))
                os.kill((await loaded(chat)).pid, signal.SIGKILL)
            else:
                task = asyncio.create_task(chat.complete(request()))
            outcomes.append(type((await asyncio.gather(task, return_exceptions=True))[0]).__name__)
        return outcomes

    outcomes = used(model(tiny_weights()), work)
    assert outcomes == [
        "ModelReply",
        ProviderFailed.__name__,
        ProviderFailed.__name__,
        ModelNotLoaded.__name__,
    ]


def test_a_damaged_file_is_one_line(tmp_path: Path) -> None:
    """What begins like weights and goes on as rubbish costs an error with the file's name, not the program."""
    tiny_weights()
    path = tmp_path / "damaged.gguf"
    path.write_bytes(b"GGUF\x03\0\0\0" + os.urandom(4096))
    error = failure(model(path), request())
    assert type(error) is ModelNotLoaded
    assert "damaged.gguf" in error.message
    assert "\n" not in str(error)


def test_too_little_memory_is_told_before_anything_is_loaded(tmp_path: Path) -> None:
    """What is needed and what there is, in the same unit; no process was started."""
    (tmp_path / "proc").mkdir()
    (tmp_path / "proc" / "meminfo").write_text("MemAvailable: 20480 kB\n", encoding="ascii")
    (tmp_path / "weights.gguf").write_bytes(b"GGUF" * 100)
    error = failure(model(tmp_path / "weights.gguf", machine=Machine(tmp_path)), request())
    assert type(error) is ModelNotLoaded
    assert "MiB of free memory for local:tiny with a context of 2048 tokens, found 20 MiB" in error.message


def test_a_schema_that_cannot_be_followed_starts_nothing(tmp_path: Path) -> None:
    """The refusal comes before the weights are looked at."""
    (tmp_path / "weights.gguf").write_bytes(b"GGUF" * 100)
    error = failure(model(tmp_path / "weights.gguf"), request("Which?", type="string", pattern="^x"))
    assert type(error) is RequestRejected
