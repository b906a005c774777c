"""Whose something is: a name that the claim makes the owner of what the passage has as "its", "his", "her" or "their".

Guarantee: a finding only where a name with "'s" stands before what the passage has behind a possessive pronoun, and the pronoun cannot
be that name: it comes to the name only later, the sentence has begun anew with another name since, the sentence before is about
another, or the name is that of the one who is owned.
"""

from collections.abc import Iterator

from groundwire.domain.support import ReasonKind
from groundwire.grounding.antecedents import is_about_another, keys_of_name, may_be_named
from groundwire.grounding.finding import Finding, Gravity
from groundwire.grounding.gaps import Overlay
from groundwire.grounding.index import ArticleIndex, Passage
from groundwire.grounding.lexemes import lexeme
from groundwire.grounding.reading import Kind

_APOSTROPHES = ("'", "’")
_POSSESSIVES = frozenset(map(lexeme, ("its", "his", "her", "their")))
_JOINS = frozenset(map(lexeme, ("and", "but", "while")))
_LED = 2  # terms between a possessive pronoun and what it owns: "his own net"
_NAMED = 4  # terms behind what is owned in which its own name stands: "his cousin, the planner Nils Aker"


def possessive_for(sheet: Overlay, name: int) -> int:
    """Where the passage has a possessive pronoun for the owner whose name ends at `name` in the claim; -1 where it has none."""
    if not _is_owner(sheet, name):
        return -1
    owned = next((at for at in range(name + 1, len(sheet.claim)) if sheet.claim[at].is_content), -1)
    there = sheet.anchors.get(owned, sheet.moved.get(owned, 0))
    places = range(there - 1, max(-1, there - 1 - _LED), -1)
    return next((at for at in places if sheet.source[at].key in _POSSESSIVES), -1)


def _is_owner(sheet: Overlay, name: int) -> bool:
    """Whether a name ends in "'s", or in an "s" and an apostrophe."""
    if name + 1 < len(sheet.claim) and sheet.claim[name + 1].key == "'s":
        return True
    end = sheet.claim[name].end
    return sheet.claim_words(name).endswith("s") and sheet.claim_text[end : end + 1] in _APOSTROPHES


def find_other_owners(index: ArticleIndex, passage: Passage, sheet: Overlay) -> Iterator[Finding]:
    """Findings on the owners in the claim."""
    if not any(mark in sheet.claim_text for mark in _APOSTROPHES) or _POSSESSIVES.isdisjoint(passage.keys):
        return
    for at, term in enumerate(sheet.claim):
        pronoun = possessive_for(sheet, at) if term.kind is Kind.NAME else -1
        if pronoun < 0:
            continue
        if _is_other(index, passage, sheet, (at, pronoun)):
            said, read = sheet.claim_words(at), sheet.source_words(pronoun)
            message = f"the claim has {said!r} for {read!r}, which is somebody else here"
            span, source = sheet.claim_span(at), sheet.source_span(pronoun)
            yield Finding(ReasonKind.ROLE, Gravity.LACK, span, source, message, (at,), is_exchange=True)


def _is_other(index: ArticleIndex, passage: Passage, sheet: Overlay, pair: tuple[int, int]) -> bool:
    """Whether the pronoun, the second of a `pair`, cannot be the name, the first."""
    name, pronoun = pair
    places = [place for place, one in enumerate(sheet.source) if one.key == sheet.claim[name].key]
    if any(place < pronoun for place in places):
        return _has_begun_anew(sheet, places, pronoun)
    if places and _has_whole_name(sheet, name):
        return _is_the_owned(places, pronoun)
    return not _may_own(index, passage, keys_of_name(sheet.claim, name), pronoun)


def _has_whole_name(sheet: Overlay, name: int) -> bool:
    value = sheet.claim[name].value
    return {one.key for one in sheet.claim if one.value is value} <= {one.key for one in sheet.source}


def _is_the_owned(places: list[int], pronoun: int) -> bool:
    return all(pronoun < place <= pronoun + _NAMED for place in places)


def _has_begun_anew(sheet: Overlay, places: list[int], pronoun: int) -> bool:
    """Whether a clause with another name has begun between the name and the pronoun."""
    last = max((place for place in places if place < pronoun), default=pronoun)
    joins = [
        at for at in range(last + 1, pronoun) if sheet.source[at].key in _JOINS and _has_comma(sheet, at)
    ]
    return bool(joins) and any(sheet.source[at].kind is Kind.NAME for at in range(joins[0], pronoun))


def _has_comma(sheet: Overlay, at: int) -> bool:
    return "," in sheet.source_text[sheet.source[at - 1].end : sheet.source[at].start]


def _may_own(index: ArticleIndex, passage: Passage, keys: frozenset[str], pronoun: int) -> bool:
    if not may_be_named(index, passage, keys, frozenset({passage.terms[pronoun].key})):
        return False
    before = index.passages[passage.number - 1] if passage.number else None
    return pronoun > 0 or before is None or bool(keys & before.keys) or not is_about_another(before)
