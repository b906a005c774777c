"""Habits that more than one server has: how a body is written, and how a reply ends that was cut."""

import json
from collections.abc import Callable

import pytest

from cli.articles import HARBOUR
from cli.loopback_model import answer as plain_answer
from contract.wire.asking import analyse, article_of, ask
from contract.wire.diligent import schema_of, text_for
from groundwire.domain.exchange import Message, ModelReply, ModelRequest
from groundwire.errors import ModelLoading, RateLimited
from stub_server import Answer, Behaviour, Seen, StubServer, completion, raw, status

WORDS = "Die Fähre „Älma“ lief am Montag auf — 140 Fahrgäste. 渡轮搁浅。 \u2028🚢"
REQUEST = ModelRequest(model="m", messages=(Message(role="user", content=WORDS),))
REPLY = {"choices": [{"message": {"role": "assistant", "content": WORDS}, "finish_reason": "stop"}]}
LINDVIK = article_of(*HARBOUR.split("\n\n"))
PLAIN = json.dumps(REPLY, ensure_ascii=False)
JSON = "application/json"


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (PLAIN.encode(), "application/json; charset=utf-8"),
        (PLAIN.encode(), JSON),
        (PLAIN.encode(), "application/json; charset=iso-8859-1"),  # said by proxies that never looked
        (PLAIN.encode(), "text/plain"),
        (PLAIN.encode("utf-8-sig"), JSON),
        (PLAIN.encode("utf-16"), JSON),
        (json.dumps(REPLY).encode(), JSON),
        (b"\n\n \r\n\t" + PLAIN.encode() + b"\r\n\r\n", JSON),  # blank lines that keep a connection alive
        (json.dumps(REPLY | {"usage": None, "model": None}, indent=4).encode(), JSON),
        (json.dumps(REPLY | {"model": "", "usage": {"prompt_tokens": None, "x": {}}}).encode(), JSON),
    ],
)
def test_text_arrives_as_it_was_written(body: bytes, content_type: str) -> None:
    """Whatever a body is encoded in and wrapped with: the same characters, both ways."""
    with StubServer(answer=lambda _: Answer(200, body, {"content-type": content_type})) as stub:
        [reply] = ask(stub.base_url, REQUEST)
    assert reply == ModelReply(text=WORDS)
    assert stub.requests[0].body["messages"][0]["content"] == WORDS


def _cut_once(finish_reason: str | None) -> Callable[[Seen], Behaviour]:
    """A server that ends in the midst of the first list of claims, and says that it ended with `finish_reason`."""
    cut = iter([True])

    def answer(seen: Seen) -> Behaviour:
        if "claims" in schema_of(seen)["properties"] and next(cut, False):
            whole = text_for(seen)
            return completion(whole[: len(whole) // 2], finish_reason=finish_reason)
        return plain_answer(seen)

    return answer


@pytest.mark.parametrize("finish_reason", ["length", "stop", None, "repetition", "model_length", "eos"])
def test_a_cut_reply_is_completed_whatever_its_end_is_called(finish_reason: str | None) -> None:
    """LM Studio ends with "stop" at a limit of its own (lmstudio-bug-tracker#1829), vLLM stops a loop as a "repetition"."""
    with StubServer(answer=plain_answer) as stub:
        expected = analyse(LINDVIK, stub.base_url)
    with StubServer(answer=_cut_once(finish_reason)) as stub:
        analysis = analyse(LINDVIK, stub.base_url)
    assert [claim.text for claim in analysis.claims] == [claim.text for claim in expected.claims]
    assert analysis.losses["sentences"] == expected.losses["sentences"]
    assert analysis.usage.causes["length"] >= 1


@pytest.mark.parametrize(
    ("answer", "kind", "wait_s"),
    [
        (status(503, "Loading model", headers={"retry-after": "7"}), ModelLoading, 7.0),
        (
            raw({"error": "Model m is currently loading", "estimated_time": 20.0}, code=503),
            ModelLoading,
            None,
        ),
        (status(503, "server busy, please try again", headers={"retry-after": "2"}), RateLimited, 2.0),
    ],
)
def test_the_wait_that_a_server_asks_for_is_kept(
    answer: Answer, kind: type[ModelLoading | RateLimited], wait_s: float | None
) -> None:
    """A server that is loading or full says how long, or does not."""
    with StubServer(answer=lambda _: answer) as stub, pytest.raises(kind) as caught:
        ask(stub.base_url, REQUEST)
    assert caught.value.retry_after_s == wait_s
