"""Every JSON document that an eval command writes says what it is, and is as its schema says."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from cli.program import Program
from evaluation_story import write_suite
from groundwire.cli.main import app
from groundwire.evaluation.fixture import FIRST, LABELS, SECOND
from groundwire.evaluation.folders import find_suites_folder
from groundwire.evaluation.schemas import EVAL_SCHEMAS, eval_schema_of
from groundwire.evaluation.suite import read_suite_file
from groundwire.render.schemas import SCHEMAS, schema_of
from judged_stories import write_judged
from scripted_judge import judging, known
from stub_server import StubServer

OWN = sorted(find_suites_folder().parent.glob("fixtures/*"))


def _faults(name: str, document: Mapping[str, Any]) -> list[str]:
    """What the schema called `name` has against a document, and whether that says that it is one."""
    validator = Draft202012Validator(eval_schema_of(name))
    named = (
        [] if document.get("schema") == f"groundwire/{name}/1" else [f"schema is {document.get('schema')!r}"]
    )
    return [*named, *(f"{error.json_path}: {error.message}" for error in validator.iter_errors(document))]


def _written(folder: Path, *command: str) -> Any:
    """The document that a command writes, run within this process."""
    environment = {
        "HOME": str(folder),
        "GROUNDWIRE_STORE": str(folder / "store.db"),
        "OPENAI_API_KEY": "sk-test",
    }
    path = folder / f"{'-'.join(command[:1])}.json"
    given = ["eval", *command, "--format", "json", "--quiet", "-o", str(path)]
    result = CliRunner().invoke(app, given, env=environment, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else None


def test_every_document_that_is_written_is_as_its_schema_says(tmp_path: Path):
    """Scorecard, outputs, comparison, power, baseline, gate, agreement, judge's record, findings of lint."""
    suite, card, pins = str(write_suite(tmp_path, stories=2)), str(tmp_path / "card.json"), tmp_path / "pins"
    stories = [str(story) for story in write_judged(tmp_path / "stories", stories=2)]
    with StubServer(answer=judging(known)) as server:
        asked = ("--judge", "j", "--base-url", server.base_url)
        outputs = tmp_path / "outputs.jsonl"
        found = {
            "scorecard": _written(tmp_path, "run", suite, "--save-outputs", str(outputs), *asked),
            "judge": _written(tmp_path, "agree", *stories, *asked),
        }
    _written(tmp_path, "run", suite)
    (tmp_path / "run.json").rename(card)
    gate = ("gate", suite, "--card", card, "--baselines", str(pins))
    assert _written(tmp_path, *gate, "--update") is None
    found |= {
        "comparison": _written(tmp_path, "compare", card, card),
        "power": _written(tmp_path, "power", card),
        "agreement": _written(tmp_path, "agree", *stories),
        "lint": _written(tmp_path, "lint", *stories),
        "gate": _written(tmp_path, *gate),
        "baseline": json.loads((pins / "small.extractive.json").read_text(encoding="utf-8")),
    }
    assert {name: _faults(name, document) for name, document in found.items()} == {name: [] for name in found}
    lines = outputs.read_text(encoding="utf-8").splitlines()
    assert [_faults("output", json.loads(line)) for line in lines] == [[]] * 4


@pytest.mark.parametrize("story", OWN, ids=[story.name for story in OWN])
def test_label_files_are_as_their_schema_says(story: Path):
    """All three of every story of ours; written by hand, they need not say what they are."""
    validator = Draft202012Validator(eval_schema_of("labels"))
    for name in (FIRST, SECOND, LABELS):
        labels = json.loads((story / name).read_text(encoding="utf-8"))
        assert [error.message for error in validator.iter_errors(labels)] == []


def test_a_suite_is_as_its_schema_says():
    """What stands in the TOML files of ours."""
    validator = Draft202012Validator(eval_schema_of("suite"))
    for path in find_suites_folder().glob("*.toml"):
        assert list(validator.iter_errors(read_suite_file(path).model_dump(mode="json"))) == []


@pytest.mark.parametrize("name", sorted(EVAL_SCHEMAS))
def test_a_schema_is_one_has_its_name_and_is_open(name: str):
    """The dialect accepts it, `$id` is what documents carry, and fields of later minor versions may be added."""
    schema = eval_schema_of(name)
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"groundwire/{name}/1"
    assert '"additionalProperties": false' not in json.dumps(schema)


def test_a_schema_finds_what_is_wrong():
    """A document without its name, or with a figure in words, is not as its schema says."""
    document = {"schema": "groundwire/lint/1", "stories": "two", "findings": []}
    assert len(_faults("lint", document)) == 1
    assert len(_faults("lint", {"stories": 2, "findings": []})) == 2


def test_no_two_documents_have_one_name():
    """Those of evaluations stand beside those of the contract; both can be asked for in one place."""
    assert set(EVAL_SCHEMAS).isdisjoint(SCHEMAS)
    assert eval_schema_of("report") == schema_of("report")


def test_schemas_can_be_asked_for_on_the_command_line(program: Program):
    """`groundwire schema NAME`, with a suggestion where the name is nearly right."""
    assert program.run("schema", "scorecard").json["$id"] == "groundwire/scorecard/1"
    assert "did you mean comparison?" in program.run("schema", "comparision").err
