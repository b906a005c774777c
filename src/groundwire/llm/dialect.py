"""What one model at one endpoint accepts, learnt from what it rejects.

Guarantees: a dialect only ever gives something up, so that stepping down comes to an end; a limit on the length of the
reply is renamed but never given up, because the cost of a run hangs on it.
"""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from groundwire.errors import RequestRejected


class ReplyShape(StrEnum):
    """How the shape of the reply is asked for: by schema, as any JSON object, or in words only."""

    JSON_SCHEMA = "json_schema"
    JSON_OBJECT = "json_object"
    WORDS = "words"


class LimitName(StrEnum):
    """What the limit on the length of the reply is called: by most servers, and by OpenAI's newer models."""

    MAX_TOKENS = "max_tokens"
    MAX_COMPLETION_TOKENS = "max_completion_tokens"


@dataclass(frozen=True, kw_only=True)
class Dialect:
    """The shape and the names to use, and the parameters to leave out; `tried` are limit names already rejected."""

    shape: ReplyShape = ReplyShape.JSON_SCHEMA
    limit_name: LimitName = LimitName.MAX_TOKENS
    tried: frozenset[LimitName] = frozenset()
    left_out: frozenset[str] = frozenset()


_OPTIONAL = ("temperature", "top_p", "seed")
_SHAPE_WORDS = r"response_format|json_schema|json_object|response format|structured output|grammar|guided"
_NAMED = re.compile(
    rf"\b(max_completion_tokens|max_tokens|temperature|top_p|seed)\b|({_SHAPE_WORDS})", re.IGNORECASE
)


def step_down(dialect: Dialect, rejection: RequestRejected) -> Dialect | None:
    """The dialect without what the endpoint complains of; None where the complaint is about nothing that can go."""
    parameter = _complained_of(rejection)
    if parameter == "response_format":
        return _plainer(dialect)
    if parameter in _OPTIONAL and parameter not in dialect.left_out:
        return replace(dialect, left_out=dialect.left_out | {parameter})
    if parameter == dialect.limit_name:
        return _other_limit_name(dialect)
    return None


def _complained_of(rejection: RequestRejected) -> str:
    """The parameter that the provider names, or else the first one that its message speaks of."""
    named = _NAMED.search((rejection.parameter or "").rpartition("body.")[2]) or _NAMED.search(
        rejection.message
    )
    if named is None:
        return ""
    return named.group(1).lower() if named.group(1) else "response_format"


def _plainer(dialect: Dialect) -> Dialect | None:
    if dialect.shape is ReplyShape.JSON_SCHEMA:
        return replace(dialect, shape=ReplyShape.JSON_OBJECT)
    if dialect.shape is ReplyShape.JSON_OBJECT:
        return replace(dialect, shape=ReplyShape.WORDS)
    return None


def _other_limit_name(dialect: Dialect) -> Dialect | None:
    tried = dialect.tried | {dialect.limit_name}
    untried = [name for name in LimitName if name not in tried]
    return replace(dialect, limit_name=untried[0], tried=tried) if untried else None
