"""The summary against key points, traps, hedges and speakers.

A sentence tells a statement when it holds most of its words and nothing stands between the two. An empty summary avoids no trap and
keeps no hedge: it scores 0.
"""

from groundwire.domain.claim import AttributionKind
from groundwire.evaluation.labels import KeyPoint, LabelledClaim, Trap
from groundwire.evaluation.matching import likeness, read_statement
from groundwire.evaluation.score import Finding, NotApplicable, Score
from groundwire.evaluation.scorers.scorer import Scorer, scored, share
from groundwire.evaluation.sheet import ArticleSheet, Told, is_hedged
from groundwire.text.reporting import Takes, find_reporting_verb
from groundwire.text.tokens import tokenise

_COVERED = 0.6  # share of a key point that one sentence has to hold
_CREDITING = frozenset({Takes.CLAUSE, Takes.RECIPIENT, Takes.MATTER, Takes.THOUGHT})
_OTHER_LANGUAGE = NotApplicable(reason="hedges and reporting words are read in English only")
_FIRMER = 0.8  # what is left of the likeness to a hedged truth when the hedge is gone
_FALLEN = 0.6  # likeness to a trap from which a sentence says it, when no label is more like it


def _key_points(sheet: ArticleSheet) -> Score:
    points = sheet.case.labels.key_points
    if not points:
        return NotApplicable(reason="the article has no key points")
    missing = [point for point in points if not _is_covered(point, sheet.sentences)]
    lost = sum(point.weight for point in missing)
    total = sum(point.weight for point in points)
    findings = [
        Finding(error="left out", label=point.text, note=f"weight {point.weight}") for point in missing
    ]
    return scored(share(total - lost, total), findings)


def _is_covered(point: KeyPoint, sentences: tuple[str, ...]) -> bool:
    near = (likeness(point.text, sentence) for sentence in sentences)
    return any(alike.held >= _COVERED and not alike.conflicts for alike in near)


def _traps(sheet: ArticleSheet) -> Score:
    traps = sheet.case.labels.traps
    if not traps:
        return NotApplicable(reason="the article has no traps")
    fallen = [
        (trap, sentence) for trap in traps for sentence in sheet.sentences if _says(sheet, sentence, trap)
    ]
    findings = [
        Finding(error=f"trap: {trap.kind}", label=trap.text, output=said, note=trap.why)
        for trap, said in fallen
    ]
    avoided = len(traps) - len({trap.id for trap, _ in fallen}) if sheet.sentences else 0
    return scored(share(avoided, len(traps)), findings)


def _says(sheet: ArticleSheet, sentence: str, trap: Trap) -> bool:
    to_trap = likeness(trap.text, sentence)
    is_weaker = bool(read_statement(sentence).hedges) and not read_statement(trap.text).hedges
    if to_trap.conflicts or to_trap.topic < _FALLEN or is_weaker:
        return False
    truths = [label.text for label in sheet.labels] + [point.text for point in sheet.case.labels.key_points]
    return to_trap.score > max((_truth_of(truth, sentence) for truth in truths), default=0.0)


def _truth_of(truth: str, sentence: str) -> float:
    """How much the sentence is the truth: less, when it leaves out the words that weaken it."""
    is_firmer = bool(read_statement(truth).hedges) and not read_statement(sentence).hedges
    return likeness(truth, sentence).score * (_FIRMER if is_firmer else 1.0)


def _hedges(sheet: ArticleSheet) -> Score:
    if sheet.case.article.language not in {None, "en"}:
        return _OTHER_LANGUAGE
    hedged = [label for label in sheet.labels if is_hedged(label)]
    if not hedged:
        return NotApplicable(reason="no label of the article is hedged")
    lost = [told for told in sheet.told if told.label in hedged and not _is_told_with_care(told)]
    findings = [Finding(error="lost hedge", label=told.label.text, output=told.sentence) for told in lost]
    return scored(_kept(sheet, len(lost), len(hedged)), findings)


def _is_told_with_care(told: Told) -> bool:
    return bool(read_statement(told.sentence).hedges) or _credits(told.sentence, told.label)


def _attribution(sheet: ArticleSheet) -> Score:
    if sheet.case.article.language not in {None, "en"}:
        return _OTHER_LANGUAGE
    credited = [label for label in sheet.labels if label.attribution is not AttributionKind.NONE]
    if not credited:
        return NotApplicable(reason="no label of the article credits anybody")
    lost = [told for told in sheet.told if told.label in credited and not _credits(told.sentence, told.label)]
    findings = [
        Finding(
            error="lost speaker", label=told.label.text, output=told.sentence, note=told.label.speaker or ""
        )
        for told in lost
    ]
    return scored(_kept(sheet, len(lost), len(credited)), findings)


def _credits(sentence: str, label: LabelledClaim) -> bool:
    """Whether the sentence names the speaker, or at least says that somebody said so."""
    names = read_statement(sentence).names
    if label.speaker and any(word.casefold() in names for word in label.speaker.split()):
        return True
    verbs = (find_reporting_verb(token.text) for token in tokenise(sentence))
    return "according" in sentence.casefold() or any(
        verb is not None and verb.takes in _CREDITING for verb in verbs
    )


def _kept(sheet: ArticleSheet, lost: int, whole: int) -> float:
    return share(whole - lost, whole) if sheet.sentences else 0.0


SCORERS = (
    Scorer(name="summary.key_points", version=1, meaning="key points covered, by weight", score=_key_points),
    Scorer(name="summary.traps", version=1, meaning="traps not fallen into", score=_traps),
    Scorer(name="summary.hedges", version=1, meaning="hedged labels not told as plain facts", score=_hedges),
    Scorer(
        name="summary.attribution",
        version=1,
        meaning="credited labels not told without a speaker",
        score=_attribution,
    ),
)
