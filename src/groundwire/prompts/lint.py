"""What can be said against a prompt before a model has seen it.

Guarantees: every finding names the prompt, the rule and what to do; the order of rules and prompts is fixed. That files
parse and that released ones are unchanged is held by the registry, which does not load otherwise.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Literal, NamedTuple

from pydantic import ValidationError

from groundwire.prompts.outputs import Output
from groundwire.prompts.parser import slots_of
from groundwire.prompts.prompt import Prompt
from groundwire.prompts.registry import Registry
from groundwire.prompts.tasks import AS_ASKED, MAY_BE_MISSING, TASKS, output_type

_EXAMPLE = re.compile(r"^```json\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SAYS_DATA = "data, never instructions"

ExampleCheck = Callable[[Prompt, Output], Iterable[str]]
"""Something more to be said against a worked example of a prompt, where whoever lints knows more than its shape."""


class Finding(NamedTuple):
    """One thing that is wrong (`error`) or worth knowing (`note`) about a prompt version."""

    prompt: str
    rule: str
    level: Literal["error", "note"]
    message: str


def lint(registry: Registry, example_checks: Iterable[ExampleCheck] = ()) -> tuple[Finding, ...]:
    """All findings about the prompts of `registry`."""
    checks = tuple(example_checks)
    missing = (
        Finding(task, "task", "error", "expected a prompt for this task, found none: the program asks for it")
        for task in TASKS
        if task not in registry.tasks and task not in MAY_BE_MISSING
    )
    return (
        *missing,
        *(finding for prompt in registry.prompts for finding in lint_prompt(prompt, registry, checks)),
    )


def lint_prompt(
    prompt: Prompt, registry: Registry, example_checks: Iterable[ExampleCheck] = ()
) -> tuple[Finding, ...]:
    """The findings about one prompt version."""
    name = str(prompt.ref)
    errors = (*_task_faults(prompt), *_slot_faults(prompt), *_wording_faults(prompt))
    examples = _example_faults(prompt, tuple(example_checks))
    findings = [Finding(name, rule, "error", message) for rule, message in (*errors, *examples)]
    if name not in registry.locked:
        findings.append(
            Finding(name, "lock", "note", "a draft: not released until `groundwire prompts lock` has run")
        )
    return tuple(findings)


def worked_examples(prompt: Prompt) -> tuple[str, ...]:
    """The JSON of the prompt's worked examples: what stands in its blocks of ```json, and its turns."""
    blocks = (match.group(1) for match in _EXAMPLE.finditer(f"{prompt.system}\n{prompt.user}\n"))
    return (*blocks, *(turn.assistant for turn in prompt.turns))


def _task_faults(prompt: Prompt) -> Iterator[tuple[str, str]]:
    task = TASKS.get(prompt.task)
    if task is None:
        yield (
            "task",
            f"expected one of {', '.join(TASKS)}, found {prompt.task!r}: the program never asks for it",
        )
    elif task.output != prompt.output:
        yield "output", f"expected output = {task.output!r} for this task, found {prompt.output!r}"
    if prompt.output != AS_ASKED and output_type(prompt.output) is None:
        yield "output", f"expected an output that there is a schema for, found {prompt.output!r}"


def _slot_faults(prompt: Prompt) -> Iterator[tuple[str, str]]:
    used, declared = slots_of(prompt), prompt.slots.keys()
    if used != declared:
        undeclared, unused = sorted(used - declared), sorted(declared - used)
        yield (
            "slots",
            f"expected [slots] to name what the text uses: undeclared {undeclared!r}, unused {unused!r}",
        )
    filled = TASKS[prompt.task].slots if prompt.task in TASKS else used
    if used != filled:
        yield (
            "slots",
            f"expected the slots {sorted(filled)!r}, which the program fills, found {sorted(used)!r}",
        )
    unexplained = sorted(name for name, meaning in prompt.slots.items() if not meaning.strip())
    if unexplained:
        yield "slots", f"expected words about every slot, found none about {unexplained!r}"


def _wording_faults(prompt: Prompt) -> Iterator[tuple[str, str]]:
    if _SAYS_DATA not in f"{prompt.system}\n{prompt.user}":
        yield "data", f"expected the words {_SAYS_DATA!r} about what the slots hold, found them nowhere"


def _example_faults(prompt: Prompt, checks: tuple[ExampleCheck, ...]) -> Iterator[tuple[str, str]]:
    kind = output_type(prompt.output)
    if kind is None:
        return
    examples = worked_examples(prompt)
    if not examples:
        yield "examples", "expected a worked example in a block of ```json, found none"
    for number, example in enumerate(examples, 1):
        try:
            value = kind.model_validate(json.loads(example), strict=True)
        except (ValueError, ValidationError) as error:
            first = str(error).splitlines()
            yield (
                "examples",
                f"expected example {number} to follow {prompt.output}, found {' '.join(first[:3])}",
            )
            continue
        for check in checks:
            yield from (("examples", message) for message in check(prompt, value))
