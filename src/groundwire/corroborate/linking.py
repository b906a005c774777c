"""Rows that belong together although their words do not: counts of the same fate in articles about one event.

Guarantee: one claim of each article at most leads to a link, the first that counts the fate before anything else and
sets it in no other year; articles that are not akin are never linked.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from groundwire.corroborate.rows import Member
from groundwire.corroborate.tallies import Fate, is_of_the_past, tallies
from groundwire.domain.claim import Stance

_NOT_COUNTED = frozenset({Stance.PREDICTED, Stance.OPINION, Stance.DENIED})


def join_tallies(
    rows: Sequence[list[int]], members: Sequence[Member], kin: AbstractSet[frozenset[str]]
) -> list[list[int]]:
    """`rows` (places in `members`), those joined that count the same fate in articles that are akin."""
    row_of = {place: number for number, row in enumerate(rows) for place in row}
    joined = {number: list(row) for number, row in enumerate(rows)}
    for fate in Fate:
        leading = _leading(members, fate)
        for later, place in enumerate(leading):
            for earlier in leading[:later]:
                pair = frozenset({members[place].claim.article, members[earlier].claim.article})
                one, other = sorted((row_of[earlier], row_of[place]))
                if one == other or pair not in kin:
                    continue
                for moved in joined[other]:
                    row_of[moved] = one
                joined[one] = sorted(joined[one] + joined.pop(other))
                break
    return [joined[number] for number in sorted(joined, key=lambda number: joined[number][0])]


def _leading(members: Sequence[Member], fate: Fate) -> list[int]:
    """The first claim of each article that counts `fate` before anything else."""
    found: dict[str, tuple[int, int]] = {}
    for place, (claim, matter) in enumerate(members):
        if claim.stance in _NOT_COUNTED or is_of_the_past(matter):
            continue
        counted = tallies(matter)
        if counted and counted[0].fate is fate and not counted[0].group:
            start = claim.evidence[0].start
            found[claim.article] = min(found.get(claim.article, (start, place)), (start, place))
    return sorted(place for _, place in found.values())
