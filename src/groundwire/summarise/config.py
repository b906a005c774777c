"""How the prompted analyst works: which model, how much of an article at once, how much of a reply."""

from dataclasses import dataclass

from groundwire.domain.exchange import Sampling
from groundwire.prompts.prompt import Prompt
from groundwire.structured.question import Target


@dataclass(frozen=True, kw_only=True)
class AnalystConfig:
    """Everything about an analysis that is neither the article nor the prompts.

    `chunk_tokens` bounds the article text in one request, `max_tokens` a reply. None leaves `max_tokens`,
    `temperature` and `seed` to the prompt, and what the prompt leaves open to the endpoint. `context_sentences` is how
    many sentences before a chunk are shown with it, to be read but not claimed from; `concurrency` how many requests
    of one article are under way at once. `sample` tells repeats of one run apart. `by_sentence` asks about one sentence
    at a time, which is as much as a small model can keep in view; `chunk_tokens` then bounds the summary's request alone. `passes` is how often what was left out is asked for.
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
    by_sentence: bool = False
    passes: int = 1

    def target(self, prompt: Prompt) -> Target:
        """Where a question with `prompt` goes: this configuration's sampling, the prompt's where this leaves it open."""
        own = prompt.sampling
        return Target(
            model=self.model,
            endpoint=self.endpoint,
            sample=self.sample,
            sampling=Sampling(
                temperature=own.temperature if self.temperature is None else self.temperature,
                top_p=own.top_p,
                max_tokens=own.max_tokens if self.max_tokens is None else self.max_tokens,
                seed=own.seed if self.seed is None else self.seed,
            ),
        )
