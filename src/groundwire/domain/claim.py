"""Claim: one checkable statement with its evidence, who is credited for it, and how firmly it is put."""

from enum import StrEnum

from pydantic import Field

from groundwire.domain.article import Evidence
from groundwire.domain.noun import Noun
from groundwire.domain.span import Span
from groundwire.domain.support import UNCHECKED, Support


class AttributionKind(StrEnum):
    """How the credited words are given: quoted, reported, both, or nobody is credited."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    NONE = "none"


class Stance(StrEnum):
    """How firmly the article puts a claim."""

    ASSERTED = "asserted"
    ALLEGED = "alleged"
    CONFIRMED = "confirmed"
    DENIED = "denied"
    PREDICTED = "predicted"
    OPINION = "opinion"


class Attribution(Noun):
    """Who is credited for a claim, by which words.

    `speaker` is the resolved name, `speaker_span` the local mention ("he"); `via` names those who passed it on, nearest
    to the reader last. A broken quotation has several `content_spans`. All spans are in the article's text.
    """

    kind: AttributionKind = AttributionKind.NONE
    speaker: str | None = None
    speaker_span: Span | None = None
    cue: str | None = None
    cue_span: Span | None = None
    content_spans: tuple[Span, ...] = ()
    via: tuple[str, ...] = ()


NO_ATTRIBUTION = Attribution()


class When(Noun):
    """A time as the article words it, and the first and last day (ISO) that it can mean."""

    text: str
    earliest: str
    latest: str


class Claim(Noun):
    """One checkable statement: self-contained, one fact, at least one piece of evidence."""

    id: str
    article: str
    text: str
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    attribution: Attribution = NO_ATTRIBUTION
    stance: Stance = Stance.ASSERTED
    when: When | None = None
    support: Support = UNCHECKED
