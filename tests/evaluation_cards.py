"""Scorecards made by hand: scores of as many stories and scorers as a test wants."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from groundwire.evaluation.score import Finding, Score, Scored
from groundwire.evaluation.scorecard import Header, Row, ScorerInfo, SubjectInfo, SuiteInfo
from groundwire.evaluation.scorers.scorer import Better

Scores = Mapping[str, Mapping[str, Sequence[float | Score]]]
"""Scorer, then story, to the scores of its cases."""


def header(subject: str, scorers: Sequence[str], *, digest: str = "suite:1", version: int = 1) -> Header:
    """A header without estimates."""
    return Header(
        suite=SuiteInfo(name="made", digest=digest, task="analyse", stories=0, cases=0),
        subjects=(SubjectInfo(name=subject, digest="subject:1", analyst="hand"),),
        scorers=tuple(
            ScorerInfo(name=name, version=version, meaning="made", better=Better.HIGHER, is_share=True)
            for name in scorers
        ),
        repeats=1,
        estimates=(),
        version="0",
        commit=None,
        finished="2026-11-22",
    )


@dataclass(frozen=True)
class MadeCard:
    """A scorecard in memory."""

    header: Header
    scores: Scores = field(default_factory=dict)

    def rows(self) -> Iterator[Row]:
        """A row for each score."""
        for scorer, stories in self.scores.items():
            for story, values in stories.items():
                for at, value in enumerate(values):
                    score = (
                        Scored(value=value, findings=_findings(value)) if isinstance(value, float) else value
                    )
                    yield Row(
                        case=f"{story}/{at}",
                        story=story,
                        subject=self.header.subjects[0].name,
                        repeat=0,
                        scorer=scorer,
                        score=score,
                    )


def _findings(value: float) -> tuple[Finding, ...]:
    return (Finding(error="missed", label="The bridge is shut."),) if value < 0.5 else ()


def card(subject: str, scores: Scores, *, digest: str = "suite:1", version: int = 1) -> MadeCard:
    """A scorecard of one subject."""
    return MadeCard(header(subject, list(scores), digest=digest, version=version), scores)
