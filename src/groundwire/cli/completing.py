"""What the shell offers at TAB: names of suites, models, prompts and documents.

Guarantees: nothing heavy is imported and nothing but names of files and the catalogue is read; what cannot be read offers nothing.
"""

import os
import re
from collections.abc import Callable, Iterable, MutableMapping
from pathlib import Path
from typing import Final

from groundwire.errors import GroundwireError

_COMPLETING: Final = "_GROUNDWIRE_COMPLETE"
_IS_CUT: Final = "_GROUNDWIRE_AFTER_LOCAL"
"""Set where bash has taken `local:` for words of their own and wants the rest of the name alone."""
_LOCAL: Final = "local:"
_EXTRACTIVE: Final = "extractive"
_PROMPT: Final = re.compile(r"v([1-9]\d*)\.md")
DOCUMENTS: Final = (
    "agreement", "article", "baseline", "briefing", "check", "claim", "comparison", "estimate", "evidence", "gate", "judge", "labels",
    "lint", "losses", "output", "power", "provenance", "relation", "report", "row", "scorecard", "suite", "summary", "support",
)  # fmt: skip  # the test that compares this with the schemas says what is missing


def suites(incomplete: str) -> list[str]:
    """Names of suites."""
    from groundwire.evaluation.folders import suite_names

    return _beginning(incomplete, suite_names)


def pulled_by_name(incomplete: str) -> list[str]:
    """Names of the catalogue."""
    from groundwire.llm.weights.names import catalogue_names

    return _beginning(incomplete, catalogue_names)


def models(incomplete: str) -> list[str]:
    """The built-in analyst, and the models of the catalogue as they are asked."""
    from groundwire.llm.weights.names import catalogue_names

    if os.environ.get(_IS_CUT):
        return _beginning(incomplete, catalogue_names)
    return _beginning(incomplete, lambda: [_EXTRACTIVE, *(_LOCAL + name for name in catalogue_names())])


def prompts(incomplete: str) -> list[str]:
    """Prompt versions, TASK@N."""
    return _beginning(incomplete, _prompt_names)


def documents(incomplete: str) -> list[str]:
    """Names of documents that have a schema."""
    return _beginning(incomplete, lambda: DOCUMENTS)


def mend_words(environment: MutableMapping[str, str]) -> None:
    """Take `local:` out of the line where bash, for which a colon begins another word, asks for the rest of the name alone."""
    if environment.get(_COMPLETING) != "complete_bash":
        return
    typed: list[str] = re.split(r"[ \n]", environment.get("COMP_WORDS", ""))
    at = int(environment.get("COMP_CWORD") or 0)
    before = typed[:at]
    current = typed[at] if at < len(typed) else ""
    if current == ":" and before[-1:] == ["local"]:
        before, current = before[:-1], ""
    elif before[-2:] == ["local", ":"]:
        before = before[:-2]
    else:
        return
    words = " ".join([*before, current])
    environment.update({"COMP_WORDS": words, "COMP_CWORD": str(len(before)), _IS_CUT: "1"})


def _beginning(incomplete: str, names: Callable[[], Iterable[str]]) -> list[str]:
    try:
        return [name for name in names() if name.startswith(incomplete)]
    except (GroundwireError, OSError, ValueError, LookupError):
        return []  # a complaint in the middle of a line that is being typed helps nobody


def _prompt_names() -> list[str]:
    from groundwire.prompts.folder import find_folder

    named = os.environ.get("GROUNDWIRE_PROMPTS_DIR")
    folder = find_folder(Path(named) if named else None)
    found = [
        (path.parent.name, int(version[1]))
        for path in folder.glob("*/v*.md")
        if (version := _PROMPT.fullmatch(path.name))
    ]
    return [f"{task}@{version}" for task, version in sorted(found)]
