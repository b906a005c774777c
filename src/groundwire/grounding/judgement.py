"""From what was found about a claim to a verdict, a score and reasons.

Two ways of telling are judged apart. A claim that follows a passage closely is held to its words: one word exchanged or added
without licence is enough. A claim that tells freely what several passages say is held to its numbers, dates, names and the share
of its words that they carry.

Guarantees: a clash at a place that both texts share makes a claim contradicted, whatever else carries it; the score lies in the band
of its verdict, so that it orders across articles.
"""

from dataclasses import dataclass, replace

from groundwire.domain.claim import Stance
from groundwire.domain.support import QuoteVerdict, ReasonKind, Verdict
from groundwire.grounding.assembly import (
    Assembly,
    assemble,
    find_contraries,
    find_strangers,
    is_carried_elsewhere,
    lacks_value,
)
from groundwire.grounding.compare import Comparison
from groundwire.grounding.finding import Finding, Gravity
from groundwire.grounding.index import ArticleIndex
from groundwire.grounding.quoting import QuoteFound
from groundwire.text.reporting import find_reporting_verb

CLOSE = 0.6
"""Share of a claim's content that stands in its best passage from which on it is held to the passage's words."""
_HALF = 0.5
_COMPARABLE = 0.68
"""Share from which on the two speak of the same thing, so that another value there contradicts."""
_SURELY_COMPARABLE = 0.8
_WORDING = frozenset({ReasonKind.COVERAGE, ReasonKind.NAME})
_ALL_BUT = 0.95
_TOLD = 0.72
"""Share of a freely told claim's content that the article has to carry."""
_FREE_TERMS = 8
"""Content terms from which on a claim can be told freely; a shorter one has nothing to spare."""
_OPEN_STANCES = frozenset({Stance.ALLEGED, Stance.PREDICTED, Stance.OPINION, Stance.DENIED})


@dataclass(frozen=True)
class Judgement:
    """A verdict with what it rests on."""

    verdict: Verdict
    score: float
    best: Comparison
    findings: tuple[Finding, ...]
    helpers: tuple[int, ...] = ()


def judge(index: ArticleIndex, best: Comparison, *, credited: bool, stance: Stance | None) -> Judgement:
    """Judge the claim that `best` compares; what is `credited` or put with a `stance` may leave out its frame."""
    findings = tuple(
        finding for finding in best.findings if not _is_said(best, finding, credited=credited, stance=stance)
    )
    closeness = best.sheet.closeness
    gravity = max((finding.gravity for finding in findings), default=Gravity.NOTE)
    if gravity is Gravity.NOTE and closeness >= CLOSE:
        return Judgement(Verdict.SUPPORTED, _supported_score(closeness, findings), best, findings)
    if gravity is Gravity.CLASH and closeness >= CLOSE and _is_comparable(best, findings):
        return Judgement(Verdict.CONTRADICTED, _contradicted_score(findings), best, findings)
    assembly = assemble(index, best)
    if closeness >= CLOSE or _content_terms(best) < _FREE_TERMS:
        return _judge_close(index, best, findings, assembly)
    return _judge_free(index, best, findings, assembly)


def with_findings(judgement: Judgement, more: list[Finding]) -> Judgement:
    """`judgement` after findings that do not come of laying the words side by side."""
    if not more:
        return judgement
    findings = (*judgement.findings, *more)
    gravity = max(finding.gravity for finding in more)
    if gravity is Gravity.CLASH and judgement.verdict is not Verdict.UNSUPPORTED:
        return replace(
            judgement, verdict=Verdict.CONTRADICTED, score=_contradicted_score(findings), findings=findings
        )
    if gravity is Gravity.LACK and judgement.verdict is Verdict.SUPPORTED:
        return replace(
            judgement, verdict=Verdict.UNSUPPORTED, score=_unsupported_score(0.9), findings=findings
        )
    return replace(judgement, findings=findings)


def quote_findings(quotes: list[QuoteFound]) -> list[Finding]:
    """What altered and absent quotations mean for the claim."""
    found: list[Finding] = []
    for quote in quotes:
        if quote.verdict is QuoteVerdict.ALTERED:
            message = f"the article has {quote.text!r} in other words"
            found.append(Finding(ReasonKind.QUOTE, Gravity.CLASH, quote.span, None, message))
        elif quote.verdict is QuoteVerdict.ABSENT:
            message = f"the article does not have the words {quote.text!r}"
            found.append(Finding(ReasonKind.QUOTE, Gravity.LACK, quote.span, None, message))
    return found


# German writes every noun like a name, so that its names are not compared.
_ANY_LANGUAGE = frozenset({ReasonKind.NUMBER, ReasonKind.DATE, ReasonKind.NAME, ReasonKind.QUOTE})


def in_other_language(judgement: Judgement, language: str | None) -> Judgement:
    """What holds in a language of which only numbers, dates, names and quotations are compared."""
    if (
        judgement.verdict is Verdict.SUPPORTED
        and judgement.best.sheet.closeness == 1
        and not judgement.findings
    ):
        return judgement
    compared = _ANY_LANGUAGE - ({ReasonKind.NAME} if (language or "").startswith("de") else set())
    typed = tuple(finding for finding in judgement.findings if finding.kind in compared)
    if judgement.verdict is Verdict.CONTRADICTED and any(
        finding.gravity is Gravity.CLASH for finding in typed
    ):
        return replace(judgement, findings=typed)
    message = f"expected English, found {language or 'another language'!r}: only numbers, dates, names and quotations are compared"
    reason = Finding(ReasonKind.LANGUAGE, Gravity.NOTE, None, None, message)
    return replace(judgement, verdict=Verdict.UNCHECKED, findings=(reason, *typed))


def _content_terms(best: Comparison) -> int:
    return sum(term.is_content for term in best.sheet.claim)


def _is_said(best: Comparison, finding: Finding, *, credited: bool, stance: Stance | None) -> bool:
    """Whether the claim says elsewhere, in its attribution or stance, what the finding misses."""
    if finding.gravity is Gravity.CLASH:
        return False
    if finding.kind is ReasonKind.ATTRIBUTION and not finding.places:
        return credited or stance in _OPEN_STANCES
    if finding.kind is not ReasonKind.MODALITY:
        return False
    words = finding.source.of(best.sheet.source_text) if finding.source else ""
    return stance in _OPEN_STANCES or (credited and find_reporting_verb(words) is not None)


def _judge_close(
    index: ArticleIndex, best: Comparison, findings: tuple[Finding, ...], assembly: Assembly
) -> Judgement:
    closeness = best.sheet.closeness
    left = tuple(finding for finding in findings if not is_carried_elsewhere(index, best, finding, assembly))
    gravity = max((finding.gravity for finding in left), default=Gravity.NOTE)
    if gravity is Gravity.CLASH and _is_comparable(best, left):
        return Judgement(Verdict.CONTRADICTED, _contradicted_score(left), best, left)
    if gravity is not Gravity.NOTE or closeness < _HALF:
        return Judgement(Verdict.UNSUPPORTED, _unsupported_score(assembly.coverage), best, left)
    return Judgement(Verdict.SUPPORTED, _supported_score(closeness, left) - 0.1, best, left, assembly.helpers)


def _is_comparable(best: Comparison, findings: tuple[Finding, ...]) -> bool:
    """Whether the two speak of the same thing: enough of the claim is there, or all of it but what clashes."""
    closeness, terms = best.sheet.closeness, best.sheet.claim
    total = sum(term.weight for term in terms if term.is_content)
    clashing = {at for finding in findings if finding.gravity is Gravity.CLASH for at in finding.places}
    rest = sum(terms[at].weight for at in clashing if terms[at].is_content)
    has_more = any(
        finding.gravity is Gravity.LACK
        and finding.kind in _WORDING
        and not clashing.issuperset(finding.places)
        for finding in findings
    )
    if has_more:
        return closeness >= _SURELY_COMPARABLE
    return closeness >= _COMPARABLE or (closeness >= _HALF and closeness * total + rest >= _ALL_BUT * total)


def _judge_free(
    index: ArticleIndex, best: Comparison, findings: tuple[Finding, ...], assembly: Assembly
) -> Judgement:
    closeness = best.sheet.closeness
    kept = tuple(finding for finding in findings if _counts_when_free(finding, assembly))
    clashes = tuple(finding for finding in kept if finding.gravity is Gravity.CLASH)
    contraries = (*find_contraries(best, assembly), *find_strangers(index, best))
    is_barred = bool(contraries) or any(map(_bars, findings)) or lacks_value(best, assembly)
    if assembly.coverage >= _TOLD and not clashes and not is_barred:
        score = 0.55 + 0.15 * closeness + 0.5 * (assembly.coverage - _TOLD)
        return Judgement(Verdict.SUPPORTED, min(0.85, score), best, kept, assembly.helpers)
    return Judgement(
        Verdict.UNSUPPORTED, _unsupported_score(assembly.coverage), best, (*contraries, *(kept or findings))
    )


def _counts_when_free(finding: Finding, assembly: Assembly) -> bool:
    if finding.kind is ReasonKind.ROLE and not finding.is_exchange:
        return False  # in free telling every order is another one
    if finding.gravity is Gravity.CLASH:
        return finding.is_local
    if finding.places and not any(at in assembly.missing for at in finding.places):
        return False
    return finding.is_local or finding.kind is not ReasonKind.MODALITY


def _bars(finding: Finding) -> bool:
    """Whether a finding bars a freely told claim, however much of its words the article has."""
    if finding.kind is ReasonKind.NEGATION:
        return True
    return (
        finding.kind in {ReasonKind.MODALITY, ReasonKind.COMPARISON}
        and finding.is_local
        and finding.gravity > 0
    )


def _supported_score(closeness: float, findings: tuple[Finding, ...]) -> float:
    return max(0.6, 0.99 - 0.3 * (1 - closeness) - 0.05 * len(findings))


def _unsupported_score(coverage: float) -> float:
    return 0.05 + 0.4 * max(0.0, coverage) ** 2


def _contradicted_score(findings: tuple[Finding, ...]) -> float:
    clashes = sum(finding.gravity is Gravity.CLASH for finding in findings)
    return 0.04 / max(1, clashes)
