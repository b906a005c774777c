"""What is kept, what is not, and what is sent once."""

import asyncio

import pytest

from groundwire.domain.exchange import Message, ModelReply, ModelRequest, Outcome, Sampling
from groundwire.errors import ProviderFailed
from groundwire.llm.cached import Cached
from groundwire.llm.ledger import collect
from groundwire.llm.local_wire import engine_endpoint
from groundwire.llm.scripted import Answer, Scripted

REQUEST = ModelRequest(
    model="m", messages=(Message(role="user", content="What floats?"),), sampling=Sampling(max_tokens=10)
)


class Memory(dict[str, str]):
    """A reply cache in memory."""

    def put(self, digest: str, text: str) -> None:
        """Keep it."""
        self[digest] = text


def test_a_reply_that_is_kept_is_not_asked_for() -> None:
    """The second time nothing is sent, and the ledger calls it a hit."""
    script = Scripted(["ice"])
    cached = Cached(script, Memory())
    with collect() as ledger:
        replies = [asyncio.run(cached.complete(REQUEST)) for _ in range(2)]
    assert replies == [ModelReply(text="ice", model="m")] * 2
    assert (ledger.requests, ledger.cache_hits) == (1, 1)


@pytest.mark.parametrize(
    ("reply", "is_kept"),
    [
        (ModelReply(text="ice"), True),
        (ModelReply(text="half a surrogate \ud800"), True),
        (ModelReply(text="  "), False),
        (ModelReply(text="no", outcome=Outcome.REFUSED), False),
        (ModelReply(text="", outcome=Outcome.FILTERED), False),
        (ModelReply(text="ic", outcome=Outcome.LENGTH, output_tokens=10), True),
        (ModelReply(text="ic", outcome=Outcome.LENGTH, output_tokens=4), False),
    ],
)
def test_only_what_would_be_the_same_is_kept(reply: ModelReply, is_kept: bool) -> None:
    """A complete reply, and one cut by the request's own limit; not one cut by a limit of the server's."""
    memory = Memory()
    asyncio.run(Cached(Scripted([reply]), memory).complete(REQUEST))
    assert (REQUEST.digest in memory) is is_kept
    if is_kept:
        assert asyncio.run(Cached(Scripted([]), memory).complete(REQUEST)) == reply


def test_what_this_machine_cut_is_kept() -> None:
    """A local model that was stopped before its limit, because it ran in circles, would be stopped there again."""
    request = REQUEST.model_copy(update={"endpoint": engine_endpoint("ab" * 32)})
    reply = ModelReply(text="ice, ice, ice", outcome=Outcome.LENGTH, output_tokens=3)
    inner, memory = Scripted([reply]), Memory()
    first = asyncio.run(Cached(inner, memory).complete(request))
    second = asyncio.run(Cached(inner, memory).complete(request))
    assert (first, second, len(inner.requests)) == (reply, reply, 1)


def test_a_kept_reply_that_is_damaged_is_asked_for_again() -> None:
    """What cannot be read is as good as not there, and is replaced."""
    memory = Memory({REQUEST.digest: '{"text": '})
    assert asyncio.run(Cached(Scripted(["ice"]), memory).complete(REQUEST)).text == "ice"
    assert asyncio.run(Cached(Scripted([]), memory).complete(REQUEST)).text == "ice"


class Slow:
    """A model that answers when it is let."""

    def __init__(self, answer: Answer = "ice") -> None:
        self.script = Scripted(lambda _: answer)
        self.open = asyncio.Event()
        self.was_cancelled = False

    async def complete(self, request: ModelRequest) -> ModelReply:
        """As the class says."""
        try:
            await self.open.wait()
        except asyncio.CancelledError:
            self.was_cancelled = True
            raise
        return await self.script.complete(request)


def test_equal_requests_in_flight_are_sent_once() -> None:
    """Five ask the same at once: one request, four hits; another question is another request."""

    async def run() -> tuple[int, int]:
        slow = Slow()
        cached = Cached(slow, Memory())
        other = REQUEST.model_copy(update={"sample": 1})
        with collect() as ledger:
            tasks = [asyncio.create_task(cached.complete(request)) for request in [REQUEST] * 5 + [other]]
            await asyncio.sleep(0)
            slow.open.set()
            await asyncio.gather(*tasks)
        return ledger.requests, ledger.cache_hits

    assert asyncio.run(run()) == (2, 4)


def test_a_failure_in_flight_is_everybodys_and_is_not_kept() -> None:
    """All who waited get the error; the next one asks anew."""

    async def run() -> tuple[list[type], int]:
        slow = Slow(ProviderFailed("oops"))
        cached = Cached(slow, Memory())
        tasks = [asyncio.create_task(cached.complete(REQUEST)) for _ in range(3)]
        await asyncio.sleep(0)
        slow.open.set()
        failures = await asyncio.gather(*tasks, return_exceptions=True)
        with pytest.raises(ProviderFailed):
            await cached.complete(REQUEST)
        return [type(failure) for failure in failures], len(slow.script.requests)

    assert asyncio.run(run()) == ([ProviderFailed] * 3, 2)


def test_who_gives_up_does_not_take_the_others_along() -> None:
    """The first to ask is cancelled, the second gets the reply; only when all have gone is the request cancelled."""

    async def run() -> tuple[str, bool, bool]:
        slow = Slow()
        cached = Cached(slow, Memory())
        first, second = (asyncio.create_task(cached.complete(REQUEST)) for _ in range(2))
        await asyncio.sleep(0)
        first.cancel()
        await asyncio.sleep(0)
        slow.open.set()
        text = (await second).text
        alone = Slow()
        only = asyncio.create_task(Cached(alone, Memory()).complete(REQUEST))
        await asyncio.sleep(0.01)
        only.cancel()
        await asyncio.gather(only, return_exceptions=True)
        await asyncio.sleep(0)
        return text, first.cancelled(), alone.was_cancelled

    assert asyncio.run(run()) == ("ice", True, True)
