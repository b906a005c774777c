"""A real OpenAI-compatible HTTP server on loopback that can be told to misbehave.

    with StubServer() as server:
        server.script(status(429, headers={"retry-after": "2"}), completion("fine"))
        ...  # talk to server.base_url
        assert [seen.body["model"] for seen in server.requests] == ["m", "m"]

What it does with a request, in this order: the next behaviour of the script; else what `server.answer` (a function of
the `Seen` request) gives; by default a complete reply that says "ok". A behaviour is an `Answer` (made by `completion`,
`status`, `html`, `raw`), `RESET` (the connection is cut) or `HANG` (no answer until the server stops). `picky(...)` makes
an `answer` function that rejects parameters as real endpoints do.

`server.requests` are those seen, in the order in which they came; `server.most_at_once` is how many were in flight
together. Run as a program (`python stub_server.py --delay 0.05`) it serves until its standard input is closed, and
prints its base URL first: benchmarks use it so, to have it in another process.
"""

import argparse
import asyncio
import json
import socket
import struct
import sys
import threading
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self


@dataclass(frozen=True)
class Seen:
    """A request that came in: path, headers by lower-case name, and the JSON of its body."""

    path: str
    headers: Mapping[str, str]
    body: Mapping[str, Any]


@dataclass(frozen=True)
class Answer:
    """A response. `delay_s` is waited before it is sent."""

    status: int = 200
    body: bytes = b"{}"
    headers: Mapping[str, str] = field(default_factory=dict)
    delay_s: float = 0.0


@dataclass(frozen=True)
class Misbehaviour:
    """Something that is no response."""

    name: str


RESET = Misbehaviour("reset")
HANG = Misbehaviour("hang")

Behaviour = Answer | Misbehaviour


def completion(
    text: str | None,
    *,
    finish_reason: str | None = "stop",
    delay_s: float = 0.0,
    tokens: tuple[int, int] = (10, 5),
    **message: Any,
) -> Answer:
    """A chat completion. `message` adds fields to the message (`refusal`, `reasoning_content` …)."""
    return raw(
        {
            "id": "chatcmpl-1",
            "object": "chat.completion",
            "created": 0,
            "model": "stub",
            "choices": [
                {
                    "index": 0,
                    "finish_reason": finish_reason,
                    "message": {"role": "assistant", "content": text, **message},
                }
            ],
            "usage": {
                "prompt_tokens": tokens[0],
                "completion_tokens": tokens[1],
                "total_tokens": sum(tokens),
            },
        },
        delay_s=delay_s,
    )


def status(
    number: int,
    message: str = "no",
    /,
    *,
    headers: Mapping[str, str] | None = None,
    **error: Any,
) -> Answer:
    """An error response as OpenAI words it. `error` adds fields to the error (`code`, `param`, `type`)."""
    body = {"error": {"message": message, "type": None, "param": None, "code": None, **error}}
    return Answer(number, json.dumps(body).encode(), {"content-type": "application/json", **(headers or {})})


def html(code: int = 200) -> Answer:
    """A web page where JSON belongs."""
    return Answer(code, b"<!doctype html><title>Bad gateway</title>", {"content-type": "text/html"})


def raw(body: Any, *, delay_s: float = 0.0, code: int = 200) -> Answer:
    """Any JSON value, or any bytes, with the content type of JSON."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return Answer(code, content, {"content-type": "application/json"}, delay_s)


def picky(*rejected: str) -> Callable[[Seen], Answer]:
    """Rejects requests that hold one of `rejected`: names of parameters, or `json_schema` and `json_object`."""

    def answer(seen: Seen) -> Answer:
        shape = seen.body.get("response_format", {}).get("type")
        for name in rejected:
            if name == shape:
                return status(
                    400, f"response_format of type {name} is not available", param="response_format"
                )
            if name in seen.body:
                return status(
                    400, f"Unsupported parameter: '{name}'", param=name, code="unsupported_parameter"
                )
        return completion("ok")

    return answer


class StubServer:
    """The server; a context manager. `answer` may be set to a function of the request."""

    def __init__(self, *, answer: Callable[[Seen], Behaviour] | None = None) -> None:
        self.answer = answer or (lambda _: completion("ok"))
        self.requests: list[Seen] = []
        self.most_at_once = 0
        self.base_url = ""
        self._script: deque[Behaviour] = deque()
        self._at_once = 0
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._connections: set[asyncio.Task[None]] = set()
        self._server: asyncio.Server | None = None

    def script(self, *behaviours: Behaviour) -> None:
        """What to do with the next requests, one after another."""
        self._script.extend(behaviours)

    def __enter__(self) -> Self:
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self._start(), self._loop).result(timeout=10)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        asyncio.run_coroutine_threadsafe(self._stop(), self._loop).result(timeout=10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(timeout=10)
        self._loop.close()

    async def _start(self) -> None:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0, backlog=1024)
        port = self._server.sockets[0].getsockname()[1]
        self.base_url = f"http://127.0.0.1:{port}/v1"

    async def _stop(self) -> None:
        if self._server is not None:
            self._server.close()
        for connection in self._connections:
            connection.cancel()
        await asyncio.gather(*self._connections, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        if task is not None:
            self._connections.add(task)
            task.add_done_callback(self._connections.discard)
        try:
            while (seen := await _read(reader)) is not None:
                if not await self._respond(seen, writer):
                    return
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass  # the client went, or the server stops
        finally:
            writer.close()

    async def _respond(self, seen: Seen, writer: asyncio.StreamWriter) -> bool:
        """Do what is next, and say whether the connection goes on."""
        self.requests.append(seen)
        self._at_once += 1
        self.most_at_once = max(self.most_at_once, self._at_once)
        try:
            behaviour = self._script.popleft() if self._script else self.answer(seen)
            if isinstance(behaviour, Answer):
                await asyncio.sleep(behaviour.delay_s)
                writer.write(_wire(behaviour))
                await writer.drain()
                return True
            if behaviour is HANG:
                await asyncio.Event().wait()
            _reset(writer)
            return False
        finally:
            self._at_once -= 1


async def _read(reader: asyncio.StreamReader) -> Seen | None:
    start = await reader.readline()
    if not start:
        return None
    headers: dict[str, str] = {}
    while (line := await reader.readline()).strip():
        name, _, value = line.decode("latin-1").partition(":")
        headers[name.strip().lower()] = value.strip()
    content = await reader.readexactly(int(headers.get("content-length", 0)))
    return Seen(start.split()[1].decode(), headers, json.loads(content) if content else {})


def _wire(answer: Answer) -> bytes:
    headers = {**answer.headers, "content-length": str(len(answer.body))}
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {answer.status} Stub\r\n{head}\r\n".encode("latin-1") + answer.body


def _reset(writer: asyncio.StreamWriter) -> None:
    """Cut the connection without a farewell: the peer sees ECONNRESET."""
    connection = writer.get_extra_info("socket")
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


def main() -> None:
    """Serve replies until standard input is closed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--delay", type=float, default=0.0, help="seconds before each reply")
    parser.add_argument("--text", default="ok")
    options = parser.parse_args()
    with StubServer(answer=lambda _: completion(options.text, delay_s=options.delay)) as server:
        print(server.base_url, flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main()
