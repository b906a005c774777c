"""What a row rests on: the origins behind its claims, and whether they are independent.

Guarantees: an outlet is an origin only where nobody is credited for the row by any article; outlets count as two only where
no article of theirs shares a credited origin or its words with the other's.
"""

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from groundwire.corroborate.copying import copies
from groundwire.corroborate.independence import are_independent
from groundwire.corroborate.origins import Credits
from groundwire.corroborate.rows import Row
from groundwire.domain.article import Article
from groundwire.domain.briefing import Origin, OriginKind
from groundwire.domain.claim import Claim


class RowOrigins(NamedTuple):
    """Origin ids of a row, and whether two of them are independent."""

    ids: tuple[str, ...]
    are_independent: bool


class Sourcing:
    """The origins of several articles and their claims."""

    def __init__(self, articles: Sequence[Article], claims: Sequence[Claim]) -> None:
        self._articles = {article.id: article for article in articles}
        self._credits = Credits(articles, claims)
        self._first_copy = copies(articles)
        self._outlets: dict[str, str] = {}
        self.credited = self._credits.origins()

    def of_row(self, row: Row) -> RowOrigins:
        """What the row rests on: the origins of all its claims, and whether those on its head's side are independent."""
        claims = [member.claim for member in row.members]
        credited = self._places(claims)
        if credited:
            ids = tuple(self.credited[place].id for place in credited)
            agreeing = self._places([member.claim for member in row.agreeing])
            return RowOrigins(ids, are_independent(self._credits, agreeing))
        outlets = list(dict.fromkeys(self._outlet(claim.article) for claim in claims))
        ids = tuple(self._outlets.setdefault(outlet, self._next_id()) for outlet in outlets)
        return RowOrigins(ids, self._are_separate([member.claim.article for member in row.agreeing]))

    def origins(self) -> tuple[Origin, ...]:
        """All origins: those who are credited, then the outlets that credit nobody for something."""
        outlets = tuple(self._outlet_origin(outlet, id_) for outlet, id_ in self._outlets.items())
        return self.credited + outlets

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

    def _outlet_origin(self, outlet: str, id_: str) -> Origin:
        members = [article for article in self._articles if self._outlet(article) == outlet]
        copied = [article for article in members if self._first_copy[article] != article]
        why = "nobody is credited"
        if copied:
            why += f"; {', '.join(copied)} shares long runs of words with {self._first_copy[copied[0]]}"
        original = self._articles[members[0]]
        return Origin(
            id=id_,
            label=original.outlet or original.source,
            kind=OriginKind.OUTLET,
            articles=tuple(members),
            why=why,
        )

    def _are_separate(self, articles: Sequence[str]) -> bool:
        """Whether two of the articles share neither their words nor anybody whom they credit."""
        return any(
            self._outlet(one) != self._outlet(other) and not self._share_an_origin(one, other)
            for one, other in combinations(dict.fromkeys(articles), 2)
        )

    def _share_an_origin(self, one: str, other: str) -> bool:
        return any({one, other} <= set(origin.articles) for origin in self.credited)
