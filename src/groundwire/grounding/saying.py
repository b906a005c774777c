"""What somebody says goes with the verb that says it: a frame without anything said, and another verb's words under a verb.

Guarantees: a claim that is no more than who spoke, when and to whom is found only where the passage goes on to say what; words are found
under another verb only where the two verbs put what is said with unlike firmness and a conjunction stands before the passage's own.
"""

from collections.abc import Iterator, Mapping

from groundwire.domain.claim import Stance
from groundwire.domain.support import ReasonKind
from groundwire.grounding.finding import Finding, Gravity
from groundwire.grounding.gaps import Overlay
from groundwire.grounding.lexemes import lexeme
from groundwire.grounding.reading import Kind
from groundwire.text.pronouns import kind_of
from groundwire.text.reporting import Form, ReportingVerb, Takes

_FRAMES = frozenset({Takes.CLAUSE, Takes.RECIPIENT, Takes.MATTER})
_FINITE = frozenset({Form.PAST, Form.PRESENT})
_MARKS = frozenset(',;:()"“”„«»—–')
_ONLY_SAY = frozenset(("add", "announce", "declare", "explain"))
"""Verbs that may have a matter for object, but hardly ever somebody or something else."""
_WHEN_OR_WHERE = frozenset(map(lexeme, ("in", "at", "by", "during", "after", "before")))
_CIRCUMSTANCES = 3  # words of when, where and to whom, at most
_JOINS = frozenset(("and", "but"))
_LED = 2  # terms between a preposition and the noun that it leads


def find_nothing_said(sheet: Overlay) -> Iterator[Finding]:
    """A finding where the claim keeps who speaks and nothing of what is said."""
    if not sheet.claim_says:
        return
    kept = sheet.kept
    verbs = [at for at in sheet.claim_says if at in kept]
    if (
        len(verbs) != 1
        or not _says(sheet.claim_says, verbs[0])
        or not _says(sheet.source_says, kept[verbs[0]])
    ):
        return
    if any(sheet.claim[at].is_content and at not in kept for at in range(verbs[0], len(sheet.claim))):
        return
    frame = _frame(sheet, kept[verbs[0]])
    if max(kept.values()) > max(frame):
        return
    content = {place for place, term in enumerate(sheet.source) if term.is_content}
    mine = {place for at, place in kept.items() if sheet.claim[at].is_content}
    if mine <= frame and content - frame:
        said = sheet.claim_words(verbs[0])
        message = f"the claim has {said!r} and nothing of what the article goes on to say"
        span, source = sheet.claim_span(verbs[0]), sheet.source_span(kept[verbs[0]])
        yield Finding(ReasonKind.COVERAGE, Gravity.LACK, span, source, message, (verbs[0],), is_exchange=True)


def find_borrowed_words(sheet: Overlay) -> Iterator[Finding]:
    """A finding where the claim has under one verb of saying what the passage has under the next: "rejected the charge and said that"."""
    stances = {verb.stance for verb in sheet.claim_says.values()}
    if not stances or Stance.DENIED not in stances | {verb.stance for verb in sheet.source_says.values()}:
        return
    kept = sheet.kept
    for at in sheet.claim_says:
        verb = _verb_at(sheet.claim_says, at)
        following = next((one for one in range(at + 1, len(sheet.claim)) if sheet.claim[one].is_content), -1)
        if verb is None or at not in kept or following not in kept:
            continue
        for between in range(kept[at] + 2, kept[following]):
            other = _verb_at(sheet.source_says, between)
            if other is None or other.stance is verb.stance or sheet.keeps_source(between):
                continue
            if Stance.DENIED in {verb.stance, other.stance} and sheet.source[between - 1].key in _JOINS:
                said, read = sheet.claim_words(at), sheet.source_words(between)
                message = f"the claim has under {said!r} what the article has under {read!r}"
                span, source = sheet.claim_span(at), sheet.source_span(between)
                yield Finding(
                    ReasonKind.NEGATION, Gravity.CLASH, span, source, message, (at,), is_exchange=True
                )
                return


def dropped_frame(sheet: Overlay) -> frozenset[int]:
    """The positions in the passage of a frame at its end that the claim leaves out: "…, the warden, Ada Okoro, said"."""
    for at in range(len(sheet.source) - 1, 0, -1):
        if _says(sheet.source_says, at) and not sheet.keeps_source(at):
            frame = _frame(sheet, at)
            return frame if len(sheet.source) - 1 in frame and _is_marked(sheet, min(frame)) else frozenset()
    return frozenset()


def _says(verbs: Mapping[int, ReportingVerb], at: int) -> bool:
    verb = _verb_at(verbs, at)
    return verb is not None and (verb.takes is not Takes.MATTER or verb.lemma in _ONLY_SAY)


def _verb_at(verbs: Mapping[int, ReportingVerb], at: int) -> ReportingVerb | None:
    verb = verbs.get(at)
    return verb if verb is not None and verb.takes in _FRAMES and verb.forms & _FINITE else None


def _frame(sheet: Overlay, verb: int) -> frozenset[int]:
    """The positions in the passage of a verb of saying, of who speaks, and of when and to whom."""
    start = _segment(sheet, verb)
    if start and _is_marked(sheet, verb) and all(term.kind is Kind.NAME for term in sheet.source[start:verb]):
        start = _segment(sheet, start)  # "its head, Ada Okoro, said"
    end = verb + 1
    while end < len(sheet.source) and not _is_marked(sheet, end) and _is_circumstance(sheet, verb, end):
        end += 1
    return frozenset(range(start, end))


def _segment(sheet: Overlay, end: int) -> int:
    """Where the words before `end` begin that no mark parts; a mark right before `end` parts nothing."""
    start = max(0, end - 1)
    while start and not _is_marked(sheet, start):
        start -= 1
    return start


def _is_marked(sheet: Overlay, at: int) -> bool:
    between = sheet.source_text[sheet.source[at - 1].end : sheet.source[at].start]
    return any(mark in between for mark in _MARKS)


def _is_circumstance(sheet: Overlay, verb: int, at: int) -> bool:
    """Whether a term behind a verb of saying says when, where or to whom, and not what."""
    terms = sheet.source
    term = terms[at]
    is_told = sheet.source_says[verb].takes is Takes.RECIPIENT and at <= verb + 1 + _LED
    if term.key in {"that", "to"} or (at == verb + 1 and kind_of(term.form) and not is_told):
        return False
    if not term.is_content or term.kind is Kind.DATE or (term.kind is Kind.NAME and at == verb + 1):
        return True
    if sum(one.is_content for one in terms[verb + 1 : at]) >= _CIRCUMSTANCES:
        return False
    return is_told or any(one.key in _WHEN_OR_WHERE for one in terms[max(verb + 1, at - 1 - _LED) : at])
