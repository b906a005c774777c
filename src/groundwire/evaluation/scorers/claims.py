"""Claims against labels: precision, recall, F1, and the errors by kind.

A claim is right when it is paired with a label and nothing stands between the two: no other number, date, name, negation,
and no number that the article does not have.
Pairs are the one-to-one assignment of greatest likeness.
"""

import re
from collections.abc import Iterator

from groundwire.domain.claim import Claim, Stance
from groundwire.evaluation.conflicts import ConflictKind
from groundwire.evaluation.labels import LabelledClaim
from groundwire.evaluation.matching import likeness
from groundwire.evaluation.pairing import PART, PART_BESIDE, Pair
from groundwire.evaluation.score import Finding, NotApplicable, Score
from groundwire.evaluation.scorers.scorer import Scorer, f1, scored, share
from groundwire.evaluation.sheet import ArticleSheet, is_hedged, label_spans
from groundwire.evaluation.speakers import same_speaker
from groundwire.text.modality import HedgeKind, find_hedges

_UNLABELLED = NotApplicable(reason="the article has no labelled claims")
_WRONG = {
    ConflictKind.NUMBER: "wrong number",
    ConflictKind.DATE: "wrong date",
    ConflictKind.NAME: "wrong name",
    ConflictKind.NEGATION: "wrong negation",
    ConflictKind.OPPOSITE: "the opposite",
}


def _precision(sheet: ArticleSheet) -> Score:
    if not sheet.labels:
        return _UNLABELLED
    findings = [finding for finding in find_errors(sheet) if finding.output and finding.error in _OF_OUTPUTS]
    return scored(share(len(sheet.right), len(sheet.claims)), findings)


def _recall(sheet: ArticleSheet) -> Score:
    if not sheet.labels:
        return _UNLABELLED
    findings = [finding for finding in find_errors(sheet) if finding.error in {"missed", "merged"}]
    return scored(share(len(sheet.right), len(sheet.labels)), findings)


def _f1(sheet: ArticleSheet) -> Score:
    if not sheet.labels:
        return _UNLABELLED
    value = f1(len(sheet.right), len(sheet.claims), len(sheet.labels))
    return scored(value, tuple(find_errors(sheet)))


_OF_OUTPUTS = frozenset({"invented", "invented number", "split", *_WRONG.values()})


def find_errors(sheet: ArticleSheet) -> Iterator[Finding]:
    """Every error of the claims: what was missed, invented, merged, split, or is wrong in a pair."""
    for pair in sheet.pairing.pairs:
        yield from errors_in(sheet, pair)
    paired = {pair.label for pair in sheet.pairing.pairs}
    for column, label in enumerate(sheet.labels):
        if column not in paired:
            holder = holder_of(sheet, column)
            yield Finding(
                error="missed" if holder is None else "merged",
                label=label.text,
                output="" if holder is None else sheet.claims[holder].text,
            )
    used = {pair.output for pair in sheet.pairing.pairs}
    for row, claim in enumerate(sheet.claims):
        if row not in used:
            near = [column for (output, column) in sheet.pairing.near if output == row]
            yield Finding(
                error="split" if near else "invented",
                label=sheet.labels[near[0]].text if near else "",
                output=claim.text,
            )


def holder_of(sheet: ArticleSheet, column: int) -> int | None:
    """A claim that is paired with another label and holds this one as well."""
    rows = (pair.output for pair in sheet.pairing.pairs)
    return next((row for row in rows if _holds(sheet, row, column)), None)


_OF_PARTS = {ConflictKind.NAME, ConflictKind.DATE}
"""Conflicts that may be between a label and the rest of what a claim says, and not the part that says it."""


def _holds(sheet: ArticleSheet, row: int, column: int) -> bool:
    """Whether a claim says a label among other things: most of its words, or of the article's words that it rests on."""
    if (row, column) not in sheet.beside:
        near = sheet.pairing.near.get((row, column))
        return near is not None and near.holds >= PART
    claim, label = sheet.claims[row], sheet.labels[column]
    frame = sheet.frame(claim.attribution.speaker, label.speaker)
    alike = likeness(claim.text, label.text, frame)
    if any(conflict.kind not in _OF_PARTS for conflict in alike.conflicts):
        return False
    pieces = (likeness(claim.text, words, frame).holds for words in label.evidence)
    return alike.holds >= PART_BESIDE or max(pieces) >= PART


def errors_in(sheet: ArticleSheet, pair: Pair) -> Iterator[Finding]:
    """What is wrong between the claim and the label of a pair."""
    claim, label = sheet.claims[pair.output], sheet.labels[pair.label]
    for conflict in pair.likeness.conflicts:
        note = f"{conflict.one} for {conflict.other}"
        yield Finding(error=_WRONG[conflict.kind], label=label.text, output=claim.text, note=note)
    for number in sheet.invented_numbers(pair):
        yield Finding(error="invented number", label=label.text, output=claim.text, note=number)
    if label.speaker and not same_speaker(claim.attribution.speaker, label.speaker):
        note = f"{claim.attribution.speaker or 'nobody'} for {label.speaker}"
        yield Finding(error="wrong speaker", label=label.text, output=claim.text, note=note)
    if claim.stance is not label.stance:
        note = f"{claim.stance} for {label.stance}"
        yield Finding(error="wrong stance", label=label.text, output=claim.text, note=note)
    if is_hedged(label) and not keeps_hedge(claim, label):
        yield Finding(error="lost hedge", label=label.text, output=claim.text)
    if not overlaps(sheet, pair):
        yield Finding(error="wrong evidence", label=label.text, output=claim.text)


def keeps_hedge(claim: Claim, label: LabelledClaim) -> bool:
    """Whether what the hedged `label` says stays hedged.

    In the claim's stance; in its words, "will" being enough for what is not yet and no less sure than that; or, of an opinion, in
    whose name it goes under.
    """
    if claim.stance not in {Stance.ASSERTED, Stance.CONFIRMED}:
        return True
    kinds = {hedge.kind for hedge in find_hedges(claim.text)}
    if kinds - {HedgeKind.PLANNED} or (kinds and label.stance is Stance.PREDICTED):
        return True
    if label.stance is Stance.PREDICTED and _FUTURE.search(claim.text):
        return all(hedge.kind is HedgeKind.PLANNED for hedge in find_hedges(label.text))
    return label.stance is Stance.OPINION and claim.attribution.speaker is not None


_FUTURE = re.compile(r"\b(?:will|shall|won['’]t|due|about to|ahead|to be|next)\b", re.IGNORECASE)


def overlaps(sheet: ArticleSheet, pair: Pair) -> bool:
    """Whether the claim's evidence touches the label's."""
    spans = label_spans(sheet.case.article.text, sheet.labels[pair.label])
    return any(item.span.overlaps(span) for item in sheet.claims[pair.output].evidence for span in spans)


SCORERS = (
    Scorer(name="claims.precision", version=4, meaning="claims that are labelled claims", score=_precision),
    Scorer(name="claims.recall", version=4, meaning="labelled claims that were found", score=_recall),
    Scorer(name="claims.f1", version=4, meaning="harmonic mean of the two", score=_f1),
)
