"""Who did what to whom: names, numbers and nouns of the passage that the claim has in one another's place.

Guarantee: a frame that moved ("…, she said"), a passive for an active, an adverbial that moved with its preposition and the
members of a list in another order are no findings.
"""

from collections.abc import Iterator

from groundwire.domain.support import ReasonKind
from groundwire.grounding.finding import Finding, Gravity
from groundwire.grounding.gaps import Overlay
from groundwire.grounding.reading import Kind, Term
from groundwire.grounding.word_classes import PREPOSITIONS
from groundwire.text.reporting import find_reporting_verb

_JOINS = frozenset({"and", "or", "the", "a", "an", "of"})
_FRAMED = 3  # terms of what is said, at least, that a frame moves past
_ACTORS = frozenset({Kind.NAME, Kind.NUMBER, Kind.WORD})


def find_roles(sheet: Overlay) -> Iterator[Finding]:
    """A finding for each run of words that changed places with others."""
    if not sheet.moved or _voice_changed(sheet):
        return
    for first, last in _runs(sorted(sheet.moved)):
        if _is_frame(sheet, first, last) or not _changes_place(sheet, first, last):
            continue
        span = sheet.claim_span(first, last)
        source = sheet.source_span(sheet.moved[first])
        message = f"the claim has {span.of(sheet.claim_text)!r} in another role than the article"
        yield Finding(ReasonKind.ROLE, Gravity.CLASH, span, source, message)


def _runs(places: list[int]) -> Iterator[tuple[int, int]]:
    first = last = -1
    for place in places:
        if first >= 0 and place <= last + 2:
            last = place
            continue
        if first >= 0:
            yield first, last
        first = last = place
    if first >= 0:
        yield first, last


def _voice_changed(sheet: Overlay) -> bool:
    """Whether one of the two says "by" and the other does not."""
    mine = sum(term.key == "by" for term in sheet.claim)
    its = sum(term.key == "by" for term in sheet.source)
    return mine != its


def _is_frame(sheet: Overlay, first: int, last: int) -> bool:
    """Whether a verb of saying with its speaker moved past what is said, or what is said past the two."""
    moved = [place for place in range(first, last + 1) if place in sheet.moved]
    crossed = _crossed(sheet, first)
    small, large = (moved, crossed) if len(moved) <= len(crossed) else (crossed, moved)
    says = any(
        sheet.claim[place].key == "accord" or find_reporting_verb(sheet.claim_words(place))
        for place in [*small, *range(max(0, small[0] - 1) if small else 0, small[0] if small else 0)]
    )
    return says and len(large) >= _FRAMED


def _changes_place(sheet: Overlay, first: int, last: int) -> bool:
    kinds = {sheet.claim[place].kind for place in range(first, last + 1) if place in sheet.moved}
    if not kinds & _ACTORS or kinds == {Kind.DATE}:
        return False
    here, there = _leading(sheet.claim, first), _leading(sheet.source, sheet.moved[first])
    return not (here and here == there) and _crosses_verb(sheet, first)


def _leading(terms: tuple[Term, ...], at: int) -> str:
    """The preposition that leads the phrase at `at`, or nothing."""
    for place in range(at - 1, max(-1, at - 4), -1):
        key = terms[place].key
        if key in PREPOSITIONS:
            return key
        if terms[place].kind not in {Kind.FUNCTION, Kind.WORD, Kind.NAME}:
            return ""
    return ""


def _crossed(sheet: Overlay, at: int) -> list[int]:
    """Anchored terms of the claim that stand on the other side of the one at `at` than in the source."""
    old = sheet.moved[at]
    return [
        claim
        for claim, source in sorted(sheet.anchors.items())
        if (claim < at) == (source > old) and sheet.claim[claim].kind in _ACTORS
    ]


def _crosses_verb(sheet: Overlay, at: int) -> bool:
    """Whether anything but the other members of a list lies between the old place and the new."""
    crossed = _crossed(sheet, at)
    if not crossed:
        return False
    between = range(min(at, crossed[0]), max(at, crossed[-1]) + 1)
    kinds = {sheet.claim[place].kind for place in between}
    joins = {sheet.claim[place].key for place in between if sheet.claim[place].kind is Kind.FUNCTION}
    is_list = joins <= _JOINS and bool(joins & {"and", "or"}) and Kind.WORD not in kinds
    return not is_list
