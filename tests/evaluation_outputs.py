"""Outputs made by hand for the story of `evaluation_story`."""

from collections.abc import Sequence
from typing import Any

from groundwire.domain.analysis import Analysis
from groundwire.domain.claim import Attribution, AttributionKind, Claim, Stance
from groundwire.domain.span import Span
from groundwire.domain.summary import Point, Summary
from groundwire.evaluation.case import ArticleCase
from groundwire.evaluation.labels import LabelledClaim
from groundwire.evaluation.output import Output
from groundwire.evaluation.score import Scored
from groundwire.evaluation.scorers.registry import scorers_for
from groundwire.evaluation.scoring import score_output
from groundwire.grounding.analysis import check_analysis


def claim_of(case: ArticleCase, label: LabelledClaim, **changed: Any) -> Claim:
    """The claim that a perfect analyst would make of `label`, with parts of it changed."""
    start = case.article.text.index(label.evidence[0])
    evidence = case.article.evidence(Span(start, start + len(label.evidence[0])))
    claim = Claim(
        id=f"a1.{label.id}",
        article=case.article.id,
        text=label.text,
        evidence=(evidence,),
        attribution=Attribution(kind=label.attribution, speaker=label.speaker),
        stance=label.stance,
    )
    return claim.model_copy(update=changed)


def perfect_claims(case: ArticleCase) -> tuple[Claim, ...]:
    """A claim for every label."""
    return tuple(claim_of(case, label) for label in case.labels.claims)


def output_of(
    case: ArticleCase, claims: Sequence[Claim], points: Sequence[str] = (), *, subject: str = "s"
) -> Output:
    """An output with these claims and a summary of these points, checked."""
    summary = Summary(headline="", bottom_line="", points=tuple(Point(text=text) for text in points))
    analysis = Analysis(article=case.article.id, summary=summary, claims=tuple(claims), analyst="hand")
    checked = check_analysis(case.article, analysis)
    return Output(case=case.id, case_digest=case.digest, subject=subject, analysis=checked)


def values_of_output(case: ArticleCase, output: Output) -> dict[str, float]:
    """What each scorer gives, where it gives a value."""
    rows = score_output(case, output, scorers_for("analyse"))
    return {row.scorer: row.score.value for row in rows if isinstance(row.score, Scored)}


NOBODY = Attribution(kind=AttributionKind.NONE)
PLAIN = Stance.ASSERTED
