"""Merged claims of several articles: one row for what is the same, one cell for every article.

Guarantees: every claim that its article carries stands in exactly one row, the others are listed as losses; every row
has one cell per article, in their order; ids that are referred to exist; outlets alone never corroborate anything that
somebody is credited for.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from groundwire.corroborate.crediting import with_credits
from groundwire.corroborate.denial_disputes import denial_disputes
from groundwire.corroborate.denials import Claims
from groundwire.corroborate.difference import COMPATIBLE
from groundwire.corroborate.disputes import row_disputes
from groundwire.corroborate.kinship import akin, families
from groundwire.corroborate.row_making import make_rows
from groundwire.corroborate.rows import Row
from groundwire.corroborate.sources import RowOrigins, Sourcing
from groundwire.corroborate.tally_disputes import tally_disputes
from groundwire.domain.analysis import Analysis
from groundwire.domain.article import Article
from groundwire.domain.briefing import Dispute, DisputeKind, MergedClaim, Origin, Relation, Standing
from groundwire.domain.claim import Claim
from groundwire.domain.losses import Losses, LossItem, StageLosses
from groundwire.domain.support import REFUSED

_OF_VALUES = frozenset({DisputeKind.NUMBER, DisputeKind.DATE, DisputeKind.PLACE})


@dataclass(frozen=True, kw_only=True)
class Corroboration:
    """What comes of several articles: rows, origins and disputes, with the account of the claims.

    `credited` are those of the `origins` whom an article credits; the others are outlets that credit nobody. `credits`
    gives the id of the credited origin for a claim's id. `families` are the articles in groups that share an event or a row.
    """

    claims: tuple[MergedClaim, ...]
    origins: tuple[Origin, ...]
    credited: tuple[Origin, ...]
    credits: Mapping[str, str]
    disputes: tuple[Dispute, ...]
    losses: Losses
    families: tuple[tuple[str, ...], ...]


def corroborate(articles: Sequence[Article], analyses: Sequence[Analysis]) -> Corroboration:
    """Merge the claims of `analyses` (one per article, same order) and find origins and disputes."""
    claims = with_credits(articles, analyses)
    carried = [claim for claim in claims if claim.support.verdict not in REFUSED]
    kin = akin(articles)
    rows = make_rows(articles, carried, kin)
    row_of = {member.claim.id: f"m{number}" for number, row in enumerate(rows, 1) for member in row.members}
    disputes = _disputes(rows, row_of, articles, kin)
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
        families=tuple(families([article.id for article in articles], [*kin, *_shared(merged)])),
    )


def _shared(rows: Sequence[MergedClaim]) -> list[frozenset[str]]:
    """The articles that each row brings together."""
    return [frozenset(cell.article for cell in row.cells if cell.claims) for row in rows]


def _disputes(
    rows: Sequence[Row],
    row_of: Mapping[str, str],
    articles: Sequence[Article],
    kin: AbstractSet[frozenset[str]],
) -> list[Dispute]:
    by_id = {article.id: article for article in articles}
    found = [
        dispute for number, row in enumerate(rows, 1) for dispute in row_disputes(f"m{number}", row, by_id)
    ]
    members = [member for row in rows for member in row.members]
    found = _with_tallies(found, tally_disputes(members, row_of, by_id, kin))
    told = {dispute.claim for dispute in found if dispute.kind is DisputeKind.POLARITY}
    denied = denial_disputes(Claims(members, articles, kin).denials(), row_of, by_id)
    return _told_once(found + [dispute for dispute in denied if dispute.claim not in told])


def _with_tallies(found: Sequence[Dispute], counted: Sequence[Dispute]) -> list[Dispute]:
    """The disputes of rows, where one about a count is told by more articles over the whole story than in its row."""
    kept, more = list(found), []
    for dispute in counted:
        same = [one for one in kept if one.kind is DisputeKind.NUMBER and _share_a_value(one, dispute)]
        if all(len(_heard(one)) < len(_heard(dispute)) for one in same):
            kept = [one for one in kept if one not in same]
            more.append(dispute)
    return sorted((*kept, *more), key=lambda one: int(one.claim[1:]))


def _share_a_value(one: Dispute, other: Dispute) -> bool:
    """Whether a side of each gives one value in the same words of an article."""
    return any(
        mine.value == yours.value and not {*mine.evidence}.isdisjoint(yours.evidence)
        for mine in one.sides
        for yours in other.sides
    )


def _heard(dispute: Dispute) -> frozenset[str]:
    return frozenset(article for side in dispute.sides for article in side.articles)


def _told_once(disputes: Sequence[Dispute]) -> list[Dispute]:
    """Without those that set the same sentences against each other again with no value of their own to show."""
    kept: list[Dispute] = []
    seen: set[tuple[str, frozenset[tuple[str, int]]]] = set()
    for dispute in disputes:
        places = frozenset((piece.article, piece.start) for side in dispute.sides for piece in side.evidence)
        if (dispute.claim, places) in seen and dispute.kind not in _OF_VALUES:
            continue
        seen.add((dispute.claim, places))
        kept.append(dispute)
    return kept


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
        if claim.support.verdict in REFUSED
    ]
    return StageLosses(
        in_=len(claims), kept=len(rows), merged=merged, dropped=len(items) - merged, items=tuple(items)
    )
