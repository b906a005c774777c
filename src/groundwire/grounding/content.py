"""Words of the claim that the passage does not have: what is new, and whether the article has it near by."""

from collections.abc import Iterator
from itertools import pairwise

from groundwire.domain.support import ReasonKind
from groundwire.grounding.finding import Finding, Gravity
from groundwire.grounding.gaps import Gap, Overlay
from groundwire.grounding.lexemes import lexeme
from groundwire.grounding.lexicon_synonyms import are_synonyms
from groundwire.grounding.reading import Kind
from groundwire.grounding.word_classes import COMPARATIVES, HEDGES

_LIGHT_WEIGHT = 0.5
_DIED = frozenset(map(lexeme, ("die", "perish")))
_KILLED = lexeme("kill")
_PASSIVE = 2  # terms before a participle in which its "was" stands


def find_new_words(sheet: Overlay, gap: Gap) -> Iterator[Finding]:
    """One finding for each run of content words that the passage does not have."""
    run: list[int] = []
    keys = {term.key for term in sheet.source}
    is_exchange = sheet.replaces(gap)
    stands_for_other = _stands_for_other(sheet, gap)
    for at in gap.claim:
        term = sheet.claim[at]
        if term.kind is not Kind.WORD or (term.key in HEDGES and not stands_for_other):
            continue
        is_repeated = term.key in keys and (not is_exchange or _is_spared(sheet, at))
        if at in sheet.moved or is_repeated or _has_synonym(sheet, at, gap) or _died_of_it(sheet, at, gap):
            continue
        run.append(at)
    heavy = [at for at in run if stands_for_other or sheet.claim[at].weight > _LIGHT_WEIGHT]
    if heavy:
        claim = sheet.claim_span(run[0], run[-1])
        message = f"the article does not say {claim.of(sheet.claim_text)!r} here"
        source = sheet.source_span(gap.source[0], gap.source[-1]) if len(gap.source) else None
        yield Finding(
            ReasonKind.COVERAGE, Gravity.LACK, claim, source, message, tuple(run), is_exchange=is_exchange
        )
    elif run and any(sheet.claim[at].key not in COMPARATIVES for at in run):
        claim = sheet.claim_span(run[0], run[-1])
        message = f"the article does not say {claim.of(sheet.claim_text)!r} in these words"
        yield Finding(ReasonKind.COVERAGE, Gravity.NOTE, claim, None, message, tuple(run))


def _stands_for_other(sheet: Overlay, gap: Gap) -> bool:
    """Whether one word of the claim stands where the passage has one word that says more."""
    mine = [at for at in gap.claim if sheet.claim[at].is_content and at not in sheet.moved]
    its = [at for at in gap.source if sheet.source[at].is_content and at not in sheet.moved_source]
    if len(mine) != 1 or len(its) != 1:
        return False
    other = sheet.source[its[0]]
    return other.kind is Kind.WORD and other.weight > _LIGHT_WEIGHT and other.key not in HEDGES


def _is_spared(sheet: Overlay, at: int) -> bool:
    """Whether the passage has the noun once for two counts: "the first round was harder than the second"."""
    there = sheet.anchors.get(at - 1)
    if there is None or sheet.source[there].kind is not Kind.NUMBER:
        return False
    if sheet.next_source_content(there) is not None:
        return False
    return any(
        one.kind is Kind.NUMBER and other.key == sheet.claim[at].key for one, other in pairwise(sheet.source)
    )


def _died_of_it(sheet: Overlay, at: int, gap: Gap) -> bool:
    """Whether somebody died in the claim who was killed in the passage; who died need not have been killed."""
    return sheet.claim[at].key in _DIED and any(
        sheet.source[place].key == _KILLED
        and any(term.key == "be" for term in sheet.source[max(0, place - _PASSIVE) : place])
        for place in gap.source
    )


def _has_synonym(sheet: Overlay, at: int, gap: Gap) -> bool:
    key = sheet.claim[at].key
    return any(are_synonyms(key, sheet.source[place].key) for place in gap.source)
