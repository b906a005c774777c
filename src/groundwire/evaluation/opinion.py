"""Opinion: which labelled claims an output states, in the eyes of a judge that is a language model.

Guarantees: an opinion is whole, one word on every claim, or it is a failure that says why; a labelled claim is stated at most
once, however many claims the judge finds in it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from groundwire.domain.claim import Claim
from groundwire.evaluation.case import ArticleCase
from groundwire.evaluation.labels import LabelledClaim
from groundwire.evaluation.output import Output, Spent


class Says(StrEnum):
    """What a claim says of the labelled claim that it was matched with."""

    SAME = "same"
    MORE = "more"
    LESS = "less"
    OTHER = "other"


class Match(NamedTuple):
    """One claim (by place) and the labelled claim of its matter; None where there is none."""

    claim: int
    labelled: int | None
    says: Says
    difference: str = ""

    @property
    def states(self) -> int | None:
        """The labelled claim that the claim states, if any: nothing that contradicts it, and nothing less firm or firmer."""
        return None if self.says is Says.OTHER else self.labelled


@dataclass(frozen=True, kw_only=True)
class Opinion:
    """What the judge made of one output: `matches` in the order of the claims, or why there is no opinion (`failure`)."""

    matches: tuple[Match, ...] = ()
    failure: str = ""
    spent: Spent = field(default_factory=Spent)


@dataclass(frozen=True, kw_only=True)
class JudgedSheet:
    """A labelled article, what a subject made of it, and what the judge made of that."""

    case: ArticleCase
    output: Output
    opinion: Opinion

    @property
    def labels(self) -> tuple[LabelledClaim, ...]:
        """The claims that there are."""
        return self.case.labels.claims

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims that the subject made; none of an output that failed."""
        return self.output.analysis.claims if self.output.analysis is not None else ()

    @property
    def stated(self) -> dict[int, Match]:
        """Each labelled claim that is stated, with the match that states it best."""
        return one_to_one(self.opinion.matches)


_BEST_FIRST = (Says.SAME, Says.MORE, Says.LESS)


def one_to_one(matches: Iterable[Match]) -> dict[int, Match]:
    """Each labelled claim that is stated to its best match; a second claim that states it is a repetition."""
    best: dict[int, Match] = {}
    stating = (match for match in matches if match.states is not None)
    for match in sorted(stating, key=lambda match: (_BEST_FIRST.index(match.says), match.claim)):
        if match.labelled is not None:
            best.setdefault(match.labelled, match)
    return best
