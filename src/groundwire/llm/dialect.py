"""What one model at one endpoint accepts, learnt from what it rejects.

Guarantees: a dialect only ever gives something up, so that stepping down comes to an end; a limit on the length of the
reply is renamed but never given up, because the cost of a run hangs on it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from groundwire.errors import RequestRejected


class ReplyShape(StrEnum):
    """How the shape of the reply is asked for: by schema, by its types alone, as any JSON object, or in words only."""

    JSON_SCHEMA = "json_schema"
    TYPES_ONLY = "types_only"
    JSON_OBJECT = "json_object"
    WORDS = "words"


class LimitName(StrEnum):
    """What the limit on the length of the reply is called: by most servers, and by OpenAI's newer models."""

    MAX_TOKENS = "max_tokens"
    MAX_COMPLETION_TOKENS = "max_completion_tokens"


@dataclass(frozen=True, kw_only=True)
class Dialect:
    """The shape and the names to use, and the parameters to leave out; `tried` are limit names already rejected.

    Without `has_system_role` the system message goes at the head of the first message of the user.
    """

    shape: ReplyShape = ReplyShape.JSON_SCHEMA
    limit_name: LimitName = LimitName.MAX_TOKENS
    tried: frozenset[LimitName] = frozenset()
    left_out: frozenset[str] = frozenset()
    has_system_role: bool = True


_OPTIONAL = ("temperature", "top_p", "seed")
_SHAPE_WORDS = r"response_format|json[ _]schema|json_object|response format|structured output|grammar|guided|unimplemented keys"
_NAMED = re.compile(
    rf"\b(max_completion_tokens|max_tokens|temperature|top_p|seed)\b|({_SHAPE_WORDS})", re.IGNORECASE
)
_NO_SYSTEM_ROLE = re.compile(
    r"system role|system messages? (?:is |are )?not|roles must alternate|role.{0,40}does not support 'system'",
    re.IGNORECASE,
)
_TOO_LARGE = re.compile(r"too large|too high|at most|supports up to", re.IGNORECASE)
_TYPE_KEYWORDS = frozenset(
    {"type", "enum", "const", "anyOf", "items", "properties", "required", "additionalProperties"}
)


def step_down(
    dialect: Dialect, rejection: RequestRejected, schema: Mapping[str, Any] | None = None
) -> Dialect | None:
    """The dialect without what the endpoint complains of; None where the complaint is about nothing that can go.

    `schema` is the one that the rejected request asked for.
    """
    if dialect.has_system_role and _NO_SYSTEM_ROLE.search(rejection.message):
        return replace(dialect, has_system_role=False)
    parameter = _complained_of(rejection)
    if parameter == "response_format":
        return _plainer(dialect, schema)
    if parameter in _OPTIONAL and parameter not in dialect.left_out:
        return replace(dialect, left_out=dialect.left_out | {parameter})
    if parameter == dialect.limit_name and not _TOO_LARGE.search(rejection.message):
        return _other_limit_name(dialect)
    return None


def types_only(schema: Mapping[str, Any]) -> dict[str, Any]:
    """`schema` without bounds, patterns and formats, which not every server can turn into a grammar."""
    kept = {key: value for key, value in schema.items() if key in _TYPE_KEYWORDS}
    if isinstance(schema.get("properties"), Mapping):
        kept["properties"] = {name: types_only(part) for name, part in schema["properties"].items()}
    if isinstance(schema.get("items"), Mapping):
        kept["items"] = types_only(schema["items"])
    if isinstance(schema.get("anyOf"), list):
        kept["anyOf"] = [types_only(part) for part in schema["anyOf"]]
    return kept


def _complained_of(rejection: RequestRejected) -> str:
    """The parameter that the provider names, or else the first one that its message speaks of."""
    named = _NAMED.search((rejection.parameter or "").rpartition("body.")[2]) or _NAMED.search(
        rejection.message
    )
    if named is None:
        return ""
    return named.group(1).lower() if named.group(1) else "response_format"


def _plainer(dialect: Dialect, schema: Mapping[str, Any] | None) -> Dialect | None:
    if dialect.shape is ReplyShape.JSON_SCHEMA and schema is not None and types_only(schema) != schema:
        return replace(dialect, shape=ReplyShape.TYPES_ONLY)
    if dialect.shape in {ReplyShape.JSON_SCHEMA, ReplyShape.TYPES_ONLY}:
        return replace(dialect, shape=ReplyShape.JSON_OBJECT)
    if dialect.shape is ReplyShape.JSON_OBJECT:
        return replace(dialect, shape=ReplyShape.WORDS)
    return None


def _other_limit_name(dialect: Dialect) -> Dialect | None:
    tried = dialect.tried | {dialect.limit_name}
    untried = [name for name in LimitName if name not in tried]
    return replace(dialect, limit_name=untried[0], tried=tried) if untried else None
