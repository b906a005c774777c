"""The process of a local model as seen from the program: started, asked, stopped, killed.

Guarantees: it has no terminal, so that Ctrl-C reaches it through the program alone; what it prints is not seen; `kill`
ends it whatever it is computing.
"""

import asyncio
import json
import os
import signal
import sys
import tempfile
from collections.abc import Callable, Mapping
from typing import IO, Any

from groundwire.errors import ProviderFailed

_LONGEST_LINE = 2**26  # bytes of one answer
_LAST_WORDS = 300  # characters of what it printed that are worth repeating


class LocalProcess:
    """One process of `local_worker`."""

    def __init__(self, process: asyncio.subprocess.Process, printed: IO[bytes]) -> None:
        self._process = process
        self._printed = printed
        self._number = 0

    @classmethod
    async def start(cls) -> "LocalProcess":
        """A process that has loaded nothing yet."""
        printed = tempfile.TemporaryFile()  # noqa: SIM115  # closed with the process
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-P",  # nothing of the folder in which the user happens to be is imported
            "-m",
            "groundwire.llm.local_worker",
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=printed,
            start_new_session=True,
            limit=_LONGEST_LINE,
            # Threads that wait for each other in a busy loop keep each other from the cores as soon as another program
            # wants one: measured, two of them wrote six times slower than two that sleep.
            env={
                **os.environ,
                "OMP_WAIT_POLICY": "PASSIVE",
                "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
            },
        )
        return cls(process, printed)

    @property
    def pid(self) -> int:
        """Its number in the system."""
        return self._process.pid

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
            raise ProviderFailed(self._last_words() or str(answer["failed"]))

    async def ask(
        self, parameters: Mapping[str, Any], *, room: int, see: Callable[[int], None]
    ) -> Mapping[str, Any]:
        """The answer to one question; `see` is told from time to time how many tokens are written.

        A question that would leave less than `room` tokens of the context for the reply is not answered: `prompt` then
        says how many tokens it has.

        When the wait is cancelled, so is the computing.

        Raises:
            ProviderFailed: the process ended.
        """
        self._number += 1
        number = self._number
        self._send({"ask": number, "parameters": dict(parameters), "room": room})
        try:
            while (answer := await self._next()).get("answer") != number:
                if answer.get("pulse") == number:
                    see(answer["written"])
        except asyncio.CancelledError:
            self._send({"stop": number})
            raise
        return answer

    async def kill(self) -> None:
        """End it, whatever it is doing."""
        if self.is_running:
            self._process.kill()
        await self._process.wait()
        self._printed.close()

    def _send(self, order: Mapping[str, Any]) -> None:
        pipe = self._process.stdin
        if pipe is not None and not pipe.is_closing():
            pipe.write(json.dumps(order).encode() + b"\n")

    async def _next(self) -> dict[str, Any]:
        pipe = self._process.stdout
        line = await pipe.readline() if pipe is not None else b""
        if not line:
            how = _how(await self._process.wait())
            words = self._last_words()
            raise ProviderFailed(f"the engine's process ended {how}{': ' if words else ''}{words}")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def _last_words(self) -> str:
        """The end of what it printed, on one line."""
        size = self._printed.seek(0, os.SEEK_END)
        self._printed.seek(max(0, size - _LAST_WORDS))
        return " ".join(self._printed.read().decode("utf-8", "replace").split())


def _how(code: int) -> str:
    """What an exit code of a process tells."""
    if code >= 0:
        return f"with code {code}"
    if code == -signal.SIGKILL:
        return "by SIGKILL, as when the system runs out of memory"
    return f"by {signal.Signals(-code).name}"
