r"""Nouns as JSON, under the field names of the contract.

Guarantees: a document carries its `schema` as the first field, at the top level only; text stays as it is (no `\u`
escapes) except for what could break a reader: lone surrogates, which UTF-8 cannot hold, and the line ends U+0085, U+2028
and U+2029, at which some readers split lines. A JSONL line holds no line end.
"""

import json
import re
from collections.abc import Sequence
from typing import Any

from groundwire.domain.noun import Noun
from groundwire.render.schemas import DOCUMENTS, schema_id

_FRAGILE = re.compile("[\x85\u2028\u2029\ud800-\udfff]")


def to_json(document: Noun | Sequence[Noun], *, indent: int | None) -> str:
    """One document as an object, or several as an array, in their order; no line end at the end."""
    if isinstance(document, Noun):
        return _dump(_fields(document), indent)
    return _dump([_fields(noun) for noun in document], indent)


def to_jsonl_line(document: Noun) -> str:
    """The document as one line, with its line end."""
    return _dump(_fields(document), None) + "\n"


def _fields(document: Noun) -> dict[str, Any]:
    fields = document.model_dump(mode="json", by_alias=True)
    name = DOCUMENTS.get(type(document))
    return fields if name is None else {"schema": schema_id(name)} | fields


def _dump(value: Any, indent: int | None) -> str:
    text = json.dumps(value, indent=indent, ensure_ascii=False, allow_nan=False)
    return _FRAGILE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
