"""Run and Item: one invocation as it is kept in the store, and one article in it."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from pydantic import Field

from groundwire.domain.noun import Noun
from groundwire.domain.provenance import PromptRef, Usage


class RunStatus(StrEnum):
    """How a run stands. A run whose process was killed stays `running`: nobody was left to say otherwise."""

    RUNNING = "running"
    DONE = "done"
    PARTIAL = "partial"
    FAILED = "failed"
    INTERRUPTED = "interrupted"


class ItemStatus(StrEnum):
    """What became of an article: analysed as asked, by the built-in analyst instead, or not at all."""

    DONE = "done"
    FALLBACK = "fallback"
    FAILED = "failed"


class ItemError(Noun):
    """Why an item failed: the name of the error class, its message, and what to do."""

    code: str
    message: str
    hint: str = ""


class Run(Noun):
    """One invocation. Times are ISO 8601 in UTC; `arguments` hold no secret; `counts` are items by status."""

    id: str = Field(min_length=1)
    command: str
    started: str
    finished: str | None = None
    status: RunStatus = RunStatus.RUNNING
    arguments: Mapping[str, Any] = Field(default_factory=dict)
    model: str | None = None
    analyst: str
    prompts: tuple[PromptRef, ...] = ()
    usage: Usage = Usage()
    counts: Mapping[str, int] = Field(default_factory=dict)


class Item(Noun):
    """One article of a run. `position` counts from 0 in the order of the sources.

    `document` is the JSON of what was made of the article (a report, a claim list …), None when it failed; `article` and
    `article_digest` are empty when the source could not even be read.
    """

    run: str = Field(min_length=1)
    position: int = Field(ge=0)
    article: str = ""
    source: str
    article_digest: str = ""
    status: ItemStatus
    document: str | None = None
    error: ItemError | None = None
    usage: Usage = Usage()
