"""What several articles' model calls, and what the model stated in them, came to together."""

from collections import Counter
from collections.abc import Iterable, Sequence

from groundwire.domain.provenance import ModelStatements, Usage


def sum_usage(usages: Sequence[Usage]) -> Usage:
    """The sum; the cost is unknown as soon as one of the parts is."""
    causes: Counter[str] = Counter()
    for usage in usages:
        causes.update(usage.causes)
    costs = [usage.cost_usd for usage in usages if usage.cost_usd is not None]
    return Usage(
        requests=sum(usage.requests for usage in usages),
        cache_hits=sum(usage.cache_hits for usage in usages),
        input_tokens=sum(usage.input_tokens for usage in usages),
        output_tokens=sum(usage.output_tokens for usage in usages),
        cost_usd=sum(costs) if len(costs) == len(usages) else None,
        causes=dict(causes),
    )


def sum_statements(parts: Iterable[ModelStatements | None]) -> ModelStatements | None:
    """The sum; None where no model stated anything about any of the articles."""
    known = [part for part in parts if part is not None]
    if not known:
        return None
    return ModelStatements(
        made=sum(part.made for part in known),
        refused=sum(part.refused for part in known),
        claims=sum(part.claims for part in known),
        own_words=sum(part.own_words for part in known),
    )
