"""The label file under work: replaced at once or not at all, and only in the version that the writer has seen."""

import json
from pathlib import Path

import pytest

from groundwire.errors import UsageError
from groundwire.evaluation.labelling.label_file import NOT_THERE, LabelFile, Outcome


def _file(folder: Path, content: str) -> LabelFile:
    path = folder / "first.json"
    path.write_text(content, encoding="utf-8")
    return LabelFile(path)


def test_a_file_that_is_not_there_is_made(tmp_path: Path):
    """The first save of a labeller makes the file, indented by two, ending in a line feed."""
    file = LabelFile(tmp_path / "first.json")
    assert file.read() == (None, NOT_THERE)
    written = file.replace({"story": "Måne \U0001fa81"}, revision=NOT_THERE)
    assert (written.outcome, file.read()) == (Outcome.SAVED, ({"story": "Måne \U0001fa81"}, written.revision))
    assert file.path.read_bytes() == '{\n  "story": "Måne \U0001fa81"\n}\n'.encode()


@pytest.mark.parametrize("indent", [1, 2, 4])
def test_what_was_not_changed_stays_byte_for_byte(indent: int, tmp_path: Path):
    """Order of fields, indentation, and fields left out are as they were."""
    content = json.dumps({"z": [1, {"b": "é", "a": None}], "a": {}}, indent=indent, ensure_ascii=False) + "\n"
    file = _file(tmp_path, content)
    document, revision = file.read()
    assert document is not None
    assert file.replace(document, revision=revision).outcome is Outcome.SAVED
    assert file.path.read_text(encoding="utf-8") == content


def test_a_version_that_was_not_seen_is_not_overwritten(tmp_path: Path):
    """Whoever read before somebody else wrote is refused; what stands there stays."""
    file = _file(tmp_path, '{"story": "one"}')
    _, seen = file.read()
    file.path.write_text('{"story": "two"}', encoding="utf-8")
    refused = file.replace({"story": "three"}, revision=seen)
    assert (refused.outcome, file.read()[0]) == (Outcome.STALE, {"story": "two"})
    assert refused.revision == file.read()[1]


def test_a_file_made_meanwhile_is_not_overwritten(tmp_path: Path):
    """Two labellers under one name: the one who saved first keeps the file."""
    file = _file(tmp_path, "{}")
    assert file.replace({"story": "mine"}, revision=NOT_THERE).outcome is Outcome.STALE
    file.path.unlink()
    assert file.replace({"story": "mine"}, revision="sha256:0").outcome is Outcome.STALE


def test_a_failed_write_leaves_everything_as_it_was(tmp_path: Path):
    """Where a file cannot be put in place the answer says why, and nothing half-written stays."""
    folder = tmp_path / "story"
    folder.mkdir()
    (folder / "first.json").mkdir()
    failed = LabelFile(folder / "first.json").replace({}, revision=NOT_THERE)
    assert (failed.outcome, "could not write" in failed.complaint) == (Outcome.FAILED, True)
    gone = LabelFile(tmp_path / "nowhere" / "first.json").replace({}, revision=NOT_THERE)
    assert (gone.outcome, gone.revision) == (Outcome.FAILED, "")
    assert [path.name for path in tmp_path.rglob("*")] == ["story", "first.json"]


def test_nothing_but_the_file_is_left_behind(tmp_path: Path):
    """No half-written neighbour stays, and who may read the file stays as it was."""
    file = _file(tmp_path, "{}")
    file.path.chmod(0o640)
    file.replace({"story": "x"}, revision=file.read()[1])
    assert [path.name for path in tmp_path.iterdir()] == ["first.json"]
    assert file.path.stat().st_mode & 0o777 == 0o640


def test_text_that_utf8_cannot_hold_is_refused(tmp_path: Path):
    """Half a character, which JSON can name and a file cannot hold, changes nothing."""
    file = _file(tmp_path, "{}")
    refused = file.replace({"story": "\ud83e"}, revision=file.read()[1])
    assert (refused.outcome, file.read()[0]) == (Outcome.REFUSED, {})


@pytest.mark.parametrize("content", ["{", "[]", '"labels"', "[" * 100_000])
def test_what_is_no_label_file_is_said_to_be_none(content: str, tmp_path: Path):
    """A file that is not a JSON object is an error that names it; it is never replaced by an empty one."""
    with pytest.raises(UsageError, match=r"first\.json"):
        _file(tmp_path, content).read()
