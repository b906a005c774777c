"""How many requests at once, and how many in a minute.

Guarantees: never more than the limit in flight, and slots are given in the order of asking; requests are spread evenly
over the minute instead of sent in a burst; when a provider says "too many", nobody sends until the time that it named
is over.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable

from groundwire.domain.exchange import ModelReply, ModelRequest
from groundwire.errors import RateLimited
from groundwire.llm.cost import estimate_input_tokens
from groundwire.llm.seam import ChatModel

Sleep = Callable[[float], Awaitable[None]]
Clock = Callable[[], float]

_MINUTE_S = 60.0
_PAUSE_S = 1.0  # after "too many requests" without a word on how long


class Bounded:
    """At most `concurrency` requests in flight at once."""

    def __init__(self, inner: ChatModel, *, concurrency: int) -> None:
        self._inner = inner
        self._slots = asyncio.Semaphore(concurrency)

    async def complete(self, request: ModelRequest) -> ModelReply:
        """The inner model's reply, once there is a slot."""
        async with self._slots:
            return await self._inner.complete(request)


class Paced:
    """At most so many requests and so many (estimated) input tokens a minute, None for no limit of that kind."""

    def __init__(
        self,
        inner: ChatModel,
        *,
        requests_per_minute: float | None = None,
        tokens_per_minute: float | None = None,
        sleep: Sleep = asyncio.sleep,
        clock: Clock = time.monotonic,
    ) -> None:
        self._inner = inner
        self._request_s = _MINUTE_S / requests_per_minute if requests_per_minute else 0.0
        self._token_s = _MINUTE_S / tokens_per_minute if tokens_per_minute else 0.0
        self._sleep = sleep
        self._clock = clock
        self._next = 0.0
        self._paused_until = 0.0

    async def complete(self, request: ModelRequest) -> ModelReply:
        """The inner model's reply, once it is this request's turn.

        Raises:
            RateLimited: the provider wants a slower pace; everybody else waits from now on.
        """
        await self._turn(request)
        try:
            return await self._inner.complete(request)
        except RateLimited as error:
            pause = _PAUSE_S if error.retry_after_s is None else error.retry_after_s
            self._paused_until = max(self._paused_until, self._clock() + pause)
            raise

    async def _turn(self, request: ModelRequest) -> None:
        at = max(self._clock(), self._next)
        tokens_s = self._token_s * estimate_input_tokens(request) if self._token_s else 0.0
        self._next = at + max(self._request_s, tokens_s)
        while (wait := max(at, self._paused_until) - self._clock()) > 0:
            await self._sleep(wait)
