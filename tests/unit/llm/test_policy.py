"""When a request is sent again, in a world whose clock and sleep are the test's own."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from groundwire.domain.exchange import Message, ModelReply, ModelRequest
from groundwire.errors import (
    KeyRejected,
    ModelError,
    ModelLoading,
    ProviderFailed,
    RateLimited,
    TransportFailed,
)
from groundwire.llm.ledger import Cause, Ledger, because, collect
from groundwire.llm.policy import Patience, Retrying, Surroundings
from groundwire.llm.scripted import Answer, Scripted

REQUEST = ModelRequest(model="m", messages=(Message(role="user", content="What floats?"),))


@dataclass
class World:
    """A clock that only sleeping moves."""

    now: float = 0.0
    slept: list[float] = field(default_factory=list)
    drawn: float = 0.5

    async def sleep(self, seconds: float) -> None:
        """Let the time pass."""
        self.slept.append(seconds)
        self.now += seconds

    @property
    def surroundings(self) -> Surroundings:
        """What a policy sees of it."""
        return Surroundings(sleep=self.sleep, clock=lambda: self.now, draw=lambda: self.drawn)


def attempt(
    world: World, script: list[Answer] | Callable[[ModelRequest], Answer], **patience: float
) -> ModelReply:
    model = Retrying(Scripted(script), Patience(**patience), surroundings=world.surroundings)
    return asyncio.run(model.complete(REQUEST))


def test_a_fault_that_passes_is_tried_again() -> None:
    """Three faults of three causes and then the reply; each retry is entered under its cause."""
    script = [TransportFailed("reset"), RateLimited("slow down"), ProviderFailed("oops"), "fine"]
    with collect() as ledger:
        reply = attempt(World(), script)
    assert reply.text == "fine"
    assert dict(ledger.causes) == {"first": 1, "transport": 1, "rate": 1, "server": 1}


def test_a_fault_that_does_not_pass_is_not() -> None:
    """One request, no wait."""
    world = World()
    with pytest.raises(KeyRejected):
        attempt(world, [KeyRejected("no"), "fine"])
    assert world.slept == []


@pytest.mark.parametrize("kind", [TransportFailed, RateLimited, ProviderFailed])
def test_attempts_are_bounded(kind: type[ModelError]) -> None:
    """Four attempts mean four requests, and the message says how many were sent."""
    world = World()
    with collect() as ledger, pytest.raises(kind, match=r"oops \(sent 4 times\)"):
        attempt(world, lambda _: kind("oops"), attempts=4)
    assert (ledger.requests, len(world.slept)) == (4, 3)


def test_each_cause_has_its_own_account() -> None:
    """Two resets do not use up the patience with a server that fails."""
    script = [TransportFailed("a"), ProviderFailed("b"), TransportFailed("c"), "never"]
    with pytest.raises(TransportFailed, match=r"c \(sent 3 times\)"):
        attempt(World(), script, attempts=2)


def test_waits_grow_and_are_drawn_at_random() -> None:
    """Full jitter: the wait is the draw times a bound that doubles, up to half a minute."""
    world = World(drawn=0.5)
    with pytest.raises(ProviderFailed):
        attempt(world, lambda _: ProviderFailed("oops"), attempts=9, deadline_s=1000)
    assert world.slept == [0.5, 1.0, 2.0, 4.0, 8.0, 15.0, 15.0, 15.0]


def test_the_wait_asked_for_is_kept_to() -> None:
    """Never less than `Retry-After`, and a little more, so that not all come back at once."""
    world = World(drawn=0.25)
    attempt(
        world, [RateLimited("slow", retry_after_s=7.0), ProviderFailed("busy", retry_after_s=3.0), "fine"]
    )
    assert world.slept == [7.25, 3.25]


def test_a_wait_beyond_the_deadline_fails_at_once_and_says_so() -> None:
    """Nobody sleeps an hour for an answer that nobody waits for any more."""
    world = World()
    with pytest.raises(RateLimited) as caught:
        attempt(world, [RateLimited("slow", retry_after_s=3600.0), "fine"], deadline_s=120)
    assert world.slept == []
    assert "asks to wait 3600 s, longer than the deadline of 120 s" in caught.value.hint


def test_the_deadline_bounds_the_time() -> None:
    """With any number of attempts allowed, the waits together stay within the deadline."""
    world = World(drawn=1.0)
    with pytest.raises(ProviderFailed):
        attempt(world, lambda _: ProviderFailed("oops"), attempts=1000, deadline_s=60)
    assert sum(world.slept) <= 60


def test_a_model_that_is_loading_is_waited_for_until_the_deadline() -> None:
    """Loading is no failed attempt, a failure after it is one, and the time is bounded all the same."""
    loading = [ModelLoading("Loading model") for _ in range(9)]
    assert attempt(World(), [*loading, ProviderFailed("oops"), "fine"], attempts=2).text == "fine"
    world = World()
    with pytest.raises(ModelLoading, match=r"sent \d+ times") as caught:
        attempt(world, [ModelLoading("Loading model") for _ in range(99)], deadline_s=60)
    assert 45 <= world.now <= 60
    assert "deadline_s" in caught.value.hint


def test_the_time_before_the_first_failure_does_not_count() -> None:
    """A request that waited long in the queue has its full patience when it is sent at last."""
    world = World()
    answers = iter(["late", "fine"])

    def slow(_: ModelRequest) -> Answer:
        if next(answers) == "late":
            world.now += 1000
            return TransportFailed("timed out")
        return "fine"

    assert attempt(world, slow, deadline_s=10).text == "fine"


def test_the_cause_of_a_question_is_kept_where_it_is_not_retried() -> None:
    """A question asked again because of its schema is entered so, its retry under the retry's cause."""

    async def run() -> Ledger:
        model = Retrying(
            Scripted(["a", ProviderFailed("oops"), "b"]), Patience(), surroundings=World().surroundings
        )
        with collect() as ledger:
            await model.complete(REQUEST)
            with because(Cause.SCHEMA):
                await model.complete(REQUEST)
        return ledger

    assert dict(asyncio.run(run()).causes) == {"first": 1, "schema": 1, "server": 1}


def test_cancelling_ends_the_waiting() -> None:
    """Whoever gives up while a retry waits is let go."""

    async def run() -> None:
        model = Retrying(Scripted(lambda _: TransportFailed("reset")), Patience(attempts=20))
        task = asyncio.create_task(model.complete(REQUEST))
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(run())
