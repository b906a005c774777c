"""Whose something is: "Osk's ferry" and "the ferry of Osk" say the same in another order."""

from groundwire.grounding.gaps import Overlay
from groundwire.grounding.reading import Kind, Term

_REACH = 4  # terms between "of" and the last word of the name that it leads


def genitive_changed(sheet: Overlay, claim: int, source: int) -> bool:
    """Whether the claim's term at `claim` and the passage's at `source` are owners, one with "'s" and one with "of"."""
    if _is_genitive(sheet.claim, claim):
        return _is_of(sheet.source, source)
    return _is_genitive(sheet.source, source) and _is_of(sheet.claim, claim)


def _is_genitive(terms: tuple[Term, ...], at: int) -> bool:
    return at + 1 < len(terms) and terms[at + 1].key == "'s"


def _is_of(terms: tuple[Term, ...], at: int) -> bool:
    for term in reversed(terms[max(0, at - _REACH) : at]):
        if term.key == "of":
            return True
        if term.kind not in {Kind.FUNCTION, Kind.NAME}:
            return False
    return False


def keeps_its_verb(sheet: Overlay, claim: int, source: int) -> bool:
    """Whether the same plain word follows the term in both texts with nothing but function words between: it does the same in both."""
    if sheet.claim[claim].kind not in {Kind.WORD, Kind.NAME}:
        return False
    mine, its = _next_content(sheet.claim, claim), _next_content(sheet.source, source)
    if mine is None or its is None or sheet.claim[mine].kind not in {Kind.WORD, Kind.QUANTIFIER}:
        return False
    return sheet.anchors.get(mine, sheet.moved.get(mine)) == its


def _next_content(terms: tuple[Term, ...], at: int) -> int | None:
    return next((place for place in range(at + 1, len(terms)) if terms[place].is_content), None)
