"""OpenAIChat against a real server on loopback: outcomes, faults, and what it learns of an endpoint."""

import asyncio
import pickle
import traceback
from collections.abc import Iterator

import pytest
from pydantic import SecretStr

from groundwire.domain.exchange import Message, ModelReply, ModelRequest, Outcome, ResponseFormat, Sampling
from groundwire.errors import (
    ContextTooLong,
    GroundwireError,
    KeyRejected,
    ModelError,
    ModelLoading,
    ModelNotFound,
    ProviderFailed,
    QuotaExhausted,
    RateLimited,
    RequestRejected,
    TransportFailed,
)
from groundwire.llm.endpoint import Endpoint
from groundwire.llm.ledger import Ledger, collect
from groundwire.llm.openai_chat import OpenAIChat
from stub_server import HANG, RESET, Answer, StubServer, completion, html, picky, raw, status

KEY = "sk-proj-abcdefghijklmnopqrstuvwxyz0123456789"
SCHEMA = {"type": "object", "properties": {"answer": {"type": "string"}}}
REQUEST = ModelRequest(
    model="m",
    messages=(Message(role="system", content="Be brief."), Message(role="user", content="What floats?")),
    response_format=ResponseFormat(name="answer", json_schema=SCHEMA),
    sampling=Sampling(temperature=0.0, max_tokens=100, seed=7),
)


@pytest.fixture
def server() -> Iterator[StubServer]:
    with StubServer() as server:
        yield server


def ask(server: StubServer, *requests: ModelRequest, timeout_s: float = 5.0) -> list[ModelReply]:
    """The replies to `requests`, one after another, from one client."""

    async def run() -> list[ModelReply]:
        chat = OpenAIChat(Endpoint(base_url=server.base_url, api_key=SecretStr(KEY), timeout_s=timeout_s))
        try:
            return [await chat.complete(request) for request in requests]
        finally:
            await chat.close()

    return asyncio.run(run())


def ask_with_ledger(server: StubServer, *requests: ModelRequest) -> Ledger:
    with collect() as ledger:
        ask(server, *requests)
    return ledger


def test_the_request_says_what_was_asked(server: StubServer) -> None:
    """Model, messages, sampling and a strict schema go over the wire as they are."""
    ask(server, REQUEST)
    [seen] = server.requests
    assert seen.path == "/v1/chat/completions"
    assert seen.headers["authorization"] == f"Bearer {KEY}"
    assert seen.body == {
        "model": "m",
        "messages": [
            {"role": "system", "content": "Be brief."},
            {"role": "user", "content": "What floats?"},
        ],
        "temperature": 0.0,
        "seed": 7,
        "max_tokens": 100,
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "answer", "schema": SCHEMA, "strict": True},
        },
    }


def test_without_a_key_a_local_server_is_asked_all_the_same(server: StubServer) -> None:
    """No key is needed; the key of the environment is not sent to a server that it was not meant for."""

    async def run() -> ModelReply:
        chat = OpenAIChat(Endpoint(base_url=server.base_url))
        try:
            return await chat.complete(REQUEST)
        finally:
            await chat.close()

    assert asyncio.run(run()).text == "ok"
    assert server.requests[0].headers["authorization"] == "Bearer none"


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (completion("yes"), (Outcome.COMPLETE, "yes")),
        (completion("ye", finish_reason="length"), (Outcome.LENGTH, "ye")),
        (completion("", finish_reason="content_filter"), (Outcome.FILTERED, "")),
        (completion(None, refusal="I would rather not."), (Outcome.REFUSED, "I would rather not.")),
        (status(400, "filtered", code="content_filter"), (Outcome.FILTERED, "")),
        (completion("yes", finish_reason=None), (Outcome.COMPLETE, "yes")),
        (completion("yes", finish_reason="eos"), (Outcome.COMPLETE, "yes")),
        (completion(None, reasoning_content="{}"), (Outcome.COMPLETE, "{}")),
        (completion("<think>\nhm\n</think>\n\nyes"), (Outcome.COMPLETE, "yes")),
        (completion("<think>\nhm", finish_reason="length"), (Outcome.LENGTH, "")),
        (completion(None, finish_reason="length", reasoning="hm"), (Outcome.LENGTH, "")),
        (
            completion([{"type": "text", "text": "y"}, {"type": "text", "text": "es"}]),
            (Outcome.COMPLETE, "yes"),
        ),
    ],
)
def test_every_end_of_a_reply_is_an_outcome(
    server: StubServer, answer: Answer, expected: tuple[Outcome, str]
) -> None:
    """Length, refusal and filter are told apart, and the habits of local servers are understood."""
    server.script(answer)
    [reply] = ask(server, REQUEST)
    assert (reply.outcome, reply.text) == expected


def test_tokens_are_counted(server: StubServer) -> None:
    """The reply carries the usage that the endpoint reports."""
    server.script(completion("yes", tokens=(120, 30)))
    [reply] = ask(server, REQUEST)
    assert (reply.input_tokens, reply.output_tokens, reply.model) == (120, 30, "stub")


NO_USAGE = {"choices": [{"message": {"content": "yes"}, "finish_reason": "stop"}], "usage": None}


def test_a_reply_without_usage_counts_nothing(server: StubServer) -> None:
    """A server that counts no tokens gets no invented ones."""
    server.script(raw(NO_USAGE))
    [reply] = ask(server, REQUEST)
    assert reply == ModelReply(text="yes")


@pytest.mark.parametrize(
    ("answer", "kind", "word"),
    [
        (status(401, "Incorrect API key provided: sk-proj*********6789."), KeyRejected, "OPENAI_API_KEY"),
        (status(403, "Project may not use it"), KeyRejected, "permissions"),
        (status(402, "Insufficient Balance"), QuotaExhausted, "credit"),
        (status(429, "You exceeded your current quota", code="insufficient_quota"), QuotaExhausted, "credit"),
        (status(429, "Slow down"), RateLimited, "--concurrency"),
        (status(429, "Too many tokens per minute: wait, or reduce the length of it"), RateLimited, "429"),
        (status(404, "The model `m` does not exist", code="model_not_found"), ModelNotFound, "--model"),
        (status(404, "Not Found"), ModelNotFound, "/v1"),
        (status(400, "This model's maximum context length is 4096 tokens"), ContextTooLong, "--chunk-tokens"),
        (status(400, "no", type="exceed_context_size_error"), ContextTooLong, "--chunk-tokens"),
        (status(500, "the request exceeds the available context size"), ContextTooLong, "--chunk-tokens"),
        (status(413), ContextTooLong, "--chunk-tokens"),
        (status(400, "messages must not be empty"), RequestRejected, "messages"),
        (
            raw({"detail": [{"loc": ["body", "n"], "msg": "not good", "input": "x" * 99}]}, code=422),
            RequestRejected,
            ": not good",
        ),
        (raw({"detail": "Method Not Allowed"}, code=405), RequestRejected, "Method Not Allowed"),
        (raw({"error": "nobody home"}, code=418), RequestRejected, "nobody home"),
        (status(408), TransportFailed, "408"),
        (status(409), ProviderFailed, "409"),
        (status(500), ProviderFailed, "500"),
        (status(503, "Loading model"), ModelLoading, "Loading model"),
        (status(529, "Overloaded"), ProviderFailed, "Overloaded"),
        (status(301, headers={"location": "https://elsewhere.example/v1"}), RequestRejected, "--base-url"),
        (html(502), ProviderFailed, "a web page"),
        (html(200), RequestRejected, "--base-url"),
        (raw(b'{"choices": [{"mess'), ProviderFailed, "expected JSON"),
        (raw([1, 2]), ProviderFailed, "JSON object"),
        (raw({"choices": []}), ProviderFailed, "choice"),
        (raw({"choices": None}), ProviderFailed, "choice"),
        (raw({"choices": [{"message": None}]}), ProviderFailed, "message"),
        (completion("half", finish_reason="error"), ProviderFailed, "broke"),
        (raw({"error": {"message": "upstream down", "code": 502}}), ProviderFailed, "upstream down"),
        (raw({"error": {"message": "too many", "code": 429}}), RateLimited, "too many"),
        (raw({"error": {"message": "no such voice", "code": 400}}), RequestRejected, "no such voice"),
        (RESET, TransportFailed, "broke off"),
    ],
)
def test_every_fault_has_its_error(
    server: StubServer, answer: Answer, kind: type[GroundwireError], word: str
) -> None:
    """What a provider says becomes the error that says what to do, pickles, and holds nothing of the key."""
    server.script(answer)
    with pytest.raises(kind) as caught:
        ask(server, REQUEST)
    assert type(caught.value) is kind
    assert word in str(caught.value)
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)
    assert "sk-proj" not in "".join(traceback.format_exception(caught.value))
    assert len(server.requests) == 1


def test_a_server_that_hangs_times_out(server: StubServer) -> None:
    """A request ends with its time-out, and the message names it."""
    server.script(HANG)
    with pytest.raises(TransportFailed, match=r"within 0\.2 s"):
        ask(server, REQUEST, timeout_s=0.2)


def test_nobody_at_home_says_what_to_start() -> None:
    """A refused connection is told from one that timed out, and the hint asks whether the server runs."""
    with StubServer() as server:
        pass
    with pytest.raises(TransportFailed, match="connection refused") as caught:
        ask(server, REQUEST)
    assert "is it running?" in caught.value.hint


def test_a_host_that_does_not_exist_is_named() -> None:
    """A name that does not resolve is a matter of spelling."""

    async def run() -> None:
        chat = OpenAIChat(Endpoint(base_url="http://no-such-host.invalid/v1", timeout_s=5))
        try:
            await chat.complete(REQUEST)
        finally:
            await chat.close()

    with pytest.raises(TransportFailed, match=r"no host found for no-such-host\.invalid/v1"):
        asyncio.run(run())


@pytest.mark.parametrize(
    ("headers", "message", "expected"),
    [
        ({"retry-after": "7"}, "no", 7.0),
        ({"retry-after-ms": "1500", "retry-after": "9"}, "no", 1.5),
        ({}, "Please try again in 1.2s.", 1.2),
        ({}, "no", None),
    ],
)
def test_the_wait_asked_for_comes_along(
    server: StubServer, headers: dict[str, str], message: str, expected: float | None
) -> None:
    """A rate limit carries how long the provider asks to wait."""
    server.script(status(429, message, headers=headers))
    with pytest.raises(RateLimited) as caught:
        ask(server, REQUEST)
    assert caught.value.retry_after_s == expected


class TestSteppingDown:
    """An endpoint that rejects a parameter is asked without it, now and from then on."""

    def test_json_schema_steps_down_to_json_object_and_to_words(self, server: StubServer) -> None:
        """Three requests for the first question, one for the second; the schema is then in the system message."""
        server.answer = picky("json_schema", "json_object")
        ledger = ask_with_ledger(server, REQUEST, REQUEST)
        shapes = [seen.body.get("response_format", {}).get("type") for seen in server.requests]
        assert shapes == ["json_schema", "json_object", None, None]
        assert dict(ledger.causes) == {"first": 2, "stepdown": 2}
        system = server.requests[-1].body["messages"][0]["content"]
        assert system.startswith("Be brief.")
        assert '"answer":{"type":"string"}' in system

    def test_the_schema_gets_a_system_message_where_there_is_none(self, server: StubServer) -> None:
        """Without a system message one is made; without a response format nothing is added."""
        server.answer = picky("json_schema")
        bare = REQUEST.model_copy(update={"messages": REQUEST.messages[1:]})
        ask(server, bare, bare.model_copy(update={"response_format": None}))
        assert [len(seen.body["messages"]) for seen in server.requests] == [1, 2, 1]

    def test_temperature_and_seed_are_left_out(self, server: StubServer) -> None:
        """Each costs one request, once."""
        server.answer = picky("temperature", "seed")
        ask(server, REQUEST, REQUEST)
        sent = [sorted({"temperature", "seed"} & set(seen.body)) for seen in server.requests]
        assert sent == [["seed", "temperature"], ["seed"], [], []]

    def test_max_tokens_gets_its_other_name(self, server: StubServer) -> None:
        """The limit is renamed, never given up."""
        server.answer = picky("max_tokens")
        ask(server, REQUEST)
        names = [{"max_tokens", "max_completion_tokens"} & set(seen.body) for seen in server.requests]
        assert names == [{"max_tokens"}, {"max_completion_tokens"}]

    def test_a_limit_rejected_under_both_names_is_an_error(self, server: StubServer) -> None:
        """Two requests, then the provider's complaint."""
        server.answer = picky("max_tokens", "max_completion_tokens")
        with pytest.raises(RequestRejected, match="max_completion_tokens"):
            ask(server, REQUEST)
        assert len(server.requests) == 2

    def test_what_one_model_rejects_another_is_still_asked_for(self, server: StubServer) -> None:
        """The memory is per model."""
        server.answer = picky("seed")
        ask(server, REQUEST, REQUEST.model_copy(update={"model": "other"}))
        assert ["seed" in seen.body for seen in server.requests] == [True, False, True, False]

    def test_requests_in_flight_together_learn_together(self, server: StubServer) -> None:
        """Eight at once that are all rejected once give nothing up twice."""
        server.answer = picky("json_schema")

        async def run() -> None:
            chat = OpenAIChat(Endpoint(base_url=server.base_url))
            try:
                await asyncio.gather(*(chat.complete(REQUEST) for _ in range(8)))
            finally:
                await chat.close()

        asyncio.run(run())
        shapes = [seen.body.get("response_format", {}).get("type") for seen in server.requests]
        assert sorted(map(str, shapes)) == ["json_object"] * 8 + ["json_schema"] * 8

    @pytest.mark.parametrize(
        "body",
        [
            {"error": {"message": "This model does not support response format `json_schema`."}},
            {"error": "This response_format type is unavailable now"},
            {"detail": [{"loc": ["body", "response_format", "type"], "msg": "unexpected value"}]},
            {"object": "error", "message": "Failed to convert the grammar from JSON schema", "code": 400},
        ],
    )
    def test_the_complaint_is_found_in_every_wording(
        self, server: StubServer, body: dict[str, object]
    ) -> None:
        """OpenAI's, DeepSeek's, FastAPI's and vLLM's ways of rejecting a response format are understood."""
        server.script(raw(body, code=422))
        ask(server, REQUEST)
        assert [seen.body["response_format"]["type"] for seen in server.requests] == [
            "json_schema",
            "json_object",
        ]


def test_lone_surrogates_do_not_stop_a_request(server: StubServer) -> None:
    """Half a surrogate pair, which UTF-8 cannot say, is sent as a question mark."""
    ask(server, REQUEST.model_copy(update={"messages": (Message(role="user", content="a\ud800b"),)}))
    assert server.requests[0].body["messages"] == [{"role": "user", "content": "a?b"}]


def test_nothing_that_is_printed_holds_the_key(server: StubServer) -> None:
    """Neither the client nor its endpoint show the key."""
    endpoint = Endpoint(base_url=server.base_url, api_key=SecretStr(KEY))
    shown = f"{endpoint!r} {endpoint} {OpenAIChat(endpoint)!r}"
    assert "abcdefg" not in shown


@pytest.mark.parametrize("echo", [KEY, KEY[:12] + "****" + KEY[-4:], KEY[8:20], f"Bearer {KEY}"])
def test_a_key_that_the_provider_echoes_is_taken_out(server: StubServer, echo: str) -> None:
    """Whole, shortened with stars or in part: the key does not reach the message."""
    server.script(status(401, f"Incorrect API key provided: {echo}. See your account."))
    with pytest.raises(ModelError) as caught:
        ask(server, REQUEST)
    assert "[key]" in caught.value.message
    assert not any(KEY[start : start + 6] in caught.value.message for start in range(len(KEY) - 5))
