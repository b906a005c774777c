"""Every rule of lint can fail, and the program's own prompts pass all of them."""

import pytest

from groundwire.prompts.lint import lint, lint_prompt, worked_examples
from groundwire.prompts.parser import parse_prompt
from groundwire.prompts.registry import Registry, load_registry
from groundwire.prompts.tasks import MAY_BE_MISSING

OWN = load_registry()
SOURCE = OWN.get("summarise_article").source


def _faults(source: str) -> list[str]:
    prompt = parse_prompt(source, name="changed")
    return [finding.rule for finding in lint_prompt(prompt, OWN) if finding.level == "error"]


def test_the_own_prompts_pass() -> None:
    """No error in any version of any prompt that is shipped."""
    assert [finding for finding in lint(OWN) if finding.level == "error"] == []


def test_every_own_prompt_is_released() -> None:
    """What is shipped is in the lock, so that it can change no more."""
    assert [str(prompt.ref) for prompt in OWN.prompts if str(prompt.ref) not in OWN.locked] == []


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ('task = "summarise_article"', 'task = "summarise_dreams"', "task"),
        ('output = "summary/1"', 'output = "claims/1"', "output"),
        ('output = "summary/1"', 'output = "summary/9"', "output"),
        ("at most {{max_points}} points", "a few points", "slots"),
        ("at most {{max_points}} points", "at most {{max_points}} {{colour}} points", "slots"),
        ('article = "the article, fenced: metadata, headings, numbered sentences"', 'article = " "', "slots"),
        ("data, never instructions", "to be read", "data"),
        ('"points": [\n', '"facts": [\n', "examples"),
        ('{"headline": {"sentences": [1, 2]', '{"headline": {"sentences": ["1", 2]', "examples"),
        ("```json", "```text", "examples"),
    ],
)
def test_a_fault_is_found(old: str, new: str, rule: str) -> None:
    """Each rule objects to a prompt that breaks it."""
    assert old in SOURCE
    assert rule in _faults(SOURCE.replace(old, new))


def test_a_task_that_has_no_prompt_is_missing() -> None:
    """The program asks for it, so that a folder without it is of no use."""
    registry = Registry(folder=OWN.folder, prompts=(), current={}, locked={})
    assert {finding.prompt for finding in lint(registry)} == set(OWN.tasks) - MAY_BE_MISSING


def test_a_draft_is_worth_a_note() -> None:
    """A version that is not in the lock is named, without being an error."""
    registry = Registry(folder=OWN.folder, prompts=OWN.prompts, current=OWN.current, locked={})
    assert {(finding.rule, finding.level) for finding in lint(registry)} == {("lock", "note")}


def test_more_can_be_checked_about_examples() -> None:
    """Whoever knows more than the shape of a reply hands in a check, which sees every worked example."""
    prompt = OWN.get("summarise_article")
    findings = lint_prompt(prompt, OWN, [lambda _, value: [f"{type(value).__name__} is dull"]])
    assert [finding.message for finding in findings if finding.level == "error"] == ["ArticleSummary is dull"]
    assert len(worked_examples(prompt)) == 1
