"""What goes with a claim: its evidence, its speaker, how firmly it is put.

Guarantee: the denominators are the labels, so that a claim that was not found counts against each of them.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable

from groundwire.domain.article import Article
from groundwire.domain.claim import Claim, Stance
from groundwire.domain.span import Span
from groundwire.evaluation.labels import LabelledClaim
from groundwire.evaluation.score import Finding, NotApplicable, Score
from groundwire.evaluation.scorers.claims import keeps_hedge
from groundwire.evaluation.scorers.scorer import Scorer, f1, scored, share
from groundwire.evaluation.sheet import ArticleSheet, is_hedged, label_spans
from groundwire.evaluation.speakers import same_speaker


def _evidence(sheet: ArticleSheet) -> Score:
    """By sentences, because a model answers with their numbers: whoever cites the clause alone has neither more nor less."""
    if not sheet.labels:
        return NotApplicable(reason="the article has no labelled claims")
    article = sheet.case.article
    total, findings = 0.0, []
    for pair in sheet.pairing.pairs:
        claim, label = sheet.claims[pair.output], sheet.labels[pair.label]
        wanted = _sentences(article, label_spans(article.text, label))
        found = _sentences(article, (item.span for item in claim.evidence))
        value = f1(len(found & wanted), len(found), len(wanted))
        total += value
        if value == 0:
            findings.append(
                Finding(error="wrong evidence", label=label.evidence[0], output=claim.evidence[0].quote)
            )
    return scored(total / len(sheet.labels), findings)


def _sentences(article: Article, spans: Iterable[Span]) -> set[int]:
    """The numbers of the sentences that the spans touch."""
    starts = [start for start, _ in article.sentences]
    return {
        number
        for start, end in spans
        for number in range(bisect_right(starts, start) - 1, bisect_left(starts, end))
    }


def _speakers(sheet: ArticleSheet) -> Score:
    return _agreement(
        sheet,
        wanted=lambda label: bool(label.speaker),
        given=lambda claim: bool(claim.attribution.speaker),
        agree=lambda claim, label: same_speaker(claim.attribution.speaker, label.speaker),
    )


def _stances(sheet: ArticleSheet) -> Score:
    return _agreement(
        sheet,
        wanted=lambda label: label.stance is not Stance.ASSERTED,
        given=lambda claim: claim.stance is not Stance.ASSERTED,
        agree=lambda claim, label: claim.stance is label.stance,
    )


def _agreement(
    sheet: ArticleSheet,
    *,
    wanted: Callable[[LabelledClaim], bool],
    given: Callable[[Claim], bool],
    agree: Callable[[Claim, LabelledClaim], bool],
) -> Score:
    """F1 of a property that not every claim has, over pairs for what was given and over labels for what was wanted."""
    asked = sum(map(wanted, sheet.labels))
    if not asked:
        return NotApplicable(reason="no label of the article has one")
    right, made, findings = 0, 0, []
    for pair in sheet.pairing.pairs:
        claim, label = sheet.claims[pair.output], sheet.labels[pair.label]
        made += given(claim)
        is_right = given(claim) and wanted(label) and agree(claim, label)
        right += is_right
        if (given(claim) or wanted(label)) and not is_right:
            note = f"{_said(claim)} for {label.speaker or 'nobody'}, {label.stance}"
            findings.append(Finding(error="differs", label=label.text, output=claim.text, note=note))
    return scored(f1(right, made, asked), findings)


def _said(claim: Claim) -> str:
    return f"{claim.attribution.speaker or 'nobody'}, {claim.stance}"


def _hedges(sheet: ArticleSheet) -> Score:
    hedged = [column for column, label in enumerate(sheet.labels) if is_hedged(label)]
    if not hedged:
        return NotApplicable(reason="no label of the article is hedged")
    kept, findings = 0, []
    for pair in sheet.pairing.pairs:
        if pair.label not in hedged:
            continue
        claim = sheet.claims[pair.output]
        if keeps_hedge(claim, sheet.labels[pair.label]):
            kept += 1
        else:
            label = sheet.labels[pair.label]
            findings.append(Finding(error="lost hedge", label=label.text, output=claim.text))
    return scored(share(kept, len(hedged)), findings)


SCORERS = (
    Scorer(
        name="claims.evidence",
        version=4,
        meaning="sentences of the evidence in common, F1, over all labels",
        score=_evidence,
    ),
    Scorer(name="claims.speakers", version=4, meaning="F1 of who is credited", score=_speakers),
    Scorer(name="claims.stance", version=4, meaning="F1 of how firmly a claim is put", score=_stances),
    Scorer(name="claims.hedges", version=4, meaning="hedged labels whose claim is hedged too", score=_hedges),
)
