"""What a row rests on: the origins behind its claims, and whether they are independent.

Guarantees: an outlet is an origin only where nobody is credited for the row by any article; outlets count as two only where
no article of theirs shares a credited origin or its words with the other's.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from groundwire.corroborate.copying import copies
from groundwire.corroborate.independence import independent
from groundwire.corroborate.naming import article_name
from groundwire.corroborate.origins import Credits
from groundwire.corroborate.rows import Row
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
            ids = tuple(self.credited[place].id for place in (*agreeing, *others))
            return RowOrigins(ids, len(agreeing) > 1, self._speaker(row))
        groups = self._separate_groups(dict.fromkeys(member.claim.article for member in row.agreeing))
        ids = tuple(self._outlets.setdefault(group, self._next_id()) for group in groups)
        return RowOrigins(ids, len(groups) > 1)

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
        return None if place is None else self.credited[place].label

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

    def _separate_groups(self, articles: Iterable[str]) -> list[tuple[str, ...]]:
        """The outlets of `articles`, those together that share words or somebody whom they credit."""
        groups: list[list[str]] = []
        for article in articles:
            near = next(
                (group for group in groups if any(self._is_near(article, other) for other in group)), None
            )
            if near is None:
                groups.append([article])
            else:
                near.append(article)
        return [tuple(dict.fromkeys(self._outlet(article) for article in group)) for group in groups]

    def _is_near(self, one: str, other: str) -> bool:
        return self._outlet(one) == self._outlet(other) or any(
            {one, other} <= set(origin.articles) for origin in self.credited
        )

    def _outlet_origin(self, outlets: tuple[str, ...], id_: str) -> Origin:
        members = [article for article in self._articles if self._outlet(article) in outlets]
        why = "nobody is credited"
        if len(outlets) > 1:
            shared = [
                origin.label for origin in self.credited if len(set(members) & set(origin.articles)) > 1
            ]
            why += f"; the outlets rest on the same sources elsewhere ({', '.join(shared)}), so that their agreement proves little"
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
