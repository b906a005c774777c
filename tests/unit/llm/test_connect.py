"""The whole chain from a configuration, against a real server: what is sent for which cause, and what is not."""

import asyncio
import json
import logging
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import SecretStr

from groundwire.domain.exchange import Message, ModelReply, ModelRequest, Outcome, Sampling
from groundwire.errors import (
    ContextTooLong,
    CostLimitReached,
    KeyRejected,
    ModelError,
    ModelNotFound,
    ProviderFailed,
    QuotaExhausted,
    RateLimited,
    ReplyNotRecorded,
    RequestRejected,
    SettingsError,
    UsageError,
)
from groundwire.llm.connect import ModelConfig, connect
from groundwire.llm.cost import Price
from groundwire.llm.ledger import Ledger, collect
from groundwire.store.database import open_store
from stub_server import HANG, RESET, Behaviour, StubServer, completion, html, raw, status

KEY = "sk-proj-abcdefghijklmnopqrstuvwxyz0123456789"
FINE = completion("fine")


def request(text: str = "What floats?", *, endpoint: str = "") -> ModelRequest:
    return ModelRequest(
        model="m",
        messages=(Message(role="user", content=text),),
        sampling=Sampling(max_tokens=100),
        endpoint=endpoint,
    )


def ask(config: ModelConfig, *requests: ModelRequest) -> tuple[list[ModelReply], Ledger]:
    """Replies to requests one after another, and the ledger of it all."""

    async def run() -> tuple[list[ModelReply], Ledger]:
        async with connect(config, replies=None) as connected:
            with collect() as ledger:
                replies = [await connected.complete(each) for each in requests]
        return replies, ledger

    return asyncio.run(run())


@pytest.mark.parametrize(
    ("misbehaviour", "causes"),
    [
        ([], {"first": 1}),
        ([status(429, headers={"retry-after-ms": "1"})], {"first": 1, "rate": 1}),
        ([status(500, headers={"retry-after-ms": "1"})] * 2, {"first": 1, "server": 2}),
        ([RESET], {"first": 1, "transport": 1}),
        ([HANG], {"first": 1, "transport": 1}),
        ([html(503)], {"first": 1, "server": 1}),
        ([raw(b'{"choices": [')], {"first": 1, "server": 1}),
        ([raw({"choices": []})], {"first": 1, "server": 1}),
        ([status(400, "response_format is not available")], {"first": 1, "stepdown": 1}),
        (
            [RESET, status(429, headers={"retry-after-ms": "1"}), status(400, param="temperature")],
            {"first": 1, "transport": 1, "rate": 1, "stepdown": 1},
        ),
    ],
)
def test_each_cause_costs_what_it_has_to(misbehaviour: list[Behaviour], causes: dict[str, int]) -> None:
    """The server sees exactly the requests that the ledger names, and the reply comes at last."""
    with StubServer() as server:
        server.script(*misbehaviour, FINE)
        replies, ledger = ask(ModelConfig(model="m", base_url=server.base_url, timeout_s=0.3), request())
    assert [reply.text for reply in replies] == ["fine"]
    assert dict(ledger.causes) == causes
    assert len(server.requests) == sum(causes.values())


@pytest.mark.parametrize(
    ("behaviour", "kind"),
    [
        (status(401), KeyRejected),
        (status(402), QuotaExhausted),
        (status(429, code="insufficient_quota"), QuotaExhausted),
        (status(404, "model 'm' not found"), ModelNotFound),
        (status(400, "maximum context length is 8192 tokens"), ContextTooLong),
        (status(400, "no"), RequestRejected),
        (status(429, headers={"retry-after": "3600"}), RateLimited),
        (html(200), RequestRejected),
    ],
)
def test_what_does_not_pass_is_sent_once(behaviour: Behaviour, kind: type[ModelError]) -> None:
    """No retry where none can help, nor where the wait asked for is longer than the deadline."""
    with StubServer() as server:
        server.script(behaviour)
        with pytest.raises(kind):
            ask(ModelConfig(model="m", base_url=server.base_url), request())
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    ("behaviour", "outcome"),
    [
        (completion("fi", finish_reason="length"), Outcome.LENGTH),
        (completion(None, refusal="no"), Outcome.REFUSED),
        (completion("", finish_reason="content_filter"), Outcome.FILTERED),
        (completion("not what the schema says"), Outcome.COMPLETE),
    ],
)
def test_what_the_model_says_is_not_sent_again(behaviour: Behaviour, outcome: Outcome) -> None:
    """An outcome is not a fault of the transport; whoever asked decides what to do."""
    with StubServer() as server:
        server.script(behaviour)
        [reply], _ = ask(ModelConfig(model="m", base_url=server.base_url), request())
    assert (reply.outcome, len(server.requests)) == (outcome, 1)


def test_attempts_bound_what_is_sent() -> None:
    """Three attempts are three requests."""
    with StubServer(answer=lambda _: status(500, headers={"retry-after-ms": "1"})) as server:
        with pytest.raises(ProviderFailed, match="sent 3 times"):
            ask(ModelConfig(model="m", base_url=server.base_url, attempts=3), request())
        assert len(server.requests) == 3


def test_concurrency_bounds_what_is_in_flight(tmp_path: Path) -> None:
    """Thirty ask at once, four are in flight, and equal questions are sent once."""

    async def run(base_url: str, path: Path) -> None:
        with open_store(path) as store:
            config = ModelConfig(model="m", base_url=base_url, concurrency=4)
            async with connect(config, replies=store.replies) as connected:
                await asyncio.gather(*(connected.complete(request(f"{number // 2}")) for number in range(30)))

    with StubServer(answer=lambda _: completion("fine", delay_s=0.02)) as server:
        asyncio.run(run(server.base_url, tmp_path / "s"))
    assert (server.most_at_once, len(server.requests)) == (4, 15)


def test_a_second_run_sends_nothing(tmp_path: Path) -> None:
    """What is in the store is not asked for again, by another process either."""

    async def run(base_url: str) -> Ledger:
        with open_store(tmp_path / "s") as store, collect() as ledger:
            async with connect(ModelConfig(model="m", base_url=base_url), replies=store.replies) as connected:
                await connected.complete(request(endpoint=connected.endpoint))
        return ledger

    with StubServer() as server:
        first, second = (asyncio.run(run(server.base_url)) for _ in range(2))
    assert [(ledger.requests, ledger.cache_hits) for ledger in (first, second)] == [(1, 0), (0, 1)]


def test_what_was_recorded_is_replayed_without_the_server(tmp_path: Path) -> None:
    """Same configuration, no server: the same reply; another question is an error that says so."""
    with StubServer() as server:
        server.script(FINE)
        [recorded], _ = ask(ModelConfig(model="m", base_url=server.base_url, record_to=tmp_path), request())
    replay = ModelConfig(model="m", base_url=server.base_url, replay_from=tmp_path)
    assert ask(replay, request())[0] == [recorded]
    with pytest.raises(ReplyNotRecorded):
        ask(replay, request("What sinks?"))


def test_a_cost_limit_needs_a_price() -> None:
    """An unknown price cannot be limited, and that is said before anything is sent."""
    with pytest.raises(UsageError, match="price of 'm' together with --max-cost"):
        connect(ModelConfig(model="m", max_cost_usd=1.0), replies=None)


def test_the_cost_limit_stops_before_sending() -> None:
    """Twenty cents at a tenth of a cent a token: 15 tokens are used each time, 109 could be."""
    with StubServer(answer=lambda _: completion("fine", tokens=(10, 5))) as server:
        config = ModelConfig(
            model="m", base_url=server.base_url, price=Price(1000.0, 1000.0), max_cost_usd=0.2
        )
        with pytest.raises(CostLimitReached):
            ask(config, *[request(str(number)) for number in range(100)])
    assert len(server.requests) == 7  # after 6 at 0.015 another one may cost 0.109; after 7 no more


def test_cost_is_known_when_the_price_is() -> None:
    """15 tokens at a dollar a thousand; None without a price."""
    with StubServer() as server:
        base = {"model": "m", "base_url": server.base_url}
        priced = ask(ModelConfig(**base, price=Price(1000.0, 1000.0)), request())[1]
        unpriced = ask(ModelConfig(**base), request())[1]
    assert (priced.cost_usd, unpriced.cost_usd) == (pytest.approx(0.015), None)


@pytest.mark.parametrize("base_url", ["localhost:11434", "htp://host/v1", "http://user:secret@host/v1"])
def test_a_typo_in_the_address_is_found_before_anything_is_sent(base_url: str) -> None:
    """As an error of the settings."""
    with pytest.raises(SettingsError):
        connect(ModelConfig(model="m", base_url=base_url), replies=None)


def test_the_key_is_nowhere_but_in_the_header(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Not in the recording, the store, the log, nor in anything that is printed; a fault in between included."""
    caplog.set_level(logging.DEBUG)

    async def run(base_url: str) -> str:
        config = ModelConfig(
            model="m", base_url=base_url, api_key=SecretStr(KEY), record_to=tmp_path / "recording"
        )
        with open_store(tmp_path / "s") as store:
            async with connect(config, replies=store.replies) as connected:
                await connected.complete(request())
                return f"{config!r} {connected!r} {connected.model!r}"

    with StubServer() as server:
        server.script(status(500, f"crashed with {KEY}", headers={"retry-after-ms": "1"}), FINE)
        printed = asyncio.run(run(server.base_url))
    assert [seen.headers["authorization"] for seen in server.requests] == [f"Bearer {KEY}"] * 2
    files = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) >= 2
    assert not any(KEY.encode() in content for content in files)
    assert KEY not in printed + caplog.text


def test_what_the_environment_says_of_openai_stays_with_openai(monkeypatch: pytest.MonkeyPatch) -> None:
    """Key, organisation and project of the environment are not sent to another server."""
    for name in ("OPENAI_API_KEY", "OPENAI_ADMIN_KEY", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID"):
        monkeypatch.setenv(name, "mine")
    with StubServer() as server:
        ask(ModelConfig(model="m", base_url=server.base_url), request())
    assert "mine" not in json.dumps(dict(server.requests[0].headers))


def test_a_server_on_this_machine_is_asked_without_a_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """A company's proxy in the environment does not come between a user and a model on the same machine."""
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    with StubServer() as server:
        [reply], _ = ask(ModelConfig(model="m", base_url=server.base_url, attempts=1), request())
    assert reply.text == "ok"


def test_replaying_does_not_load_the_sdk(tmp_path: Path) -> None:
    """Its second of import time is paid by those who send."""
    (tmp_path / "exchanges.jsonl").write_text('{"digest": "d", "reply": {"text": "ice"}}\n')
    code = (
        "import sys; from pathlib import Path; from groundwire.llm.connect import ModelConfig, connect; "
        f"connect(ModelConfig(model='m', replay_from=Path({str(tmp_path)!r})), replies=None); "
        "print(sorted({'openai', 'aiohttp', 'httpx2'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_what_was_kept_already_is_recorded_too(tmp_path: Path) -> None:
    """A recording made while replies came from the cache replays the whole run."""
    said = tmp_path / "said"

    async def run(config: ModelConfig) -> str:
        with open_store(tmp_path / "store.db") as store:
            async with connect(config, replies=store.replies) as connected:
                return (await connected.complete(request())).text

    with StubServer() as server:
        server.script(FINE)
        asyncio.run(run(ModelConfig(model="m", base_url=server.base_url)))
        asyncio.run(run(ModelConfig(model="m", base_url=server.base_url, record_to=said)))
        assert len(server.requests) == 1
    replies, _ = ask(ModelConfig(model="m", replay_from=said), request())
    assert [reply.text for reply in replies] == ["fine"]
