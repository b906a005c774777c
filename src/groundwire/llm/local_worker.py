"""The process that holds a local model: weights, context and generation, driven by lines of JSON on its pipes.

A process of its own, because the binding's native code installs signal handlers, writes to standard error, keeps the
interpreter's lock while it loads, ends the process when a file is damaged, and joins threads in its destructors. Here
none of that reaches the program, and stopping is as sure as killing a process.

Guarantees: nothing but answers goes out on the pipe; no address is open to others; when the pipe from the program
closes, the process ends at once, whatever it is computing.
"""

import json
import os
import queue
import sys
import tempfile
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO

_STREAMED = {"stream": True, "return_progress": True, "stream_options": {"include_usage": True}}
_COMPACT = {"whitespace_flexible": False, "item_separator": ", ", "key_separator": ": "}


class Worker:
    """Answers one question after another. `stopped` are the questions that nobody waits for any more."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._server: Any = None
        self._binding: Any = None
        self._stopped: set[int] = set()
        self._orders: queue.Queue[Mapping[str, Any]] = queue.Queue()

    def run(self, lines: BinaryIO) -> None:
        """Do what the lines say, until they end."""
        threading.Thread(target=self._listen, args=(lines,), daemon=True).start()
        while True:
            order = self._orders.get()
            if "load" in order:
                self._load(order["load"])
            else:
                self._answer(order["ask"], order["parameters"])

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
        given = xllamacpp.CommonParams()
        given.model.path = options["path"]
        given.n_ctx = options["context_tokens"]
        given.n_parallel = 1
        given.cache_ram_mib = options["prompt_cache_mib"]
        given.cpuparams.n_threads = given.cpuparams_batch.n_threads = options["threads"]
        given.verbosity = -1
        given.ui = given.endpoint_slots = given.endpoint_props = False
        with tempfile.TemporaryDirectory() as folder:
            # The binding insists on listening: at an address that nobody can reach, and that is removed at once.
            given.hostnames = [str(Path(folder) / "s.sock")]
            given.api_keys = [os.urandom(16).hex()]
            try:
                self._server = xllamacpp.Server(given)
            except RuntimeError as error:
                self._say(failed=str(error))
                return
        self._say(ready=True)

    def _answer(self, number: int, parameters: Mapping[str, Any]) -> None:
        answer = _Answer()

        def take(chunk: Mapping[str, Any]) -> bool:
            answer.take(chunk)
            return number in self._stopped

        if number not in self._stopped:
            self._server.handle_chat_completions({**self._with_grammar(parameters), **_STREAMED}, take)
        self._stopped.discard(number)
        self._say(answer=number, **answer.told())

    def _with_grammar(self, parameters: Mapping[str, Any]) -> dict[str, Any]:
        """The parameters with the schema as a grammar: without needless white space, and with every bound kept."""
        sent = dict(parameters)
        schema = sent.pop("schema", None)
        if schema is not None:
            sent["grammar"] = self._binding.json_schema_to_grammar({**schema, "x-guidance": _COMPACT})
        return sent


class _Answer:
    """What has been streamed so far."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._finish = ""
        self._error: Mapping[str, Any] | None = None
        self._timings: Mapping[str, Any] = {}
        self._usage: Mapping[str, Any] = {}

    def take(self, chunk: Mapping[str, Any]) -> None:
        """Add one piece."""
        if "choices" not in chunk:
            self._error = chunk.get("error", chunk)
            return
        for choice in chunk["choices"]:
            self._pieces.append(choice["delta"].get("content") or "")
            self._finish = choice["finish_reason"] or self._finish
        self._usage = chunk.get("usage") or self._usage
        self._timings = chunk.get("timings") or self._timings

    def told(self) -> dict[str, Any]:
        """The answer as it goes over the pipe."""
        if self._error is not None:
            return {"error": dict(self._error)}
        return {
            "text": "".join(self._pieces),
            "finish": self._finish,
            "read": self._usage.get("prompt_tokens", 0),
            "written": self._usage.get("completion_tokens", 0),
            "timings": dict(self._timings),
        }


def main() -> None:
    """Run the process."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what the native code prints is not an answer
    Worker(out).run(sys.stdin.buffer)


if __name__ == "__main__":
    main()
