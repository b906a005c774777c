"""A registry that loads is whole; released prompts do not change."""

from pathlib import Path

import pytest

from groundwire.errors import PromptError
from groundwire.prompts.folder import find_folder
from groundwire.prompts.registry import load_registry, select_prompts
from groundwire.prompts.release import lock, promote
from unit.prompts.folders import write_current, write_prompt


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two versions of one task, the first in use, nothing released."""
    write_prompt(tmp_path, "summarise_article", 1)
    write_prompt(tmp_path, "summarise_article", 2, system="Summarise well.")
    write_current(tmp_path, summarise_article=1)
    return tmp_path


@pytest.fixture
def released(tmp_path: Path) -> Path:
    """The program's own prompts, copied and released."""
    own = load_registry()
    for prompt in own.prompts:
        path = tmp_path / prompt.task / f"v{prompt.version}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(prompt.source, encoding="utf-8")
    write_current(tmp_path, **own.current)
    lock(load_registry(tmp_path))
    return tmp_path


def test_the_version_in_use_is_the_one_that_current_toml_names(folder: Path) -> None:
    """Without a version the current one is meant, with one that very one."""
    registry = load_registry(folder)
    assert str(registry.get("summarise_article").ref) == "summarise_article@1"
    assert registry.get("summarise_article", 2).system == "Summarise well."


def test_a_selection_replaces_the_version_in_use(released: Path) -> None:
    """`--prompt TASK@N` counts for that task, and for no other."""
    write_prompt(released, "summarise_article", 2, system="Summarise well.")
    chosen = select_prompts(load_registry(released), ["summarise_article@2"])
    assert chosen.get("summarise_article").system == "Summarise well."
    assert chosen.get("extract_claims").version == 1


@pytest.mark.parametrize(
    "selections",
    [["summarise_article"], ["summarise_article@x"], ["summarise_article@9"], ["nothing@1"], ["@1"],
     ["summarise_article@1", "summarise_article@2"]],
)  # fmt: skip
def test_a_selection_that_cannot_be_is_refused(released: Path, selections: list[str]) -> None:
    """Shape, task, version and contradiction are found before anything runs."""
    write_prompt(released, "summarise_article", 2)
    with pytest.raises(PromptError, match=r"expected (one|TASK@N|a version)"):
        select_prompts(load_registry(released), selections)


def test_a_folder_that_lacks_a_task_is_found_before_anything_is_sent(folder: Path) -> None:
    """Prompts of one's own have to be complete; the message names all that are missing."""
    with pytest.raises(
        PromptError, match="brief_story, extract_claims, judge_claims, repair_output, summarise_claims"
    ):
        select_prompts(load_registry(folder))


def test_ten_versions_are_ordered_by_number(folder: Path) -> None:
    """Version 10 follows version 9."""
    for version in range(3, 11):
        write_prompt(folder, "summarise_article", version)
    assert [prompt.version for prompt in load_registry(folder).prompts] == list(range(1, 11))


def test_a_file_at_the_wrong_place_is_refused(folder: Path) -> None:
    """A copied file whose front matter still names the old version is found."""
    (folder / "summarise_article/v2.md").rename(folder / "summarise_article/v3.md")
    with pytest.raises(PromptError, match="summarise_article@2"):
        load_registry(folder)


@pytest.mark.parametrize(
    "current", ["", "summarise_article = 3\n", "summarise_article = 1\nother = 1\n", "= 1"]
)
def test_current_toml_names_an_existing_version_of_every_task(folder: Path, current: str) -> None:
    """Nothing is in use by accident."""
    (folder / "current.toml").write_text(current, encoding="utf-8")
    with pytest.raises(PromptError, match=r"current\.toml"):
        load_registry(folder)


def test_a_released_file_that_was_edited_is_refused_with_the_next_version(released: Path) -> None:
    """The hint says which version to make instead."""
    path = released / "extract_claims/v1.md"
    path.write_text(path.read_text(encoding="utf-8") + "More.\n", encoding="utf-8")
    with pytest.raises(PromptError, match=r"extract_claims@1 edited.*extract_claims: make v2"):
        load_registry(released)


def test_a_released_file_that_is_gone_is_refused(released: Path) -> None:
    """Results refer to it."""
    write_prompt(released, "extract_claims", 2)
    write_current(released, **{**load_registry(released).current, "extract_claims": 2})
    (released / "extract_claims/v1.md").unlink()
    with pytest.raises(PromptError, match="extract_claims@1, found no such file"):
        load_registry(released)


def test_line_ends_of_another_system_are_no_edit(released: Path) -> None:
    """A checkout with other line ends has the same digests."""
    path = released / "extract_claims/v1.md"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert load_registry(released).get("extract_claims").version == 1


def test_locking_only_adds_lines(released: Path) -> None:
    """What was in the lock stays in it, word for word, and a second time adds nothing."""
    before = (released / "prompts.lock").read_text(encoding="utf-8")
    source = load_registry(released).get("extract_claims").source
    (released / "extract_claims/v2.md").write_text(
        source.replace("version = 1", "version = 2"), encoding="utf-8"
    )
    added = lock(load_registry(released))
    after = (released / "prompts.lock").read_text(encoding="utf-8")
    assert [line.partition(" ")[0] for line in added] == ["extract_claims@2"]
    assert after == before + added[0] + "\n"
    assert lock(load_registry(released)) == ()


def test_a_lock_that_contradicts_itself_is_refused(released: Path) -> None:
    """One version has one digest."""
    path = released / "prompts.lock"
    path.write_text(
        path.read_text(encoding="utf-8") + "extract_claims@1 prompt:sha256:00\n", encoding="utf-8"
    )
    with pytest.raises(PromptError, match=r"prompts\.lock"):
        load_registry(released)


def test_nothing_is_released_that_lint_objects_to(folder: Path) -> None:
    """A prompt that the program could not fill does not get into the lock."""
    with pytest.raises(PromptError, match="slots"):
        lock(load_registry(folder))
    assert not (folder / "prompts.lock").exists()


def test_a_draft_is_not_promoted(released: Path) -> None:
    """What is in use has to stay as it is, so that it has to be released."""
    source = load_registry(released).get("extract_claims").source
    (released / "extract_claims/v2.md").write_text(
        source.replace("version = 1", "version = 2"), encoding="utf-8"
    )
    registry = load_registry(released)
    with pytest.raises(PromptError, match="draft"):
        promote(registry, registry.get("extract_claims", 2))
    lock(registry)
    registry = load_registry(released)
    promote(registry, registry.get("extract_claims", 2))
    assert load_registry(released).current == {**registry.current, "extract_claims": 2}


def test_the_own_prompts_are_found_from_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A `prompts` folder in the current directory is not looked at."""
    write_prompt(tmp_path / "prompts", "extract_claims", 1)
    monkeypatch.chdir(tmp_path)
    assert find_folder(None).is_absolute()
    assert tmp_path not in find_folder(None).parents
    assert "summarise_claims" in load_registry().tasks


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """The message names it."""
    with pytest.raises(PromptError, match="nowhere"):
        load_registry(tmp_path / "nowhere")
