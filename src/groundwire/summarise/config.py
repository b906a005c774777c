"""How the prompted analyst works: which model, how much of an article at once, how much of a reply."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class AnalystConfig:
    """Everything about an analysis that is neither the article nor the prompts.

    `chunk_tokens` bounds the article text in one request, `max_tokens` a reply. None leaves `max_tokens`,
    `temperature` and `seed` to the prompt, and what the prompt leaves open to the endpoint. `context_sentences` is how
    many sentences before a chunk are shown with it, to be read but not claimed from; `concurrency` how many requests
    of one article are under way at once. `sample` tells repeats of one run apart.
    """

    model: str
    endpoint: str = ""
    chunk_tokens: int = 6000
    max_tokens: int | None = None
    temperature: float | None = None
    seed: int | None = None
    sample: int = 0
    context_sentences: int = 2
    concurrency: int = 4
    asks_summary: bool = True
