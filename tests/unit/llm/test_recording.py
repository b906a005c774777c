"""Exchanges written down and replayed."""

import asyncio
import json
from pathlib import Path

import pytest

from groundwire.domain.exchange import Message, ModelReply, ModelRequest, Outcome
from groundwire.errors import ReplyNotRecorded, UsageError
from groundwire.llm.ledger import collect
from groundwire.llm.recording import FILE_NAME, Recording, Replaying
from groundwire.llm.scripted import Scripted


def question(text: str) -> ModelRequest:
    return ModelRequest(model="m", messages=(Message(role="user", content=text),))


def record(folder: Path, *texts: str) -> None:
    model = Recording(Scripted(lambda request: f"re {request.messages[0].content}"), folder)
    for text in texts:
        asyncio.run(model.complete(question(text)))


def test_what_was_recorded_is_replayed(tmp_path: Path) -> None:
    """Every kind of text comes back as it was, line separators and halves of surrogate pairs too; nothing is sent."""
    texts = ("ice", "two\nlines\u2028three", "half \ud800", "Eis schwimmt – „ja“")
    record(tmp_path, *texts)
    replaying = Replaying(tmp_path)
    with collect() as ledger:
        replies = [asyncio.run(replaying.complete(question(text))).text for text in texts]
    assert replies == [f"re {text}" for text in texts]
    assert (ledger.requests, ledger.cache_hits) == (0, 4)


def test_what_is_missing_is_an_error_that_names_it(tmp_path: Path) -> None:
    """The message shows how the request begins."""
    record(tmp_path, "ice")
    with pytest.raises(ReplyNotRecorded, match="the request begins 'oil'"):
        asyncio.run(Replaying(tmp_path).complete(question("oil")))


def test_what_nobody_asked_for_is_listed(tmp_path: Path) -> None:
    """A recording that has grown stale shows."""
    record(tmp_path, "ice", "oil")
    replaying = Replaying(tmp_path)
    asyncio.run(replaying.complete(question("ice")))
    assert [exchange.request for exchange in replaying.unused()] == [question("oil")]


def test_the_later_of_two_equal_exchanges_counts(tmp_path: Path) -> None:
    """Recording again on top brings a recording up to date."""
    for text in ("old", "new"):
        asyncio.run(Recording(Scripted([text]), tmp_path).complete(question("ice")))
    assert asyncio.run(Replaying(tmp_path).complete(question("ice"))).text == "new"


def test_outcomes_are_recorded_too(tmp_path: Path) -> None:
    """A refusal is replayed as a refusal."""
    refusal = ModelReply(text="no", outcome=Outcome.REFUSED)
    asyncio.run(Recording(Scripted([refusal]), tmp_path).complete(question("ice")))
    assert asyncio.run(Replaying(tmp_path).complete(question("ice"))) == refusal


def test_a_line_holds_the_exchange_and_nothing_else(tmp_path: Path) -> None:
    """No key, no header, no time can be in a recording: it has no place for them."""
    record(tmp_path, "ice")
    [line] = (tmp_path / FILE_NAME).read_text().splitlines()
    exchange = json.loads(line)
    assert set(exchange) == {"digest", "request", "reply"}
    assert ModelRequest.model_validate(exchange["request"]).digest == exchange["digest"]


@pytest.mark.parametrize("line", ["{", "[]", '{"digest": "x"}', '{"digest": "x", "reply": {"txt": 1}}'])
def test_a_line_that_is_no_exchange_is_named(tmp_path: Path, line: str) -> None:
    """File and line number are in the message."""
    (tmp_path / "a.jsonl").write_text(f"\n{line}\n")
    with pytest.raises(UsageError, match=r"a\.jsonl:2"):
        Replaying(tmp_path)


def test_a_folder_without_a_recording_is_an_error(tmp_path: Path) -> None:
    """Replaying from the wrong folder is found out before the run, not at its first request."""
    with pytest.raises(UsageError, match="found none"):
        Replaying(tmp_path / "nowhere")


def test_a_place_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    """Before anything is sent."""
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="could not record"):
        Recording(Scripted([]), tmp_path / "file")
