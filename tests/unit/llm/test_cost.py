"""The cost limit holds before anything is sent."""

import asyncio

import pytest

from groundwire.domain.exchange import Message, ModelReply, ModelRequest, Sampling
from groundwire.errors import CostLimitReached, ProviderFailed
from groundwire.llm.cost import CostLimit, Price, estimate_input_tokens
from groundwire.llm.scripted import Scripted

REQUEST = ModelRequest(
    model="m", messages=(Message(role="user", content="x" * 276),), sampling=Sampling(max_tokens=900)
)
PRICE = Price(
    1000.0, 1000.0
)  # a tenth of a cent a token: the request is 100 tokens and may cost 1 dollar in all
CHEAP = ModelReply(text="ice", input_tokens=100, output_tokens=100)


def test_the_estimate_is_on_the_safe_side() -> None:
    """A third of the bytes and something for each message, in every script."""
    texts = ("Ice floats on water because it is lighter.", "Лёд плавает на воде.", "冰浮在水面上。")
    requests = [ModelRequest(model="m", messages=(Message(role="user", content=text),)) for text in texts]
    assert [estimate_input_tokens(request) for request in [REQUEST, *requests]] == [100, 22, 20, 15]


def test_what_could_exceed_the_limit_is_not_sent() -> None:
    """Five dollars and ten cents: each request may cost one and does cost 20 cents, so 21 are sent."""
    script = Scripted(lambda _: CHEAP)
    model = CostLimit(script, PRICE, limit_usd=5.1)

    async def run() -> None:
        while True:
            await model.complete(REQUEST)

    with pytest.raises(CostLimitReached, match=r"expected to stay within 5\.1 USD"):
        asyncio.run(run())
    assert len(script.requests) == 21


def test_requests_in_flight_together_do_not_exceed_it_either() -> None:
    """Ten at once with little more than two dollars: never more than two in flight, and the limit holds to the end."""

    class Watched:
        inside = 0
        most = 0
        sent = 0

        async def complete(self, request: ModelRequest) -> ModelReply:
            del request
            self.sent += 1
            self.inside += 1
            self.most = max(self.most, self.inside)
            await asyncio.sleep(0)
            self.inside -= 1
            return CHEAP

    async def run() -> tuple[int, int, int]:
        watched = Watched()
        model = CostLimit(watched, PRICE, limit_usd=2.1)
        results = await asyncio.gather(*(model.complete(REQUEST) for _ in range(10)), return_exceptions=True)
        refused = sum(isinstance(result, CostLimitReached) for result in results)
        return watched.most, watched.sent, refused

    most, sent, refused = asyncio.run(run())
    assert (most, sent + refused) == (2, 10)
    assert sent * 0.2 <= 2.1
    assert sent == 6


def test_a_reply_without_counted_tokens_costs_what_it_could() -> None:
    """Where the endpoint does not count, the worst is assumed."""
    model = CostLimit(Scripted(["ice", "ice"]), PRICE, limit_usd=1.5)
    asyncio.run(model.complete(REQUEST))
    with pytest.raises(CostLimitReached):
        asyncio.run(model.complete(REQUEST))


def test_what_failed_is_free() -> None:
    """A request without a reply gives back what was set aside for it."""
    model = CostLimit(Scripted([ProviderFailed("oops"), CHEAP]), PRICE, limit_usd=1.0)
    with pytest.raises(ProviderFailed):
        asyncio.run(model.complete(REQUEST))
    assert asyncio.run(model.complete(REQUEST)) == CHEAP
