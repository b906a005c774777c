"""The JSON documents of the contract and their JSON Schemas.

Guarantees: a name here is the `<name>` of `"schema": "groundwire/<name>/1"`; every schema has an `$id`, names fields as
the documents do, and is open to fields that a later minor version adds.
"""

import difflib
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal

from pydantic import TypeAdapter

from groundwire.domain.analysis import Report
from groundwire.domain.article import Article, Evidence
from groundwire.domain.briefing import Briefing
from groundwire.domain.checking import CheckedStatement, Relates
from groundwire.domain.claim import Claim
from groundwire.domain.estimate import RunEstimate
from groundwire.domain.losses import Losses
from groundwire.domain.provenance import Provenance
from groundwire.domain.summary import Summary
from groundwire.domain.support import Support
from groundwire.errors import UsageError

_DIALECT = "https://json-schema.org/draft/2020-12/schema"

SCHEMAS: Mapping[str, Any] = MappingProxyType(
    {
        "article": Article,
        "briefing": Briefing,
        "check": CheckedStatement,
        "claim": Claim,
        "estimate": RunEstimate,
        "evidence": Evidence,
        "losses": Losses,
        "provenance": Provenance,
        "relation": Relates,
        "report": Report,
        "summary": Summary,
        "support": Support,
    }
)
"""Name of a document, or of a part that documents share, to its type."""

DOCUMENTS: Mapping[type, str] = MappingProxyType(
    {SCHEMAS[name]: name for name in ("article", "briefing", "check", "claim", "relation", "report")}
)
"""The types that are written as documents of their own, and so carry their schema."""


def schema_id(name: str) -> str:
    """The value of a document's `schema` field, such as `groundwire/claim/1`."""
    return f"groundwire/{name}/1"


def schema_of(name: str, *, besides: Mapping[str, Any] = MappingProxyType({})) -> dict[str, Any]:
    """The JSON Schema of the document `name`; `besides` are documents that are not those of the contract.

    Raises:
        UsageError: no document has that name; the hint has the nearest one, or all of them.
    """
    if name in besides:
        return _described(name, besides[name], mode="validation")
    if name not in SCHEMAS:
        known = [*SCHEMAS, *besides]
        near = difflib.get_close_matches(name.lower(), known, n=1)
        hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(sorted(known))}"
        raise UsageError(f"expected the name of a document, found {name!r}", hint=hint)
    return _described(name, SCHEMAS[name], mode="serialization")


def _described(name: str, noun: Any, *, mode: Literal["validation", "serialization"]) -> dict[str, Any]:
    """The schema of `noun`: in `serialization` every field is there, in `validation` those at their default may be left out."""
    schema = TypeAdapter(noun).json_schema(by_alias=True, mode=mode)
    if noun in DOCUMENTS or "schema" in schema.get("properties", {}):
        named = {"schema": {"const": schema_id(name), "type": "string"}}
        schema["properties"] = named | {
            field: shape for field, shape in schema["properties"].items() if field != "schema"
        }
        schema["required"] = ["schema", *(field for field in schema["required"] if field != "schema")]
    opened: dict[str, Any] = _open(schema)
    return {"$schema": _DIALECT, "$id": schema_id(name)} | opened


def _open(schema: Any) -> Any:
    """The schema without the ban on further fields: a minor version may add some."""
    if isinstance(schema, dict):
        return {
            key: _open(value)
            for key, value in schema.items()
            if not (key == "additionalProperties" and value is False)
        }
    return [_open(item) for item in schema] if isinstance(schema, list) else schema
