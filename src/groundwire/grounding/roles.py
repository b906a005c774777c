"""Who did what to whom: two terms of the passage that the claim has in each other's place.

Guarantee: a finding needs two terms in the opposite order with the same verb between them in both texts, or with each other's
prepositions; a frame that moved ("…, she said"), a passive for an active and a list in another order are no findings.
"""

from collections.abc import Iterator
from typing import NamedTuple

from groundwire.domain.support import ReasonKind
from groundwire.grounding.finding import Finding, Gravity
from groundwire.grounding.gaps import Overlay
from groundwire.grounding.genitives import genitive_changed, keeps_its_verb
from groundwire.grounding.reading import Kind, Term
from groundwire.grounding.word_classes import PREPOSITIONS
from groundwire.text.reporting import find_reporting_verb

_ACTORS = frozenset({Kind.NAME, Kind.NUMBER, Kind.WORD})
_QUOTE_MARKS = frozenset('"“”„«»')
_FRAMED = 3  # terms of what is said, at least, that a frame moves past
_BESIDE = 4  # terms between a speaker, title and all, and the verb of saying


class _Kept(NamedTuple):
    """A term that both have: its places."""

    claim: int
    source: int


def find_roles(sheet: Overlay) -> Iterator[Finding]:
    """One finding for the first two terms that changed places."""
    if not sheet.moved:
        return
    kept = sorted(
        _Kept(claim, source) for claim, source in sheet.kept.items() if sheet.claim[claim].kind in _ACTORS
    )
    for claim, source in sorted(sheet.moved.items()):
        mover = _Kept(claim, source)
        if sheet.claim[claim].kind not in _ACTORS or keeps_its_verb(sheet, claim, source):
            continue
        crossed = [
            other for other in kept if (other.claim < claim) == (other.source > source) and other != mover
        ]
        for other in crossed:
            if _changed_places(sheet, kept, mover, other) and not _is_frame(sheet, kept, mover, other):
                yield _finding(sheet, mover)
                return


def _finding(sheet: Overlay, mover: _Kept) -> Finding:
    said = sheet.claim_words(mover.claim)
    message = f"the claim has {said!r} in another role than the article"
    span, source = sheet.claim_span(mover.claim), sheet.source_span(mover.source)
    return Finding(ReasonKind.ROLE, Gravity.CLASH, span, source, message, (mover.claim,))


def _changed_places(sheet: Overlay, kept: list[_Kept], one: _Kept, other: _Kept) -> bool:
    if any(genitive_changed(sheet, term.claim, term.source) for term in (one, other)):
        return False
    if _swapped_prepositions(sheet, one, other):
        return True
    return not _voice_changed(sheet) and bool(_verbs_between(sheet, kept, one, other))


def _verbs_between(sheet: Overlay, kept: list[_Kept], one: _Kept, other: _Kept) -> list[_Kept]:
    """Words that stand between the two in both texts."""
    low, high = sorted((one.claim, other.claim))
    left, right = sorted((one.source, other.source))
    return [
        term
        for term in kept
        if low < term.claim < high
        and left < term.source < right
        and sheet.claim[term.claim].kind is Kind.WORD
    ]


def _voice_changed(sheet: Overlay) -> bool:
    """Whether one of the two says "by" and the other does not."""
    mine = sum(term.key == "by" for term in sheet.claim)
    its = sum(term.key == "by" for term in sheet.source)
    return mine != its


def _is_frame(sheet: Overlay, kept: list[_Kept], one: _Kept, other: _Kept) -> bool:
    """Whether only a speaker moved past the verb of saying together with what is said."""
    verbs = [
        term
        for term in _verbs_between(sheet, kept, one, other)
        if find_reporting_verb(sheet.claim_words(term.claim))
    ]
    if any(_quotes_between(sheet, verb, term) for verb in verbs for term in (one, other)):
        return True
    return any(
        _moved_past_most(kept, mover)
        and (any(_stands_by(mover, verb) for verb in verbs) or _is_of_frame(sheet, kept, mover))
        for mover in (one, other)
    )


def _is_of_frame(sheet: Overlay, kept: list[_Kept], mover: _Kept) -> bool:
    """Whether a term is a verb of saying, or one stands by it on the same side of both and moved past most as well."""
    return any(
        find_reporting_verb(sheet.claim_words(term.claim))
        and (term.claim < mover.claim) == (term.source < mover.source)
        and _moved_past_most(kept, term)
        for term in kept
        if _stands_by(mover, term)
    )


def _quotes_between(sheet: Overlay, verb: _Kept, term: _Kept) -> bool:
    """Whether a quotation opens or closes between the verb and the term in the claim or in the passage."""
    first, last = sorted((verb.claim, term.claim))
    left, right = sorted((verb.source, term.source))
    between = sheet.claim_text[sheet.claim[first].end : sheet.claim[last].start]
    there = sheet.source_text[sheet.source[left].end : sheet.source[right].start]
    return any(mark in between or mark in there for mark in _QUOTE_MARKS)


def _stands_by(speaker: _Kept, verb: _Kept) -> bool:
    return abs(speaker.claim - verb.claim) <= _BESIDE and abs(speaker.source - verb.source) <= _BESIDE


def _moved_past_most(kept: list[_Kept], mover: _Kept) -> bool:
    crossed = sum(
        (term.claim < mover.claim) == (term.source > mover.source) for term in kept if term != mover
    )
    return crossed > _FRAMED and crossed * 2 > len(kept)


def _swapped_prepositions(sheet: Overlay, one: _Kept, other: _Kept) -> bool:
    mine = _leading(sheet.claim, one.claim), _leading(sheet.claim, other.claim)
    its = _leading(sheet.source, one.source), _leading(sheet.source, other.source)
    return all(mine) and mine[0] != mine[1] and mine == (its[1], its[0])


def _leading(terms: tuple[Term, ...], at: int) -> str:
    """The preposition that leads the phrase at `at`, or nothing."""
    for place in range(at - 1, max(-1, at - 3), -1):
        if terms[place].key in PREPOSITIONS:
            return terms[place].key
        if terms[place].kind not in {Kind.FUNCTION, Kind.NAME}:
            return ""
    return ""
