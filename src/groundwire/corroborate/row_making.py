"""From claims to rows, each with the member that may speak for it.

Guarantee: every claim is in exactly one row; a count that a later one has overtaken, and a date in doubt, speak for none that
has a better one.
"""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from groundwire.corroborate.candidates import Collection
from groundwire.corroborate.clusters import group
from groundwire.corroborate.doubts import doubt_about
from groundwire.corroborate.linking import join_tallies
from groundwire.corroborate.matter import Matter
from groundwire.corroborate.moments import moment
from groundwire.corroborate.rows import Member, Row
from groundwire.corroborate.tallies import Fate, tallies, tally_differences
from groundwire.domain.article import Article
from groundwire.domain.briefing import DisputeKind
from groundwire.domain.claim import Claim


def make_rows(
    articles: Sequence[Article], claims: Sequence[Claim], kin: AbstractSet[frozenset[str]]
) -> list[Row]:
    """The rows of `claims`; `kin` are the pairs of articles that are about one event."""
    published = {article.id: article.published_date or _story_day(articles) for article in articles}
    members = [
        Member(
            claim,
            Matter(claim.text, speaker=claim.attribution.speaker or "", published=published[claim.article]),
        )
        for claim in claims
    ]
    collection = Collection([member.matter for member in members])
    grouped = join_tallies(group(collection, [claim.article for claim in claims], kin), members, kin)
    by_id = {article.id: article for article in articles}
    return [
        _undoubted(_up_to_date(Row(tuple(members[place] for place in places)), by_id), by_id)
        for places in grouped
    ]


def _up_to_date(row: Row, articles: Mapping[str, Article]) -> Row:
    """`row` with the latest count at its head where its members count one fate differently."""
    fates = Counter(tally.fate for member in row.members for tally in tallies(member.matter) if tally.high)
    fate = next((name for name, times in fates.most_common() if times > 1), None)
    counting = [
        member
        for member in row.members
        if fate in {tally.fate for tally in tallies(member.matter) if tally.high}
    ]
    if not counting or not any(tally_differences(counting[0].matter, other.matter) for other in counting[1:]):
        return row
    up_to_date = {
        member.claim.id: (moment(articles[member.claim.article])[0], _count(member, fate))
        for member in counting
    }
    latest = max(up_to_date.values())
    others = frozenset(member.claim.id for member in row.members if up_to_date.get(member.claim.id) != latest)
    return Row(row.members, passed_over=others)


def _count(member: Member, fate: Fate | None) -> float:
    """How many it counts: of two counts of one day the higher is the later one, because articles are written at their own pace."""
    return next((tally.high for tally in tallies(member.matter) if tally.fate is fate), 0.0)


def _undoubted(row: Row, articles: Mapping[str, Article]) -> Row:
    """`row` with another member at its head where its date is the doubtful one of two."""
    head = row.head
    rivals = [contrast.member for contrast in row.contrasts if contrast.difference.kind is DisputeKind.DATE]
    article = articles[head.claim.article]
    if any(doubt_about(head.matter, rival.matter, article) for rival in rivals):
        return Row(row.members, passed_over=row.passed_over | {head.claim.id})
    return row


def _story_day(articles: Sequence[Article]) -> dt.date | None:
    """The day by which the dates of an undated article are read: the latest publication on the same story."""
    return max((article.published_date for article in articles if article.published_date), default=None)
