"""What `check` and `relate` read and write, one a line."""

from typing import Literal

from pydantic import Field

from groundwire.domain.article import Evidence
from groundwire.domain.briefing import DisputeKind
from groundwire.domain.noun import Noun
from groundwire.domain.support import Reason, Support


class Statement(Noun):
    """A line of a claims file. `article` may be left out with a single source."""

    id: str
    article: str | None = None
    text: str
    quote: str | None = None
    speaker: str | None = None


class CheckedStatement(Noun):
    """A line of `check`'s answer, in input order."""

    schema_: Literal["groundwire/check/1"] = Field(default="groundwire/check/1", alias="schema")
    id: str
    article: str | None
    support: Support
    evidence: tuple[Evidence, ...] = ()


class Relates(Noun):
    """A line of `relate`'s answer. `score` rises with the certainty of `relation`."""

    schema_: Literal["groundwire/relation/1"] = Field(default="groundwire/relation/1", alias="schema")
    id: str
    relation: Literal["agree", "contradict", "unclear", "unrelated"]
    kind: DisputeKind | None = None
    score: float = Field(ge=0, le=1)
    reasons: tuple[Reason, ...] = ()
