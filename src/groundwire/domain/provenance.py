"""Provenance: how a result came to be, so that it can be repeated and trusted."""

from collections.abc import Mapping
from typing import Any

from pydantic import Field

from groundwire.domain.noun import Noun


class PromptRef(Noun):
    """An immutable prompt version: `task@version` and the digest of its file."""

    task: str
    version: int
    digest: str

    def __str__(self) -> str:
        return f"{self.task}@{self.version}"


class Usage(Noun):
    """What the model calls of a run, or of one article in it, came to.

    `requests` counts what was really sent; `causes` counts sent requests by why they were sent (`first`, `transport`,
    `rate`, `server`, `schema`, `length` …). `cost_usd` is None when a price is unknown, never 0 for unknown.
    """

    requests: int = 0
    cache_hits: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cost_usd: float | None = None
    causes: Mapping[str, int] = Field(default_factory=dict)


class ModelStatements(Noun):
    """What came of the statements that a language model made about articles.

    `made` counts them, `refused` those that the checks refused or that were not of the shape asked for; `claims` all claims that
    came out, `own_words` those among them that the built-in analyst took from the article where the model left something untold.
    """

    made: int = 0
    refused: int = 0
    claims: int = 0
    own_words: int = 0

    @property
    def is_mostly_refused(self) -> bool:
        """Whether more than half of what the model stated did not stand."""
        return 2 * self.refused > self.made

    @property
    def is_of_little_use(self) -> bool:
        """Whether the model stated nothing, most of it was refused, or most claims are not in its words."""
        return self.made == 0 or self.is_mostly_refused or 2 * self.own_words > self.claims


class Provenance(Noun):
    """Where a document comes from. Times are ISO 8601 in UTC; `endpoint` is a host, never a full URL.

    `weights` is the SHA-256 of a local model's file, None where the model is not on this machine; `statements` is None where
    no model was asked.
    """

    tool: str = "groundwire"
    version: str
    run_id: str
    analyst: str
    prompts: tuple[PromptRef, ...] = ()
    schemas: Mapping[str, str] = Field(default_factory=dict)
    model: str | None = None
    endpoint: str | None = None
    weights: str | None = None
    sampling: Mapping[str, Any] = Field(default_factory=dict)
    seed: int | None = None
    started: str
    finished: str
    usage: Usage = Usage()
    statements: ModelStatements | None = None
    commit: str | None = None
