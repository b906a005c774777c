"""What is given up when an endpoint complains."""

from typing import Any

import pytest

from groundwire.errors import RequestRejected
from groundwire.llm.dialect import Dialect, LimitName, ReplyShape, step_down, types_only

BOUNDED: dict[str, Any] = {
    "type": "object",
    "properties": {
        "claims": {
            "type": "array",
            "maxItems": 8,
            "items": {
                "type": "object",
                "properties": {
                    "maximum": {"type": "integer", "minimum": 1, "maximum": 40},
                    "when": {"anyOf": [{"type": "string", "maxLength": 80}, {"type": "null"}]},
                    "stance": {"enum": ["asserted", "denied"]},
                },
                "required": ["maximum", "when", "stance"],
                "additionalProperties": False,
            },
        }
    },
    "required": ["claims"],
    "additionalProperties": False,
}
TYPES: dict[str, Any] = {
    "type": "object",
    "properties": {
        "claims": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "maximum": {"type": "integer"},
                    "when": {"anyOf": [{"type": "string"}, {"type": "null"}]},
                    "stance": {"enum": ["asserted", "denied"]},
                },
                "required": ["maximum", "when", "stance"],
                "additionalProperties": False,
            },
        }
    },
    "required": ["claims"],
    "additionalProperties": False,
}
NO_GRAMMAR = RequestRejected("Failed to initialize samplers: failed to parse grammar")


def test_bounds_go_and_types_stay() -> None:
    """Keywords go, properties that are called like keywords stay."""
    assert types_only(BOUNDED) == TYPES
    assert types_only(TYPES) == TYPES


@pytest.mark.parametrize(
    ("schema", "shapes"),
    [
        (BOUNDED, [ReplyShape.TYPES_ONLY, ReplyShape.JSON_OBJECT, ReplyShape.WORDS]),
        (TYPES, [ReplyShape.JSON_OBJECT, ReplyShape.WORDS]),
        (None, [ReplyShape.JSON_OBJECT, ReplyShape.WORDS]),
    ],
)
def test_a_schema_is_given_up_piece_by_piece(schema: dict[str, Any] | None, shapes: list[ReplyShape]) -> None:
    """First the bounds, where there are any, then the schema, then JSON; after that there is nothing to give up."""
    found = []
    dialect: Dialect | None = Dialect()
    while dialect is not None and (dialect := step_down(dialect, NO_GRAMMAR, schema)) is not None:
        found.append(dialect.shape)
    assert found == shapes


@pytest.mark.parametrize(
    "message",
    [
        "System role not supported",
        "Jinja Exception: Conversation roles must alternate user/assistant/user/assistant/...",
        "Unsupported value: 'messages[0].role' does not support 'system' with this model.",
    ],
)
def test_a_system_message_is_given_up_once(message: str) -> None:
    """A template without a system role gets everything from the user; a second complaint is one."""
    plainer = step_down(Dialect(), RequestRejected(message))
    assert plainer == Dialect(has_system_role=False)
    assert step_down(plainer, RequestRejected(message)) is None


def test_a_limit_that_is_too_large_is_not_renamed() -> None:
    """A complaint about the value is for the user."""
    complaint = RequestRejected(
        "max_tokens is too large: 200000. It supports at most 16384.", parameter="max_tokens"
    )
    assert step_down(Dialect(), complaint) is None
    renamed = step_down(Dialect(), RequestRejected("Unsupported parameter: 'max_tokens'"))
    assert renamed is not None
    assert renamed.limit_name is LimitName.MAX_COMPLETION_TOKENS
