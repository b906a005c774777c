"""Names of a claim against those of a passage: another name in the same place, or a name that the passage does not have.

Guarantees: a surname for a full name, an acronym for its expansion and a name for a pronoun whose sentence lies near the name are
no findings; a name of the passage in another one's place is a finding about roles; a name beside a verb of saying is one about
attribution.
"""

from collections.abc import Iterator
from itertools import pairwise

from groundwire.domain.span import Span
from groundwire.domain.support import ReasonKind
from groundwire.grounding.alignment import names_alike
from groundwire.grounding.antecedents import PERSONS, is_led, keys_of_name, may_be_named
from groundwire.grounding.finding import Finding, Gravity
from groundwire.grounding.gaps import Gap, Overlay
from groundwire.grounding.index import ArticleIndex, Passage
from groundwire.grounding.owners import possessive_for
from groundwire.grounding.reading import Kind
from groundwire.grounding.word_classes import PRONOUNS
from groundwire.text.names import Name, same_name
from groundwire.text.reporting import Takes, find_reporting_verb

_MARKS = frozenset(",\"“”‘’'»«")
_NOBODY: frozenset[str] = frozenset()
_REACH = 4  # terms of a name on either side of one of its words


class Actors:
    """Compares names of claims with one passage of one article."""

    def __init__(self, index: ArticleIndex, passage: Passage) -> None:
        self._index = index
        self._passage = passage

    def find(self, sheet: Overlay, gap: Gap) -> Iterator[Finding]:
        """Findings on the names of the claim in `gap`."""
        rivals = [
            at for at in gap.source if sheet.source[at].kind is Kind.NAME and at not in sheet.moved_source
        ]
        at = gap.claim.start
        while at < gap.claim.stop:
            last = self._run_end(sheet, gap, at)
            if sheet.claim[at].kind is Kind.NAME and at not in sheet.moved:
                yield from self._judge(sheet, gap, range(at, last + 1), rivals)
            at = last + 1

    def _run_end(self, sheet: Overlay, gap: Gap, at: int) -> int:
        last = at
        while (
            last + 1 < gap.claim.stop
            and sheet.claim[last + 1].kind is Kind.NAME
            and last + 1 not in sheet.moved
            and sheet.claim[at].kind is Kind.NAME
            and sheet.claim[last + 1].value is sheet.claim[at].value
        ):
            last += 1
        return last

    def _judge(self, sheet: Overlay, gap: Gap, places: range, rivals: list[int]) -> Iterator[Finding]:
        if (not rivals and self._is_longer_form(sheet, places)) or self._is_other_form(sheet, places, rivals):
            return
        if rivals:
            last = self._source_run(sheet, gap, rivals[0])
            yield self._clash(sheet, places, sheet.source_span(rivals[0], last))
        elif not self._stands_for_pronoun(sheet, gap, places) and not self._is_repeated(sheet, places):
            yield self._lack(sheet, gap, places)

    def _clash(self, sheet: Overlay, places: range, source: Span) -> Finding:
        claim = sheet.claim_span(places[0], places[-1])
        said, read = claim.of(sheet.claim_text), source.of(sheet.source_text)
        message = f"the claim has {said!r} where the article has {read!r}"
        kind = self._kind(sheet, places)
        return Finding(kind, Gravity.CLASH, claim, source, message, tuple(places), is_exchange=True)

    def _lack(self, sheet: Overlay, gap: Gap, places: range) -> Finding:
        other = self._other_name_around(sheet, places)
        if other is not None:
            return self._clash(sheet, places, other)
        claim = sheet.claim_span(places[0], places[-1])
        said = claim.of(sheet.claim_text)
        kind = self._kind(sheet, places)
        if kind is ReasonKind.ATTRIBUTION and self._has_other_speaker(sheet, places):
            message = f"the article has these words from somebody else than {said!r}"
            return Finding(kind, Gravity.CLASH, claim, None, message, tuple(places), is_exchange=True)
        message = f"the article does not have {said!r} here"
        is_exchange = sheet.replaces(gap) or (
            kind is ReasonKind.ATTRIBUTION and not self._may_speak(sheet, places)
        )
        return Finding(kind, Gravity.LACK, claim, None, message, tuple(places), is_exchange=is_exchange)

    def _may_speak(self, sheet: Overlay, places: range) -> bool:
        """Whether the name may be "he" or "she" who says it in the passage, if somebody does."""
        pronouns = {
            one.key
            for at, one in enumerate(sheet.source)
            if one.key in PERSONS and at + 1 < len(sheet.source) and _says_in(sheet.source_words(at + 1), "")
        }
        return not pronouns or self._may_be(sheet, places, frozenset(pronouns))

    def _other_name_around(self, sheet: Overlay, places: range) -> Span | None:
        """The article's name that shares a word with the claim's and has another word where this one is new."""
        mine = sheet.claim[places[0]].value
        for at in (
            *range(max(0, places[0] - _REACH), places[0]),
            *range(places[-1] + 1, places[-1] + 1 + _REACH),
        ):
            if at not in sheet.anchors or sheet.claim[at].value is not mine or mine is None:
                continue
            its = sheet.source[sheet.anchors[at]].value
            if isinstance(its, Name) and self._has_dropped_word(sheet, its):
                return its.span
        return None

    def _has_dropped_word(self, sheet: Overlay, name: Name) -> bool:
        return any(
            term.kind is Kind.NAME
            and name.span.contains(Span(term.start, term.end))
            and not sheet.keeps_source(at)
            for at, term in enumerate(sheet.source)
        )

    def _is_repeated(self, sheet: Overlay, places: range) -> bool:
        """Whether the passage has the whole name, and the claim says it once more."""
        return {sheet.claim[place].key for place in places} <= {term.key for term in sheet.source}

    def _has_other_speaker(self, sheet: Overlay, places: range) -> bool:
        """Whether the passage has the claim's verb of saying beside a name that the claim leaves out."""
        verbs = {sheet.claim[at].key for at in (places[0] - 1, places[-1] + 1) if 0 <= at < len(sheet.claim)}
        for at, term in enumerate(sheet.source):
            if term.key not in verbs or not _says_in(sheet.source_words(at), term.key):
                continue
            beside = [place for place in (at - 1, at + 1) if 0 <= place < len(sheet.source)]
            if any(
                sheet.source[place].kind is Kind.NAME and not sheet.keeps_source(place) for place in beside
            ):
                return True
        return False

    def _source_run(self, sheet: Overlay, gap: Gap, at: int) -> int:
        last = at
        while last + 1 < gap.source.stop and sheet.source[last + 1].kind is Kind.NAME:
            last += 1
        return last

    def _is_longer_form(self, sheet: Overlay, places: range) -> bool:
        """Whether a kept name became longer, in a way that the article has it somewhere: first name and surname."""
        pairs = self._index.name_pairs
        after = places[-1] + 1
        keys = [sheet.claim[place].key for place in places]
        if self._is_kept_name(sheet, after) and (keys[-1], sheet.claim[after].key) in pairs:
            return all(pair in pairs for pair in pairwise(keys))
        return False

    def _is_kept_name(self, sheet: Overlay, at: int) -> bool:
        if not 0 <= at < len(sheet.claim) or sheet.claim[at].kind is not Kind.NAME:
            return False
        return at in sheet.anchors or at in sheet.moved

    def _is_other_form(self, sheet: Overlay, places: range, rivals: list[int]) -> bool:
        """Whether a name of the passage in this place, or the name around it, is another form of this one."""
        mine = sheet.claim[places[0]].value
        if not isinstance(mine, Name):
            return any(names_alike(sheet.claim[places[0]], sheet.source[at]) for at in rivals)
        for at in rivals:
            its = sheet.source[at].value
            text = its.text if isinstance(its, Name) else sheet.source[at].key
            if same_name(mine.text, text) and self._is_known_form(mine.text, text):
                return True
        return False

    def _is_known_form(self, mine: str, its: str) -> bool:
        """Whether the longer of two forms is the article's own."""
        if len(mine.split()) <= len(its.split()):
            return True
        words = [word.casefold() for word in mine.replace(".", "").split()]
        return all(pair in self._index.name_pairs for pair in pairwise(words))

    def _kind(self, sheet: Overlay, places: range) -> ReasonKind:
        keys = {sheet.claim[place].key for place in places}
        if keys & {term.key for term in sheet.source}:
            return ReasonKind.ROLE
        before, after = places[0] - 1, places[-1] + 1
        if after < len(sheet.claim) and _says(sheet, after):
            return ReasonKind.ATTRIBUTION
        if before > 0 and _says(sheet, before) and _is_inverted(sheet, before):
            return ReasonKind.ATTRIBUTION
        return ReasonKind.NAME

    def _stands_for_pronoun(self, sheet: Overlay, gap: Gap, places: range) -> bool:
        pronouns = PRONOUNS & {sheet.source[at].key for at in gap.source}
        owner = possessive_for(sheet, places[-1])
        if owner >= 0:
            pronouns |= {sheet.source[owner].key}
        if not pronouns or is_led(sheet.claim, places[0]):
            return bool(pronouns) and self._may_be(sheet, places, _NOBODY)
        if pronouns & PERSONS and any(_says(sheet, at) for at in _beside(sheet, places)):
            pronouns &= PERSONS  # "it was right, he said": it is he who is named
        return self._may_be(sheet, places, pronouns)

    def _may_be(self, sheet: Overlay, places: range, pronouns: frozenset[str]) -> bool:
        last = places[-1]
        keys = frozenset({sheet.claim[last].key}) if pronouns & PERSONS else keys_of_name(sheet.claim, last)
        return may_be_named(self._index, self._passage, keys, pronouns)


def _beside(sheet: Overlay, places: range) -> list[int]:
    return [at for at in (places[0] - 1, places[-1] + 1) if 0 <= at < len(sheet.claim)]


def _says(sheet: Overlay, place: int) -> bool:
    return _says_in(sheet.claim_words(place), sheet.claim[place].key)


def _says_in(word: str, key: str) -> bool:
    verb = find_reporting_verb(word)
    return key == "accord" or (verb is not None and verb.takes is not Takes.THOUGHT)


def _is_inverted(sheet: Overlay, verb: int) -> bool:
    """Whether a comma or a quotation mark stands before the verb: "…," said she."""
    if sheet.claim[verb].key == "accord":
        return True
    between = sheet.claim_text[sheet.claim[verb - 1].end : sheet.claim[verb].start]
    return any(mark in between for mark in _MARKS)
