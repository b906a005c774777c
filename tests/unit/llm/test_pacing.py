"""How many at once, how many a minute."""

import asyncio

import pytest

from groundwire.domain.exchange import Message, ModelReply, ModelRequest
from groundwire.errors import RateLimited
from groundwire.llm.pacing import Bounded, Paced
from groundwire.llm.policy import Patience, Retrying, Surroundings
from groundwire.llm.scripted import Scripted

REQUEST = ModelRequest(model="m", messages=(Message(role="user", content="x" * 300),))


class Gate:
    """A model that answers when it is let; `inside` counts those in flight."""

    def __init__(self) -> None:
        self.inside = 0
        self.most = 0
        self.open = asyncio.Event()

    async def complete(self, request: ModelRequest) -> ModelReply:
        """As the class says."""
        self.inside += 1
        self.most = max(self.most, self.inside)
        await self.open.wait()
        self.inside -= 1
        return ModelReply(text=request.model)


class World:
    """A clock that goes on to the nearest sleeper when nobody else is awake."""

    def __init__(self) -> None:
        self.now = 100.0

    async def sleep(self, seconds: float) -> None:
        """Let the time pass."""
        until = self.now + seconds
        await asyncio.sleep(0)
        self.now = max(self.now, until)


class Times:
    """A model that notes when it was asked, and fails as told at first."""

    def __init__(self, world: World, *faults: RateLimited) -> None:
        self.world = world
        self.at: list[float] = []
        self.faults = list(faults)

    async def complete(self, request: ModelRequest) -> ModelReply:
        """As the class says."""
        self.at.append(self.world.now)
        if self.faults:
            raise self.faults.pop(0)
        return ModelReply(text=request.model)


def test_no_more_than_the_limit_are_in_flight() -> None:
    """Twenty ask, three are let in, all get their reply."""

    async def run() -> tuple[int, int]:
        gate = Gate()
        bounded = Bounded(gate, concurrency=3)
        tasks = [asyncio.create_task(bounded.complete(REQUEST)) for _ in range(20)]
        await asyncio.sleep(0.01)
        gate.open.set()
        return gate.most, len(await asyncio.gather(*tasks))

    assert asyncio.run(run()) == (3, 20)


def test_a_retry_that_waits_holds_no_slot() -> None:
    """With one slot, another request is answered while the first one waits for its retry."""

    async def run() -> list[str]:
        answered: list[str] = []
        waiting = asyncio.Event()
        go_on = asyncio.Event()

        async def sleep(_: float) -> None:
            waiting.set()
            await go_on.wait()

        script = Scripted([RateLimited("slow"), "second", "first"])
        model = Retrying(Bounded(script, concurrency=1), Patience(), surroundings=Surroundings(sleep=sleep))
        first = asyncio.create_task(model.complete(REQUEST))
        await waiting.wait()
        answered.append((await model.complete(REQUEST)).text)
        go_on.set()
        answered.append((await first).text)
        return answered

    assert asyncio.run(run()) == ["second", "first"]


def test_requests_are_spread_over_the_minute() -> None:
    """At 30 a minute they go two seconds apart, the first one at once."""

    async def run() -> list[float]:
        world = World()
        times = Times(world)
        paced = Paced(times, requests_per_minute=30, sleep=world.sleep, clock=lambda: world.now)
        for _ in range(4):
            await paced.complete(REQUEST)
        return times.at

    assert asyncio.run(run()) == [100.0, 102.0, 104.0, 106.0]


def test_tokens_are_spread_over_the_minute() -> None:
    """About 108 tokens at 6480 a minute take a second."""

    async def run() -> list[float]:
        world = World()
        times = Times(world)
        paced = Paced(times, tokens_per_minute=6480, sleep=world.sleep, clock=lambda: world.now)
        for _ in range(3):
            await paced.complete(REQUEST)
        return times.at

    assert asyncio.run(run()) == pytest.approx([100.0, 101.0, 102.0])


@pytest.mark.parametrize(
    ("fault", "resumes"), [(RateLimited("slow", retry_after_s=9.0), 109.0), (RateLimited("slow"), 101.0)]
)
def test_after_too_many_requests_everybody_waits(fault: RateLimited, resumes: float) -> None:
    """One is told to wait; those who wait for a slot behind it do not send before that time either."""

    async def run() -> list[float]:
        world = World()
        times = Times(world, fault)
        model = Bounded(Paced(times, sleep=world.sleep, clock=lambda: world.now), concurrency=1)
        await asyncio.gather(*(model.complete(REQUEST) for _ in range(3)), return_exceptions=True)
        return times.at

    assert asyncio.run(run()) == [100.0, resumes, resumes]
