"""A GGUF model on this machine as a model behind the seam: no account, no server, no network.

Guarantees: nothing is loaded before the first request comes, and then once; one request at a time is computed; a
request that nobody waits for any more is not computed on; after `close` no process is left.
"""

import asyncio
import logging
import time
from dataclasses import dataclass
from pathlib import Path

from groundwire.domain.exchange import ModelReply, ModelRequest
from groundwire.llm.cost import estimate_input_tokens
from groundwire.llm.ledger import enter_reply, enter_request
from groundwire.llm.local_process import LocalProcess
from groundwire.llm.local_wire import fault_from, parameters, reply_from

_log = logging.getLogger(__name__)

_PROMPT_CACHE_MIB = 256
_CONTEXT_STEP = 1024
_REPLY_TOKENS = 4096


@dataclass(frozen=True, kw_only=True)
class LocalModel:
    """What to load and how: `context_tokens` is the most that the model is asked for, request and reply together."""

    path: Path
    context_tokens: int
    threads: int


class LocalChat:
    """One local model. `close` it, or use it as an async context manager."""

    def __init__(self, model: LocalModel) -> None:
        self._model = model
        self._turn = asyncio.Lock()
        self._process: LocalProcess | None = None
        self._context_tokens = 0

    async def complete(self, request: ModelRequest) -> ModelReply:
        """The model's reply.

        Raises:
            ModelError: there is none; the class says why, the hint what to do.
        """
        async with self._turn:
            process = await self._ready(request)
            enter_request()
            started = time.monotonic()
            answer = await process.ask(parameters(request))
        if "error" in answer:
            raise fault_from(answer["error"], request.model)
        _log.debug("%s: %s", request.model, answer["timings"])
        reply = reply_from(answer, request.model)
        enter_reply(reply, seconds=time.monotonic() - started)
        return reply

    async def close(self) -> None:
        """End the process. Closing twice does nothing."""
        process, self._process = self._process, None
        if process is not None:
            await process.kill()

    async def _ready(self, request: ModelRequest) -> LocalProcess:
        needed = estimate_input_tokens(request) + (request.sampling.max_tokens or _REPLY_TOKENS)
        wanted = min(-(-needed // _CONTEXT_STEP) * _CONTEXT_STEP, self._model.context_tokens)
        if self._process is not None and self._process.is_running and wanted <= self._context_tokens:
            return self._process
        await self.close()
        process = await LocalProcess.start()
        try:
            await process.load(
                {
                    "path": str(self._model.path),
                    "context_tokens": wanted,
                    "threads": self._model.threads,
                    "prompt_cache_mib": _PROMPT_CACHE_MIB,
                }
            )
        except BaseException:
            await process.kill()
            raise
        self._process, self._context_tokens = process, wanted
        return process
