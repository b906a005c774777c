"""Is one statement supported by one article?"""

from typing import NamedTuple

from groundwire.domain.article import Evidence
from groundwire.domain.claim import Attribution, Stance
from groundwire.domain.span import Span
from groundwire.domain.support import Reason, ReasonKind, Support, Verdict
from groundwire.grounding.compare import Comparison, compare
from groundwire.grounding.finding import Finding, Gravity
from groundwire.grounding.index import ArticleIndex
from groundwire.grounding.reading import read

BY = ("checks@1",)
_CANDIDATES = 3
_CLOSE = 0.5  # share of the claim that must be in place before a difference is a contradiction


class Asserted(NamedTuple):
    """A statement to be checked. What `attribution` and `stance` say counts as said, whatever `text` leaves out."""

    text: str
    evidence: tuple[Span, ...] = ()
    quote: str | None = None
    attribution: Attribution | None = None
    stance: Stance | None = None


class Checked(NamedTuple):
    """What was found: the verdict with its reasons, and the sentences that carry the statement."""

    support: Support
    evidence: tuple[Evidence, ...]


def check_statement(index: ArticleIndex, statement: Asserted) -> Checked:
    """Check `statement` against the article of `index`."""
    claim = read(statement.text, index.article.published_date, proper=index.proper)
    if not claim.terms:
        reason = Reason(
            kind=ReasonKind.COVERAGE, message="expected a statement, found no word in it; give its text"
        )
        return Checked(Support(verdict=Verdict.UNCHECKED, reasons=(reason,), by=BY), ())
    candidates = index.candidates(claim.terms, _CANDIDATES)
    if not candidates:
        reason = Reason(
            kind=ReasonKind.COVERAGE, message="no sentence of the article shares a word with the claim"
        )
        return Checked(Support(verdict=Verdict.UNSUPPORTED, score=0.02, reasons=(reason,), by=BY), ())
    compared = [compare(index, claim, passage) for passage in candidates]
    best = min(
        compared, key=lambda one: (-round(one.sheet.closeness - 0.2 * one.gravity, 3), one.passage.number)
    )
    return _verdict(index, best)


def _verdict(index: ArticleIndex, best: Comparison) -> Checked:
    closeness = best.sheet.closeness
    gravity = best.gravity
    if gravity is Gravity.CLASH and closeness >= _CLOSE:
        verdict = Verdict.CONTRADICTED
    elif gravity is Gravity.NOTE and closeness > 0.7:
        verdict = Verdict.SUPPORTED
    else:
        verdict = Verdict.UNSUPPORTED
    reasons = tuple(_reason(best, finding) for finding in sorted(best.findings, key=lambda one: -one.gravity))
    evidence = (index.article.evidence(index.article.sentences[best.passage.sentence]),)
    return Checked(Support(verdict=verdict, score=closeness, reasons=reasons, by=BY), evidence)


def _reason(best: Comparison, finding: Finding) -> Reason:
    source = finding.source.shifted(best.passage.start) if finding.source else None
    return Reason(
        kind=finding.kind,
        claim=finding.claim.of(best.sheet.claim_text) if finding.claim else None,
        source=finding.source.of(best.sheet.source_text) if finding.source else None,
        message=finding.message,
        claim_span=finding.claim,
        source_span=source,
    )
