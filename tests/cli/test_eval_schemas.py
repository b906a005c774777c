"""Every JSON document that an eval command writes says what it is, and is as its schema says."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from cli.program import Program
from evaluation_story import write_suite
from groundwire.evaluation.fixture import FIRST, LABELS, SECOND
from groundwire.evaluation.schemas import EVAL_SCHEMAS, eval_schema_of
from groundwire.evaluation.suite import find_suites_folder, read_suite_file
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


def test_every_document_that_is_written_is_as_its_schema_says(program: Program):
    """Scorecard, outputs, comparison, power, baseline, gate, agreement, judge's record, findings of lint."""
    suite = str(write_suite(program.folder, stories=2))
    stories = [str(story) for story in write_judged(program.folder / "stories", stories=2)]
    with StubServer(answer=judging(known)) as server:
        asked = ("--judge", "j", "--base-url", server.base_url)

        def written(*command: str) -> Any:
            ended = program.run("eval", *command, "--format", "json", "--quiet", OPENAI_API_KEY="sk-test")
            assert ended.code == 0, ended.err
            return ended.json

        found = {
            "scorecard": written("run", suite, "--save-outputs", "outputs.jsonl", *asked),
            "judge": written("agree", *stories, *asked),
        }
    (program.folder / "card.json").write_text(json.dumps(found["scorecard"]), encoding="utf-8")
    program.run("eval", "run", suite, "-o", "card.json", "--format", "json")
    found |= {
        "comparison": written("compare", "card.json", "card.json"),
        "power": written("power", "card.json"),
        "agreement": written("agree", *stories),
        "lint": written("lint", *stories),
    }
    gate = ("eval", "gate", suite, "--card", "card.json", "--baselines", "pins", "--format", "json")
    assert program.run(*gate, "--update").code == 0
    found["gate"] = program.run(*gate).json
    found["baseline"] = json.loads((program.folder / "pins" / "small.extractive.json").read_text("utf-8"))
    lines = (program.folder / "outputs.jsonl").read_text(encoding="utf-8").splitlines()
    assert {name: _faults(name, document) for name, document in found.items()} == {name: [] for name in found}
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
