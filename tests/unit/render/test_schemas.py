"""The JSON Schemas of the contract describe the documents that are written."""

import json

import pytest

import sample_documents as samples
from groundwire.errors import UsageError
from groundwire.render.as_json import to_json
from groundwire.render.schemas import SCHEMAS, schema_of


def test_the_documents_of_the_contract_have_schemas() -> None:
    """Every document and every shared part that the contract spells out can be asked for."""
    expected = (
        "article briefing check claim estimate evidence losses provenance relation report summary support"
    )
    assert sorted(SCHEMAS) == expected.split()


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_a_schema_has_the_name_of_its_document(name: str) -> None:
    """`$id` is what documents carry in `schema`."""
    assert schema_of(name)["$id"] == f"groundwire/{name}/1"


@pytest.mark.parametrize(
    ("name", "document"),
    [
        ("article", samples.COURIER),
        ("briefing", samples.briefing()),
        ("claim", samples.report().claims[0]),
        ("report", samples.report()),
        ("provenance", samples.PROVENANCE),
    ],
)
def test_a_schema_knows_every_field_that_is_written(name: str, document: object) -> None:
    """Top-level fields and properties are the same, and what is required is there."""
    fields = json.loads(to_json(document, indent=None))  # type: ignore[arg-type]
    schema = schema_of(name)
    assert list(fields) == list(schema["properties"])
    assert set(schema["required"]) <= set(fields)


def test_a_schema_is_open_to_fields_of_later_minor_versions() -> None:
    """No schema forbids further fields."""
    assert [name for name in SCHEMAS if '"additionalProperties": false' in json.dumps(schema_of(name))] == []


def test_an_unknown_name_is_answered_with_the_nearest() -> None:
    """A slip of the pen gets a suggestion."""
    with pytest.raises(UsageError) as caught:
        schema_of("reprot")
    assert caught.value.hint == "did you mean report?"


def test_a_name_near_nothing_is_answered_with_all() -> None:
    """Otherwise all names are listed."""
    with pytest.raises(UsageError) as caught:
        schema_of("zzz")
    assert caught.value.hint == f"there are {', '.join(sorted(SCHEMAS))}"
