"""What requests cost, and where it ends.

Guarantees: with `CostLimit` the money spent and the money that requests in flight could still cost never exceed the limit
(as far as the provider counts tokens as estimated here); a request that might exceed it is not sent. A price that is
unknown is never taken for 0.
"""

import asyncio
from dataclasses import dataclass

from groundwire.digest import canonical_json
from groundwire.domain.exchange import ModelReply, ModelRequest
from groundwire.errors import CostLimitReached
from groundwire.llm.ledger import enter_cost
from groundwire.llm.seam import ChatModel

_BYTES_PER_TOKEN = 3  # on the safe side: English has 4 and more, Cyrillic about 5, Chinese about 3
_TOKENS_PER_MESSAGE = 8  # role and separators of the chat template
_OUTPUT_TOKENS_UNLIMITED = 4096  # assumed of a request that names no limit
_MILLION = 1_000_000


@dataclass(frozen=True)
class Price:
    """US dollars for a million tokens read and a million tokens written."""

    input_usd_per_million: float
    output_usd_per_million: float

    def of(self, input_tokens: int, output_tokens: int) -> float:
        """US dollars for so many tokens."""
        return (
            input_tokens * self.input_usd_per_million + output_tokens * self.output_usd_per_million
        ) / _MILLION


def estimate_input_tokens(request: ModelRequest) -> int:
    """How many tokens the request comes to at most, without knowing the model's vocabulary."""
    texts = [message.content for message in request.messages]
    if request.response_format is not None:
        texts.append(canonical_json(dict(request.response_format.json_schema)))
    size = sum(len(text.encode("utf-8", "surrogatepass")) for text in texts)
    return -(-size // _BYTES_PER_TOKEN) + _TOKENS_PER_MESSAGE * len(texts)


class Priced:
    """Enters the cost of every reply in the ledger; nothing where the endpoint does not count tokens."""

    def __init__(self, inner: ChatModel, price: Price) -> None:
        self._inner = inner
        self._price = price

    async def complete(self, request: ModelRequest) -> ModelReply:
        """The inner model's reply."""
        reply = await self._inner.complete(request)
        if reply.input_tokens:
            enter_cost(self._price.of(reply.input_tokens, reply.output_tokens))
        return reply


class CostLimit:
    """Sends nothing that could make the sum exceed `limit_usd`.

    What a request can cost at most is set aside while it is in flight. One that does not fit beside those waits for them,
    since they usually cost less; one that does not fit even then is refused. A request that fails counts as free.
    """

    def __init__(self, inner: ChatModel, price: Price, *, limit_usd: float) -> None:
        self._inner = inner
        self._price = price
        self._limit_usd = limit_usd
        self._spent_usd = 0.0
        self._set_aside_usd = 0.0
        self._settled = asyncio.Condition()

    async def complete(self, request: ModelRequest) -> ModelReply:
        """The inner model's reply.

        Raises:
            CostLimitReached: it could cost more than is left.
        """
        most_usd = self._most(request)
        await self._set_aside(most_usd)
        cost_usd = 0.0
        try:
            reply = await self._inner.complete(request)
            cost_usd = (
                self._price.of(reply.input_tokens, reply.output_tokens) if reply.input_tokens else most_usd
            )
        finally:
            self._set_aside_usd -= most_usd
            self._spent_usd += cost_usd
            async with self._settled:
                self._settled.notify_all()
        return reply

    def _most(self, request: ModelRequest) -> float:
        written = request.sampling.max_tokens or _OUTPUT_TOKENS_UNLIMITED
        return self._price.of(estimate_input_tokens(request), written)

    async def _set_aside(self, usd: float) -> None:
        async with self._settled:
            while self._spent_usd + usd <= self._limit_usd < self._spent_usd + self._set_aside_usd + usd:
                await self._settled.wait()
            if self._spent_usd + usd > self._limit_usd:
                raise CostLimitReached(
                    f"expected to stay within {self._limit_usd:g} USD, found {self._spent_usd:.4f} USD spent and "
                    f"{usd:.4f} USD that the next request could cost"
                )
            self._set_aside_usd += usd
