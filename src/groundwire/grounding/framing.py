"""Attribution: a report that the claim gives as a fact.

Guarantee: a frame ("X said that …", "according to X") counts as dropped only where the claim keeps what is said and has no
word of saying of its own. A frame of a plain saying ("said", "announced") is a note; one that leaves the truth open ("claims",
"believes", "warned") is a lack.
"""

from collections.abc import Iterator

from groundwire.domain.claim import Stance
from groundwire.domain.support import ReasonKind
from groundwire.grounding.finding import Finding, Gravity
from groundwire.grounding.gaps import Overlay
from groundwire.grounding.reading import Kind
from groundwire.grounding.word_classes import HEDGES
from groundwire.text.reporting import Form, Takes

_OPEN = frozenset({Stance.ALLEGED, Stance.OPINION, Stance.PREDICTED, Stance.DENIED})
_FRAMES = frozenset({Takes.CLAUSE, Takes.RECIPIENT, Takes.MATTER})


def find_framing(sheet: Overlay) -> Iterator[Finding]:
    """At most one finding: the first frame that the claim drops."""
    if _has_frame(sheet):
        return
    for at in range(len(sheet.source)):
        if at in sheet.anchored_source or at in sheet.moved_source:
            continue
        stance = _stance_at(sheet, at)
        if stance is not None and _frames_kept(sheet, at):
            words = sheet.source_words(at)
            gravity = Gravity.LACK if stance in _OPEN else Gravity.NOTE
            message = f"the article credits this to somebody ({words!r}), the claim says it as a fact"
            yield Finding(ReasonKind.ATTRIBUTION, gravity, None, sheet.source_span(at), message)
            return


def _has_frame(sheet: Overlay) -> bool:
    for at, term in enumerate(sheet.claim):
        if term.key == "accord" or (term.kind is Kind.WORD and term.key in HEDGES):
            return True
        verb = sheet.claim_says.get(at)
        if verb is not None and (verb.takes in _FRAMES or verb.stance in _OPEN):
            return True
    return False


def _stance_at(sheet: Overlay, at: int) -> Stance | None:
    if sheet.source[at].key == "accord":
        return Stance.ASSERTED
    verb = sheet.source_says.get(at)
    if verb is None or verb.takes not in _FRAMES:
        return None
    opens_clause = at + 1 < len(sheet.source) and sheet.source[at + 1].key == "that"
    return verb.stance if opens_clause or verb.forms != {Form.BASE} else None


def _frames_kept(sheet: Overlay, at: int) -> bool:
    """Whether the words after the verb in its clause, or before its clause, are kept."""
    return sheet.keeps_source(sheet.next_source_content(at))
