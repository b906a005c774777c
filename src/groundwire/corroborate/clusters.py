"""Which claims say the same or dispute the same: rows of claims.

Guarantees: every claim is in exactly one row; a row never grows by a chain: a claim joins only where it is like the
members on the whole, not merely like one of them, and claims of one article share a row only where they say one thing themselves.
"""

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from groundwire.corroborate.belonging import Belonging
from groundwire.corroborate.candidates import Collection, Pair

_AT_LEAST: Final = 0.22  # least likeness of a claim to any member of a row
_ON_THE_WHOLE: Final = 0.36  # least likeness of a claim to the members of a row, on average
_REFUSALS: Final = 2  # pairs of members that do not belong together, after which two rows are not tried again
_SAMPLE: Final = 6  # members of a row that a newcomer is compared with


def group(
    collection: Collection, articles: Sequence[str], kin: AbstractSet[frozenset[str]]
) -> list[list[int]]:
    """Rows of claims by their place in `collection`, in the order of their first claims.

    `articles` names the article of each, `kin` holds the pairs of articles that are about one event.
    """
    belonging = Belonging(collection, articles, kin)
    rows = {number: [number] for number in range(len(articles))}
    row_of = list(range(len(articles)))
    refused: Counter[tuple[int, int]] = Counter()
    for pair in collection.pairs():
        one, other = sorted((row_of[pair.one], row_of[pair.other]))
        if one == other or refused[one, other] >= _REFUSALS:
            continue
        if (
            not belonging.holds(pair)
            or not _is_alike(collection, rows[one], rows[other])
            or _tells_apart(belonging, collection, rows[one], rows[other])
        ):
            refused[one, other] += 1
            continue
        for number in rows[other]:
            row_of[number] = one
        rows[one] = sorted(rows[one] + rows.pop(other))
    return [rows[first] for first in sorted(rows)]


def _is_alike(collection: Collection, one: list[int], other: list[int]) -> bool:
    sample = [collection.likeness(a, b) for a in one[:_SAMPLE] for b in other[:_SAMPLE]]
    return min(sample) >= _AT_LEAST and sum(sample) >= _ON_THE_WHOLE * len(sample)


def _tells_apart(belonging: Belonging, collection: Collection, one: list[int], other: list[int]) -> bool:
    """Whether an article has a claim in each row and takes the two for two things: it would not say one thing twice."""
    return any(
        belonging.are_of_one_article(a, b) and not belonging.holds(Pair(collection.likeness(a, b), a, b))
        for a in one[:_SAMPLE]
        for b in other[:_SAMPLE]
    )
