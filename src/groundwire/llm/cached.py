"""Replies that are asked for again are not paid for again.

Guarantees: a request whose reply is kept is not sent; equal requests in flight at once are sent once; only what would be
the same next time is kept: a complete reply with words in it, one that was cut by the request's own limit, and one
that was cut on this machine, whose engine cuts the same reply at the same place. A reply cut by a limit of a server's, a
refusal and a filtered answer may be otherwise tomorrow, so they are not.
"""

import asyncio
import json
import logging
from dataclasses import dataclass
from typing import Protocol

from groundwire.digest import canonical_json
from groundwire.domain.exchange import ModelReply, ModelRequest, Outcome
from groundwire.llm.ledger import enter_cache_hit
from groundwire.llm.local_wire import weights_of
from groundwire.llm.seam import ChatModel

_log = logging.getLogger(__name__)


class ReplyCache(Protocol):
    """Where replies are kept: text by digest. `Store.replies` is one."""

    def get(self, digest: str) -> str | None:
        """The text kept under `digest`, or None."""
        ...

    def put(self, digest: str, text: str) -> None:
        """Keep `text` under `digest`."""
        ...


@dataclass
class _Flight:
    """A request in flight and how many wait for it."""

    task: asyncio.Task[ModelReply]
    waiting: int = 0


class Cached:
    """Looks a reply up before it sends, and keeps what comes back."""

    def __init__(self, inner: ChatModel, replies: ReplyCache) -> None:
        self._inner = inner
        self._replies = replies
        self._flights: dict[str, _Flight] = {}

    async def complete(self, request: ModelRequest) -> ModelReply:
        """The reply that is kept, or that of an equal request in flight, or the inner model's."""
        digest = request.digest
        flight = self._flights.get(digest)
        if flight is None:
            kept = self._kept(digest)
            if kept is not None:
                enter_cache_hit()
                return kept
            flight = _Flight(asyncio.create_task(self._fetch(request)))
            self._flights[digest] = flight
        else:
            enter_cache_hit()
        return await self._land(digest, flight)

    async def _land(self, digest: str, flight: _Flight) -> ModelReply:
        """Wait for the flight; the last one to stop waiting cancels it."""
        flight.waiting += 1
        try:
            return await asyncio.shield(flight.task)
        finally:
            flight.waiting -= 1
            if flight.waiting == 0 or flight.task.done():
                flight.task.cancel()
                if self._flights.get(digest) is flight:
                    del self._flights[digest]

    async def _fetch(self, request: ModelRequest) -> ModelReply:
        reply = await self._inner.complete(request)
        if _is_the_same_next_time(request, reply):
            self._replies.put(request.digest, canonical_json(reply.model_dump(mode="json")))
        return reply

    def _kept(self, digest: str) -> ModelReply | None:
        text = self._replies.get(digest)
        if text is None:
            return None
        try:
            return ModelReply.model_validate(json.loads(text))
        except ValueError:
            _log.warning("the reply kept under %s is not readable and is asked for again", digest)
            return None


def _is_the_same_next_time(request: ModelRequest, reply: ModelReply) -> bool:
    if reply.outcome is Outcome.COMPLETE:
        return bool(reply.text.strip())
    if reply.outcome is not Outcome.LENGTH:
        return False
    limit = request.sampling.max_tokens
    is_own_limit = limit is not None and reply.output_tokens >= limit
    return is_own_limit or weights_of(request.endpoint) is not None
