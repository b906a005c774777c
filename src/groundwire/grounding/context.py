"""What a self-contained claim says again because the article has established it before: a place, a name, the topic, the year.

A careful summary names in every sentence what an article names once. Such words are taken out of the claim, and what is left is held
to its passage as any claim is.

Guarantees: numbers are never context but for the total of what is counted ("31 of the 43 cases"); a word is context only where the title, the opening or the sentences before the passage have
it and nothing in the passage stands in its place; at least two telling terms of the claim stay, and they are in the passage.
"""

import datetime as dt
from collections.abc import Iterable
from itertools import pairwise

from groundwire.grounding.alignment import Link, link_between, numbers_equal
from groundwire.grounding.antecedents import may_be_subject
from groundwire.grounding.assembly import carries
from groundwire.grounding.gaps import Overlay, overlay
from groundwire.grounding.index import ArticleIndex, Passage
from groundwire.grounding.lexemes import lexeme
from groundwire.grounding.lexicon_opposites import is_opposite
from groundwire.grounding.owners import find_other_owners
from groundwire.grounding.reading import Kind, Reading, Term
from groundwire.grounding.saying import dropped_frame
from groundwire.grounding.subjects import is_new_doer
from groundwire.grounding.word_classes import PREPOSITIONS
from groundwire.text.dates import DateMention
from groundwire.text.names import Name
from groundwire.text.reporting import find_reporting_verb

_OPENING = 4  # passages that a news article opens with
_BEFORE = 6  # passages before that establish what a passage speaks of
_OWN = 1.5  # weight of the claim's terms, at least, that the passage itself has
_SHARE = 0.35  # and their share of the claim's content
_TELLING = frozenset({Kind.WORD, Kind.NAME, Kind.NUMBER, Kind.DATE})
_CARRIES = frozenset({Link.EQUAL, Link.ALIKE})
_DETERMINERS = frozenset(("the", "a", "an", "this", "that", "its", "his", "her", "their", "'s", "our"))
_NOUNS = """
building bank club company firm team agency country city town man woman minister president court ministry institute
party group vessel ship train plane island compound site plant factory school hospital paper journal study organisation
bill law vote deal plan project measure scheme trophy game match final fire blaze accident crash incident storm disease
outbreak day shed service team-mate verdict ruling body authority government pair two trio both official office leader coach captain player defender boy girl
"""
_EVENTS = frozenset(
    map(
        lexeme,
        (
            "accident",
            "crash",
            "incident",
            "disaster",
            "attack",
            "explosion",
            "collision",
            "tragedy",
            "fire",
            "blaze",
            "flood",
            "storm",
            "earthquake",
            "quake",
            "shooting",
            "derailment",
            "landslide",
            "outbreak",
        ),
    )
)
"""Lexemes of nouns for what befell the people that a sentence tells of."""
_CLAUSES = frozenset(
    map(lexeme, ("and", "but", "when", "after", "while", "as", "because", "who", "which", "that"))
)
_IN_THE = frozenset(("in", "during", "by", "from"))
_OF_THEM = frozenset(map(lexeme, ("those", "them", "these", "whom", "which")))
_COUNTED = 3  # terms behind a figure among which the noun is that it counts
_STAND_FOR = frozenset(map(lexeme, _NOUNS.split()))
"""Lexemes of nouns that stand for something named before ("the building", "the bank")."""


def without_context(index: ArticleIndex, claim: Reading, passage: Passage) -> Reading | None:
    """`claim` without what the article established before `passage`; None where nothing can be taken out."""
    if all(term.key in passage.keys for term in claim.terms if term.kind in _TELLING):
        return None
    sheet = overlay(claim.terms, passage.terms, claim_text=claim.text, source_text=passage.text)
    missing = [
        at for at, term in enumerate(claim.terms) if term.kind in _TELLING and _lacks(sheet, passage, at)
    ]
    settled = _settled(index, passage)
    taken = [
        at
        for at in missing
        if _is_settled(index, claim.terms[at], settled)
        or _is_the_event(index, claim.terms, at)
        or _is_the_total(sheet, at, settled)
    ]
    if not taken or not _has_own(claim, [at for at in missing if not carries(passage, claim.terms[at])]):
        return None
    others = {at for finding in find_other_owners(index, passage, sheet) for at in finding.places}
    out = {
        at
        for at in taken
        if at not in others and _is_free(sheet, at, taken) and may_be_subject(index, sheet, passage, at)
    }
    if not out:
        return None
    terms = tuple(term for at, term in enumerate(claim.terms) if at not in out)
    return claim._replace(terms=terms)


def _lacks(sheet: Overlay, passage: Passage, at: int) -> bool:
    """Whether the passage has neither the word nor, in a place that it can stand for, another word for it."""
    term = sheet.claim[at]
    if not carries(passage, term):
        return True
    return term.key not in passage.keys and at not in sheet.anchors and at not in sheet.moved


def _is_the_event(index: ArticleIndex, terms: tuple[Term, ...], at: int) -> bool:
    """Whether the claim says "in the accident" and the article speaks of "the accident" too, wherever it does."""
    key = terms[at].key
    if key not in _EVENTS or at < 2 or terms[at - 1].key != "the" or terms[at - 2].key not in _IN_THE:
        return False
    return any(
        one.key == "the" and other.key == key
        for number in index.postings.get(key, ())
        for one, other in pairwise(index.passages[number].terms)
    )


def _is_the_total(sheet: Overlay, at: int, settled: Iterable[tuple[Term, ...]]) -> bool:
    """Whether the claim says "31 of the 43 cases" of "31 of those", and the article has counted 43 cases before."""
    if sheet.claim[at].kind is not Kind.NUMBER or at < 2 or sheet.claim[at - 1].key != "the":
        return False
    there = sheet.anchors.get(at - 2)
    if sheet.claim[at - 2].key != "of" or there is None or there + 1 >= len(sheet.source):
        return False
    if sheet.source[there + 1].key not in _OF_THEM:
        return False
    things = {term.key for term in sheet.claim[at + 1 : at + 1 + _COUNTED] if term.kind is Kind.WORD}
    return any(
        numbers_equal(sheet.claim[at], term)
        and things & {other.key for other in terms[place + 1 : place + 1 + _COUNTED]}
        for terms in settled
        for place, term in enumerate(terms)
        if term.kind is Kind.NUMBER
    )


def _settled(index: ArticleIndex, passage: Passage) -> list[tuple[Term, ...]]:
    before = index.passages[max(0, passage.number - _BEFORE) : passage.number]
    opening = [one for one in index.passages[:_OPENING] if one.number < passage.number]
    return [index.title, *(one.terms for one in dict.fromkeys([*opening, *before]))]


def _is_settled(index: ArticleIndex, term: Term, settled: Iterable[tuple[Term, ...]]) -> bool:
    if term.kind is Kind.NUMBER:
        return False
    if isinstance(term.value, DateMention) and _is_own_year(index.article.published_date, term.value):
        return True
    return any(
        other.key == term.key or (other.kind is term.kind and link_between(term, other) in _CARRIES)
        for terms in settled
        for other in terms
    )


def _is_own_year(published: dt.date | None, date: DateMention) -> bool:
    """Whether a date says no more than the year in which the article was published."""
    return published is not None and date.year == published.year and date.month is None and not date.label


def _has_own(claim: Reading, missing: list[int]) -> bool:
    own = [term for at, term in enumerate(claim.terms) if term.kind in _TELLING and at not in missing]
    weight = sum(term.weight for term in own)
    total = weight + sum(claim.terms[at].weight for at in missing)
    return weight >= _OWN and len(own) > 1 and weight >= _SHARE * total


def _is_free(sheet: Overlay, at: int, taken: list[int]) -> bool:
    """Whether nothing in the passage stands in the place of the claim's term at `at`."""
    gap = next((gap for gap in sheet.gaps if at in gap.claim), None)
    if gap is None:
        return False
    term = sheet.claim[at]
    frame = dropped_frame(sheet)
    rivals = [place for place in gap.source if not sheet.keeps_source(place) and place not in frame]
    if term.kind is Kind.DATE:
        return not any(
            one.kind is Kind.DATE and not sheet.keeps_source(place) for place, one in enumerate(sheet.source)
        )
    if term.kind is Kind.NAME:
        return _is_free_name(sheet, at, rivals, taken)
    if term.kind is Kind.NUMBER:
        return True
    if any(is_opposite(term.key, sheet.source[place].key) for place in range(len(sheet.source))):
        return False
    return _is_noun(sheet, at, taken) and _has_no_word(sheet, at, rivals, taken)


def _is_free_name(sheet: Overlay, at: int, rivals: list[int], taken: list[int]) -> bool:
    name = sheet.claim[at].value
    if isinstance(name, Name) and any(
        one.value is name and place not in taken and one.kind is Kind.NAME and not _is_office(sheet, place)
        for place, one in enumerate(sheet.claim)
    ):
        return False  # half of a name is another name
    if is_new_doer(sheet, at):
        return False
    if _is_speaker(sheet, at):
        rivals = [place for place in range(len(sheet.source)) if not sheet.keeps_source(place)]
    return not any(sheet.source[place].kind is Kind.NAME for place in rivals)


def _is_office(sheet: Overlay, at: int) -> bool:
    """Whether a word that the claim puts before "of" is, in the passage, the title of somebody whom the claim names."""
    kept = sheet.kept
    last = at
    while last in kept and kept.get(last + 1) == kept[last] + 1:
        last += 1
    if last not in kept or last + 1 >= len(sheet.claim) or sheet.claim[last + 1].key != "of":
        return False
    bearer = sheet.anchored_source.get(kept[last] + 1)
    if bearer is None or sheet.claim[bearer].kind is not Kind.NAME:
        return False
    return sheet.claim[bearer].value is not sheet.claim[at].value


def _is_speaker(sheet: Overlay, at: int) -> bool:
    around = range(max(0, at - 2), min(len(sheet.claim), at + 3))
    return any(
        sheet.claim[place].key == "accord" or find_reporting_verb(sheet.claim_words(place))
        for place in around
    )


def _is_noun(sheet: Overlay, at: int, taken: list[int]) -> bool:
    """Whether the word stands behind a determiner or a preposition, with at most two words between."""
    for place in range(at - 1, max(-1, at - 4), -1):
        term = sheet.claim[place]
        if term.key in _DETERMINERS or (term.key in PREPOSITIONS and term.key != "to"):
            return True
        if term.kind is Kind.NUMBER and place in taken:
            return True
        if term.kind is Kind.NUMBER and place == at - 1:
            return place in sheet.anchors
        if term.kind is Kind.NUMBER and place in sheet.anchors and sheet.claim[at - 1].kind is Kind.NAME:
            return True  # "225 million Norwegian crowns"
        if term.kind not in {Kind.WORD, Kind.NAME, Kind.NUMBER, Kind.DATE}:
            return False
    return False


def _has_no_word(sheet: Overlay, at: int, rivals: list[int], taken: list[int]) -> bool:
    """Whether the passage has no word in that place, or but one that stands for what was named before."""
    words = [place for place in rivals if sheet.source[place].kind in {Kind.WORD, Kind.NAME}]
    if not words:
        return True
    if _leads_kept(sheet, at, taken) or _ends_clause(sheet, at, taken):
        return True
    return all(
        sheet.source[place].key in _STAND_FOR and place > 0 and sheet.source[place - 1].key in _DETERMINERS
        for place in words
    )


def _leads_kept(sheet: Overlay, at: int, taken: list[int]) -> bool:
    """Whether the word stands right before one that both have, and the passage has no content there: "the central bank"."""
    place = at + 1
    while place in taken:
        place += 1
    there = sheet.anchors.get(place)
    if there is None or not sheet.claim[place].is_content:
        return False
    return there == 0 or sheet.source[there - 1].kind is Kind.FUNCTION


def _ends_clause(sheet: Overlay, at: int, taken: list[int]) -> bool:
    """Whether the word follows one that both have, after which the passage's clause ends: "within the hour"."""
    place = at - 1
    while place >= 0 and (place in taken or sheet.claim[place].kind is Kind.FUNCTION):
        place -= 1
    there = sheet.anchors.get(place)
    if there is None:
        return False
    following = sheet.next_source_content(there)
    return following is None or sheet.keeps_source(following) or _goes_on(sheet, at, there)


def _goes_on(sheet: Overlay, at: int, there: int) -> bool:
    """Whether a phrase ends the claim where the passage goes on with another clause: "in hospital for burns", "in hospital and …"."""
    is_last = not any(term.is_content for term in sheet.claim[at + 1 :])
    has_clause = there + 1 < len(sheet.source) and sheet.source[there + 1].key in _CLAUSES
    return is_last and has_clause and any(term.key in PREPOSITIONS for term in sheet.claim[at - 2 : at])
