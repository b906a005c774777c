"""What the passage says of one thing, told of another: a value, a name or a word in the place of one of its kind.

Guarantees: a finding needs a term that both have, in another place than the passage has it, and beside it a word that both have
where the passage has another term of the same kind; a frame that moved, a passive for an active and a list in another order are no
findings.
"""

from collections.abc import Iterator

from groundwire.domain.support import ReasonKind
from groundwire.grounding.finding import Finding, Gravity
from groundwire.grounding.gaps import Overlay
from groundwire.grounding.genitives import genitive_changed, keeps_its_verb
from groundwire.grounding.reading import Kind, Term
from groundwire.text.numbers import Quantity

_KINDS = {
    Kind.NUMBER: ReasonKind.NUMBER,
    Kind.DATE: ReasonKind.DATE,
    Kind.NAME: ReasonKind.ROLE,
    Kind.WORD: ReasonKind.ROLE,
}
_HEAVY = 1.0  # weight of a term from which on it names a thing
_AUXILIARIES = frozenset({"be", "have"})
_JOINS = frozenset({"and", "or", "&"})


def find_exchanges(sheet: Overlay) -> Iterator[Finding]:
    """The first term of the claim that stands in another's place."""
    for at, place in sorted(sheet.moved.items()):
        term = sheet.claim[at]
        if term.kind not in _KINDS or term.weight < _HEAVY or genitive_changed(sheet, at, place):
            continue
        if keeps_its_verb(sheet, at, place) or _is_told_in_passive(sheet, at, place):
            continue
        rivals = [_after(sheet, at), _before(sheet, at)]
        found = [rival for rival in rivals if rival is not None and _is_rival(sheet, at, place, rival)]
        if term.kind is Kind.WORD and not _is_certain(sheet, at, found):
            found = [rival for rival in found if _is_other_subject(sheet, at, rival)]
        if found:
            yield _finding(sheet, at, found[0])
            return


def _is_certain(sheet: Overlay, at: int, rivals: list[int]) -> bool:
    """Whether both neighbours of a plain word say that it stands in another's place; the first and the last have but one."""
    if len(rivals) > 1:
        return rivals[0] == rivals[1]
    is_edge = any(
        not any(term.is_content for term in side) for side in (sheet.claim[:at], sheet.claim[at + 1 :])
    )
    return bool(rivals) and is_edge


def _is_told_in_passive(sheet: Overlay, at: int, place: int) -> bool:
    """Whether the claim says "the study was retracted" and the passage, without "was", "retracted a study" or "a retracted study"."""
    if sheet.claim[at].kind is not Kind.WORD:
        return False
    verb = next((one for one in range(at + 1, len(sheet.claim)) if sheet.claim[one].kind is Kind.WORD), -1)
    if verb < 0 or not any(term.key == "be" for term in sheet.claim[at + 1 : verb]):
        return False
    there = sheet.anchors.get(verb, sheet.moved.get(verb, place))
    return there < place and not _is_auxiliary(sheet.source, there - 1)


def _is_other_subject(sheet: Overlay, at: int, rival: int) -> bool:
    """Whether the same auxiliary and verb follow directly the word in the claim and another in the passage, which the claim leaves out."""
    if not _is_auxiliary(sheet.claim, at + 1) or not _is_auxiliary(sheet.source, rival + 1):
        return False
    return sheet.anchors.get(at + 1) == rival + 1 and not sheet.keeps_source(rival)


def _is_auxiliary(terms: tuple[Term, ...], at: int) -> bool:
    return at < len(terms) and (terms[at].kind is Kind.MODAL or terms[at].key in _AUXILIARIES)


def _after(sheet: Overlay, at: int) -> int | None:
    """What follows in the passage the term that `at` follows in the claim."""
    for position in range(at - 1, -1, -1):
        if position in sheet.anchors and sheet.claim[position].is_content:
            return _content(sheet, range(sheet.anchors[position] + 1, len(sheet.source)))
        if sheet.claim[position].is_content and position not in sheet.moved:
            return None
    return None


def _before(sheet: Overlay, at: int) -> int | None:
    """What precedes in the passage the term that `at` precedes in the claim."""
    for position in range(at + 1, len(sheet.claim)):
        if position in sheet.anchors and sheet.claim[position].is_content:
            return _content(sheet, range(sheet.anchors[position] - 1, -1, -1))
        if sheet.claim[position].is_content and position not in sheet.moved:
            return None
    return None


def _content(sheet: Overlay, places: range) -> int | None:
    return next((place for place in places if sheet.source[place].is_content), None)


def _is_rival(sheet: Overlay, at: int, place: int, rival: int) -> bool:
    """Whether the passage has another term of the same kind at `rival`, and no other voice or order of a list."""
    mine, its = sheet.claim[at], sheet.source[rival]
    if its.kind is not mine.kind or rival == place or its.key == mine.key or its.weight < _HEAVY:
        return False
    other = _claim_place(sheet, rival)
    if _is_list(sheet, place, rival) or (other is not None and genitive_changed(sheet, other, rival)):
        return False
    if mine.kind is not Kind.NAME and other is not None and _keeps_company(sheet, other, rival):
        return False
    if _unit(mine) != _unit(its):
        return False
    return not _voice_changed(sheet, at, place) and (other is None or not _voice_changed(sheet, other, rival))


def _unit(term: Term) -> str | None:
    return term.value.unit if isinstance(term.value, Quantity) else None


def _keeps_company(sheet: Overlay, at: int, place: int) -> bool:
    """Whether a term that both have stands beside the same word in both."""
    for step in (-1, 1):
        mine = next((one for one in _side(at, step, len(sheet.claim)) if sheet.claim[one].is_content), None)
        its = _content(sheet, _side(place, step, len(sheet.source)))
        if mine is not None and its is not None and sheet.anchors.get(mine) == its:
            return True
    return False


def _side(at: int, step: int, length: int) -> range:
    return range(at + 1, length) if step > 0 else range(at - 1, -1, -1)


def _claim_place(sheet: Overlay, place: int) -> int | None:
    """Where the claim has the passage's term at `place`."""
    moved = next((at for at, source in sheet.moved.items() if source == place), None)
    return sheet.anchored_source.get(place, moved)


def _is_list(sheet: Overlay, one: int, other: int) -> bool:
    first, last = sorted((one, other))
    between = sheet.source[first + 1 : last]
    return all(term.key in _JOINS or term.kind is sheet.source[one].kind for term in between)


def _voice_changed(sheet: Overlay, at: int, place: int) -> bool:
    return _is_led_by_by(sheet.claim, at) != _is_led_by_by(sheet.source, place)


def _is_led_by_by(terms: tuple[Term, ...], at: int) -> bool:
    return any(term.key == "by" for term in terms[max(0, at - 4) : at])


def _finding(sheet: Overlay, at: int, rival: int) -> Finding:
    said, read = sheet.claim_words(at), sheet.source_words(rival)
    kind = sheet.claim[at].kind
    message = f"the claim has {said!r} where the article has {read!r}, and {said!r} elsewhere"
    gravity = Gravity.LACK if kind is Kind.WORD else Gravity.CLASH
    span, source = sheet.claim_span(at), sheet.source_span(rival)
    return Finding(_KINDS[kind], gravity, span, source, message, (at,), is_exchange=True)
