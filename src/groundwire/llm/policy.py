"""When a request that failed is sent again.

Guarantees: only faults that pass by themselves are tried again, each cause on an account of its own; the attempts and
the time are both bounded, waiting for a server that is loading its model by the time alone; the wait that a provider
asks for is kept to, and when it is longer than the time that is left the request fails at once and says so; waits are
spread at random (full jitter), so that those who failed together do not come back together. Source of the waits: M. Brooker, "Exponential Backoff and Jitter", AWS Architecture Blog, 2015.
"""

import asyncio
import random
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from tenacity import AsyncRetrying, RetryCallState, retry_if_exception_type

from groundwire.domain.exchange import ModelReply, ModelRequest
from groundwire.errors import ModelError, ModelLoading, ProviderFailed, RateLimited, TransportFailed
from groundwire.llm.ledger import Cause, because
from groundwire.llm.seam import ChatModel

_CAUSES: dict[type[ModelError], Cause] = {
    TransportFailed: Cause.TRANSPORT,
    RateLimited: Cause.RATE,
    ProviderFailed: Cause.SERVER,
}
_FIRST_WAIT_S = 0.5
_LONGEST_WAIT_S = 30.0
_LONGEST_SPREAD_S = 1.0  # added at random to a wait that the provider named, which many were told at once


@dataclass(frozen=True, kw_only=True)
class Patience:
    """How often a request is sent on account of each cause (the first time included), and for how long.

    `deadline_s` runs from the first failure: the time before it was spent in the queue, or on an answer. A server that
    says that it is loading its model has not failed: that is waited for until the deadline.
    """

    attempts: int = 4
    deadline_s: float = 300.0


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    """What a policy sees of the world, so that a test can be the world."""

    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    clock: Callable[[], float] = time.monotonic
    draw: Callable[[], float] = random.random  # uniform in [0, 1)


class Retrying:
    """Sends again what failed for a cause that passes."""

    def __init__(
        self, inner: ChatModel, patience: Patience, *, surroundings: Surroundings | None = None
    ) -> None:
        self._inner = inner
        self._patience = patience
        self._surroundings = surroundings or Surroundings()

    async def complete(self, request: ModelRequest) -> ModelReply:
        """The inner model's reply, at the first attempt or at a later one.

        Raises:
            ModelError: the last failure, or the first one that does not pass.
        """
        course = _Course(patience=self._patience, surroundings=self._surroundings)
        retrying = AsyncRetrying(
            sleep=self._surroundings.sleep,
            retry=retry_if_exception_type(tuple(_CAUSES)),
            wait=course.wait,
            stop=course.is_over,
            retry_error_callback=course.give_up,
        )
        reply: ModelReply = await retrying(self._attempt, request, course)
        return reply

    async def _attempt(self, request: ModelRequest, course: "_Course") -> ModelReply:
        if course.cause is None:
            return await self._inner.complete(request)
        with because(course.cause):
            return await self._inner.complete(request)


@dataclass(kw_only=True)
class _Course:
    """The attempts at one request so far. `asked_s` is the wait that the provider asked for after the last one."""

    patience: Patience
    surroundings: Surroundings
    cause: Cause | None = None
    failures: Counter[Cause] = field(default_factory=Counter)
    sent: int = 0
    first_failure: float | None = None
    asked_s: float | None = None

    def wait(self, state: RetryCallState) -> float:
        """Called by tenacity after each failure that passes, before `is_over`: enter it, and say how long to wait."""
        error = _failure(state)
        self.cause = _cause_of(error)
        self.sent += 1
        self.failures[self.cause] += not isinstance(error, ModelLoading)
        if self.first_failure is None:
            self.first_failure = self.surroundings.clock()
        self.asked_s = error.retry_after_s if isinstance(error, RateLimited | ProviderFailed) else None
        draw = self.surroundings.draw()
        if self.asked_s:
            return self.asked_s + draw * min(self.asked_s, _LONGEST_SPREAD_S)
        longest: float = min(_LONGEST_WAIT_S, _FIRST_WAIT_S * 2.0 ** min(self.sent, 16))
        return draw * longest

    def is_over(self, state: RetryCallState) -> bool:
        """Called by tenacity: whether that was the last attempt."""
        is_used_up = self.cause is None or self.failures[self.cause] >= self.patience.attempts
        return is_used_up or self._is_late(state.upcoming_sleep)

    def give_up(self, state: RetryCallState) -> ModelReply:
        """Called by tenacity after the last attempt: raise what it failed with, and why there is no other."""
        error = _failure(state)
        if self.asked_s is not None and self._is_late(self.asked_s):
            error.hint = (
                f"the provider asks to wait {self.asked_s:.0f} s, longer than the deadline of "
                f"{self.patience.deadline_s:g} s allows: run again later, what is done is kept"
            )
        elif self.sent > 1:
            error.message += f" (sent {self.sent} times)"
            error.args = (error.message,)
        raise error

    def _is_late(self, wait_s: float) -> bool:
        began = self.first_failure if self.first_failure is not None else self.surroundings.clock()
        return self.surroundings.clock() + wait_s - began > self.patience.deadline_s


def _failure(state: RetryCallState) -> ModelError:
    error = state.outcome.exception() if state.outcome else None
    if not isinstance(error, ModelError):
        raise TypeError(f"expected a failed attempt, found {error!r}")
    return error


def _cause_of(error: ModelError) -> Cause:
    return next(cause for kind, cause in _CAUSES.items() if isinstance(error, kind))
