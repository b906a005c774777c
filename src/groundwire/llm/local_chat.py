"""A GGUF model on this machine as a model behind the seam: no account, no server, no network.

Guarantees: nothing is loaded before the first request comes, and then once, or again for a longer context; one request
is computed at a time, in the order of asking; a request that does not fit is refused before anything of it is computed;
one that nobody waits for any more is not computed on; after `close` no process is left.
"""

import asyncio
import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from groundwire.domain.exchange import ModelReply, ModelRequest
from groundwire.errors import ContextTooLong, ModelNotLoaded, ProviderFailed
from groundwire.llm.cost import estimate_input_tokens
from groundwire.llm.ledger import enter_reply, enter_request
from groundwire.llm.local_machine import Machine, spare_threads
from groundwire.llm.local_process import LocalProcess
from groundwire.llm.local_speed import SpeedWatch
from groundwire.llm.local_wire import SHORTEST_REPLY_TOKENS, fault_from, parameters, reply_from

_log = logging.getLogger(__name__)

_MIB = 2**20
_PROMPT_CACHE_MIB = 256  # beginnings of requests that alternate are kept here instead of read again
_WORKING_BYTES = 320 * _MIB  # measured: 170 to 260 MiB beside weights and context
_CONTEXT_STEP = 2048  # loading again costs a second or two
_REPLY_TOKENS = 4096  # of a request that names no limit
_DEATHS = 2  # how often in a row the process may end by itself before no other is started


@dataclass(frozen=True, kw_only=True)
class LocalModel:
    """What to load, and how.

    `context_tokens` is the longest context, request and reply together; `threads` None stands for as many as cores are
    free when it is loaded.
    """

    name: str
    path: Path
    size_bytes: int
    context_tokens: int
    kv_bytes_per_token: int
    threads: int | None = None
    machine: Machine = field(default_factory=Machine)

    def needed_bytes(self, context_tokens: int) -> int:
        """Memory that it takes with a context of so many tokens, about."""
        cached = min(_PROMPT_CACHE_MIB * _MIB, self.kv_bytes_per_token * self.context_tokens)
        return self.size_bytes + self.kv_bytes_per_token * context_tokens + cached + _WORKING_BYTES


class LocalChat:
    """One local model. `close` it, or use it as an async context manager."""

    def __init__(self, model: LocalModel) -> None:
        self._model = model
        self._turn = asyncio.Lock()
        self._process: LocalProcess | None = None
        self._context_tokens = 0
        self._deaths = 0
        self._given_up: ModelNotLoaded | None = None
        self._speed = SpeedWatch(model.name)

    async def complete(self, request: ModelRequest) -> ModelReply:
        """The model's reply.

        Raises:
            ModelNotLoaded: there is too little memory, or the engine does not take the weights.
            ContextTooLong: the request does not fit.
            RequestRejected: the engine cannot do what is asked, such as to follow this schema.
            ProviderFailed: the engine's process ended.
        """
        asked = parameters(request)
        async with self._turn:
            started = time.monotonic()
            answer = await self._answer(request, asked)
        if "error" in answer:
            raise fault_from(answer["error"], request.model)
        reply = reply_from(answer, request)
        enter_reply(reply, seconds=time.monotonic() - started)
        _log.debug("%s: %s", request.model, answer["timings"])
        return reply

    async def close(self) -> None:
        """End the process. Closing twice does nothing."""
        process, self._process = self._process, None
        if process is not None:
            await process.kill()

    async def _answer(self, request: ModelRequest, asked: Mapping[str, Any]) -> Mapping[str, Any]:
        reply_tokens = request.sampling.max_tokens or _REPLY_TOKENS
        process = await self._loaded(estimate_input_tokens(request) + reply_tokens)
        enter_request()
        answer = await self._ask(process, asked)
        if "prompt" in answer:  # more tokens than estimated, and nothing computed yet
            process = await self._loaded(self._longer(int(answer["prompt"]), request))
            answer = await self._ask(process, asked)
        return answer

    async def _ask(self, process: LocalProcess, asked: Mapping[str, Any]) -> Mapping[str, Any]:
        self._speed.begin()
        try:
            room = min(asked.get("max_tokens", SHORTEST_REPLY_TOKENS), SHORTEST_REPLY_TOKENS)
            answer = await process.ask(asked, room=room, see=self._speed.see)
        except ProviderFailed as error:
            self._deaths += 1
            if self._deaths >= _DEATHS:
                self._given_up = ModelNotLoaded(error.message, hint="try another model, or fewer threads")
            raise
        self._deaths = 0
        return answer

    def _longer(self, prompt_tokens: int, request: ModelRequest) -> int:
        """The context that a request of so many tokens takes, where the present one is too short.

        Raises:
            ContextTooLong: the model has none that long.
        """
        reply_tokens = request.sampling.max_tokens or _REPLY_TOKENS
        most = self._model.context_tokens - min(reply_tokens, SHORTEST_REPLY_TOKENS)
        if prompt_tokens > most:
            raise ContextTooLong(
                f"expected a request of at most {most} tokens for {request.model}, found {prompt_tokens}"
            )
        return prompt_tokens + reply_tokens

    async def _loaded(self, wanted_tokens: int) -> LocalProcess:
        """A process with the model and a context of so many tokens, as far as the model has it."""
        rounded = -(-wanted_tokens // _CONTEXT_STEP) * _CONTEXT_STEP
        context_tokens = min(rounded, self._model.context_tokens)
        if self._process is not None and self._process.is_running and context_tokens <= self._context_tokens:
            return self._process
        await self.close()
        if self._given_up is not None:
            raise self._given_up
        try:
            self._process = await self._load(context_tokens)
        except ModelNotLoaded as error:
            self._given_up = error
            raise
        self._context_tokens = context_tokens
        return self._process

    async def _load(self, context_tokens: int) -> LocalProcess:
        model = self._model
        self._check_memory(context_tokens)
        threads = model.threads or await spare_threads(model.machine)
        process = await LocalProcess.start()
        started = time.monotonic()
        try:
            await process.load(
                {
                    "path": str(model.path.absolute()),
                    "context_tokens": context_tokens,
                    "threads": threads,
                    "prompt_cache_mib": _PROMPT_CACHE_MIB,
                }
            )
        except ProviderFailed as error:
            await process.kill()
            raise ModelNotLoaded(
                f"expected to load {str(model.path)!r}, found that the engine does not take it: {error.message}",
                hint="fetch the file again, or name another model",
            ) from None
        except BaseException:
            await process.kill()
            raise
        seconds = time.monotonic() - started
        _log.info(
            "loaded %s: %d tokens of context, %d threads, %.1f s",
            model.name,
            context_tokens,
            threads,
            seconds,
        )
        return process

    def _check_memory(self, context_tokens: int) -> None:
        needed, available = self._model.needed_bytes(context_tokens), self._model.machine.available_bytes()
        if available is not None and available < needed:
            raise ModelNotLoaded(
                f"expected about {needed // _MIB} MiB of free memory for {self._model.name} with a context of "
                f"{context_tokens} tokens, found {available // _MIB} MiB",
                hint="end other programs, use a smaller model, or smaller --chunk-tokens and --max-tokens",
            )
