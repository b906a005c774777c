"""What is asked of the local engine, what it is never asked, and what its answers mean."""

from typing import Any

import pytest

from groundwire.domain.exchange import Message, ModelRequest, Outcome, ResponseFormat, Sampling
from groundwire.errors import ProviderFailed, RequestRejected
from groundwire.llm.local_wire import engine_endpoint, fault_from, parameters, reply_from, weights_of

SCHEMA = {
    "type": "object",
    "properties": {
        "points": {
            "type": "array",
            "maxItems": 3,
            "items": {
                "anyOf": [{"type": "integer", "minimum": 1, "maximum": 9}, {"$ref": "#/$defs/word"}],
            },
        }
    },
    "$defs": {"word": {"type": "string", "enum": ["a", "b"]}},
    "required": ["points"],
    "additionalProperties": False,
}
ANSWER = {"text": '{"points": []}', "finish": "stop", "read": 12, "written": 5, "timings": {}}


def request(schema: dict[str, Any] | None = SCHEMA, **sampling: Any) -> ModelRequest:
    return ModelRequest(
        model="local:tiny",
        messages=(Message(role="system", content="Be brief."), Message(role="user", content="Which points?")),
        response_format=None if schema is None else ResponseFormat(name="Points", json_schema=schema),
        sampling=Sampling(**sampling),
        endpoint=engine_endpoint("ab" * 32),
    )


def test_the_parameters_are_the_request() -> None:
    """Turns, sampling and schema go over as they are, and nothing else does."""
    assert parameters(request(max_tokens=50, top_p=0.9, seed=3)) == {
        "messages": [
            {"role": "system", "content": "Be brief."},
            {"role": "user", "content": "Which points?"},
        ],
        "seed": 3,
        "temperature": 0.0,
        "top_p": 0.9,
        "max_tokens": 50,
        "schema": SCHEMA,
    }


def test_what_is_left_open_is_not_sent() -> None:
    """None leaves a parameter to the engine; without a schema there is none."""
    assert set(parameters(request(None, temperature=None, max_tokens=None))) == {"messages", "seed"}


def test_a_request_without_a_seed_has_one_of_its_own() -> None:
    """The same request is drawn the same way twice, a repeat of it in another one."""
    first = request(temperature=0.7)
    repeat = first.model_copy(update={"sample": 1})
    seeds = [parameters(each)["seed"] for each in (first, request(temperature=0.7), repeat)]
    assert (seeds[0] == seeds[1], seeds[0] == seeds[2], 0 <= seeds[0] < 2**31) == (True, False, True)


def test_half_a_surrogate_pair_is_replaced() -> None:
    """UTF-8 has no bytes for it, and the pipe speaks UTF-8."""
    asked = request().model_copy(update={"messages": (Message(role="user", content="a\ud800b"),)})
    assert parameters(asked)["messages"] == [{"role": "user", "content": "a?b"}]


@pytest.mark.parametrize(
    ("schema", "where", "what"),
    [
        ({"type": "object", "not": {}}, "at Points,", "not"),
        (
            {"type": "object", "properties": {"a": {"type": "string", "pattern": "^x"}}},
            "at Points.a,",
            "pattern",
        ),
        ({"type": "array", "items": {"type": "string", "format": "date"}}, "at Points,", "format"),
        ({"anyOf": [{"type": "array", "uniqueItems": True}]}, "at Points,", "uniqueItems"),
        ({"$defs": {"word": {"oneOf": []}}, "type": "object"}, "at Points.word,", "oneOf"),
    ],
)
def test_what_the_engine_would_pass_over_is_refused(schema: dict[str, Any], where: str, what: str) -> None:
    """The engine writes whatever it likes when a schema holds a word that it does not know; nothing is sent then."""
    with pytest.raises(RequestRejected) as caught:
        parameters(request(schema))
    assert where in caught.value.message
    assert caught.value.message.endswith(f"found {what}")
    assert caught.value.parameter == "response_format"


def test_a_property_may_be_called_as_it_likes() -> None:
    """Names of properties are no words of the schema."""
    schema = {"type": "object", "properties": {"pattern": {"type": "string"}, "not": {"type": "integer"}}}
    assert parameters(request(schema))["schema"] == schema


@pytest.mark.parametrize(
    ("finish", "outcome"), [("stop", Outcome.COMPLETE), ("length", Outcome.LENGTH), ("", Outcome.COMPLETE)]
)
def test_an_answer_is_a_reply_with_its_tokens(finish: str, outcome: Outcome) -> None:
    """A reply that was cut is an outcome; tokens read and written are counted; the model is the one asked."""
    reply = reply_from({**ANSWER, "finish": finish}, request())
    assert (reply.outcome, reply.input_tokens, reply.output_tokens, reply.model) == (
        outcome,
        12,
        5,
        "local:tiny",
    )


def test_an_answer_that_does_not_follow_the_schema_is_an_error() -> None:
    """Should the engine ever drop the grammar without a word, the words that come are not taken for an answer."""
    with pytest.raises(ProviderFailed):
        reply_from({**ANSWER, "text": "Sure! Here are"}, request())
    assert reply_from({**ANSWER, "text": "Sure!"}, request(None)).text == "Sure!"


@pytest.mark.parametrize(
    ("kind", "error"), [("invalid_request_error", RequestRejected), ("server_error", ProviderFailed)]
)
def test_a_complaint_of_the_engine_is_an_error_of_ours(kind: str, error: type[Exception]) -> None:
    """What it does not take will not be taken the next time either; the rest is its own failure."""
    fault = fault_from({"type": kind, "message": "no such role"}, "local:tiny")
    assert (type(fault), "local:tiny" in fault.message, "no such role" in fault.message) == (
        error,
        True,
        True,
    )


def test_the_endpoint_is_the_bytes() -> None:
    """Two requests to the same weights have one digest wherever they lie; other weights give another."""
    ours, other = request(), request().model_copy(update={"endpoint": engine_endpoint("cd" * 32)})
    assert ours.endpoint.startswith(f"local/{'ab' * 32}/")
    assert (ours.digest == request().digest, ours.digest == other.digest) == (True, False)


@pytest.mark.parametrize(
    ("endpoint", "weights"),
    [(engine_endpoint("ab" * 32), "ab" * 32), ("localhost:8080/v1", None), ("local/v1", None), ("", None)],
)
def test_the_weights_can_be_told_from_the_endpoint(endpoint: str, weights: str | None) -> None:
    """A host that happens to be called `local` has none."""
    assert weights_of(endpoint) == weights
