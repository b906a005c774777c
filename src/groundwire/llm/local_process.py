"""The process of a local model as seen from the program: started, asked, stopped, killed.

Guarantees: it has no terminal, so that Ctrl-C reaches it only through the program; `kill` ends it whatever it is computing.
"""

import asyncio
import json
import os
import sys
import tempfile
from collections.abc import Mapping
from typing import Any

from groundwire.errors import ProviderFailed

_LINE_BYTES = 2**26  # longest answer
_TAIL_BYTES = 400


class LocalProcess:
    """One process of `local_worker`."""

    def __init__(self, process: asyncio.subprocess.Process, errors: Any) -> None:
        self._process = process
        self._errors = errors
        self._number = 0

    @classmethod
    async def start(cls) -> "LocalProcess":
        """A process that has loaded nothing yet."""
        errors = tempfile.TemporaryFile()  # noqa: SIM115  # kept as long as the process
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "groundwire.llm.local_worker",
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=errors,
            start_new_session=True,
            limit=_LINE_BYTES,
            # OpenMP's threads would wait for each other in a busy loop: with other programs on the cores that is
            # several times slower than to sleep.
            env={**os.environ, "OMP_WAIT_POLICY": "PASSIVE"},
        )
        return cls(process, errors)

    @property
    def is_running(self) -> bool:
        """Whether it can be asked."""
        return self._process.returncode is None

    async def load(self, options: Mapping[str, Any]) -> None:
        """Load a model.

        Raises:
            ProviderFailed: it cannot be loaded.
        """
        self._send({"load": dict(options)})
        answer = await self._next()
        if "failed" in answer:
            raise ProviderFailed(f"the model could not be loaded: {answer['failed']}")

    async def ask(self, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
        """The answer to one question; when the wait for it is cancelled, computing it is stopped.

        Raises:
            ProviderFailed: the process ended.
        """
        self._number += 1
        number = self._number
        self._send({"ask": number, "parameters": dict(parameters)})
        try:
            while (answer := await self._next()).get("answer") != number:
                pass
        except asyncio.CancelledError:
            self._send({"stop": number})
            raise
        return answer

    async def kill(self) -> None:
        """End it, whatever it is doing."""
        if self.is_running:
            self._process.kill()
        await self._process.wait()
        self._errors.close()

    def _send(self, order: Mapping[str, Any]) -> None:
        pipe = self._process.stdin
        if pipe is not None and not pipe.is_closing():
            pipe.write(json.dumps(order).encode() + b"\n")

    async def _next(self) -> dict[str, Any]:
        pipe = self._process.stdout
        line = await pipe.readline() if pipe is not None else b""
        if not line:
            code = await self._process.wait()
            raise ProviderFailed(f"the process of the local model ended with {code}: {self._last_words()!r}")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def _last_words(self) -> str:
        self._errors.seek(0, os.SEEK_END)
        self._errors.seek(max(0, self._errors.tell() - _TAIL_BYTES))
        return " ".join(self._errors.read().decode("utf-8", "replace").split())
