"""The disputes about how many are dead, hurt, missing, saved, ill or moved, over all articles that are about one event.

Guarantees: an article speaks by the first count of the fate that it gives, wherever in a claim that stands; counts of a year
that is over and of a group among the others are left out; the latest article's count leads.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

from groundwire.corroborate.difference import COMPATIBLE, Difference
from groundwire.corroborate.kinship import families
from groundwire.corroborate.moments import is_later, moment
from groundwire.corroborate.rows import Member, distinct_evidence
from groundwire.corroborate.tallies import Fate, Tally, is_of_the_past, tallies, tally_differences
from groundwire.domain.article import Article
from groundwire.domain.briefing import Dispute, DisputeKind, DisputeSide, Reading
from groundwire.domain.claim import Stance

_NOT_COUNTED: Final = frozenset({Stance.PREDICTED, Stance.OPINION, Stance.DENIED})


class _Count(NamedTuple):
    """What an article counts, in which claim."""

    member: Member
    tally: Tally


def tally_disputes(
    members: Sequence[Member],
    row_of: Mapping[str, str],
    articles: Mapping[str, Article],
    kin: AbstractSet[frozenset[str]],
) -> list[Dispute]:
    """One dispute for each fate that articles about one event count differently."""
    found = []
    for fate in Fate:
        counts = _first_counts(members, fate)
        for family in families(list(counts), kin):
            dispute = _dispute([counts[name] for name in family], row_of, articles)
            found += [dispute] if dispute is not None else []
    return found


def _first_counts(members: Sequence[Member], fate: Fate) -> dict[str, _Count]:
    """The first count of `fate` that each article gives."""
    first: dict[str, _Count] = {}
    for member in sorted(members, key=lambda member: member.claim.evidence[0].start):
        if member.claim.stance in _NOT_COUNTED or is_of_the_past(member.matter):
            continue
        tally = next((one for one in tallies(member.matter) if one.fate is fate and not one.group), None)
        if tally is not None and tally.high:
            first.setdefault(member.claim.article, _Count(member, tally))
    return first


def _dispute(
    counts: Sequence[_Count], row_of: Mapping[str, str], articles: Mapping[str, Article]
) -> Dispute | None:
    latest = max(
        counts, key=lambda count: (moment(articles[count.member.claim.article])[0], count.tally.high)
    )
    against = [
        (count, difference)
        for count in counts
        if count is not latest
        for difference in _differences(latest, count)
    ]
    if not against:
        return None
    apart = {count.member.claim.id for count, _ in against}
    by_value: dict[str, list[Member]] = {}
    for count, difference in against:
        by_value.setdefault(difference.other, []).append(count.member)
    agreeing = [count.member for count in counts if count.member.claim.id not in apart]
    readings = [_reading(latest, count, difference, articles) for count, difference in against]
    return Dispute(
        claim=row_of[latest.member.claim.id],
        kind=DisputeKind.NUMBER,
        sides=(_side(latest.tally.words, agreeing), *(_side(*value) for value in by_value.items())),
        reading=Reading.CONFLICT if Reading.CONFLICT in readings else Counter(readings).most_common(1)[0][0],
    )


def _differences(latest: _Count, other: _Count) -> Iterator[Difference]:
    """The difference between the two counts, where both cannot be right at once."""
    for difference in tally_differences(latest.member.matter, other.member.matter):
        is_this = difference.one == latest.tally.words and difference.other == other.tally.words
        if is_this and difference.reading not in COMPATIBLE:
            yield difference


def _reading(
    latest: _Count, other: _Count, difference: Difference, articles: Mapping[str, Article]
) -> Reading:
    """A higher count in a later article is an update, anything else as the difference itself says."""
    mine, theirs = articles[latest.member.claim.article], articles[other.member.claim.article]
    is_update = difference.step < 0 and is_later(mine, theirs)
    return Reading.UPDATE if is_update else difference.reading


def _side(value: str, members: Sequence[Member]) -> DisputeSide:
    return DisputeSide(
        value=value,
        articles=tuple(dict.fromkeys(member.claim.article for member in members)),
        evidence=distinct_evidence([member.claim for member in members]),
    )
