"""Labels: what people say an article or a story holds, as the files beside the articles give it.

Guarantees: a label file that loads has known fields and known words only; whether its spans slice and its ids meet is for `lint`.
"""

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from groundwire.domain.briefing import DisputeKind, OriginKind, Reading, Standing
from groundwire.domain.claim import AttributionKind, Stance
from groundwire.domain.noun import Noun
from groundwire.domain.support import ReasonKind

MOST_WEIGHT = 3


class LabelledClaim(Noun):
    """One claim of an article: its words, the article's own words that carry it, who is credited, how firmly it is put."""

    id: str
    text: str
    evidence: tuple[str, ...] = Field(min_length=1)
    attribution: AttributionKind = AttributionKind.NONE
    speaker: str | None = None
    stance: Stance = Stance.ASSERTED


class KeyPoint(Noun):
    """What a summary must cover. `weight` is 3 (useless without it), 2 (expected) or 1 (welcome)."""

    id: str
    text: str
    weight: int = Field(ge=1, le=MOST_WEIGHT)
    claims: tuple[str, ...] = ()


class Trap(Noun):
    """A false sentence that a careless summary of this very article would write, and why it is false."""

    id: str
    kind: ReasonKind
    text: str
    why: str


class ArticleLabels(Noun):
    """The labels of one article."""

    claims: tuple[LabelledClaim, ...]
    key_points: tuple[KeyPoint, ...] = ()
    traps: tuple[Trap, ...] = ()


class RowLabel(Noun):
    """One thing that at least one article says: the claims that say it, by article, and where it comes from."""

    id: str
    text: str
    claims: Mapping[str, tuple[str, ...]]
    standing: Standing
    origins: tuple[str, ...] = ()


class OriginLabel(Noun):
    """Where information comes from."""

    id: str
    label: str
    kind: OriginKind


class SideLabel(Noun):
    """One side of a dispute: its value and the articles that hold it."""

    value: str
    articles: tuple[str, ...]


class DisputeLabel(Noun):
    """What the sides of a row disagree on, and how that may be read; without a `reading` nobody has labelled it.

    `second_reading` is what another labeller read, who had this dispute before them and not the first's reading.
    """

    row: str
    kind: DisputeKind
    reading: Reading | None = None
    second_reading: Reading | None = None
    sides: tuple[SideLabel, ...] = Field(min_length=2)


class StoryLabels(Noun):
    """The labels of a story; `articles` by file name."""

    schema_: Literal["groundwire/labels/1"] = Field(default="groundwire/labels/1", alias="schema")
    story: str
    articles: Mapping[str, ArticleLabels]
    rows: tuple[RowLabel, ...] = ()
    origins: tuple[OriginLabel, ...] = ()
    disputes: tuple[DisputeLabel, ...] = ()
