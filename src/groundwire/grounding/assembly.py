"""Words of a claim that its best passage lacks, looked for in the rest of the article.

Guarantees: a run of words counts as carried elsewhere only when one other passage has all of it; a word that stands where the
best passage has another one is not looked for elsewhere unless the claim as a whole is told freely. Numbers and dates count only
when they agree.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from groundwire.domain.support import ReasonKind
from groundwire.grounding.alignment import Link, link_between
from groundwire.grounding.antecedents import may_be_subject
from groundwire.grounding.compare import Comparison
from groundwire.grounding.finding import Finding, Gravity
from groundwire.grounding.index import ArticleIndex, Passage
from groundwire.grounding.lexicon_opposites import is_opposite, is_opposite_direction
from groundwire.grounding.reading import Kind, Term
from groundwire.text.numbers import Quantity

_BEFORE = 4  # passages before, where the noun of a pronoun stands
_NEAR = 2  # passages after that are looked at besides those found by their words
_HELPERS = 3
_TOGETHER = 6  # terms that may stand between words that are carried together
_CARRIES = frozenset({Link.EQUAL, Link.ALIKE, Link.RELATED})
_APART = 0.5  # what a word is lost of that the article has, but not where the claim is told
_SHARED = 2  # telling words that a passage has to share for an opposite in it to speak against the claim
_COMPANY = 6  # terms on either side of a name that count as said of it
_PAIR = 2
_BESIDE = 3  # terms on either side of a figure that say what it counts
_TELLING = frozenset({Kind.WORD, Kind.NAME, Kind.NUMBER, Kind.DATE})
_VALUES = frozenset({Kind.NUMBER, Kind.DATE, Kind.NAME})


@dataclass(frozen=True)
class Assembly:
    """A claim carried by several passages: what is carried, by which, and what nobody carries."""

    carried: dict[int, int]
    """Position in the claim → number of the passage besides the best that carries it."""
    coverage: float
    """Share of the claim's content, by weight, that the best passage and the others carry."""
    missing: tuple[int, ...]
    """Positions of content that no looked-at passage carries."""
    absent: tuple[int, ...]
    """Those of them that the article has nowhere."""
    looked_at: tuple[Passage, ...]
    """The passages besides the best that were looked at."""

    @property
    def helpers(self) -> tuple[int, ...]:
        """Passages besides the best, most used first."""
        used = list(self.carried.values())
        return tuple(sorted(set(used), key=lambda number: (-used.count(number), number)))


def assemble(index: ArticleIndex, best: Comparison) -> Assembly:
    """What other passages of the article carry of what the best passage lacks."""
    terms = best.sheet.claim
    lacking = [at for at in range(len(terms)) if terms[at].is_content and not _is_kept(best, at)]
    passages = _helpers(index, best, [terms[at] for at in lacking])
    carried: dict[int, int] = {}
    for at in lacking:
        number = next((passage.number for passage in passages if carries(passage, terms[at])), None)
        if number is not None:
            carried[at] = number
    missing = tuple(at for at in lacking if at not in carried)
    total = sum(term.weight for term in terms if term.is_content)
    absent = tuple(at for at in missing if not _is_anywhere(index, terms[at]))
    lost = sum(terms[at].weight for at in absent) + _APART * sum(
        terms[at].weight for at in missing if at not in absent
    )
    return Assembly(carried, 1 - lost / total if total else 0.0, missing, absent, tuple(passages))


def _is_anywhere(index: ArticleIndex, term: Term) -> bool:
    if term.key in index.postings:
        return True
    kinds = {term.kind}
    return term.kind in _VALUES and any(
        link_between(term, other) in _CARRIES
        for passage in index.passages
        for kind in kinds
        for other in passage.of_kind(kind)
    )


def _is_kept(best: Comparison, at: int) -> bool:
    if at in best.sheet.anchors or at in best.sheet.moved:
        return True
    return carries(best.passage, best.sheet.claim[at])


def _helpers(index: ArticleIndex, best: Comparison, lacking: list[Term]) -> list[Passage]:
    near = list(index.around(best.passage, _BEFORE, _NEAR))
    found = index.candidates(tuple(lacking), _HELPERS)
    return list(dict.fromkeys([*near, *(passage for passage in found if passage is not best.passage)]))


def carries(passage: Passage, term: Term) -> bool:
    """Whether `passage` has a term that may stand for `term`."""
    if term.key in passage.keys:
        return True
    return any(link_between(term, other) in _CARRIES for other in passage.of_kind(term.kind))


def is_carried_elsewhere(index: ArticleIndex, best: Comparison, finding: Finding, assembly: Assembly) -> bool:
    """Whether one other passage has all the words that `finding` says the best one lacks."""
    if finding.gravity is not Gravity.LACK or finding.is_exchange or not finding.places:
        return False
    numbers = {assembly.carried.get(at, -1) for at in finding.places}
    if len(numbers) != 1 or -1 in numbers:
        return False
    if not all(may_be_subject(index, best.sheet, best.passage, at) for at in finding.places):
        return False
    passage = index.passages[numbers.pop()]
    if finding.kind is ReasonKind.NUMBER and not _counts_the_same(passage, best, finding.places[0]):
        return False
    return len(finding.places) == 1 or _stand_together(passage, best, finding.places)


def _counts_the_same(passage: Passage, best: Comparison, at: int) -> bool:
    """Whether the total that a claim takes a part of ("31 of the 43 cases") stands in `passage` beside a word that it has here."""
    terms = best.sheet.claim
    if [term.key for term in terms[max(0, at - 2) : at]] != ["of", "the"] or _is_pair(terms[at]):
        return True
    mine = _words_beside(terms, at, _BESIDE)
    if not mine or any(term.kind is Kind.NAME and term.key in mine for term in passage.terms):
        return True
    return any(
        link_between(terms[at], term) in _CARRIES and mine & _words_beside(passage.terms, place, _TOGETHER)
        for place, term in enumerate(passage.terms)
    )


def _is_pair(term: Term) -> bool:
    """Whether it is "the two", which says no more than "both"."""
    return isinstance(term.value, Quantity) and term.value.high <= _PAIR


def _words_beside(terms: tuple[Term, ...], at: int, reach: int) -> frozenset[str]:
    """The content words within `reach` terms of the one at `at`, before and behind it."""
    around = terms[max(0, at - reach) : at] + terms[at + 1 : at + 1 + reach]
    return frozenset(term.key for term in around if term.kind in {Kind.WORD, Kind.NAME})


def _stand_together(passage: Passage, best: Comparison, places: tuple[int, ...]) -> bool:
    """Whether the words that a passage carries stand near each other there."""
    keys = {best.sheet.claim[at].key for at in places}
    found = [at for at, term in enumerate(passage.terms) if term.key in keys]
    return bool(found) and any(
        {term.key for term in passage.terms[at : at + _TOGETHER + len(places)]} >= keys for at in found
    )


def find_contraries(best: Comparison, assembly: Assembly) -> Iterator[Finding]:
    """Words that the article has nowhere, where the passages that carry the claim have an opposite of theirs."""
    telling = {term.key for term in best.sheet.claim if term.is_content and term.weight >= 1}
    shares = [passage for passage in assembly.looked_at if len(telling & passage.keys) >= _SHARED]
    passages = (best.passage, *shares)
    for at in assembly.absent:
        key = best.sheet.claim[at].key
        for passage in passages:
            other = next((term for term in passage.of_kind(Kind.WORD) if is_opposite(key, term.key)), None)
            if other is None:
                continue
            said, read = best.sheet.claim_words(at), passage.text[other.start : other.end]
            kind = ReasonKind.COMPARISON if is_opposite_direction(key, other.key) else ReasonKind.NEGATION
            message = f"the claim says {said!r}, the article only {read!r}, its opposite"
            yield Finding(kind, Gravity.LACK, best.sheet.claim_span(at), None, message, (at,))
            break


def find_strangers(index: ArticleIndex, best: Comparison) -> Iterator[Finding]:
    """Names that no passage of the article has together with any of the words around them in the claim."""
    terms = best.sheet.claim
    for at, term in enumerate(terms):
        if term.kind is not Kind.NAME or term.weight < 1:
            continue
        around = terms[max(0, at - _COMPANY) : at + _COMPANY + 1]
        company = {other.key for other in around if _is_company(term, other)}
        places = index.postings.get(term.key, ())
        if company and not any(company & index.passages[number].keys for number in places):
            said = best.sheet.claim_words(at)
            message = f"the article has {said!r} nowhere beside what the claim says of it"
            yield Finding(ReasonKind.NAME, Gravity.LACK, best.sheet.claim_span(at), None, message, (at,))


def _is_company(term: Term, other: Term) -> bool:
    """Whether `other` is a telling word that is no part of the same name."""
    if other.key == term.key or other.weight < 1 or other.kind not in _TELLING:
        return False
    return other.value is None or other.value is not term.value


def lacks_value(best: Comparison, assembly: Assembly) -> bool:
    """Whether a number, date or name of the claim is nowhere."""
    return any(best.sheet.claim[at].kind in _VALUES for at in assembly.absent)
