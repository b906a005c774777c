"""The registry: all versions of all prompts of one folder, and which of them is in use.

Guarantees: a registry that loads is whole: every file parses and stands where its front matter says, released files
are word for word those that were released, and `current.toml` names a version that exists for every task.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from groundwire.domain.complaints import fault_words
from groundwire.errors import PromptError
from groundwire.prompts.folder import find_folder
from groundwire.prompts.lock import LOCK_NAME, check_locked, parse_lock
from groundwire.prompts.parser import parse_prompt
from groundwire.prompts.prompt import Prompt
from groundwire.prompts.tasks import MAY_BE_MISSING, TASKS

CURRENT_NAME = "current.toml"


@dataclass(frozen=True, kw_only=True)
class Registry:
    """Prompts by task and version; `current` is the version in use of each task, `locked` the lock as read."""

    folder: Path
    prompts: tuple[Prompt, ...]
    current: Mapping[str, int]
    locked: Mapping[str, str]

    def get(self, task: str, version: int | None = None) -> Prompt:
        """The prompt of `task`, in `version` or else in the version in use.

        Raises:
            PromptError: no such task or version; the message names those that there are.
        """
        versions = {prompt.version: prompt for prompt in self.prompts if prompt.task == task}
        if not versions:
            raise PromptError(
                f"expected one of the tasks {', '.join(self.tasks)}, found {task!r}",
                hint="`groundwire prompts list` shows them",
            )
        wanted = self.current[task] if version is None else version
        if wanted not in versions:
            raise PromptError(
                f"expected a version of {task} among {sorted(versions)}, found {wanted}",
                hint="`groundwire prompts list` shows them",
            )
        return versions[wanted]

    @property
    def tasks(self) -> tuple[str, ...]:
        """All tasks, sorted."""
        return tuple(sorted({prompt.task for prompt in self.prompts}))


@dataclass(frozen=True, kw_only=True)
class PromptSet:
    """A registry with selections applied: `selected` says which version to use where it is not the current one."""

    registry: Registry
    selected: Mapping[str, int]

    def get(self, task: str) -> Prompt:
        """The prompt to use for `task`.

        Raises:
            PromptError: there is no such task.
        """
        return self.registry.get(task, self.selected.get(task))


def select_prompts(registry: Registry, selections: Iterable[str] = ()) -> PromptSet:
    """`registry` with selections such as `extract_claims@2` applied, ready to be asked with.

    Raises:
        PromptError: a selection of another shape, two for one task, one that does not exist, or a registry that has
            no prompt for something that the program asks.
    """
    missing = sorted(TASKS.keys() - MAY_BE_MISSING - set(registry.tasks))
    if missing:
        raise PromptError(
            f"expected a prompt for every task in {str(registry.folder)!r}, found none for {', '.join(missing)}",
            hint="begin with a copy of the built-in prompts",
        )
    selected: dict[str, int] = {}
    for selection in selections:
        task, version = parse_selection(selection)
        registry.get(task, version)
        if selected.setdefault(task, version) != version:
            raise PromptError(
                f"expected one version of {task}, found {selected[task]} and {version}",
                hint="give --prompt once for each task",
            )
    return PromptSet(registry=registry, selected=selected)


def parse_selection(selection: str) -> tuple[str, int]:
    """Task and version of `TASK@N`.

    Raises:
        PromptError: it has another shape.
    """
    task, _, version = selection.partition("@")
    if not task or not version.isascii() or not version.isdigit():
        raise PromptError(
            f"expected TASK@N, found {selection!r}", hint="for example --prompt extract_claims@1"
        )
    return task, int(version)


def load_registry(folder: Path | None = None) -> Registry:
    """The registry in `folder`, or in the checkout's own or the packed folder.

    Raises:
        PromptError: the folder or a file in it is missing, malformed, misplaced, or was edited after its release.
    """
    where = find_folder(folder)
    prompts = tuple(
        _load_prompt(path)
        for path in sorted(where.glob("*/v*.md"), key=lambda path: (path.parent.name, _number(path)))
    )
    lock = where / LOCK_NAME
    locked = parse_lock(_read(lock)) if lock.exists() else {}
    check_locked(prompts, locked)
    return Registry(folder=where, prompts=prompts, current=_load_current(where, prompts), locked=locked)


def _number(path: Path) -> int:
    digits = path.stem[1:]
    return int(digits) if digits.isascii() and digits.isdigit() else -1


def _load_prompt(path: Path) -> Prompt:
    name = f"{path.parent.name}/{path.name}"
    prompt = parse_prompt(_read(path), name=name)
    if (prompt.task, prompt.version) != (path.parent.name, _number(path)):
        raise PromptError(
            f"expected {name} to hold {path.parent.name}@{_number(path)}, found {prompt.ref}",
            hint="a prompt stands in <task>/v<version>.md",
        )
    return prompt


def _load_current(folder: Path, prompts: tuple[Prompt, ...]) -> dict[str, int]:
    path = folder / CURRENT_NAME
    try:
        current = tomllib.loads(_read(path))
    except tomllib.TOMLDecodeError as error:
        raise PromptError(
            f"expected TOML in {path}, found {error}", hint="one line a task: task = version"
        ) from error
    known = {(prompt.task, prompt.version) for prompt in prompts}
    wrong = sorted(
        f"{task} = {version!r}" for task, version in current.items() if (task, version) not in known
    )
    unnamed = sorted({task for task, _ in known} - current.keys())
    if wrong or unnamed:
        raise PromptError(
            f"expected {path} to name an existing version of every task, found {wrong!r} and nothing for {unnamed!r}",
            hint="`groundwire prompts promote TASK@N` writes it",
        )
    return current


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise PromptError(
            f"expected a readable UTF-8 file at {path}, found {fault_words(error)}",
            hint="check --prompts-dir",
        ) from error
