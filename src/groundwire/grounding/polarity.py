"""Negations and opposites: does the claim say the contrary of the passage?

Guarantee: a negation that the claim leaves out together with all that it negates is no finding.
"""

from collections.abc import Iterator
from itertools import product

from groundwire.domain.support import ReasonKind
from groundwire.grounding.finding import Finding, Gravity
from groundwire.grounding.gaps import Gap, Overlay
from groundwire.grounding.lexemes import lexeme
from groundwire.grounding.lexicon_opposites import is_opposite, is_opposite_direction
from groundwire.grounding.reading import Kind, Term
from groundwire.grounding.word_classes import NEGATIVE_VERBS
from groundwire.text.reporting import find_reporting_verb

_RAISES = frozenset(map(lexeme, ("think", "believe", "expect", "suppose", "want", "consider", "feel")))
"""Verbs whose negation is meant for what follows: "does not think that it helps" says that it does not help."""
_DENIALS = frozenset(map(lexeme, ("deny", "reject", "dismiss", "dispute", "refute", "rebut")))
_MATTERS = frozenset(
    map(
        lexeme,
        (
            "report",
            "claim",
            "allegation",
            "accusation",
            "suggestion",
            "rumour",
            "rumor",
            "assertion",
            "media",
            "reports",
            "claims",
            "existence",
            "occurrence",
        ),
    )
)
"""What a denial names before it comes to what is denied."""
_SIGNS = frozenset(
    map(lexeme, ("evidence", "sign", "indication", "proof", "trace", "hint", "suggestion", "confirmation"))
)
"""Nouns whose absence says that something was not found: "no evidence of fraud"."""
_GOES_ON = frozenset(
    map(lexeme, ("saying", "adding", "arguing", "insisting", "claiming", "noting", "explaining"))
)
"""What somebody goes on to say after a denial: "denied the fire, saying that the smoke came from …" denies no smoke."""
_JOINS = frozenset(("and", "but"))
_VERB_AND_OBJECT = 2
_COMPLEMENT = 20  # terms after a verb of denying in which its clause begins
_COMPARED = frozenset({Kind.WORD, Kind.QUANTIFIER, Kind.NEGATION, Kind.FUNCTION})


def find_opposites(sheet: Overlay, gap: Gap) -> Iterator[Finding]:
    """Opposite words in one gap: paired, or both left over."""
    seen: set[int] = set()
    for claim in gap.claim:
        if claim in sheet.moved or sheet.claim[claim].kind not in _COMPARED:
            continue
        source = _opposite_of(sheet, claim, [at for at in gap.source if at not in seen])
        if source is not None:
            seen.add(source)
            yield _opposite(sheet, claim, source)


def _opposite_of(sheet: Overlay, claim: int, places: list[int]) -> int | None:
    paired = sheet.opposites.get(claim)
    if paired in places:
        return paired
    return next((at for at in places if _are_opposite(sheet.claim[claim], sheet.source[at])), None)


def _are_opposite(one: Term, other: Term) -> bool:
    return other.kind in _COMPARED and is_opposite(one.key, other.key)


def _opposite(sheet: Overlay, claim: int, source: int) -> Finding:
    one, other = sheet.claim[claim].key, sheet.source[source].key
    is_direction = is_opposite_direction(one, other) or sheet.source[source].kind is Kind.NUMBER
    kind = ReasonKind.COMPARISON if is_direction else ReasonKind.NEGATION
    said, read = sheet.claim_words(claim), sheet.source_words(source)
    message = f"the claim says {said!r} where the article says {read!r}, its opposite"
    return Finding(
        kind,
        Gravity.CLASH,
        sheet.claim_span(claim),
        sheet.source_span(source),
        message,
        (claim,),
        is_exchange=True,
    )


def find_negations(sheet: Overlay, gap: Gap) -> Iterator[Finding]:
    """A negation that only one of the two has, over words that both have."""
    mine = [
        at
        for at in gap.claim
        if _negates(sheet.claim, at) and at not in sheet.moved and _reaches_shared(sheet, at)
    ]
    its = [
        at
        for at in gap.source
        if _negates(sheet.source, at) and at not in sheet.moved_source and _reaches_kept(sheet, at)
    ]
    if len(mine) % 2 == len(its) % 2 or _is_denial_told(sheet, mine, its):
        return
    if any(_is_of_object(sheet, *pair) for pair in _crossed(sheet, mine, its)):
        return
    if mine and not its:
        words = sheet.claim_words(mine[0])
        place = _beside(gap.source, len(sheet.source))
        message = f"the claim negates with {words!r} what the article says without a negation"
        yield Finding(
            ReasonKind.NEGATION, Gravity.CLASH, sheet.claim_span(mine[0]), sheet.source_span(place), message
        )
    elif its:
        words = sheet.source_words(its[0])
        message = f"the article negates with {words!r} what the claim says without a negation"
        place = _beside(gap.claim, len(sheet.claim))
        yield Finding(
            ReasonKind.NEGATION, Gravity.CLASH, sheet.claim_span(place), sheet.source_span(its[0]), message
        )


def _crossed(sheet: Overlay, mine: list[int], its: list[int]) -> Iterator[tuple[int, int]]:
    """Negations of one gap with those that the other text has elsewhere."""
    there = [at for at, term in enumerate(sheet.source) if term.key == "no" and not sheet.keeps_source(at)]
    here = [at for at, term in enumerate(sheet.claim) if term.key == "not" and at not in sheet.anchors]
    yield from product(mine, there) if mine else product(here, its)


def _is_of_object(sheet: Overlay, mine: int, its: int) -> bool:
    """Whether "not" before a verb of the claim is the passage's "no" before its object: "did not find proof", "found no proof"."""
    if sheet.claim[mine].key != "not" or sheet.source[its].key != "no":
        return False
    content = [at for at in range(mine + 1, len(sheet.claim)) if sheet.claim[at].is_content][:2]
    if len(content) < _VERB_AND_OBJECT:
        return False
    verb, thing = (sheet.anchors.get(at) for at in content)
    return verb is not None and verb < its and thing is not None and thing == sheet.next_source_content(its)


def _is_denial_told(sheet: Overlay, mine: list[int], its: list[int]) -> bool:
    """Whether a denial on one side answers a negation elsewhere on the other: "denied that it leaks", "it does not leak"."""
    if mine:
        there = range(len(sheet.source))
        return any(
            _denies(sheet.source, at) and at not in sheet.anchored_source and _reaches_kept(sheet, at)
            for at in there
        )
    places = [at for at in range(len(sheet.claim)) if at not in sheet.anchors and _negates(sheet.claim, at)]
    return bool(places) and any(_denies(sheet.source, at) for at in its)


def _beside(places: range, count: int) -> int:
    """A term in the gap, or the one after it, to point at."""
    return min(places.start, count - 1)


def _negates(terms: tuple[Term, ...], at: int) -> bool:
    return terms[at].kind is Kind.NEGATION or terms[at].key in NEGATIVE_VERBS or _denies(terms, at)


def _denies(terms: tuple[Term, ...], at: int) -> bool:
    """Whether a verb denies what follows: "denied reports that", "rejects a claim that"."""
    if terms[at].key not in _DENIALS:
        return False
    return terms[at].key in NEGATIVE_VERBS or any(term.key in _MATTERS for term in terms[at + 1 : at + 4])


def _denied(sheet: Overlay, at: int) -> int | None:
    """The first content term of what the verb at `at` denies, past the report or claim that said so."""
    for place in range(at + 1, min(len(sheet.source), at + _COMPLEMENT)):
        if place > at + 1 and (sheet.source[place].key in _GOES_ON or _says_more(sheet, place)):
            break
        if sheet.source[place].key == "that":
            return sheet.next_source_content(place)
    following = sheet.next_source_content(at)
    while following is not None and sheet.source[following].key in _MATTERS:
        following = sheet.next_source_content(following)
    return None if following is not None and _says_more(sheet, following) else following


def _says_more(sheet: Overlay, at: int) -> bool:
    """Whether another verb of saying follows a conjunction: "rejected the charge and said that …"."""
    return sheet.source[at - 1].key in _JOINS and find_reporting_verb(sheet.source_words(at)) is not None


def _reaches_shared(sheet: Overlay, at: int) -> bool:
    """Whether the claim's negating verb stands before words that both have: "…, which he denies" negates nothing of theirs."""
    if sheet.claim[at].kind is Kind.NEGATION:
        return True
    following = next(
        (place for place in range(at + 1, len(sheet.claim)) if sheet.claim[place].is_content), None
    )
    return following is not None and (following in sheet.anchors or following in sheet.moved)


def _reaches_kept(sheet: Overlay, at: int) -> bool:
    """Whether the word that the negation stands before is kept by the claim."""
    if _denies(sheet.source, at) and not sheet.keeps_source(at):
        return sheet.keeps_source(_denied(sheet, at)) or sheet.keeps_source(sheet.next_source_content(at))
    following = sheet.next_source_content(at)
    if following is not None and not sheet.keeps_source(following) and sheet.source[following].key in _SIGNS:
        following = sheet.next_source_content(following)
    if following is not None and sheet.source[following].key in _RAISES:
        following = sheet.next_source_content(following)
    if following is None and at + 1 < len(sheet.source):
        following = at + 1
    return sheet.keeps_source(following)
