"""Checks of a whole analysis: every claim, point, headline and bottom line gets its support."""

from groundwire.domain.analysis import Analysis
from groundwire.domain.article import Article, Evidence
from groundwire.domain.claim import Claim
from groundwire.domain.span import Span
from groundwire.domain.summary import Point, Summary
from groundwire.domain.support import Reason, ReasonKind, Support, Verdict
from groundwire.grounding.check import BY, Asserted, Checked, check_statement
from groundwire.grounding.index import ArticleIndex, index_article


def check_analysis(article: Article, analysis: Analysis) -> Analysis:
    """`analysis` with the support of every statement filled in.

    Evidence stays as stated where it was stated; a statement without any gets what was found.
    """
    index = index_article(article)
    claims = tuple(_checked_claim(index, claim) for claim in analysis.claims)
    return analysis.model_copy(
        update={"claims": claims, "summary": _checked_summary(index, analysis.summary)}
    )


def _checked_headline(index: ArticleIndex, summary: Summary) -> Checked:
    if summary.headline == index.article.title:
        # The outlet's own words about the whole article: no one sentence has to carry them.
        message = "the headline is the outlet's own, and was not compared with the article"
        reason = Reason(kind=ReasonKind.COVERAGE, claim=summary.headline, message=message)
        return Checked(Support(verdict=Verdict.UNCHECKED, reasons=(reason,), by=BY), ())
    return _checked_text(index, summary.headline, summary.headline_evidence)


def _spans(evidence: tuple[Evidence, ...]) -> tuple[Span, ...]:
    return tuple(item.span for item in evidence)


def _checked_claim(index: ArticleIndex, claim: Claim) -> Claim:
    statement = Asserted(
        claim.text, _spans(claim.evidence), attribution=claim.attribution, stance=claim.stance
    )
    return claim.model_copy(update={"support": check_statement(index, statement).support})


def _checked_text(index: ArticleIndex, text: str, evidence: tuple[Evidence, ...]) -> Checked:
    checked = check_statement(index, Asserted(text, _spans(evidence)))
    return Checked(checked.support, evidence or checked.evidence)


def _checked_point(index: ArticleIndex, point: Point) -> Point:
    checked = _checked_text(index, point.text, point.evidence)
    return point.model_copy(update={"support": checked.support, "evidence": checked.evidence})


def _checked_summary(index: ArticleIndex, summary: Summary) -> Summary:
    headline = _checked_headline(index, summary)
    bottom_line = _checked_text(index, summary.bottom_line, summary.bottom_line_evidence)
    return summary.model_copy(
        update={
            "points": tuple(_checked_point(index, point) for point in summary.points),
            "headline_support": headline.support,
            "headline_evidence": headline.evidence,
            "bottom_line_support": bottom_line.support,
            "bottom_line_evidence": bottom_line.evidence,
        }
    )
