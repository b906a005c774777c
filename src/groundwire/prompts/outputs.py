"""What a model answers, one type for each kind of reply that a prompt can ask for.

Guarantees: every property is required and nothing else is allowed, so that each type is a strict JSON Schema; the
numbers are those that the prompt shows in square brackets; the order of the properties is the order in which a model
writes them, places before words, so that it looks before it phrases.
"""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

StanceWord = Literal["asserted", "alleged", "confirmed", "denied", "predicted", "opinion"]
AttributionWord = Literal["direct", "indirect", "mixed", "none"]
VerdictWord = Literal["supported", "contradicted", "unsupported"]
SaysWord = Literal["same", "more", "less", "other"]
MOST_FACTS = 5
"""Facts in one sentence of news; a small model that may go on writes them again."""


class Output(BaseModel):
    """The base of every reply: closed, frozen, nothing by default."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ExtractedClaim(Output):
    """One claim as the model gives it: numbers of its sentences, its words, who is credited, how firmly."""

    sentences: list[int]
    claim: str
    attribution: AttributionWord
    speaker: str | None
    cue: str | None
    via: list[str]
    stance: StanceWord
    when: str | None


class ExtractedClaims(Output):
    """The reply to `extract_claims`."""

    claims: list[ExtractedClaim]


class SentenceFacts(Output):
    """The reply to `split_sentence`: what one sentence says, one fact each. The sentence itself is the evidence."""

    facts: list[str] = Field(max_length=MOST_FACTS)


class CitedText(Output):
    """A sentence of a summary and the numbers of the sentences (or claims) that carry it."""

    sentences: list[int]
    text: str


class ArticleSummary(Output):
    """The reply to `summarise_article` and `summarise_claims`."""

    headline: CitedText
    bottom_line: CitedText
    points: list[CitedText]


class ClaimedText(Output):
    """A sentence of a briefing and the ids (`m1`, `m2` …) of the merged claims that carry it."""

    claims: list[str]
    text: str


class StoryBrief(Output):
    """The reply to `brief_story`."""

    title: ClaimedText
    bottom_line: ClaimedText
    developments: list[ClaimedText]


class Opinion(Output):
    """What a model thinks of one statement: the sentences that decide it, what differs, the verdict."""

    statement: int
    sentences: list[int]
    difference: str
    verdict: VerdictWord


class Opinions(Output):
    """The reply to `judge_claims`."""

    opinions: list[Opinion]


class Match(Output):
    """Which labelled claim a claim states, what differs, and whether it says the same, more, less or something else."""

    claim: int
    labelled: int | None
    difference: str
    says: SaysWord


class Matches(Output):
    """The reply to `judge_match`."""

    matches: list[Match]


OUTPUTS: dict[str, type[Output]] = {
    "claims/1": ExtractedClaims,
    "facts/1": SentenceFacts,
    "summary/1": ArticleSummary,
    "brief/1": StoryBrief,
    "opinions/1": Opinions,
    "matches/1": Matches,
}
"""Name in a prompt's front matter (`output`) to the type of the reply."""
