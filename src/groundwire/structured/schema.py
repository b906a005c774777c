"""Types to response formats: the strict subset of JSON Schema that OpenAI-compatible endpoints accept.

Guarantees: every object is closed and requires all its properties; nothing has a default; definitions stand inline;
what the subset does not know (free mappings, recursion) is refused here rather than by an endpoint.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from pydantic import BaseModel

from groundwire.domain.exchange import ResponseFormat
from groundwire.errors import UsageError

_KEPT = ("type", "enum", "const")


@lru_cache(maxsize=64)  # a type is asked for once a request, and its schema takes longer to make than to send
def response_format(output: type[BaseModel]) -> ResponseFormat:
    """The response format for `output`, under the name of the type.

    Raises:
        UsageError: the type holds something that a strict schema cannot say; the message names where.
    """
    schema = output.model_json_schema()
    strict = _Strict(schema.get("$defs", {}), output.__name__)
    return ResponseFormat(name=output.__name__, json_schema=strict.convert(schema, ()))


class _Strict:
    def __init__(self, definitions: Mapping[str, Any], name: str) -> None:
        self._definitions = definitions
        self._name = name

    def convert(self, schema: Mapping[str, Any], path: tuple[str, ...]) -> dict[str, Any]:
        if "$ref" in schema:
            return self._resolve(schema["$ref"].rpartition("/")[2], path)
        if "anyOf" in schema:
            return {"anyOf": [self.convert(part, path) for part in schema["anyOf"]]}
        if schema.get("type") == "array":
            items = self.convert(schema.get("items", {}), (*path, "items"))
            most = {"maxItems": schema["maxItems"]} if "maxItems" in schema else {}
            return {"type": "array", "items": items, **most}
        if schema.get("type") == "object":
            return self._object(schema, path)
        plain = {key: schema[key] for key in _KEPT if key in schema}
        if not plain:
            self._refuse(path, schema)
        return plain

    def _object(self, schema: Mapping[str, Any], path: tuple[str, ...]) -> dict[str, Any]:
        if "properties" not in schema:
            self._refuse(path, schema)
        properties = {name: self.convert(part, (*path, name)) for name, part in schema["properties"].items()}
        return {
            "type": "object",
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
        }

    def _resolve(self, name: str, path: tuple[str, ...]) -> dict[str, Any]:
        if f"#{name}" in path:
            self._refuse(path, {"$ref": name})
        return self.convert(self._definitions[name], (*path, f"#{name}"))

    def _refuse(self, path: tuple[str, ...], schema: Mapping[str, Any]) -> None:
        where = ".".join((self._name, *path))
        raise UsageError(
            f"expected a type that a strict JSON Schema can say at {where}, found {dict(schema)!r}",
            hint="use objects with named properties, arrays, strings, numbers, booleans, enumerations and null",
        )
