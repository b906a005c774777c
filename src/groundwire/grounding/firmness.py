"""Hedges: does the claim say with more certainty what the passage says with less?

Guarantee: a hedge that the claim leaves out together with all that it weakens is no finding; a claim that says less than the
passage gets a note at most, except where "will" has become "may".
"""

from collections.abc import Iterator

from groundwire.domain.support import ReasonKind
from groundwire.grounding.finding import Finding, Gravity
from groundwire.grounding.gaps import Gap, Overlay
from groundwire.grounding.reading import Kind
from groundwire.grounding.word_classes import HEDGES, MODALS, REPORTED, STRONG, is_condition

_SHORT = 5  # terms of a gap in which one verb stands for another
_ADJECTIVES = 2  # words before the noun of a condition that a claim may leave out with it
_SAME_MODAL = (frozenset({"able", "possible"}), frozenset({"future", "conditional"}))


def find_firmness(sheet: Overlay, gap: Gap) -> Iterator[Finding]:
    """Hedges and modal verbs that differ in `gap`."""
    mine = [at for at in gap.claim if sheet.claim[at].kind is Kind.MODAL and at not in sheet.moved]
    its = [at for at in gap.source if sheet.source[at].kind is Kind.MODAL and _weakens_kept(sheet, at)]
    if mine and its:
        yield from _exchanged(sheet, mine[0], its[0])
    elif its and not _hedges_in_claim(sheet, gap):
        yield from _dropped(sheet, gap, its[0])
    elif mine and not its:
        yield _added(sheet, mine[0])
    hedges = [at for at in gap.source if sheet.source[at].key in HEDGES and _weakens_kept(sheet, at)]
    if hedges and not _hedges_in_claim(sheet, gap) and not its:
        yield from _dropped(sheet, gap, hedges[0])
    yield from _condition_dropped(sheet, gap)


def _exchanged(sheet: Overlay, mine: int, its: int) -> Iterator[Finding]:
    one, other = MODALS[sheet.claim[mine].key], MODALS[sheet.source[its].key]
    if one == other or any({one, other} <= same for same in _SAME_MODAL):
        return
    said, read = sheet.claim_words(mine), sheet.source_words(its)
    message = f"the claim says {said!r} where the article says {read!r}"
    yield Finding(ReasonKind.MODALITY, Gravity.LACK, sheet.claim_span(mine), sheet.source_span(its), message)


def _credits(sheet: Overlay) -> bool:
    return any(term.key == "accord" for term in sheet.claim)


def _is_to(sheet: Overlay) -> bool:
    """Whether the claim tells of what is to come with "is to" or "is going to"."""
    return any(
        one.key == "be" and (two.key == "to" or (two.key == "go" and three.key == "to"))
        for one, two, three in zip(sheet.claim, sheet.claim[1:], sheet.claim[2:], strict=False)
    )


def _hedges_in_claim(sheet: Overlay, gap: Gap) -> bool:
    return any(
        sheet.claim[at].key in HEDGES or MODALS.get(sheet.claim[at].key) in {"possible", "able"}
        for at in gap.claim
    )


def _dropped(sheet: Overlay, gap: Gap, its: int) -> Iterator[Finding]:
    key = sheet.source[its].key
    if key in REPORTED and _credits(sheet):
        return
    if MODALS.get(key) in {"future", "conditional"} and _is_to(sheet):
        return
    if MODALS.get(key) in {"able", "duty", "conditional"} and not any(
        sheet.claim[at].key in {"have", "be"} for at in gap.claim
    ):
        return
    read = sheet.source_words(its)
    place = min(gap.claim.start, len(sheet.claim) - 1)
    strong = next((at for at in gap.claim if sheet.claim[at].key in STRONG), None)
    said = sheet.claim_words(strong if strong is not None else place)
    message = f"the article says it with {read!r}, the claim says it as certain"
    if strong is not None:
        message = f"the claim says {said!r} where the article only says {read!r}"
    where = sheet.claim_span(strong if strong is not None else place)
    yield Finding(ReasonKind.MODALITY, Gravity.LACK, where, sheet.source_span(its), message)


def _added(sheet: Overlay, mine: int) -> Finding:
    said = sheet.claim_words(mine)
    message = f"the claim says it with {said!r}, the article without"
    return Finding(ReasonKind.MODALITY, Gravity.NOTE, sheet.claim_span(mine), None, message)


def _weakens_kept(sheet: Overlay, at: int) -> bool:
    if at in sheet.moved_source:
        return False
    following = sheet.next_source_content(at)
    if sheet.keeps_source(following) or _is_exchanged(sheet, following):
        return True
    return following is None and sheet.keeps_source(at - 1 if at else None)


def _is_exchanged(sheet: Overlay, at: int | None) -> bool:
    """Whether the claim has another word where the passage has the word at `at`, and goes on with the words after it."""
    gap = next((gap for gap in sheet.gaps if at is not None and at in gap.source), None)
    if gap is None or not any(sheet.claim[place].kind is Kind.WORD for place in gap.claim):
        return False
    return gap.source.stop - (at or 0) <= _SHORT and gap.source.stop < len(sheet.source)


def _governs_kept(sheet: Overlay, gap: Gap, at: int) -> bool:
    """Whether the claim keeps what stands under the condition at `at`, even without the adjectives that open it."""
    following = sheet.next_source_content(at)
    for _ in range(_ADJECTIVES):
        if following is None or following not in gap.source or sheet.keeps_source(following):
            break
        following = sheet.next_source_content(following)
    return sheet.keeps_source(following)


def _condition_dropped(sheet: Overlay, gap: Gap) -> Iterator[Finding]:
    for at in gap.source:
        if is_condition(sheet.source[at].key) and _governs_kept(sheet, gap, at):
            if any(is_condition(sheet.claim[place].key) for place in gap.claim):
                continue
            read = sheet.source_words(at)
            message = f"the article says it under a condition ({read!r}) that the claim leaves out"
            place = min(gap.claim.start, len(sheet.claim) - 1)
            yield Finding(
                ReasonKind.MODALITY, Gravity.LACK, sheet.claim_span(place), sheet.source_span(at), message
            )
