"""What every model behind the seam has in common, whether it answers itself or wraps another one."""

import asyncio
import importlib
import inspect
import pkgutil
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest

import groundwire.llm
from groundwire.domain.exchange import Message, ModelReply, ModelRequest, Outcome, Sampling
from groundwire.errors import ContextTooLong
from groundwire.llm.cached import Cached
from groundwire.llm.connect import Connected
from groundwire.llm.cost import CostLimit, Price, Priced
from groundwire.llm.endpoint import Endpoint
from groundwire.llm.ledger import Ledger, collect
from groundwire.llm.openai_chat import OpenAIChat
from groundwire.llm.pacing import Bounded, Paced
from groundwire.llm.policy import Patience, Retrying
from groundwire.llm.recording import Recording, Replaying
from groundwire.llm.scripted import Scripted
from groundwire.llm.seam import ChatModel
from groundwire.store.database import open_store
from stub_server import Seen, StubServer, completion

PRICE = Price(1.0, 1.0)


def _cached(inner: ChatModel, folder: Path) -> ChatModel:
    return Cached(inner, open_store(folder / "store.sqlite3").replies)


def _chain(inner: ChatModel, folder: Path) -> ChatModel:
    limited = Bounded(Paced(CostLimit(Priced(inner, PRICE), PRICE, limit_usd=9.0)), concurrency=8)
    return _cached(Recording(Retrying(limited, Patience()), folder), folder)


WRAPPERS: dict[str, Callable[[ChatModel, Path], ChatModel]] = {
    "Bounded": lambda inner, _: Bounded(inner, concurrency=2),
    "Cached": _cached,
    "Connected": lambda inner, _: Connected(inner, "m", "host/v1"),
    "CostLimit": lambda inner, _: CostLimit(inner, PRICE, limit_usd=9.0),
    "Paced": lambda inner, _: Paced(inner, requests_per_minute=600_000),
    "Priced": lambda inner, _: Priced(inner, PRICE),
    "Recording": Recording,
    "Retrying": lambda inner, _: Retrying(inner, Patience()),
    "all of them": _chain,
}
ANSWERERS = {"OpenAIChat", "Replaying", "Scripted"}
SEAM = {"ChatModel"}
NEEDS_WEIGHTS = {"LocalChat"}  # held to the same in unit/llm/test_local_chat.py


def request(text: str = "What floats?") -> ModelRequest:
    return ModelRequest(
        model="m",
        messages=(Message(role="user", content=text),),
        sampling=Sampling(max_tokens=50, seed=3),
        endpoint="host/v1",
    )


def echo(asked: ModelRequest) -> ModelReply:
    return ModelReply(text=f"re {asked.messages[-1].content}", model="m", input_tokens=10, output_tokens=5)


def test_every_model_stands_in_this_contract() -> None:
    """A class of `groundwire.llm` with a `complete` of its own is checked here, or this fails."""
    found = set()
    for module in pkgutil.iter_modules(groundwire.llm.__path__, "groundwire.llm."):
        for name, kind in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            if kind.__module__ == module.name and hasattr(kind, "complete"):
                found.add(name)
    assert found == (set(WRAPPERS) - {"all of them"}) | ANSWERERS | SEAM | NEEDS_WEIGHTS


@pytest.fixture(params=sorted(WRAPPERS))
def wrap(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[ChatModel], ChatModel]:
    return lambda inner: WRAPPERS[request.param](inner, tmp_path)


def test_the_request_goes_through_as_it_is(wrap: Callable[[ChatModel], ChatModel]) -> None:
    """What the inner model sees is what was asked, once, and its reply comes back as it is."""
    inner = Scripted(echo)
    reply = asyncio.run(wrap(inner).complete(request()))
    assert (inner.requests, reply) == ([request()], echo(request()))


@pytest.mark.parametrize("outcome", list(Outcome))
def test_outcomes_are_values(wrap: Callable[[ChatModel], ChatModel], outcome: Outcome) -> None:
    """A reply that was cut, refused or filtered is a reply."""
    reply = ModelReply(text="ice", outcome=outcome, input_tokens=10, output_tokens=5)
    assert asyncio.run(wrap(Scripted([reply])).complete(request())) == reply


def test_errors_stay_what_they_are(wrap: Callable[[ChatModel], ChatModel]) -> None:
    """A fault that does not pass comes through with its class, message and hint, after one request."""
    fault = ContextTooLong("too long")
    inner = Scripted([fault])
    with pytest.raises(ContextTooLong) as caught:
        asyncio.run(wrap(inner).complete(request()))
    assert str(caught.value) == str(fault)
    assert len(inner.requests) == 1


def test_each_gets_its_own_reply(wrap: Callable[[ChatModel], ChatModel]) -> None:
    """Fifty at once do not get mixed up."""
    texts = [f"question {number}" for number in range(50)]

    async def run() -> list[ModelReply]:
        model = wrap(Scripted(echo))
        return await asyncio.gather(*(model.complete(request(text)) for text in texts))

    assert [reply.text for reply in asyncio.run(run())] == [f"re {text}" for text in texts]


def test_what_is_sent_is_entered_once(wrap: Callable[[ChatModel], ChatModel]) -> None:
    """However many wrappers there are: one request, one reply."""

    async def run() -> Ledger:
        with collect() as ledger:
            await wrap(Scripted(echo)).complete(request())
        return ledger

    ledger = asyncio.run(run())
    assert (dict(ledger.causes), ledger.replies, ledger.input_tokens) == ({"first": 1}, 1, 10)


class Stuck:
    """A model that never answers the first `stuck` requests."""

    def __init__(self, stuck: int) -> None:
        self.stuck = stuck

    async def complete(self, asked: ModelRequest) -> ModelReply:
        """Nothing, and later an echo."""
        if self.stuck:
            self.stuck -= 1
            await asyncio.Event().wait()
        return echo(asked)


def test_cancelling_frees_what_was_held(wrap: Callable[[ChatModel], ChatModel]) -> None:
    """Twenty who give up leave no slot, no money set aside and no request in flight behind."""

    async def run() -> str:
        model = wrap(Stuck(20))
        for number in range(20):
            task = asyncio.create_task(model.complete(request(f"question {number}")))
            await asyncio.sleep(0.001)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
        return (await asyncio.wait_for(model.complete(request("question 0")), timeout=5)).text

    assert asyncio.run(run()) == "re question 0"


def _ask_openai(asked: ModelRequest) -> Coroutine[Any, Any, ModelReply]:
    def answer(seen: Seen) -> Any:
        return completion(f"re {seen.body['messages'][-1]['content']}", tokens=(10, 5))

    async def run() -> ModelReply:
        with StubServer(answer=answer) as server:
            chat = OpenAIChat(Endpoint(base_url=server.base_url))
            try:
                return await chat.complete(asked)
            finally:
                await chat.close()

    return run()


async def _ask_recording(asked: ModelRequest, folder: Path) -> ModelReply:
    await Recording(Scripted(echo), folder).complete(asked)
    return await Replaying(folder).complete(asked)


@pytest.mark.parametrize("name", sorted(ANSWERERS))
def test_those_who_answer_do_so_alike(name: str, tmp_path: Path) -> None:
    """An endpoint, a recording and a script give the same reply to the same question."""
    asked = request()
    replies: dict[str, Callable[[], Coroutine[Any, Any, ModelReply]]] = {
        "OpenAIChat": lambda: _ask_openai(asked),
        "Replaying": lambda: _ask_recording(asked, tmp_path),
        "Scripted": lambda: Scripted(echo).complete(asked),
    }
    reply = asyncio.run(replies[name]())
    assert (reply.text, reply.outcome, reply.input_tokens) == ("re What floats?", Outcome.COMPLETE, 10)
