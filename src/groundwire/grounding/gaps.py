"""A claim laid beside a passage: what is anchored, and the gaps between the anchors where the two differ.

Guarantees: gaps are in order and cover every term that is not anchored, on both sides; a gap never holds an anchored term.
"""

from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from groundwire.domain.span import Span
from groundwire.grounding.alignment import Link, Pair, align, link_between
from groundwire.grounding.reading import Kind, Term
from groundwire.text.reporting import ReportingVerb, find_reporting_verb

_CLAUSE_MARKS = ",;:()—–"
_ANCHORS = frozenset({Link.EQUAL, Link.ALIKE, Link.RELATED})


@dataclass(frozen=True)
class Gap:
    """Terms `claim` of the claim stand where terms `source` of the passage stood (ranges of positions)."""

    claim: range
    source: range


@dataclass(frozen=True)
class Overlay:
    """A claim beside a passage."""

    claim: tuple[Term, ...]
    source: tuple[Term, ...]
    claim_text: str
    source_text: str
    pairs: tuple[Pair, ...]
    anchors: dict[int, int] = field(default_factory=dict)
    """Position in the claim → position in the source, for anchored terms."""

    @cached_property
    def anchored_source(self) -> dict[int, int]:
        """Position in the source → position in the claim."""
        return {source: claim for claim, source in self.anchors.items()}

    @cached_property
    def kept(self) -> dict[int, int]:
        """Position in the claim → position in the source, for what both have, in place or moved."""
        return {**self.moved, **self.anchors}

    @cached_property
    def claim_says(self) -> dict[int, ReportingVerb]:
        """The claim's verbs of saying, by position."""
        return _verbs_of_saying(self.claim, self.claim_text)

    @cached_property
    def source_says(self) -> dict[int, ReportingVerb]:
        """The passage's verbs of saying, by position."""
        return _verbs_of_saying(self.source, self.source_text)

    @cached_property
    def opposites(self) -> dict[int, int]:
        """Position in the claim → position in the source, for words that the alignment paired as opposites."""
        return {pair.claim: pair.source for pair in self.pairs if pair.link is Link.OPPOSITE}

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """Where the two differ, in order."""
        found: list[Gap] = []
        edges = [(-1, -1), *sorted(self.anchors.items()), (len(self.claim), len(self.source))]
        for (claim, source), (next_claim, next_source) in pairwise(edges):
            if next_claim - claim > 1 or next_source - source > 1:
                found.append(Gap(range(claim + 1, next_claim), range(source + 1, next_source)))
        return tuple(found)

    @cached_property
    def moved(self) -> dict[int, int]:
        """Terms that the claim has in another place: position in the claim → position in the source."""
        free: dict[str, list[int]] = {}
        for at in range(len(self.source)):
            if at not in self.anchored_source and self.source[at].kind is not Kind.FUNCTION:
                free.setdefault(self.source[at].key, []).append(at)
        found: dict[int, int] = {}
        for at, term in enumerate(self.claim):
            if at in self.anchors or term.kind is Kind.FUNCTION:
                continue
            place = self._place_of(term, free)
            if place is not None:
                found[at] = place
        return found

    def _place_of(self, term: Term, free: dict[str, list[int]]) -> int | None:
        places = free.get(term.key)
        if places and link_between(term, self.source[places[0]]) in _ANCHORS:
            return places.pop(0)
        return self._alike(term, free)

    def _alike(self, term: Term, free: dict[str, list[int]]) -> int | None:
        if term.kind not in {Kind.NUMBER, Kind.DATE, Kind.NAME}:
            return None
        for places in free.values():
            if places and self.source[places[0]].kind is term.kind:
                link = link_between(term, self.source[places[0]])
                if link in _ANCHORS:
                    return places.pop(0)
        return None

    @cached_property
    def moved_source(self) -> frozenset[int]:
        """The positions in the source of what moved."""
        return frozenset(self.moved.values())

    @cached_property
    def closeness(self) -> float:
        """The share of the claim's content that is anchored or moved, by weight."""
        total = kept = 0.0
        for at, term in enumerate(self.claim):
            if term.is_content:
                total += term.weight
                if at in self.anchors or at in self.moved:
                    kept += term.weight
        return kept / total if total else 0.0

    def replaces(self, gap: Gap) -> bool:
        """Whether the source has content in `gap` that the claim does not have."""
        return any(self.source[at].is_content and at not in self.moved_source for at in gap.source)

    def claim_span(self, first: int, last: int | None = None) -> Span:
        """The span in the claim of the terms from `first` to `last`."""
        return Span(self.claim[first].start, self.claim[first if last is None else last].end)

    def source_span(self, first: int, last: int | None = None) -> Span:
        """The span in the passage of the terms from `first` to `last`."""
        return Span(self.source[first].start, self.source[first if last is None else last].end)

    def claim_words(self, at: int) -> str:
        """The words of one term of the claim."""
        return self.claim_span(at).of(self.claim_text)

    def source_words(self, at: int) -> str:
        """The words of one term of the passage."""
        return self.source_span(at).of(self.source_text)

    def next_source_content(self, at: int) -> int | None:
        """The position of the first content term of the source after `at` in the same clause."""
        for position in range(at + 1, len(self.source)):
            between = self.source_text[self.source[position - 1].end : self.source[position].start]
            if any(mark in between for mark in _CLAUSE_MARKS):
                return None
            if self.source[position].kind in {Kind.WORD, Kind.NAME, Kind.NUMBER, Kind.DATE}:
                return position
        return None

    def keeps_source(self, at: int | None) -> bool:
        """Whether the claim keeps the source's term at `at`, in place or moved."""
        return at is not None and (at in self.anchored_source or at in self.moved_source)


def _verbs_of_saying(terms: tuple[Term, ...], text: str) -> dict[int, ReportingVerb]:
    found: dict[int, ReportingVerb] = {}
    for at, term in enumerate(terms):
        verb = find_reporting_verb(text[term.start : term.end]) if term.form else None
        if verb is not None:
            found[at] = verb
    return found


def overlay(
    claim: tuple[Term, ...], source: tuple[Term, ...], *, claim_text: str, source_text: str
) -> Overlay:
    """Lay `claim` beside `source`."""
    pairs = tuple(align(claim, source))
    anchors = {pair.claim: pair.source for pair in pairs if pair.link in _ANCHORS}
    return Overlay(claim, source, claim_text, source_text, pairs, anchors)
