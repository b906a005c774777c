"""Types become strict schemas, or are refused."""

from typing import Literal

import pytest
from pydantic import BaseModel

from groundwire.errors import UsageError
from groundwire.prompts.outputs import OUTPUTS
from groundwire.structured.schema import response_format


class Inner(BaseModel):
    """With a default, which the subset does not know."""

    kind: Literal["a", "b"] = "a"
    score: float | None = None


class Outer(BaseModel):
    """With a definition used twice."""

    first: Inner
    rest: list[Inner]


INNER = {
    "type": "object",
    "properties": {
        "kind": {"type": "string", "enum": ["a", "b"]},
        "score": {"anyOf": [{"type": "number"}, {"type": "null"}]},
    },
    "required": ["kind", "score"],
    "additionalProperties": False,
}


def test_the_schema_is_strict_and_inline() -> None:
    """Closed objects, everything required, no default, no title, no reference."""
    assert response_format(Outer).model_dump() == {
        "name": "Outer",
        "json_schema": {
            "type": "object",
            "properties": {"first": INNER, "rest": {"type": "array", "items": INNER}},
            "required": ["first", "rest"],
            "additionalProperties": False,
        },
    }


class Free(BaseModel):
    """A mapping with any names."""

    names: dict[str, int]


class Tree(BaseModel):
    """A type that holds itself."""

    branches: list["Tree"]


class Anything(BaseModel):
    """A value of any type."""

    value: object


@pytest.mark.parametrize("output", [Free, Tree, Anything])
def test_what_the_subset_cannot_say_is_refused(output: type[BaseModel]) -> None:
    """Here, with the place, rather than by an endpoint."""
    with pytest.raises(UsageError, match=output.__name__):
        response_format(output)


@pytest.mark.parametrize("name", sorted(OUTPUTS))
def test_every_reply_of_ours_has_a_schema(name: str) -> None:
    """All of them are in the subset."""
    schema = response_format(OUTPUTS[name]).json_schema
    assert schema["required"] == list(OUTPUTS[name].model_fields)
