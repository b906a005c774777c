"""The summary against key points, traps, hedges and speakers.

A sentence tells a statement when it holds most of its words and nothing stands between the two. An empty summary avoids no trap and
keeps no hedge: it scores 0.
"""

from collections.abc import Sequence

from groundwire.domain.claim import AttributionKind
from groundwire.evaluation.conflicts import quantities_agree
from groundwire.evaluation.labels import KeyPoint, LabelledClaim, Trap
from groundwire.evaluation.matching import Likeness, likeness
from groundwire.evaluation.score import Finding, NotApplicable, Score
from groundwire.evaluation.scorers.scorer import Scorer, scored, share
from groundwire.evaluation.sheet import ArticleSheet, Told, is_hedged
from groundwire.evaluation.statement import read_statement
from groundwire.evaluation.wording import word_links
from groundwire.text.numbers import Bound
from groundwire.text.reporting import Takes, find_reporting_verb
from groundwire.text.tokens import tokenise

_COVERED = 0.55  # share of a key point that one sentence has to hold
_COVERED_BY_TWO = 0.6  # the same of the two sentences that hold most of it
_CREDITING = frozenset({Takes.CLAUSE, Takes.RECIPIENT, Takes.MATTER, Takes.THOUGHT})
_OTHER_LANGUAGE = NotApplicable(reason="hedges and reporting words are read in English only")
_FIRMER = (
    0.5  # what is left of the likeness to a truth when the words that weaken it, or who says it, are gone
)
_FALSE_WORDS = 0.5  # share of the words that make a trap false which a sentence has to have
_FEW_FALSE = 2  # words below which a trap is false by a number or by what it leaves out, not by them
_FALLEN = 0.65  # share of a trap that a sentence has to hold to say it


def _key_points(sheet: ArticleSheet) -> Score:
    points = sheet.case.labels.key_points
    if not points:
        return NotApplicable(reason="the article has no key points")
    covered = covered_points(sheet)
    missing = [point for point in points if point.id not in covered]
    lost = sum(point.weight for point in missing)
    total = sum(point.weight for point in points)
    findings = [
        Finding(error="left out", label=point.text, note=f"weight {point.weight}") for point in missing
    ]
    return scored(share(total - lost, total), findings)


def covered_points(sheet: ArticleSheet) -> frozenset[str]:
    """The ids of the key points that the summary tells; a sentence that falls into a trap tells none."""
    fallen = {sentence for _, sentence in fallen_traps(sheet)}
    sentences = [sentence for sentence in sheet.sentences if sentence not in fallen]
    return frozenset(
        point.id for point in sheet.case.labels.key_points if _is_covered(sheet, point, sentences)
    )


def _is_covered(sheet: ArticleSheet, point: KeyPoint, sentences: Sequence[str]) -> bool:
    """Whether one sentence says the point, or two say it together; who is credited for it need not be named."""
    frame = sheet.frame(*(label.speaker for label in sheet.labels if label.id in point.claims))
    near = [(likeness(point.text, sentence, frame), sentence) for sentence in sentences]
    if any(alike.held >= _COVERED and not alike.conflicts for alike, _ in near):
        return True
    both = " ".join(sentence for _, sentence in sorted(near, key=lambda pair: -pair[0].held)[:2])
    alike = likeness(point.text, both, frame)
    return alike.held >= _COVERED_BY_TWO and not alike.conflicts


def _traps(sheet: ArticleSheet) -> Score:
    traps = sheet.case.labels.traps
    if not traps:
        return NotApplicable(reason="the article has no traps")
    fallen = fallen_traps(sheet)
    findings = [
        Finding(error=f"trap: {trap.kind}", label=trap.text, output=said, note=trap.why)
        for trap, said in fallen
    ]
    avoided = len(traps) - len({trap.id for trap, _ in fallen}) if sheet.sentences else 0
    return scored(share(avoided, len(traps)), findings)


def fallen_traps(sheet: ArticleSheet) -> list[tuple[Trap, str]]:
    """Each trap with a sentence that says it."""
    traps = sheet.case.labels.traps
    return [
        (trap, sentence) for trap in traps for sentence in sheet.sentences if _says(sheet, sentence, trap)
    ]


def _says(sheet: ArticleSheet, sentence: str, trap: Trap) -> bool:
    """Whether a sentence says a trap: all but all of it, and no truth accounts for more of the sentence."""
    to_trap = likeness(trap.text, sentence, sheet.frame())
    is_weaker = bool(read_statement(sentence).hedges) and not read_statement(trap.text).hedges
    if (
        to_trap.conflicts
        or to_trap.held < _FALLEN
        or is_weaker
        or not _has_what_is_false(sheet, sentence, trap)
    ):
        return False
    points = (_truth_of_point(sheet, point, sentence) for point in sheet.case.labels.key_points)
    labels = (_truth_of_label(sheet, label, sentence) for label in sheet.labels)
    return to_trap.holds > max((*points, *labels), default=0.0)


def _has_what_is_false(sheet: ArticleSheet, sentence: str, trap: Trap) -> bool:
    """Whether the sentence has half of the words at least by which the trap differs from the label that is most like it."""
    labels = sorted(sheet.labels, key=lambda label: likeness(trap.text, label.text, sheet.frame()).topic)
    own = read_statement(trap.text, sheet.setting).weights
    if labels:
        true = dict(word_links(own, read_statement(labels[-1].text, sheet.setting).weights))
        own = {key: weight for key, weight in own.items() if key not in true}
    said = dict(word_links(own, read_statement(sentence, sheet.setting).weights))
    return len(own) < _FEW_FALSE or len(said) >= _FALSE_WORDS * len(own)


def _truth_of_label(sheet: ArticleSheet, label: LabelledClaim, sentence: str) -> float:
    """How much of the sentence a label accounts for: less where the sentence tells as a fact what is not told as one."""
    alike = likeness(label.text, sentence, sheet.frame(label.speaker))
    is_firmer = is_hedged(label) and not _is_told_with_care(Told(label, sentence, alike))
    return _accounted(alike, is_firmer=is_firmer or _is_bound_lost(label.text, sentence))


def _truth_of_point(sheet: ArticleSheet, point: KeyPoint, sentence: str) -> float:
    alike = likeness(point.text, sentence, sheet.frame())
    is_firmer = bool(read_statement(point.text).hedges) and not read_statement(sentence).hedges
    return _accounted(alike, is_firmer=is_firmer or _is_bound_lost(point.text, sentence))


def _accounted(alike: Likeness, *, is_firmer: bool) -> float:
    if alike.conflicts:
        return 0.0
    return alike.holds * (_FIRMER if is_firmer else 1.0)


def _is_bound_lost(truth: str, sentence: str) -> bool:
    """Whether the sentence has a number of the truth without the "at least" or "up to" that goes with it."""
    bounded = [one for one in read_statement(truth).quantities if one.bound not in {Bound.EXACT, Bound.ABOUT}]
    exact = [one for one in read_statement(sentence).quantities if one.bound is Bound.EXACT]
    return any(quantities_agree(one, other) for one in bounded for other in exact)


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
    Scorer(name="summary.key_points", version=3, meaning="key points covered, by weight", score=_key_points),
    Scorer(name="summary.traps", version=3, meaning="traps not fallen into", score=_traps),
    Scorer(name="summary.hedges", version=3, meaning="hedged labels not told as plain facts", score=_hedges),
    Scorer(
        name="summary.attribution",
        version=3,
        meaning="credited labels not told without a speaker",
        score=_attribution,
    ),
)
