"""A suite: which stories, which task, which scorers, and the floors below which a gate closes.

    name = "news"
    task = "analyse"                 # an article a case; "brief": a story a case
    fixtures = ["../fixtures/*"]     # folders, relative to the suite's file; only labelled ones are taken
    scorers = ["claims.f1", …]       # all that fit the task when left out

Guarantees: a suite that loads has at least one labelled story and knows every scorer it names; its digest changes with every
article, label and scorer, and with nothing else.
"""

import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from groundwire.app.jsonl import first_complaint
from groundwire.digest import digest_json
from groundwire.domain.complaints import fault_words
from groundwire.domain.noun import Noun
from groundwire.errors import UsageError
from groundwire.evaluation.fixture import LABELS, Story, load_story
from groundwire.evaluation.folders import find_suites_folder, suite_names
from groundwire.evaluation.lint import lint_story

Task = Literal["analyse", "brief"]


class SuiteFile(Noun):
    """A suite as its file gives it. `margin` is how far below its baseline a live run may prove to be.

    `articles` are the cases of an `analyse` suite, as STORY/FILE, where not every article of its stories is one.
    """

    name: str
    task: Task
    fixtures: tuple[str, ...]
    articles: tuple[str, ...] = ()
    scorers: tuple[str, ...] = ()
    prompts: tuple[str, ...] = ()
    margin: float = 0.05


@dataclass(frozen=True, kw_only=True)
class Suite:
    """A loaded suite; stories by name."""

    file: SuiteFile
    path: Path
    stories: tuple[Story, ...]

    @property
    def name(self) -> str:
        """What it is called on the command line."""
        return self.file.name

    @cached_property
    def digest(self) -> str:
        """Of the task, the stories, and which of their articles are cases where not all are."""
        chosen = {"articles": sorted(self.file.articles)} if self.file.articles else {}
        stories = {story.name: story.digest for story in self.stories}
        return digest_json("suite", {"task": self.file.task, "stories": stories, **chosen})


def find_suite(name: str) -> Path:
    """The file of the suite of that name, or at that path.

    Raises:
        UsageError: there is none; the message names those that there are.
    """
    path = Path(name) if name.endswith(".toml") else find_suites_folder() / f"{name}.toml"
    if not path.is_file():
        there = ", ".join(suite_names()) or "none"
        raise UsageError(f"expected a suite ({there}) or the path of one, found {name!r}")
    return path


def load_suite(name: str) -> Suite:
    """The suite of that name or at that path.

    Raises:
        UsageError: it, or a story of it, cannot be read, or labels of it have faults.
    """
    path = find_suite(name)
    file = read_suite_file(path)
    folders = sorted({folder for pattern in file.fixtures for folder in _folders(path.parent, pattern)})
    if not folders:
        raise UsageError(
            f"expected labelled stories at {', '.join(file.fixtures)}, found none",
            hint=f"a labelled story is a folder with articles and {LABELS}",
        )
    stories = tuple(load_story(folder) for folder in folders)
    for story in stories:
        _refuse_faults(story)
    _refuse_unknown_articles(file, stories)
    return Suite(file=file, path=path, stories=stories)


def _refuse_unknown_articles(file: SuiteFile, stories: tuple[Story, ...]) -> None:
    known = {f"{story.name}/{name}" for story in stories for name in story.articles}
    unknown = [name for name in file.articles if name not in known]
    if unknown:
        raise UsageError(
            f"suite {file.name!r}: expected articles of its stories, found {unknown[0]!r}",
            hint="name them as STORY/FILE",
        )


def read_suite_file(path: Path) -> SuiteFile:
    """The suite in the file at `path`, without its stories.

    Raises:
        UsageError: it is no suite.
    """
    try:
        return SuiteFile.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"expected TOML in {str(path)!r}, found {fault_words(error)}") from None
    except ValidationError as error:
        raise UsageError(f"{path}: {first_complaint(error)}", hint="docs/evals.md describes suites") from None


def _folders(beside: Path, pattern: str) -> list[Path]:
    """Labelled folders; a name without a wildcard has to be one."""
    if "*" not in pattern:
        return [(beside / pattern).resolve()]
    parent, _, name = pattern.rpartition("/")
    return [folder.resolve() for folder in (beside / parent).glob(name) if (folder / LABELS).is_file()]


def _refuse_faults(story: Story) -> None:
    faults = [finding for finding in lint_story(story) if finding.level == "error"]
    if faults:
        first = faults[0]
        raise UsageError(
            f"story {story.name!r}, {first.where}: {first.message}"
            + (f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""),
            hint="`groundwire eval lint` shows all findings",
        )
