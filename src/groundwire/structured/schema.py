"""Types to response formats: the strict subset of JSON Schema that OpenAI-compatible endpoints accept.

Guarantees: every object is closed and requires all its properties, nothing has a default, and what the subset does
not know is refused here rather than by an endpoint.
"""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from groundwire.domain.exchange import ResponseFormat

_LEFT_OUT = frozenset(
    {"title", "default", "description"}
)  # they cost tokens, and the prompt says what is meant


def response_format(output: type[BaseModel]) -> ResponseFormat:
    """The response format for `output`, under a name made from the type's."""
    schema = output.model_json_schema()
    definitions = schema.pop("$defs", {})
    return ResponseFormat(name=output.__name__, json_schema=_strict(schema, definitions))


def _strict(schema: Any, definitions: Mapping[str, Any]) -> Any:
    if isinstance(schema, list):
        return [_strict(item, definitions) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        return _strict(definitions[schema["$ref"].rpartition("/")[2]], definitions)
    if "properties" in schema:
        properties = {name: _strict(part, definitions) for name, part in schema["properties"].items()}
        return {
            "type": "object",
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
        }
    return {key: _strict(part, definitions) for key, part in schema.items() if key not in _LEFT_OUT}
