"""One row of the claim × article matrix while it is made: its members, which of them speaks for it, and what they say of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

from groundwire.corroborate.difference import COMPATIBLE, Difference
from groundwire.corroborate.differences import find_differences
from groundwire.corroborate.matter import Matter, likeness, weigh
from groundwire.corroborate.polarity import leaves_open
from groundwire.corroborate.roles import role_differences
from groundwire.domain.article import Article, Evidence
from groundwire.domain.briefing import Cell, Relation
from groundwire.domain.claim import Claim, Stance, When
from groundwire.domain.support import REFUSED
from groundwire.text.stopwords import STOPWORDS

_LONG: Final = 260  # code points from which a claim is hard to take in at a glance
_DATELINE: Final = re.compile(r"[^a-z(]{0,12}\w[^(]{0,30}\([A-Z]\w{1,11}\) ?[-–—]")
_SAYS_THE_SAME: Final = 0.7  # likeness from which what two tell is one statement and not two about one matter
_OPEN_STANCES: Final = frozenset({Stance.ALLEGED})


class Member(NamedTuple):
    """A claim with what it is about."""

    claim: Claim
    matter: Matter


class Contrast(NamedTuple):
    """A member that differs from the one that speaks for the row, and in what."""

    member: Member
    difference: Difference


@dataclass(frozen=True)
class Row:
    """Claims that say the same or dispute the same."""

    members: tuple[Member, ...]
    passed_over: frozenset[str] = frozenset()

    @cached_property
    def head(self) -> Member:
        """The member that speaks for the row: supported, self-contained, credited, specific; the first of equals.

        Claims that are `passed_over` speak for it only where there is nobody else.
        """
        return max(
            self.members, key=lambda member: (member.claim.id not in self.passed_over, *_merit(member))
        )

    @cached_property
    def contrasts(self) -> tuple[Contrast, ...]:
        """Every member that differs from the head, with each difference."""
        return tuple(
            Contrast(member, difference)
            for member in self.members
            if member is not self.head
            for difference in _differences(self.head, member)
        )

    @cached_property
    def opposed(self) -> frozenset[str]:
        """The claims that contradict the head."""
        return frozenset(
            contrast.member.claim.id
            for contrast in self.contrasts
            if contrast.difference.reading not in COMPATIBLE
        )

    @property
    def agreeing(self) -> tuple[Member, ...]:
        """The members on the head's side, itself included."""
        return tuple(member for member in self.members if member.claim.id not in self.opposed)

    @property
    def when(self) -> When | None:
        """When it happened, as the head says, else the first on its side that does."""
        dated = [_when(self.head), *(_when(member) for member in self.agreeing)]
        return next((when for when in dated if when is not None), None)

    def cells(self, articles: Sequence[Article]) -> tuple[Cell, ...]:
        """One cell per article."""
        saying: dict[str, list[Member]] = {}
        for member in self.members:
            saying.setdefault(member.claim.article, []).append(member)
        return tuple(
            self._cell(article.id, saying[article.id]) if article.id in saying else _silent(article.id)
            for article in articles
        )

    def _cell(self, article: str, mine: Sequence[Member]) -> Cell:
        return Cell(
            article=article,
            relation=self._relation(mine),
            claims=tuple(member.claim.id for member in mine),
            evidence=distinct_evidence([member.claim for member in mine]),
        )

    def _relation(self, mine: Sequence[Member]) -> Relation:
        if all(member.claim.id in self.opposed for member in mine):
            return Relation.CONTRADICTS
        is_head_open = _takes_no_side(self.head)
        if not is_head_open and all(_takes_no_side(member) for member in mine):
            return Relation.UNCLEAR
        return Relation.SUPPORTS


@lru_cache(maxsize=1024)
def _silent(article: str) -> Cell:
    """The cell of an article that says nothing of a row: most are, and one serves for all."""
    return Cell(article=article, relation=Relation.SILENT)


def _differences(head: Member, member: Member) -> tuple[Difference, ...]:
    """What the two claims say differently; who did it to whom also as far as the sentences that carry them tell."""
    found = find_differences(head.matter, member.matter)
    if found or head.claim.article == member.claim.article:
        return found
    return tuple(role_differences(Matter(_carrying(head)), Matter(_carrying(member))))


def _carrying(member: Member) -> str:
    return " ".join(piece.quote for piece in member.claim.evidence)


def _when(member: Member) -> When | None:
    """When the claim says, else the one day or month that its words name and its story's day of publication resolves."""
    if member.claim.when is not None:
        return member.claim.when
    dates = [date for date in member.matter.dates if date.month is not None and date.earliest and date.latest]
    if len(dates) != 1 or dates[0].earliest is None or dates[0].latest is None:
        return None
    return When(
        text=dates[0].text, earliest=dates[0].earliest.isoformat(), latest=dates[0].latest.isoformat()
    )


def _takes_no_side(member: Member) -> bool:
    return member.claim.stance in _OPEN_STANCES and bool(leaves_open(member.claim.text))


def _merit(member: Member) -> tuple[bool, bool, bool, float]:
    claim, matter = member.claim, member.matter
    opening = claim.text.split(maxsplit=1)[0].casefold().strip("“\"'‘") if claim.text else ""
    stands_alone = opening not in STOPWORDS or opening in {
        "the",
        "a",
        "an",
        "in",
        "on",
        "at",
        "after",
        "before",
    }
    is_doubted = claim.support.verdict in REFUSED
    specific = sum(matter.weights.values()) + len(matter.dates) + len(matter.quantities)
    return (
        not is_doubted,
        stands_alone and not _DATELINE.match(claim.text),
        claim.attribution.speaker is not None,
        specific - max(0, len(claim.text) - _LONG) / 10,
    )


def say_the_same(one: Member, other: Member) -> bool:
    """Whether the two make one statement, which takes more than standing side by side in a row."""
    alike = likeness(weigh(one.matter), weigh(other.matter))
    return alike >= _SAYS_THE_SAME and not find_differences(one.matter, other.matter)


def distinct_evidence(claims: Sequence[Claim]) -> tuple[Evidence, ...]:
    """The evidence of all `claims`, each piece once, in the order of the text."""
    pieces = {(item.article, item.start, item.end): item for claim in claims for item in claim.evidence}
    return tuple(pieces[key] for key in sorted(pieces))
