"""Numbers and dates of a claim against those of a passage.

Guarantee: a clash is found only where the passage has another value in the same place; a value that the passage does not have
at all is a lack.
"""

from collections.abc import Iterator

from groundwire.domain.support import ReasonKind
from groundwire.grounding.alignment import Link, link_between
from groundwire.grounding.finding import Finding, Gravity
from groundwire.grounding.gaps import Gap, Overlay
from groundwire.grounding.number_compare import bounds_clash, values_agree
from groundwire.grounding.reading import Kind, Term
from groundwire.text.dates import DateMention
from groundwire.text.numbers import Bound, Quantity, QuantityKind

_VALUES = frozenset({Kind.NUMBER, Kind.DATE})
_BOUNDS = frozenset({Bound.AT_LEAST, Bound.MORE_THAN, Bound.AT_MOST, Bound.LESS_THAN})
_STEPS = frozenset({("by", "to"), ("to", "by")})
_FIRST_YEAR, _LAST_YEAR = 1000, 2199
_AGREE = frozenset({Link.EQUAL, Link.ALIKE})


def find_values(sheet: Overlay, gap: Gap) -> Iterator[Finding]:
    """Findings on the numbers and dates of the claim in `gap`."""
    rivals = [at for at in gap.source if sheet.source[at].kind in _VALUES]
    for at in gap.claim:
        term = sheet.claim[at]
        if term.kind not in _VALUES or at in sheet.moved:
            continue
        rival = _rival(term, sheet, rivals)
        if rival is not None:
            rivals.remove(rival)
            yield _clash(sheet, at, rival)
        elif not _is_anywhere(term, sheet):
            yield _lack(sheet, at, gap)


def find_bounds(sheet: Overlay) -> Iterator[Finding]:
    """Numbers that the passage gives as a bound and the claim as they are."""
    for at, place in sheet.anchors.items():
        mine, its = sheet.claim[at].value, sheet.source[place].value
        if not isinstance(mine, Quantity) or not isinstance(its, Quantity):
            continue
        is_lost = mine.bound is Bound.EXACT and its.bound in _BOUNDS and not mine.approximate
        is_new = mine.bound in _BOUNDS and its.bound is Bound.ABOUT
        if is_lost or is_new:
            said = sheet.claim_words(at)
            message = f"the claim has {said!r} {mine.bound} where the article has it {its.bound}"
            span, source = sheet.claim_span(at), sheet.source_span(place)
            yield Finding(ReasonKind.COMPARISON, Gravity.LACK, span, source, message, (at,), is_exchange=True)


def find_steps(sheet: Overlay) -> Iterator[Finding]:
    """What something rose or fell by told as what it rose or fell to, or the other way round."""
    for at, place in sorted(sheet.kept.items()):
        if not at or not place or sheet.claim[at].kind is not Kind.NUMBER:
            continue
        if (sheet.claim[at - 1].key, sheet.source[place - 1].key) in _STEPS:
            said, read = sheet.claim_words(at - 1), sheet.source_words(place - 1)
            message = f"the claim says {said!r} before the number where the article says {read!r}"
            span, source = sheet.claim_span(at - 1, at), sheet.source_span(place - 1, place)
            yield Finding(ReasonKind.NUMBER, Gravity.LACK, span, source, message, (at,), is_exchange=True)


def _rival(term: Term, sheet: Overlay, rivals: list[int]) -> int | None:
    """The value of the passage that stands where `term` stands: of its kind, else written like it."""
    same = [at for at in rivals if sheet.source[at].kind is term.kind]
    others = [at for at in rivals if _may_be_year(term) and _may_be_year(sheet.source[at])]
    fitting = [at for at in same or others if _is_ordinal(sheet.source[at]) == _is_ordinal(term)]
    measured = [at for at in fitting if _is_measured(sheet.source[at]) == _is_measured(term)]
    return next(iter(measured or fitting), None)


def _may_be_year(term: Term) -> bool:
    """Whether a number or a date is written like a year."""
    if isinstance(term.value, DateMention):
        return term.value.year is not None and term.value.month is None
    return (
        isinstance(term.value, Quantity)
        and term.value.unit is None
        and _FIRST_YEAR <= term.value.low <= _LAST_YEAR
    )


def _is_measured(term: Term) -> bool:
    return isinstance(term.value, Quantity) and term.value.unit is not None


def _is_ordinal(term: Term) -> bool:
    return isinstance(term.value, Quantity) and term.value.kind is QuantityKind.ORDINAL


def _kind_of(one: Term, other: Term) -> ReasonKind:
    if Kind.DATE in {one.kind, other.kind}:
        return ReasonKind.DATE
    mine, its = one.value, other.value
    if not isinstance(mine, Quantity) or not isinstance(its, Quantity):
        return ReasonKind.NUMBER
    is_bound = values_agree(mine, its) and bounds_clash(mine.bound, its.bound)
    return ReasonKind.COMPARISON if is_bound else ReasonKind.NUMBER


def _clash(sheet: Overlay, at: int, rival: int) -> Finding:
    kind = _kind_of(sheet.claim[at], sheet.source[rival])
    said, read = sheet.claim_words(at), sheet.source_words(rival)
    message = f"the claim has {said!r} where the article has {read!r}"
    return Finding(
        kind, Gravity.CLASH, sheet.claim_span(at), sheet.source_span(rival), message, (at,), is_exchange=True
    )


def _is_anywhere(term: Term, sheet: Overlay) -> bool:
    return any(other.kind is term.kind and link_between(term, other) in _AGREE for other in sheet.source)


def _lack(sheet: Overlay, at: int, gap: Gap) -> Finding:
    kind = ReasonKind.DATE if sheet.claim[at].kind is Kind.DATE else ReasonKind.NUMBER
    vague = next((place for place in gap.source if sheet.source[place].kind is Kind.QUANTIFIER), None)
    said = sheet.claim_words(at)
    if vague is not None and kind is ReasonKind.NUMBER:
        read = sheet.source_words(vague)
        message = f"the claim has {said!r} where the article has {read!r}"
        return Finding(
            kind,
            Gravity.CLASH,
            sheet.claim_span(at),
            sheet.source_span(vague),
            message,
            (at,),
            is_exchange=True,
        )
    message = f"the article does not have {said!r} here"
    return Finding(
        kind, Gravity.LACK, sheet.claim_span(at), None, message, (at,), is_exchange=sheet.replaces(gap)
    )
