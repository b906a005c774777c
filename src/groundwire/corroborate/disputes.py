"""Disputes: where articles, or one article and itself, say what cannot both be so.

Guarantees: both sides stay, each with the words of its articles; every dispute names its row; figures that rounding
explains are noted as such.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from groundwire.corroborate.difference import Difference
from groundwire.corroborate.doubts import doubt_about
from groundwire.corroborate.moments import is_later, moment
from groundwire.corroborate.rows import Contrast, Member, Row, distinct_evidence
from groundwire.corroborate.tallies import tallies
from groundwire.domain.article import Article
from groundwire.domain.briefing import Dispute, DisputeKind, DisputeSide, Reading

_KINDS: Final = tuple(DisputeKind)
_BY_VALUE: Final = frozenset({DisputeKind.NUMBER, DisputeKind.DATE, DisputeKind.PLACE})


def row_disputes(row_id: str, row: Row, articles: Mapping[str, Article]) -> tuple[Dispute, ...]:
    """One dispute for each kind of difference among the members of `row`."""
    found = []
    for kind in _KINDS:
        contrasts = [contrast for contrast in row.contrasts if contrast.difference.kind is kind]
        if kind is DisputeKind.NUMBER:
            contrasts = _on_one_figure(contrasts, articles)
        if contrasts:
            found.append(_dispute(row_id, row, contrasts, articles))
    return tuple(found)


def _on_one_figure(contrasts: Sequence[Contrast], articles: Mapping[str, Article]) -> list[Contrast]:
    """Those that are about the first figure of the head that is in dispute, the latest article first."""
    about = [contrast for contrast in contrasts if contrast.difference.one == contrasts[0].difference.one]
    return sorted(about, key=lambda one: moment(articles[one.member.claim.article]), reverse=True)


def _dispute(
    row_id: str, row: Row, contrasts: Sequence[Contrast], articles: Mapping[str, Article]
) -> Dispute:
    first = contrasts[0].difference
    against = {contrast.member.claim.id for contrast in contrasts}
    sides = [_side(_value(first, row.head, first.one), _holding(row, against, first))]
    by_value: dict[str, list[Member]] = {}
    for contrast in contrasts:
        value = _value(contrast.difference, contrast.member, contrast.difference.other)
        by_value.setdefault(value, []).append(contrast.member)
    sides += [_side(value, members) for value, members in by_value.items()]
    return Dispute(
        claim=row_id,
        kind=first.kind,
        sides=tuple(sides),
        reading=_reading_of_all(row.head, contrasts, articles),
        note=_note(row.head, contrasts[0].member, first, articles),
    )


def _holding(row: Row, against: set[str], difference: Difference) -> list[Member]:
    """The members on the head's side that say something of what is disputed, in articles that are not on the other side."""
    theirs = {member.claim.article for member in row.members if member.claim.id in against}
    mine = [member for member in row.members if member.claim.id not in against]
    return [
        member
        for member in mine
        if member is row.head
        or (
            member.claim.article not in theirs
            and (
                difference.kind not in _BY_VALUE or difference.one.casefold() in member.claim.text.casefold()
            )
        )
    ]


def _value(difference: Difference, member: Member, words: str) -> str:
    """What a side holds: the figure, day or place where it is about one, else all that the claim says.

    Who did it to whom is told by the whole sentence, which a claim may be only a part of.
    """
    if difference.kind in _BY_VALUE:
        return words
    if difference.kind is DisputeKind.ACTOR:
        return " ".join(piece.quote for piece in member.claim.evidence)
    return member.claim.text


def _side(value: str, members: Sequence[Member]) -> DisputeSide:
    return DisputeSide(
        value=value,
        articles=tuple(dict.fromkeys(member.claim.article for member in members)),
        evidence=distinct_evidence([member.claim for member in members]),
    )


def _reading_of_all(head: Member, contrasts: Sequence[Contrast], articles: Mapping[str, Article]) -> Reading:
    """A conflict where one of them is; else as most of them may be read."""
    readings = [_reading(head, contrast, articles) for contrast in contrasts]
    return Reading.CONFLICT if Reading.CONFLICT in readings else Counter(readings).most_common(1)[0][0]


def _reading(head: Member, contrast: Contrast, articles: Mapping[str, Article]) -> Reading:
    """A higher count of a fate in the later article is an update; anything else as the difference itself says."""
    difference = contrast.difference
    if difference.kind is not DisputeKind.NUMBER or difference.reading is not Reading.CONFLICT:
        return difference.reading
    if difference.one not in {tally.words for tally in tallies(head.matter)}:
        return Reading.CONFLICT
    mine, theirs = articles[head.claim.article], articles[contrast.member.claim.article]
    later, earlier = (mine, theirs) if difference.step < 0 else (theirs, mine)
    return Reading.UPDATE if is_later(later, earlier) else Reading.CONFLICT


def _note(head: Member, member: Member, difference: Difference, articles: Mapping[str, Article]) -> str:
    if difference.kind is not DisputeKind.DATE:
        return ""
    sides = ((head, member), (member, head))
    doubts = (doubt_about(side.matter, rival.matter, articles[side.claim.article]) for side, rival in sides)
    return next((doubt for doubt in doubts if doubt), "")
