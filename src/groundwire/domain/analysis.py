"""Analysis: what an analyst makes of one article, before and after the checks; and the report that comes of it."""

from typing import Literal

from pydantic import Field

from groundwire.domain.article import Article
from groundwire.domain.claim import Claim
from groundwire.domain.losses import Losses
from groundwire.domain.noun import Noun
from groundwire.domain.provenance import ModelStatements, PromptRef, Provenance, Usage
from groundwire.domain.summary import Summary


class Analysis(Noun):
    """Summary and claims of one article. Supports are `unchecked` until the checks have run.

    `statements` is None where no language model made any.
    """

    article: str
    summary: Summary
    claims: tuple[Claim, ...]
    losses: Losses = Field(default_factory=dict)
    analyst: str
    prompts: tuple[PromptRef, ...] = ()
    usage: Usage = Usage()
    statements: ModelStatements | None = None


class Report(Noun):
    """The document of `summarise`: one per article."""

    schema_: Literal["groundwire/report/1"] = Field(default="groundwire/report/1", alias="schema")
    article: Article
    summary: Summary
    claims: tuple[Claim, ...]
    losses: Losses
    provenance: Provenance
