"""Which claims say the same or dispute the same: rows of claims.

Guarantees: every claim is in exactly one row; a row never grows by a chain: a claim joins only where it is like the
members on the whole, not merely like one of them.
"""

import re
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from groundwire.corroborate.candidates import Collection, Pair
from groundwire.corroborate.difference import COMPATIBLE
from groundwire.corroborate.differences import differences_by
from groundwire.corroborate.exchanges import exchanges
from groundwire.corroborate.matter import Matter
from groundwire.corroborate.tallies import counts_of_another_year
from groundwire.corroborate.values import dates_exclude, has_figure, share_a_date, share_a_figure
from groundwire.corroborate.wording import is_another_matter
from groundwire.domain.briefing import DisputeKind

_SAME: Final = (
    0.47  # likeness from which two claims of two articles say the same, given that their values agree
)
_SAME_AKIN: Final = 0.4  # the same in articles about one event, where little else can be meant
_SAME_WITHIN: Final = 0.66  # the same within one article, which seldom says a thing twice
_VALUE_BONUS: Final = 0.06  # a figure or a date in common is worth this much likeness
_LONE_FIGURE: Final = 0.1  # what it costs that one of the two tells by a figure and the other does not
_DISPUTED: Final = 0.55  # likeness from which a difference is a dispute and not another matter
_LEAST_DISPUTED: Final = {DisputeKind.ACTOR: 0.5, DisputeKind.NUMBER: 0.5}
"""The same where an act, or the thing counted, has to be shared as well."""
_EXPECTED: Final = re.compile(
    r"\b(?:expect\w*|forecast\w*|predict\w*|target\w*|estimate[ds]? for|planned)\b", re.IGNORECASE
)
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
    rows = {number: [number] for number in range(len(articles))}
    row_of = list(range(len(articles)))
    refused: Counter[tuple[int, int]] = Counter()
    for pair in collection.pairs():
        one, other = sorted((row_of[pair.one], row_of[pair.other]))
        if one == other or refused[one, other] >= _REFUSALS:
            continue
        theirs = frozenset({articles[pair.one], articles[pair.other]})
        least = _SAME_WITHIN if len(theirs) == 1 else _SAME_AKIN if theirs in kin else _SAME
        if not _belong(collection, pair, least) or not _is_alike(collection, rows[one], rows[other]):
            refused[one, other] += 1
            continue
        for number in rows[other]:
            row_of[number] = one
        rows[one] = sorted(rows[one] + rows.pop(other))
    return [rows[first] for first in sorted(rows)]


def _belong(collection: Collection, pair: Pair, least: float) -> bool:
    """Whether two claims belong in one row, agreeing or in dispute; `least` is the likeness from which they agree."""
    a, b = collection.matters[pair.one], collection.matters[pair.other]
    if pair.likeness + 2 * _VALUE_BONUS < least or not _have_enough_in_common(a, b):
        return False
    alike = pair.likeness + _VALUE_BONUS * (share_a_figure(a, b) + share_a_date(a, b))
    alike -= _LONE_FIGURE * (has_figure(a) != has_figure(b))
    if alike < least:
        return False
    exchanged = exchanges(a, b)
    if exchanged is not None and is_another_matter(a, b, exchanged):
        return False
    conflicts = [
        difference for difference in differences_by(a, b, exchanged) if difference.reading not in COMPATIBLE
    ]
    if not conflicts:
        return not dates_exclude(a, b) and not counts_of_another_year(a, b)
    if least == _SAME_WITHIN or _is_expected(a) != _is_expected(b) or counts_of_another_year(a, b):
        return False
    return all(alike >= _LEAST_DISPUTED.get(difference.kind, _DISPUTED) for difference in conflicts)


def _is_expected(matter: Matter) -> bool:
    """Whether it tells what was expected or planned: what came of it disputes nothing."""
    return bool(_EXPECTED.search(matter.text))


def _have_enough_in_common(a: Matter, b: Matter) -> bool:
    """Whether more than a turn of phrase is shared: three concepts, or two of which one is a name or that go with a figure.

    A name and what stands directly before it is one concept, because it tells who is meant and not what is said. A mark that
    both have counts as concepts do, an exact figure as several.
    """
    common = [name for name, weight in a.weights.items() if weight >= 1 and b.weights.get(name, 0) >= 1]
    told = min(len({side.designations.get(name, name) for name in common}) for side in (a, b))
    shared = [a.weights[name] for name in common]
    counted = told + sum(a.marks[name].concepts for name in a.marks.keys() & b.marks.keys())
    if counted == 2 and shared:
        return max(shared) > 1 or share_a_figure(a, b)
    return counted > 2


def _is_alike(collection: Collection, one: list[int], other: list[int]) -> bool:
    sample = [collection.likeness(a, b) for a in one[:_SAMPLE] for b in other[:_SAMPLE]]
    return min(sample) >= _AT_LEAST and sum(sample) >= _ON_THE_WHOLE * len(sample)
