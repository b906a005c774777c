"""Scorecards in files: the same back, row by row, and nothing else taken for one."""

import io
import json
from pathlib import Path

import pytest

from evaluation_cards import card
from groundwire.errors import UsageError
from groundwire.evaluation.score import Failed, NotApplicable
from groundwire.evaluation.scorecard import Scorecard, as_line, write_scorecard

MADE = card(
    "a",
    {"f": {"s1": [0.1, 1.0], "s2": [Failed(reason='said "no" ] }'), NotApplicable(reason="nothing\nthere")]}},
)


def _written(folder: Path) -> Path:
    path = folder / "card.json"
    with path.open("w", encoding="utf-8") as file:
        write_scorecard(file, MADE.header, map(as_line, MADE.rows()))
    return path


def test_header_and_rows_read_back(tmp_path: Path):
    """Every score, with its findings and reasons."""
    found = Scorecard(_written(tmp_path))
    assert found.header == MADE.header
    assert list(found.rows()) == list(MADE.rows())
    assert list(found.rows()) == list(MADE.rows()), "rows can be asked for again"


def test_it_is_one_json_document(tmp_path: Path):
    """Any reader of JSON can read it."""
    document = json.loads(_written(tmp_path).read_text(encoding="utf-8"))
    assert (document["schema"], len(document["rows"])) == ("groundwire/scorecard/1", 4)


def test_no_rows_are_a_document_too():
    """An empty scorecard is JSON as well."""
    file = io.StringIO()
    write_scorecard(file, MADE.header, [])
    assert json.loads(file.getvalue())["rows"] == []


@pytest.mark.parametrize("content", ["", "{}", '{"rows": []}', "not json", '{\n"rows": [\n]}'])
def test_other_files_are_refused(content: str, tmp_path: Path):
    """The message says what was expected."""
    path = tmp_path / "other.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match="expected a scorecard"):
        Scorecard(path)
