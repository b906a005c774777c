"""The ledger: what is entered, where, and what it comes to."""

import asyncio

import pytest

from groundwire.domain.exchange import Message, ModelReply, ModelRequest
from groundwire.domain.provenance import Usage
from groundwire.errors import ProviderFailed, ReplyNotRecorded
from groundwire.llm.cost import Price, Priced
from groundwire.llm.ledger import Cause, Ledger, because, collect
from groundwire.llm.scripted import Scripted

REQUEST = ModelRequest(model="m", messages=(Message(role="user", content="What floats?"),))
REPLY = ModelReply(text="ice", input_tokens=1000, output_tokens=100)
PRICE = Price(2.0, 8.0)


def test_a_ledger_and_those_around_it_get_the_same_entry() -> None:
    """The run's ledger is the sum of its articles'."""

    async def article(count: int) -> Ledger:
        with collect() as ledger:
            for _ in range(count):
                await Scripted([REPLY]).complete(REQUEST)
        return ledger

    async def run() -> tuple[int, list[int]]:
        with collect() as whole:
            parts = await asyncio.gather(article(2), article(3))
        return whole.requests, [part.requests for part in parts]

    assert asyncio.run(run()) == (5, [2, 3])


def test_causes_are_counted_and_the_innermost_wins() -> None:
    """Why a request was sent is known where it is sent."""
    model = Scripted([REPLY] * 4)

    async def run() -> Ledger:
        with collect() as ledger:
            await model.complete(REQUEST)
            with because(Cause.SCHEMA):
                await model.complete(REQUEST)
                with because(Cause.RATE):
                    await model.complete(REQUEST)
                await model.complete(REQUEST)
        return ledger

    assert dict(asyncio.run(run()).causes) == {"first": 1, "schema": 2, "rate": 1}


def test_usage_is_what_was_sent_and_what_it_cost() -> None:
    """Tokens, causes and dollars stand in the provenance."""
    with collect() as ledger:
        asyncio.run(Priced(Scripted([REPLY]), PRICE).complete(REQUEST))
    assert ledger.usage() == Usage(
        requests=1, input_tokens=1000, output_tokens=100, cost_usd=0.0028, causes={"first": 1}
    )


def test_an_unknown_price_is_not_zero() -> None:
    """One reply without a price, or without counted tokens, makes the sum unknown; nothing sent costs nothing."""
    with collect() as nothing:
        pass
    with collect() as ledger:
        asyncio.run(Priced(Scripted([REPLY]), PRICE).complete(REQUEST))
        asyncio.run(Scripted([REPLY]).complete(REQUEST))
    with collect() as uncounted:
        asyncio.run(Priced(Scripted(["ice"]), PRICE).complete(REQUEST))
    assert (nothing.cost_usd, ledger.cost_usd, uncounted.cost_usd) == (0.0, None, None)


def test_a_request_that_failed_was_sent() -> None:
    """It counts as a request and not as a reply, and what it cost is not known."""
    with collect() as ledger, pytest.raises(ProviderFailed):
        asyncio.run(Scripted([ProviderFailed("oops")]).complete(REQUEST))
    assert (ledger.requests, ledger.replies, ledger.cost_usd) == (1, 0, None)


def test_a_script_at_its_end_says_so() -> None:
    """One answer, two requests: the second is an error; both were seen."""
    model = Scripted(["ice"])
    asyncio.run(model.complete(REQUEST))
    with pytest.raises(ReplyNotRecorded, match="at most 1 requests"):
        asyncio.run(model.complete(REQUEST))
    assert model.requests == [REQUEST, REQUEST]
