"""Quantifiers: all, some, most, only, almost … in the claim against those of the passage."""

from collections.abc import Iterator

from groundwire.domain.support import ReasonKind
from groundwire.grounding.finding import Finding, Gravity
from groundwire.grounding.gaps import Gap, Overlay
from groundwire.grounding.reading import Kind
from groundwire.grounding.word_classes import QUANTIFIERS

_TELLING_WHEN_DROPPED = frozenset(
    (
        "almost",
        "nearly",
        "few",
        "half",
        "mainly",
        "mostly",
        "partly",
        "partially",
        "largely",
        "hardly",
        "rarely",
    )
)
_TELLING_WHEN_ADDED = frozenset({0, 1, 4, 5, 6})
_WHOLE = 5


def find_amounts(sheet: Overlay, gap: Gap) -> Iterator[Finding]:
    """Quantifiers that differ in `gap`."""
    mine = [at for at in gap.claim if sheet.claim[at].kind is Kind.QUANTIFIER and at not in sheet.moved]
    its = [at for at in gap.source if sheet.source[at].kind is Kind.QUANTIFIER]
    if mine and its:
        if _size(sheet, mine[0], of_claim=True) != _size(sheet, its[0], of_claim=False):
            yield _exchanged(sheet, mine[0], its[0])
    elif mine and QUANTIFIERS[sheet.claim[mine[0]].key] in _TELLING_WHEN_ADDED:
        yield _added(sheet, gap, mine[0])
    elif its:
        yield from _dropped(sheet, gap, its[0])


def _size(sheet: Overlay, at: int, *, of_claim: bool) -> int:
    return QUANTIFIERS[(sheet.claim if of_claim else sheet.source)[at].key]


def _exchanged(sheet: Overlay, mine: int, its: int) -> Finding:
    said, read = sheet.claim_words(mine), sheet.source_words(its)
    message = f"the claim says {said!r} where the article says {read!r}"
    return Finding(
        ReasonKind.COMPARISON, Gravity.CLASH, sheet.claim_span(mine), sheet.source_span(its), message
    )


def _added(sheet: Overlay, gap: Gap, mine: int) -> Finding:
    said = sheet.claim_words(mine)
    one = next((at for at in gap.source if sheet.source[at].key in {"one", "a", "an"}), None)
    if one is not None and QUANTIFIERS[sheet.claim[mine].key] == _WHOLE:
        return _exchanged(sheet, mine, one)
    message = f"the claim says {said!r}, the article does not"
    return Finding(ReasonKind.COMPARISON, Gravity.LACK, sheet.claim_span(mine), None, message)


def _dropped(sheet: Overlay, gap: Gap, its: int) -> Iterator[Finding]:
    if sheet.source[its].key not in _TELLING_WHEN_DROPPED:
        return
    following = its + 1 if its + 1 < len(sheet.source) else None
    if not sheet.keeps_source(following):
        return
    read = sheet.source_words(its)
    message = f"the article says {read!r}, which the claim leaves out"
    place = min(gap.claim.start, len(sheet.claim) - 1)
    yield Finding(
        ReasonKind.COMPARISON, Gravity.LACK, sheet.claim_span(place), sheet.source_span(its), message
    )
