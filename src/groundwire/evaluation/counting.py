"""Counts the answers of a model for one case, kept ones too, so that a resumed run tells the same."""

from collections.abc import Sequence

from groundwire.app.models import price_of
from groundwire.domain.exchange import ModelReply, ModelRequest
from groundwire.evaluation.output import Spent
from groundwire.llm.seam import ChatModel
from groundwire.settings import Settings


class Counting:
    """A model that counts what it answers."""

    def __init__(self, inner: ChatModel) -> None:
        self._inner = inner
        self._replies: list[ModelReply] = []

    async def complete(self, request: ModelRequest) -> ModelReply:
        """The inner model's reply."""
        reply = await self._inner.complete(request)
        self._replies.append(reply)
        return reply

    def spent(self, settings: Settings, seconds: float | None) -> Spent:
        """What the answers came to."""
        read = sum(reply.input_tokens for reply in self._replies)
        written = sum(reply.output_tokens for reply in self._replies)
        price = price_of(settings)
        return Spent(
            calls=len(self._replies),
            input_tokens=read,
            output_tokens=written,
            cost_usd=price.of(read, written) if price else None,
            seconds=seconds,
        )


def total(parts: Sequence[Spent]) -> Spent:
    """The sum; cost and seconds are None as soon as those of one part that made a call are unknown."""
    asked = [part for part in parts if part.calls]
    costs = [part.cost_usd for part in asked if part.cost_usd is not None]
    times = [part.seconds for part in asked if part.seconds is not None]
    return Spent(
        calls=sum(part.calls for part in asked),
        input_tokens=sum(part.input_tokens for part in asked),
        output_tokens=sum(part.output_tokens for part in asked),
        cost_usd=sum(costs) if asked and len(costs) == len(asked) else None,
        seconds=round(sum(times), 3) if asked and len(times) == len(asked) else None,
    )
