"""Estimate: what a run would send and cost, found out before anything is sent."""

from typing import Literal

from pydantic import Field

from groundwire.domain.noun import Noun


class ArticleEstimate(Noun):
    """One article's part of an estimate. `cached` of the calls are answered by the store already.

    `output_tokens_expected` is None where nothing tells how long the replies will be.
    """

    article: str
    source: str
    calls: int
    cached: int
    input_tokens: int
    output_tokens_at_most: int
    output_tokens_expected: int | None = None


class RunEstimate(Noun):
    """The document of `estimate`.

    Tokens are counted without the model's own tokeniser, on the high side; output is what the replies may come to at
    most. `cost_usd_at_most` is None when a price is unknown, never 0 for unknown. Answers that have to be asked for again
    come on top.

    `output_tokens_expected` is what replies as long as those of the prompt's worked examples come to, None where it has none.
    `seconds` is roughly what a model on this machine takes with `threads`; both are None where no speed of it is known.
    """

    schema_: Literal["groundwire/estimate/1"] = Field(default="groundwire/estimate/1", alias="schema")
    model: str
    endpoint: str | None
    calls: int
    cached: int
    input_tokens: int
    output_tokens_at_most: int
    output_tokens_expected: int | None = None
    seconds: float | None = None
    threads: int | None = None
    cost_usd_at_most: float | None
    articles: tuple[ArticleEstimate, ...]
