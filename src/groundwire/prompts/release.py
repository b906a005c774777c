"""Releasing prompts: locking versions and choosing the one in use.

Guarantees: nothing is released that lint objects to; lock lines are only added; `current.toml` is replaced whole.
"""

import os
from pathlib import Path

from groundwire.errors import PromptError
from groundwire.prompts.lint import Finding, lint_prompt
from groundwire.prompts.lock import LOCK_NAME, lines_to_add
from groundwire.prompts.prompt import Prompt
from groundwire.prompts.registry import CURRENT_NAME, Registry

_CURRENT_NOTE = "# The version in use of each task; written by `groundwire prompts promote TASK@N`.\n"


def lock(registry: Registry) -> tuple[str, ...]:
    """Add every version that is not locked yet to the lock; the lines added.

    Raises:
        PromptError: lint objects to one of them, or the lock cannot be written.
    """
    drafts = [prompt for prompt in registry.prompts if str(prompt.ref) not in registry.locked]
    for draft in drafts:
        _refuse_faults(draft, registry)
    lines = lines_to_add(drafts, registry.locked)
    if lines:
        path = registry.folder / LOCK_NAME
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        _replace(path, before + "".join(f"{line}\n" for line in lines))
    return lines


def promote(registry: Registry, prompt: Prompt) -> None:
    """Make `prompt` the version in use of its task.

    Raises:
        PromptError: lint objects to it, it is not locked, or `current.toml` cannot be written.
    """
    _refuse_faults(prompt, registry)
    if str(prompt.ref) not in registry.locked:
        raise PromptError(
            f"expected a released version, found that {prompt.ref} is a draft",
            hint="run `groundwire prompts lock` first: what is in use has to stay as it is",
        )
    current = {**registry.current, prompt.task: prompt.version}
    lines = (f"{task} = {version}\n" for task, version in sorted(current.items()))
    _replace(registry.folder / CURRENT_NAME, _CURRENT_NOTE + "".join(lines))


def _refuse_faults(prompt: Prompt, registry: Registry) -> None:
    faults: list[Finding] = [finding for finding in lint_prompt(prompt, registry) if finding.level == "error"]
    if faults:
        raise PromptError(
            f"expected {prompt.ref} to pass lint, found "
            + "; ".join(f"{fault.rule}: {fault.message}" for fault in faults),
            hint="`groundwire prompts lint` shows all findings",
        )


def _replace(path: Path, text: str) -> None:
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        temporary.write_text(text, encoding="utf-8")
        temporary.replace(path)
    except OSError as error:
        raise PromptError(
            f"expected to write {str(path)!r}, found {error.strerror}",
            hint="copy the prompts into a folder of your own and name it with --prompts-dir",
        ) from error
