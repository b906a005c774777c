"""Briefing: several articles on one story, by claim, origin and dispute.

Ids: merged claims `m1`, `m2` …, origins `o1`, `o2` … . Every id that a document refers to stands in the same document.
"""

from enum import StrEnum
from typing import Literal

from pydantic import Field

from groundwire.domain.article import Article, Evidence
from groundwire.domain.claim import Stance, When
from groundwire.domain.losses import Losses
from groundwire.domain.noun import Noun
from groundwire.domain.provenance import Provenance


class Standing(StrEnum):
    """What carries a merged claim: two or more origins, one, or origins that disagree."""

    CORROBORATED = "corroborated"
    SINGLE_ORIGIN = "single_origin"
    DISPUTED = "disputed"


class Relation(StrEnum):
    """What one article says of a merged claim."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    SILENT = "silent"
    UNCLEAR = "unclear"


class DisputeKind(StrEnum):
    """What two sides disagree on."""

    NUMBER = "number"
    DATE = "date"
    PLACE = "place"
    ACTOR = "actor"
    POLARITY = "polarity"
    ATTRIBUTION = "attribution"
    STATUS = "status"


class Reading(StrEnum):
    """How the disagreement may be read."""

    CONFLICT = "conflict"
    UPDATE = "update"
    ROUNDING = "rounding"
    SCOPE = "scope"


class OriginKind(StrEnum):
    """Who an origin is."""

    SPEAKER = "speaker"
    WIRE = "wire"
    DOCUMENT = "document"
    OUTLET = "outlet"


class Cell(Noun):
    """One article's word on one merged claim."""

    article: str
    relation: Relation
    claims: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class MergedClaim(Noun):
    """One row of the claim × article matrix: `cells` has one entry per article, in the order of the articles."""

    id: str
    text: str
    standing: Standing
    cells: tuple[Cell, ...]
    origins: tuple[str, ...]
    outlets: int
    speaker: str | None = None
    stance: Stance = Stance.ASSERTED
    when: When | None = None


class Origin(Noun):
    """Where information comes from, not who printed it; `why` says what the grouping rests on."""

    id: str
    label: str
    kind: OriginKind
    articles: tuple[str, ...]
    why: str


class DisputeSide(Noun):
    """One side: its value in words, the articles that hold it, and their words."""

    value: str
    articles: tuple[str, ...]
    evidence: tuple[Evidence, ...] = Field(min_length=1)


class Dispute(Noun):
    """Incompatible values for one claim; both sides stay in."""

    claim: str
    kind: DisputeKind
    sides: tuple[DisputeSide, ...] = Field(min_length=2)
    reading: Reading
    note: str = ""


class Development(Noun):
    """One thing that happened, in the words of its merged claims."""

    text: str
    claims: tuple[str, ...] = Field(min_length=1)
    standing: Standing


class TimelineEntry(Noun):
    """A merged claim at its place in time."""

    when: When
    text: str
    claims: tuple[str, ...]


class Voice(Noun):
    """Somebody who is credited, with the merged claims credited to them and the articles that do so."""

    speaker: str
    claims: tuple[str, ...]
    articles: tuple[str, ...]


class Omission(Noun):
    """Something a reader should know is missing: what, from which articles, and why it is thought missing."""

    what: str
    articles: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    why: str


class Briefing(Noun):
    """The document of `brief`. `bottom_line_claims` are the merged claims that the bottom line rests on."""

    schema_: Literal["groundwire/briefing/1"] = Field(default="groundwire/briefing/1", alias="schema")
    title: str
    bottom_line: str
    bottom_line_claims: tuple[str, ...] = ()
    developments: tuple[Development, ...]
    claims: tuple[MergedClaim, ...]
    disputes: tuple[Dispute, ...]
    timeline: tuple[TimelineEntry, ...]
    voices: tuple[Voice, ...]
    origins: tuple[Origin, ...]
    omissions: tuple[Omission, ...]
    articles: tuple[Article, ...]
    losses: Losses
    provenance: Provenance
