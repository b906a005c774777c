"""The process that holds a local model: weights, context and generation, driven by lines of JSON on its pipes.

A process of its own, because the binding's native code installs signal handlers, prints, keeps the interpreter's lock
while it loads, aborts over what it does not expect, and joins threads in its destructors. Here none of that reaches the
program, and to stop it is as sure as to kill a process.

Guarantees: nothing but answers goes out on the pipe; no address is open to others; when the pipe from the program
closes, the process ends at once, whatever it is computing. Importing this module imports no native code.
"""

import json
import os
import queue
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Mapping
from typing import Any, BinaryIO

from groundwire.llm.local_loop import LoopWatch

_STREAMED = {"stream": True, "return_progress": True, "stream_options": {"include_usage": True}}
_COMPACT = {"whitespace_flexible": False, "item_separator": ", ", "key_separator": ": "}
_BATCH_TOKENS = 256  # read between two looks at whether to stop; larger ones are not faster on a processor
_PULSE_S = 2.0
# Replies repeat words of the article: what followed the last three tokens there is tried before it is computed. Measured
# with the 0.5B: claims are written 1.4 and summaries 1.5 times as fast, and are the same.
_LOOKED_UP_BY, _LOOKED_UP = 3, 6


class Worker:
    """Answers one question after another on `out`."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._binding: Any = None
        self._server: Any = None
        self._context_tokens = 0
        self._stopped: set[int] = set()  # questions that nobody waits for any more
        self._orders: queue.Queue[Mapping[str, Any]] = queue.Queue()

    def run(self, lines: BinaryIO) -> None:
        """Do what the lines say; the process ends with them."""
        threading.Thread(target=self._listen, args=(lines,), daemon=True).start()
        while True:
            order = self._orders.get()
            if "load" in order:
                self._load(order["load"])
            else:
                self._answer(order["ask"], order["parameters"], order["room"])

    def _listen(self, lines: BinaryIO) -> None:
        for line in lines:
            order = json.loads(line)
            if "stop" in order:
                self._stopped.add(order["stop"])
            else:
                self._orders.put(order)
        os._exit(0)

    def _say(self, **answer: Any) -> None:
        self._out.write(json.dumps(answer).encode() + b"\n")
        self._out.flush()

    def _load(self, options: Mapping[str, Any]) -> None:
        import xllamacpp  # noqa: PLC0415  # the native library, in this process alone

        self._binding = xllamacpp
        self._context_tokens = options["context_tokens"]
        given = xllamacpp.CommonParams()
        given.model.path = options["path"]
        given.n_ctx = self._context_tokens
        given.n_batch = given.n_ubatch = _BATCH_TOKENS
        given.n_parallel = 1
        given.cache_ram_mib = options["prompt_cache_mib"]
        given.cpuparams.n_threads = given.cpuparams_batch.n_threads = options["threads"]
        given.speculative.types = [xllamacpp.common_speculative_type.COMMON_SPECULATIVE_TYPE_NGRAM_SIMPLE]
        given.speculative.ngram_simple.size_n = _LOOKED_UP_BY
        given.speculative.ngram_simple.size_m = _LOOKED_UP
        given.verbosity = -1
        given.ui = given.endpoint_slots = given.endpoint_props = False
        with tempfile.TemporaryDirectory() as folder:
            # The binding insists on listening: at an address that nobody else can reach, and that is gone at once.
            os.chdir(folder)  # the system's paths of sockets are short
            if hasattr(socket, "AF_UNIX"):
                given.hostnames = ["s.sock"]
            given.api_keys = [os.urandom(16).hex()]
            try:
                self._server = xllamacpp.Server(given)
            except RuntimeError as error:
                self._say(failed=str(error))
                return
            finally:
                os.chdir(tempfile.gettempdir())
        self._say(ready=True)

    def _answer(self, number: int, parameters: Mapping[str, Any], room: int) -> None:
        answer = _Answer(self._context_tokens - room)
        pulse = time.monotonic()

        def take(chunk: Mapping[str, Any]) -> bool:
            nonlocal pulse
            answer.take(chunk)
            if answer.pieces and time.monotonic() - pulse >= _PULSE_S:
                pulse = time.monotonic()
                self._say(pulse=number, written=answer.pieces)
            return number in self._stopped or answer.does_not_fit or answer.is_in_circles

        if number not in self._stopped:
            try:
                self._server.handle_chat_completions({**self._with_grammar(parameters), **_STREAMED}, take)
            except RuntimeError as error:
                answer.take({"error": {"type": "invalid_request_error", "message": str(error)}})
        self._stopped.discard(number)
        self._say(answer=number, **answer.told())

    def _with_grammar(self, parameters: Mapping[str, Any]) -> dict[str, Any]:
        """The parameters with the schema as a grammar: every bound kept, and no token spent on white space."""
        sent = dict(parameters)
        schema = sent.pop("schema", None)
        if schema is not None:
            sent["grammar"] = self._binding.json_schema_to_grammar({**schema, "x-guidance": _COMPACT})
        return sent


class _Answer:
    """What has been streamed so far. `pieces` counts tokens, about."""

    def __init__(self, most_prompt_tokens: int) -> None:
        self._most_prompt_tokens = most_prompt_tokens
        self._prompt_tokens = 0
        self._text: list[str] = []
        self._last: dict[str, Any] = {}
        self._finish = ""
        self._loop = LoopWatch()
        self.is_in_circles = False
        self._error: Mapping[str, Any] | None = None

    @property
    def pieces(self) -> int:
        return len(self._text)

    @property
    def does_not_fit(self) -> bool:
        return self._prompt_tokens > self._most_prompt_tokens

    def take(self, chunk: Mapping[str, Any]) -> None:
        if "choices" not in chunk:
            self._error = chunk.get("error", chunk)
            self._prompt_tokens = self._error.get("n_prompt_tokens", 0)
            return
        for choice in chunk["choices"]:
            if content := choice["delta"].get("content"):
                self._text.append(content)
                self.is_in_circles = self.is_in_circles or self._loop.runs_in_circles(content)
            self._finish = choice["finish_reason"] or self._finish
        self._prompt_tokens = chunk.get("prompt_progress", {}).get("total", self._prompt_tokens)
        self._last.update({name: chunk[name] for name in ("usage", "timings") if chunk.get(name)})

    def told(self) -> dict[str, Any]:
        """The answer as it goes over the pipe."""
        if self.does_not_fit:
            return {"prompt": self._prompt_tokens}
        if self._error is not None:
            return {"error": dict(self._error)}
        usage = self._last.get("usage", {})
        return {
            "text": "".join(self._text),
            "finish": "length" if self.is_in_circles else self._finish,
            "read": usage.get("prompt_tokens", self._prompt_tokens),
            "written": usage.get("completion_tokens", self.pieces),
            "timings": self._last.get("timings", {}),
        }


def main() -> None:
    """Run the process."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what the native code prints is not an answer
    Worker(out).run(sys.stdin.buffer)


if __name__ == "__main__":
    main()
