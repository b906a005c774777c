"""Is one statement supported by one article?

Guarantees: the same statement and article give the same answer, whatever was checked before; a statement that holds no word, or
that is in a language that is not checked, is unchecked with a reason and never supported; every span of a reason slices back to its
words in the statement and in the article.
"""

import re
from dataclasses import replace
from typing import NamedTuple

from groundwire.domain.article import Evidence
from groundwire.domain.claim import Attribution, AttributionKind, Stance
from groundwire.domain.span import Span
from groundwire.domain.support import Reason, ReasonKind, Support, Verdict
from groundwire.grounding.alignment import Link
from groundwire.grounding.compare import Comparison, compare
from groundwire.grounding.context import without_context
from groundwire.grounding.finding import Finding, Gravity
from groundwire.grounding.index import ArticleIndex, Passage
from groundwire.grounding.judgement import (
    CLOSE,
    Judgement,
    in_other_language,
    judge,
    quote_findings,
    with_findings,
)
from groundwire.grounding.quoting import QuoteFound, find_quote, worst_of
from groundwire.grounding.reading import Reading, read
from groundwire.grounding.speakers import find_speaker
from groundwire.text.language import detect_language
from groundwire.text.quotations import find_quotations
from groundwire.text.reporting import find_reporting_verb
from groundwire.text.sentences import split_sentences

BY = ("checks@1",)
_CANDIDATES = 3
_MOST_EVIDENCE = 3
_NAMED_BEFORE = re.compile(r"(?P<speaker>[^:“”\"\n]{2,80}):\s(?=[“\"‘«])")
"""A speaker before a quotation, as in a transcript: `Ada Okoro: “We closed it.”`"""
_PIECE = 1500  # code points of a statement that are compared at once; longer ones are checked piece by piece
_SURELY_IT = 0.9  # share of the claim in one passage from which on no other is looked at
_SHARES_WORDS = 0.5
_AS_CLOSE = 0.05
_CANDIDATES_IN_CONTEXT = 6
_SURELY_TOLD = 0.8  # share of a claim without its context that the passage has to have
_TOLD_IN_CONTEXT = 0.85
_TOLD_IN_TITLE = 0.7
_SAME = frozenset({Link.EQUAL, Link.ALIKE})
_LEAST_IN_TITLE = 3  # content terms of a claim that a title alone may carry
_WORST_FIRST = (Verdict.CONTRADICTED, Verdict.UNSUPPORTED, Verdict.UNCHECKED, Verdict.SUPPORTED)


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


class _Credit(NamedTuple):
    """What is said of a claim beside its text: that somebody is credited, and how firmly it is put."""

    is_given: bool
    stance: Stance | None


def check_statement(index: ArticleIndex, statement: Asserted) -> Checked:
    """Check `statement` against the article of `index`."""
    parts = [part for part in _parts(statement.text) if any(map(str.isalnum, part.of(statement.text)))]
    if not parts:
        return unchecked(ReasonKind.COVERAGE, "expected a statement, found no word in it; give its text")
    checked = [_check_part(index, statement, part) for part in parts]
    return checked[0] if len(checked) == 1 else _combined(checked)


def unchecked(kind: ReasonKind, message: str) -> Checked:
    """The answer to a statement that cannot be checked, with the reason why."""
    return Checked(
        Support(verdict=Verdict.UNCHECKED, reasons=(Reason(kind=kind, message=message),), by=BY), ()
    )


def _parts(text: str) -> list[Span]:
    """The sentences of a statement, very long ones in pieces."""
    return [
        Span(start, min(start + _PIECE, span.end))
        for span in split_sentences(text)
        for start in range(span.start, span.end, _PIECE)
    ]


def _combined(checked: list[Checked]) -> Checked:
    """Several sentences are as good as the worst of them."""
    worst = min(checked, key=lambda one: _WORST_FIRST.index(one.support.verdict))
    scores = [one.support.score for one in checked if one.support.score is not None]
    reasons = tuple(reason for one in checked for reason in one.support.reasons)
    evidence = tuple(dict.fromkeys(item for one in checked for item in one.evidence))[:_MOST_EVIDENCE]
    is_open = worst.support.verdict is Verdict.UNCHECKED
    score = None if is_open else min(scores, default=None)
    support = worst.support.model_copy(update={"score": score, "reasons": reasons})
    return Checked(support, evidence)


def _check_part(index: ArticleIndex, statement: Asserted, part: Span) -> Checked:
    named = _NAMED_BEFORE.match(statement.text, part.start, part.end)
    if named and any(map(find_reporting_verb, named["speaker"].split()[-1:])):
        named = None  # “Ada Okoro said: …” is a frame, which is compared as it stands
    if named:
        part = Span(named.end(), part.end)
    text = part.of(statement.text)
    quotes = _quotes(index, text, statement.quote)
    claim = read(text, index.article.published_date, proper=index.proper)
    passages = _passages(index, claim, statement.evidence)
    if not passages:
        return _nothing_shared(quotes)
    speaker = _speaker_of(statement) or (named["speaker"] if named else "")
    credit = _Credit(bool(speaker) or _is_credited(statement), statement.stance)
    judgement = _best_judgement(index, claim, passages, credit)
    if judgement.verdict is not Verdict.SUPPORTED:
        judgement = _in_context(index, claim, statement.evidence, credit, judgement)
    if judgement.verdict is not Verdict.SUPPORTED:
        judgement = _in_title(index, claim, credit, judgement)
    found = find_speaker(index, judgement.best, speaker) if speaker else ()
    judgement = with_findings(judgement, [*found, *quote_findings(quotes)])
    if not index.is_english or _is_foreign(text, judgement):
        judgement = in_other_language(judgement, index.language)
    support = Support(
        verdict=judgement.verdict,
        score=None if judgement.verdict is Verdict.UNCHECKED else round(judgement.score, 4),
        quote=worst_of(quotes),
        reasons=_reasons(judgement, part.start),
        by=BY,
    )
    return Checked(support, _evidence(index, judgement))


def _is_foreign(text: str, judgement: Judgement) -> bool:
    """Whether a statement is in another language; one that has half its words in the article is not."""
    return judgement.best.sheet.closeness < _SHARES_WORDS and detect_language(text) not in {None, "en"}


def _nothing_shared(quotes: list[QuoteFound]) -> Checked:
    reason = Reason(kind=ReasonKind.COVERAGE, message="no sentence of the article shares a word with this")
    quote = worst_of(quotes)
    return Checked(
        Support(verdict=Verdict.UNSUPPORTED, score=0.02, quote=quote, reasons=(reason,), by=BY), ()
    )


def _is_credited(statement: Asserted) -> bool:
    return statement.attribution is not None and statement.attribution.kind is not AttributionKind.NONE


def _speaker_of(statement: Asserted) -> str:
    if statement.attribution is None or not _is_credited(statement):
        return ""
    return statement.attribution.speaker or ""


def _quotes(index: ArticleIndex, text: str, quote: str | None) -> list[QuoteFound]:
    """The quotations inside `text`, and the one that came with the statement."""
    found = [
        QuoteFound(
            quotation.inner, quotation.inner.of(text), find_quote(index.words, quotation.inner.of(text))
        )
        for quotation in find_quotations(text)
        if quotation.depth == 0
    ]
    if quote:
        found.append(QuoteFound(Span(0, len(text)), quote, find_quote(index.words, quote)))
    return found


def _passages(index: ArticleIndex, claim: Reading, stated: tuple[Span, ...]) -> list[Passage]:
    """The passages to compare with: those stated, then those found."""
    found = index.candidates(claim.terms, _CANDIDATES)
    named = index.at(stated) if stated else []
    return [passage for passage in dict.fromkeys([*named, *found]) if passage.terms]


def _best_judgement(
    index: ArticleIndex, claim: Reading, passages: list[Passage], credit: _Credit
) -> Judgement:
    """The judgement on the passage that the claim follows most closely; the first that supports it ends the search."""
    compared: list[Comparison] = []
    for passage in passages:
        comparison = compare(index, claim, passage)
        compared.append(comparison)
        if comparison.sheet.closeness >= _SURELY_IT:
            break
    ranked = sorted(
        compared, key=lambda one: (-round(one.sheet.closeness, 2), one.gravity, one.passage.number)
    )
    judged = [judge(index, one, credited=credit.is_given, stance=credit.stance) for one in ranked[:2]]
    return next(
        (one for one in judged if one.verdict is Verdict.SUPPORTED and _may_override(judged[0], one)),
        judged[0],
    )


def _in_context(
    index: ArticleIndex, claim: Reading, stated: tuple[Span, ...], credit: _Credit, first: Judgement
) -> Judgement:
    """The judgement on the claim without what the article established before; `first` where that supports nothing."""
    found = index.at(stated) if stated else []
    wider = index.candidates(claim.terms, _CANDIDATES_IN_CONTEXT)
    for passage in dict.fromkeys([*found, *wider]):
        reduced = without_context(index, claim, passage)
        if reduced is None:
            continue
        comparison = compare(index, reduced, passage)
        if comparison.sheet.closeness < _SURELY_TOLD:
            continue
        judgement = judge(index, comparison, credited=credit.is_given, stance=credit.stance)
        if judgement.verdict is Verdict.SUPPORTED:
            return replace(judgement, score=min(judgement.score, _TOLD_IN_CONTEXT))
    return first


def _in_title(index: ArticleIndex, claim: Reading, credit: _Credit, first: Judgement) -> Judgement:
    """The judgement on the claim by the article's title alone; `first`, which says where the article comes nearest, where that does not support it."""
    title = index.title_passage
    content = [term.key for term in claim.terms if term.is_content]
    if title is None or index.title_credits or len(content) < _LEAST_IN_TITLE:
        return first
    if sum(key in title.keys for key in content) < _SHARES_WORDS * len(content):
        return first
    comparison = compare(index, claim, title)
    links = {pair.link for pair in comparison.sheet.pairs}
    if comparison.sheet.closeness < 1 or comparison.gravity is not Gravity.NOTE or not links <= _SAME:
        return first
    if (
        judge(index, comparison, credited=credit.is_given, stance=credit.stance).verdict
        is not Verdict.SUPPORTED
    ):
        return first
    note = Finding(ReasonKind.COVERAGE, Gravity.NOTE, None, None, "only the title of the article says this")
    return replace(first, verdict=Verdict.SUPPORTED, score=_TOLD_IN_TITLE, findings=(note,), helpers=())


def _may_override(first: Judgement, other: Judgement) -> bool:
    """A second passage may support what the closest one lacks when it is as close, or when neither is close."""
    if first is other:
        return True
    closeness, its = first.best.sheet.closeness, other.best.sheet.closeness
    return its >= closeness - _AS_CLOSE or (closeness < CLOSE and first.verdict is not Verdict.CONTRADICTED)


def _reasons(judgement: Judgement, shift: int) -> tuple[Reason, ...]:
    ordered = sorted(judgement.findings, key=lambda finding: -finding.gravity)
    return tuple(_reason(judgement.best, finding, shift) for finding in ordered)


def _reason(best: Comparison, finding: Finding, shift: int) -> Reason:
    return Reason(
        kind=finding.kind,
        claim=finding.claim.of(best.sheet.claim_text) if finding.claim else None,
        source=finding.source.of(best.sheet.source_text) if finding.source else None,
        message=finding.message,
        claim_span=finding.claim.shifted(shift) if finding.claim else None,
        source_span=finding.source.shifted(best.passage.start) if finding.source else None,
    )


def _evidence(index: ArticleIndex, judgement: Judgement) -> tuple[Evidence, ...]:
    helpers = [index.passages[number].sentence for number in judgement.helpers]
    sentences = list(dict.fromkeys([judgement.best.passage.sentence, *helpers]))[:_MOST_EVIDENCE]
    return tuple(index.article.evidence(index.article.sentences[sentence]) for sentence in sentences)
