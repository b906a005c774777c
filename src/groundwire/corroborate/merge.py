"""Merged claims of several articles: one row for what is the same, one cell for every article.

Guarantees: every claim that its article carries stands in exactly one row, the others are listed as losses; every row
has one cell per article, in their order; ids that are referred to exist; outlets alone never corroborate anything that
somebody is credited for.
"""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from groundwire.corroborate.candidates import Collection
from groundwire.corroborate.clusters import group
from groundwire.corroborate.denials import denial_dispute, find_denials
from groundwire.corroborate.difference import COMPATIBLE
from groundwire.corroborate.disputes import row_disputes
from groundwire.corroborate.doubts import doubt_about
from groundwire.corroborate.kinship import akin
from groundwire.corroborate.linking import join_tallies
from groundwire.corroborate.matter import Matter
from groundwire.corroborate.moments import moment
from groundwire.corroborate.rows import Member, Row
from groundwire.corroborate.sources import RowOrigins, Sourcing
from groundwire.corroborate.tallies import tallies, tally_differences
from groundwire.domain.analysis import Analysis
from groundwire.domain.article import Article
from groundwire.domain.briefing import Dispute, DisputeKind, MergedClaim, Origin, Relation, Standing
from groundwire.domain.claim import Claim
from groundwire.domain.losses import Losses, LossItem, StageLosses
from groundwire.domain.support import Verdict

_NOT_CARRIED = frozenset({Verdict.CONTRADICTED, Verdict.UNSUPPORTED})


@dataclass(frozen=True, kw_only=True)
class Corroboration:
    """What comes of several articles: rows, origins and disputes, with the account of the claims.

    `credited` are those of the `origins` whom an article credits; the others are outlets that credit nobody. `credits`
    gives the id of the credited origin for a claim's id.
    """

    claims: tuple[MergedClaim, ...]
    origins: tuple[Origin, ...]
    credited: tuple[Origin, ...]
    credits: Mapping[str, str]
    disputes: tuple[Dispute, ...]
    losses: Losses


def corroborate(articles: Sequence[Article], analyses: Sequence[Analysis]) -> Corroboration:
    """Merge the claims of `analyses` (one per article, same order) and find origins and disputes."""
    claims = [claim for analysis in analyses for claim in analysis.claims]
    carried = [claim for claim in claims if claim.support.verdict not in _NOT_CARRIED]
    rows = _rows(articles, carried)
    row_of = {member.claim.id: f"m{number}" for number, row in enumerate(rows, 1) for member in row.members}
    disputes = _disputes(rows, row_of, articles, carried)
    sourcing = Sourcing(articles, carried)
    disputed = _disputed_rows(disputes)
    merged = tuple(
        _merged(row, sourcing.of_row(row), articles, is_disputed=f"m{number}" in disputed, number=number)
        for number, row in enumerate(rows, 1)
    )
    return Corroboration(
        claims=merged,
        origins=sourcing.origins(),
        credited=sourcing.credited,
        credits=sourcing.credits_of(carried),
        disputes=tuple(disputes),
        losses={"claims": _account(claims, rows)},
    )


def _rows(articles: Sequence[Article], claims: Sequence[Claim]) -> list[Row]:
    published = {article.id: article.published_date or _story_day(articles) for article in articles}
    members = [
        Member(
            claim,
            Matter(claim.text, speaker=claim.attribution.speaker or "", published=published[claim.article]),
        )
        for claim in claims
    ]
    collection = Collection([member.matter for member in members])
    grouped = join_tallies(group(collection, [claim.article for claim in claims]), members, akin(articles))
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
    when = {member.claim.id: moment(articles[member.claim.article]) for member in counting}
    latest = max(when.values())
    others = frozenset(member.claim.id for member in row.members if when.get(member.claim.id) != latest)
    return Row(row.members, passed_over=others)


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


def _disputes(
    rows: Sequence[Row], row_of: dict[str, str], articles: Sequence[Article], claims: Sequence[Claim]
) -> list[Dispute]:
    by_id = {article.id: article for article in articles}
    found = [
        dispute for number, row in enumerate(rows, 1) for dispute in row_disputes(f"m{number}", row, by_id)
    ]
    for article in articles:
        mine = [claim for claim in claims if claim.article == article.id]
        found += [
            denial_dispute(denial, row_of, article)
            for denial in find_denials(article, mine)
            if row_of[denial.denied.id] != row_of[denial.denial.id]
        ]
    return found


def _disputed_rows(disputes: Sequence[Dispute]) -> frozenset[str]:
    """The rows that a dispute is about; what rounding or another scope explains is no dispute about the row."""
    return frozenset(dispute.claim for dispute in disputes if dispute.reading not in COMPATIBLE)


def _merged(
    row: Row, origins: RowOrigins, articles: Sequence[Article], *, is_disputed: bool, number: int
) -> MergedClaim:
    cells = row.cells(articles)
    carrying = {cell.article for cell in cells if cell.relation is Relation.SUPPORTS}
    outlets = {article.outlet or article.id for article in articles if article.id in carrying}
    head = row.head.claim
    standing = Standing.CORROBORATED if origins.are_independent else Standing.SINGLE_ORIGIN
    return MergedClaim(
        id=f"m{number}",
        text=head.text,
        standing=Standing.DISPUTED if is_disputed else standing,
        cells=cells,
        origins=origins.ids,
        outlets=len(outlets),
        speaker=origins.speaker,
        stance=head.stance,
        when=row.when,
    )


def _account(claims: Sequence[Claim], rows: Sequence[Row]) -> StageLosses:
    """Every claim that went in: the head of a row is kept, the other members are merged into it."""
    items = [
        LossItem(what=member.claim.id, reason=f"merged into {row.head.claim.id}")
        for row in rows
        for member in row.members
        if member is not row.head
    ]
    merged = len(items)
    items += [
        LossItem(what=claim.id, reason="its article does not carry it")
        for claim in claims
        if claim.support.verdict in _NOT_CARRIED
    ]
    return StageLosses(
        in_=len(claims), kept=len(rows), merged=merged, dropped=len(items) - merged, items=tuple(items)
    )
