"""What a row rests on: the origins behind its claims, and whether they are independent.

Guarantees: outlets that credit nobody are one origin together, whatever their number; an outlet is an origin beside somebody
who is credited only where its own words say that it saw or was told; what one article alone says is never corroborated.
"""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations
from typing import NamedTuple

from groundwire.corroborate.copying import copies
from groundwire.corroborate.independence import independent
from groundwire.corroborate.naming import article_name
from groundwire.corroborate.origins import Credits, reports_of
from groundwire.corroborate.own_reporting import is_own_reporting
from groundwire.corroborate.rows import Row, say_the_same
from groundwire.domain.article import Article
from groundwire.domain.briefing import Origin, OriginKind
from groundwire.domain.claim import Claim


class RowOrigins(NamedTuple):
    """Origin ids of a row, whether two of them are independent, and who is credited for its own words, by their fullest name."""

    ids: tuple[str, ...]
    are_independent: bool
    speaker: str | None = None


class Sourcing:
    """The origins of several articles and their claims."""

    def __init__(self, articles: Sequence[Article], claims: Sequence[Claim]) -> None:
        self._articles = {article.id: article for article in articles}
        self._credits = Credits(articles, claims)
        self._first_copy = copies(articles)
        self._outlets: dict[tuple[str, ...], str] = {}
        self.credited = self._credits.origins()

    def of_row(self, row: Row) -> RowOrigins:
        """What the row rests on: the independent ones on its head's side, then those of the other side."""
        credited = self._places([member.claim for member in row.members])
        if credited:
            agreeing = independent(self._credits, self._places([member.claim for member in row.agreeing]))
            others = [place for place in credited if place not in agreeing] if row.opposed else []
            own = self._own_reporting(row, agreeing)
            ids = (
                *(self.credited[place].id for place in agreeing),
                *(self._outlet_id((outlet,)) for outlet in own),
                *(self.credited[place].id for place in others),
            )
            return RowOrigins(ids, self._is_told_twice(row, {*agreeing, *own}), self._speaker(row))
        outlets = tuple(dict.fromkeys(self._outlet(member.claim.article) for member in row.agreeing))
        return RowOrigins(
            (self._outlet_id(outlets),), are_independent=False, speaker=reports_of(row.head.claim)
        )

    def _is_told_twice(self, row: Row, origins: AbstractSet[int | str]) -> bool:
        """Whether two articles give the same statement, each by another one of the independent `origins`."""
        telling = [(member, self._origin(member.claim)) for member in row.agreeing]
        return any(
            one.claim.article != other.claim.article and mine != yours and say_the_same(one, other)
            for (one, mine), (other, yours) in combinations(telling, 2)
            if mine in origins and yours in origins
        )

    def _origin(self, claim: Claim) -> int | str:
        """Who is credited for the claim, else its outlet."""
        place = self._place(claim)
        return self._outlet(claim.article) if place is None else place

    def _outlet_id(self, outlets: tuple[str, ...]) -> str:
        return self._outlets.setdefault(outlets, self._next_id())

    def _own_reporting(self, row: Row, agreeing: Sequence[int]) -> list[str]:
        """The outlets that say of the row in their own words that they were there, and credit nobody who speaks for it."""
        credited = {name for place in agreeing for name in self._credits.credited_in(place)}
        found = [
            self._outlet(claim.article)
            for claim, _ in row.agreeing
            if self._place(claim) is None
            and claim.article not in credited
            and any(is_own_reporting(piece.quote) for piece in claim.evidence)
        ]
        return list(dict.fromkeys(found))

    def origins(self) -> tuple[Origin, ...]:
        """All origins: those who are credited, then the outlets that credit nobody for something."""
        outlets = tuple(self._outlet_origin(group, id_) for group, id_ in self._outlets.items())
        return self.credited + outlets

    def credits_of(self, claims: Iterable[Claim]) -> dict[str, str]:
        """The id of the origin that is credited for each claim, where one is."""
        placed = ((claim.id, self._place(claim)) for claim in claims)
        return {name: self.credited[place].id for name, place in placed if place is not None}

    def _speaker(self, row: Row) -> str | None:
        place = self._credits.of_claim.get(row.head.claim.id)
        return reports_of(row.head.claim) if place is None else self.credited[place].label

    def _places(self, claims: Sequence[Claim]) -> list[int]:
        places = dict.fromkeys(self._place(claim) for claim in claims)
        return [place for place in places if place is not None]

    def _place(self, claim: Claim) -> int | None:
        place = self._credits.of_claim.get(claim.id)
        return self._credits.wires.get(claim.article) if place is None else place

    def _next_id(self) -> str:
        return f"o{len(self.credited) + len(self._outlets) + 1}"

    def _outlet(self, article: str) -> str:
        """The outlet of the article whose words `article` prints, its own where it copies nobody."""
        original = self._articles[self._first_copy[article]]
        return original.outlet or original.id

    def _outlet_origin(self, outlets: tuple[str, ...], id_: str) -> Origin:
        members = [article for article in self._articles if self._outlet(article) in outlets]
        why = "nobody is credited"
        if len(outlets) > 1:
            why += ": that several outlets say it does not tell where they have it from"
        copied = [article for article in members if self._first_copy[article] != article]
        if copied:
            why += f"; {', '.join(copied)} shares long runs of words with {self._first_copy[copied[0]]}"
        labels = [article_name(self._articles[member]) for member in members]
        return Origin(
            id=id_,
            label=", ".join(dict.fromkeys(labels)),
            kind=OriginKind.OUTLET,
            articles=tuple(members),
            why=why,
        )
