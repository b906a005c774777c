"""What several articles' model calls came to together."""

from collections import Counter
from collections.abc import Sequence

from groundwire.domain.provenance import Usage


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
