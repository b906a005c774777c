"""A story on disk: its articles as the program reads them, and its labels.

Guarantees: articles are read by the very code that reads a user's; a story that cannot be read is a `UsageError` that names the file
and what to do; the digest of a story changes with every byte of an article and with every label, and with nothing else.
"""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pydantic import ValidationError

from groundwire.app.jsonl import first_complaint
from groundwire.digest import digest_json
from groundwire.domain.article import Article
from groundwire.domain.complaints import fault_words
from groundwire.errors import UsageError
from groundwire.evaluation.labels import StoryLabels
from groundwire.ingest.sources import IngestOptions, load_sources

LABELS = "labels.json"
FIRST = "first.json"
SECOND = "second.json"
_NOT_ARTICLES = frozenset({".json", ".toml"})


@dataclass(frozen=True, kw_only=True)
class Story:
    """A labelled story; `articles` by file name, in the order of the names."""

    folder: Path
    articles: Mapping[str, Article]
    labels: StoryLabels

    @property
    def name(self) -> str:
        """The name of its folder."""
        return self.folder.name

    @cached_property
    def digest(self) -> str:
        """Of the articles' texts and the labels in force."""
        texts = {name: article.text for name, article in self.articles.items()}
        # The name of the schema is left out: whether a file gives it says nothing of the story.
        labels = self.labels.model_dump(mode="json", exclude={"schema_"})
        return digest_json("story", {"articles": texts, "labels": labels})


def load_story(folder: Path, *, labels: str = LABELS) -> Story:
    """The story in `folder` with the labels of that file name.

    Raises:
        UsageError: the labels or an article cannot be read.
    """
    return Story(folder=folder, articles=read_articles(folder), labels=read_labels(folder / labels))


def read_labels(path: Path) -> StoryLabels:
    """The labels in the file at `path`.

    Raises:
        UsageError: there is none, or it is not what docs/evals.md describes.
    """
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise UsageError(
            f"expected labels at {str(path)!r}, found none",
            hint="label the story as evals/README.md says, or leave it out of the suite",
        ) from None
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise UsageError(f"expected JSON in {str(path)!r}, found {fault_words(error)}") from None
    try:
        return StoryLabels.model_validate(values)
    except ValidationError as error:
        raise UsageError(
            f"{path}: {first_complaint(error)}", hint="evals/README.md describes the file"
        ) from None


def read_articles(folder: Path) -> dict[str, Article]:
    """The articles of `folder` by file name.

    Raises:
        UsageError: there is none, or one cannot be read.
    """
    if not folder.is_dir():
        raise UsageError(f"expected a story's folder at {str(folder)!r}, found none")
    names = sorted(str(path) for path in folder.iterdir() if path.is_file() and _is_article(path))
    ingested = asyncio.run(load_sources(names, options=IngestOptions()))
    if ingested.failures:
        failure = ingested.failures[0]
        raise UsageError(
            f"{failure.source}: {failure.error.message}",
            hint="a story's folder holds articles, origin.toml and label files only",
        )
    if not ingested.articles:
        raise UsageError(f"expected articles in {str(folder)!r}, found none")
    return {Path(article.source).name: article for article in ingested.articles}


def _is_article(path: Path) -> bool:
    return path.suffix not in _NOT_ARTICLES and not path.name.startswith(".")
