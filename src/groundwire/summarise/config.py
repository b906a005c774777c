"""How the prompted analyst works: which model, how much of an article at once, how much of a reply."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class AnalystConfig:
    """`chunk_tokens` bounds the article text in one request, `max_tokens` a reply (None leaves it to the endpoint).

    `context_sentences` is how many sentences before a chunk are shown with it, to be read but not claimed from;
    `concurrency` how many chunks of one article are asked for at once. `sample` tells repeats of one run apart.
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
