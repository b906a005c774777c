"""What was only asked for, wanted or promised: "asked them to help" does not say that they help.

Guarantee: a finding only where the passage has the act as an infinitive under such a verb, and the claim has the act without that
verb and without any sign ("to", "will", "may", another hedge) that it has not come about.
"""

from collections.abc import Iterator
from typing import Final

from groundwire.domain.support import ReasonKind
from groundwire.grounding.finding import Finding, Gravity
from groundwire.grounding.gaps import Overlay
from groundwire.grounding.lexemes import lexeme
from groundwire.grounding.reading import Kind
from groundwire.grounding.word_classes import HEDGES

_WISHING: Final = (
    "ask urge want order demand invite encourage beg implore request instruct advise recommend warn forbid offer promise"
    " pledge vow wish persuade press pressure tell require oblige allow permit agree decide"
)
_WISHES: Final = frozenset(map(lexeme, _WISHING.split()))
"""Verbs after which an infinitive tells what somebody is to do, or may do, and not what is done."""
_OBJECT: Final = 7  # terms, at most, between the verb and its "to": who is asked
_BEFORE: Final = 4  # terms before the act in the claim in which a sign may stand


def find_unrealised(sheet: Overlay) -> Iterator[Finding]:
    """Acts that the claim tells as done and the passage as asked for, wanted or promised."""
    for mine, its in sheet.anchors.items():
        verb = _wish_over(sheet, its)
        if verb is None or _keeps(sheet, verb) or _is_marked(sheet, mine):
            continue
        read = sheet.source_words(verb)
        message = f"the article says it with {read!r}, the claim says it as done"
        yield Finding(
            ReasonKind.MODALITY, Gravity.LACK, sheet.claim_span(mine), sheet.source_span(verb), message
        )


def _wish_over(sheet: Overlay, act: int) -> int | None:
    """The verb of asking or promising under which `act` is an infinitive in the passage."""
    if act < 2 or sheet.source[act - 1].key != "to" or sheet.source[act].kind is not Kind.WORD:
        return None
    return next(
        (at for at in range(act - 2, max(-1, act - 3 - _OBJECT), -1) if sheet.source[at].key in _WISHES), None
    )


def _keeps(sheet: Overlay, verb: int) -> bool:
    return verb in sheet.anchored_source or verb in sheet.moved_source


def _is_marked(sheet: Overlay, act: int) -> bool:
    """Whether the claim itself says that the act has not come about, or is no verb of its own."""
    before = sheet.claim[max(0, act - _BEFORE) : act]
    return any(
        term.kind is Kind.MODAL or term.key == "to" or term.key in HEDGES or term.key in _WISHES
        for term in before
    )
