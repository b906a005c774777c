"""Which noun a figure counts, and of which time it is.

Guarantees: a finding about a count needs two figures of the passage, each right before its own noun, one of which the claim puts
before the noun of the other, which it leaves out; one about a time needs a passage that has the value before a change and the value
after it, of which the claim keeps only the first and tells it as what is.
"""

from collections.abc import Iterator

from groundwire.domain.support import ReasonKind
from groundwire.grounding.finding import Finding, Gravity
from groundwire.grounding.gaps import Overlay
from groundwire.grounding.lexemes import lexeme
from groundwire.grounding.reading import Kind, Term
from groundwire.text.dates import DateMention
from groundwire.text.numbers import Quantity

_TWO = 2
_ADJECTIVES = 2  # words between a figure and the noun that it counts
_PARTNER = 8  # terms between the value before a change and the one after it
_FORMER = frozenset(map(lexeme, ("from", "against", "versus", "vs")))
_AFTER_COMPARED = frozenset(("with", "to"))
_COMPARED = frozenset(map(lexeme, ("compare", "down", "up")))
_NOW = frozenset(map(lexeme, ("is", "at", "to", "of", "reach", "total")))
_BEFORE_WORDS = frozenset(
    map(lexeme, ("before", "earlier", "previous", "previously", "former", "last", "until", "initially", "original", "old", "ago"))
)  # fmt: skip


def find_miscounts(sheet: Overlay) -> Iterator[Finding]:
    """Figures that the claim puts before what the passage counts with another one."""
    if sum(map(_is_count, sheet.source)) < _TWO or not any(map(_is_count, sheet.claim)):
        return
    for at, place in sorted(sheet.kept.items()):
        if not _is_count(sheet.claim[at]) or not _is_count(sheet.source[place]):
            continue
        thing = _counted(sheet.claim, sheet.claim_text, at)
        its = sheet.kept.get(thing, -1)
        own = _counted(sheet.source, sheet.source_text, place)
        if its < 0 or own in {-1, its} or sheet.keeps_source(own):
            continue
        if sheet.source[own].key == sheet.source[its].key:
            continue  # "the second quarter" beside "the third quarter": one noun, which the alignment took from either
        rival = _count_of(sheet, its)
        if rival >= 0 and rival != place and not sheet.keeps_source(rival):
            said, read = sheet.claim_span(at, thing), sheet.source_span(rival, its)
            message = f"the claim has {said.of(sheet.claim_text)!r} where the article has {read.of(sheet.source_text)!r}"
            yield Finding(ReasonKind.NUMBER, Gravity.CLASH, said, read, message, (at,), is_exchange=True)


def find_former_values(sheet: Overlay) -> Iterator[Finding]:
    """Values before a change that the claim tells as those of now."""
    values = [at for at in range(len(sheet.claim)) if _is_told_as_now(sheet.claim, at)]
    if not values or any(term.key in _BEFORE_WORDS or term.key in _FORMER for term in sheet.claim):
        return
    for at in values:
        place = sheet.kept.get(at, -1)
        if place < 0 or not _is_led_as_former(sheet.source, place):
            continue
        partner = _partner(sheet, place)
        if partner >= 0 and not sheet.keeps_source(partner):
            said, read = sheet.claim_words(at), sheet.source_words(partner)
            message = f"the claim has {said!r}, what it was before, where the article has {read!r}"
            span, source = sheet.claim_span(at), sheet.source_span(partner)
            yield Finding(ReasonKind.NUMBER, Gravity.LACK, span, source, message, (at,), is_exchange=True)


def find_repeated_values(sheet: Overlay) -> Iterator[Finding]:
    """Dates that the claim gives twice and the passage once: one of the two is of something else."""
    dates = [(at, term) for at, term in enumerate(sheet.claim) if isinstance(term.value, DateMention)]
    if len(dates) < _TWO:
        return
    kept = sheet.kept
    seen: dict[str, int] = {}
    for at, term in dates:
        first = seen.setdefault(term.key, at)
        if first != at and (at in kept) != (first in kept):
            message = f"the claim has {sheet.claim_words(at)!r} once more than the article"
            yield Finding(
                ReasonKind.DATE, Gravity.LACK, sheet.claim_span(at), None, message, (at,), is_exchange=True
            )


def _is_count(term: Term) -> bool:
    return term.key == "one" or (isinstance(term.value, Quantity) and term.value.unit is None)


def _is_told_as_now(terms: tuple[Term, ...], at: int) -> bool:
    """Whether the value at `at` is told as what something is, is at or is brought to."""
    return at > 0 and isinstance(terms[at].value, Quantity) and terms[at - 1].key in _NOW


def _counted(terms: tuple[Term, ...], text: str, at: int) -> int:
    """The position of the noun right behind the figure at `at`, or -1; in "with 27 seats, and B, with 16, opposed" 16 has none."""
    place = at + 1
    if place >= len(terms) or terms[place].kind is not Kind.WORD:
        return -1
    return place if not text[terms[at].end : terms[place].start].strip() else -1


def _count_of(sheet: Overlay, thing: int) -> int:
    """The position of the figure that stands before the passage's word at `thing`, or -1."""
    for place in range(thing - 1, max(-1, thing - 2 - _ADJECTIVES), -1):
        if _is_count(sheet.source[place]):
            return place
        if sheet.source[place].kind is not Kind.WORD:
            return -1
    return -1


def _is_led_as_former(terms: tuple[Term, ...], at: int) -> bool:
    """Whether the value at `at` is what something came from or is compared with."""
    if at and terms[at - 1].key in _FORMER:
        return True
    return at > 1 and terms[at - 1].key in _AFTER_COMPARED and terms[at - 2].key in _COMPARED


def _partner(sheet: Overlay, at: int) -> int:
    """The position of the other value of the same unit, the nearest first, or -1."""
    value = sheet.source[at].value
    if not isinstance(value, Quantity):
        return -1
    near = [
        place
        for place in range(max(0, at - _PARTNER), min(len(sheet.source), at + _PARTNER + 1))
        if place != at
    ]
    for place in sorted(near, key=lambda one: abs(one - at)):
        other = sheet.source[place].value
        if isinstance(other, Quantity) and other.unit == value.unit and other.kind is value.kind:
            return place
    return -1
