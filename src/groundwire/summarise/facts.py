"""Facts as a small model gives them, sentence by sentence, to claims that the checks have passed. Pure.

Guarantees: a fact rests on the sentence that was shown and on no other; who is credited and how firmly is read from the article by
rule, never taken from the model; a fact that the checks refuse is left out with what they found; what the facts of a sentence
leave untold is told in the article's own words; every fact that came in is accounted for.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from groundwire.domain.claim import NO_ATTRIBUTION, Claim, Stance
from groundwire.domain.losses import LossItem, StageLosses
from groundwire.domain.provenance import ModelStatements
from groundwire.domain.support import REFUSED
from groundwire.extractive.stance import stance_of
from groundwire.grounding.check import Asserted, check_statement
from groundwire.grounding.index import ArticleIndex, index_article
from groundwire.prompts.shown import visible_line
from groundwire.summarise.claims import statement_fault
from groundwire.summarise.openings import has_verb, is_bare_answer, names_nobody, without_speaker
from groundwire.summarise.own_words import OwnWords, figures_in, words_of
from groundwire.summarise.passage import ReadArticle, folded_words
from groundwire.text.tokens import tokenise

_FROM_HERE: Final = 2  # words that a fact takes from its own sentence, at least
_LEAST_IN_COMMON: Final = 0.75  # share of a fuller fact that the less full one has
_NO_SENTENCE: Final = "it is no whole sentence"
_SHORTEST: Final = 3  # words of a sentence
_ENDS_OPEN: Final = frozenset(
    [
        "a",
        "an",
        "the",
        "and",
        "or",
        "but",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "from",
        "with",
        "by",
        "as",
        "that",
        "than",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
    ]
)
_SAME: Final = 0.75  # share of words that two facts of one sentence have in common when they are one


class SentenceReply(NamedTuple):
    """What was said of sentence `number`; `rejected` were not of the shape asked for."""

    number: int
    facts: Sequence[str]
    rejected: Sequence[str] = ()


@dataclass(kw_only=True)
class _Account:
    came_in: int = 0
    merged: int = 0
    dropped: int = 0
    items: list[LossItem] = field(default_factory=list)

    def drop(self, what: str, reason: str) -> None:
        self.items.append(LossItem(what=what, reason=reason))
        self.dropped += 1

    def merge(self, what: str, reason: str = "it was said already") -> None:
        self.items.append(LossItem(what=what, reason=reason))
        self.merged += 1


class _Gathering:
    """Facts of an article on their way to claims."""

    def __init__(self, read: ReadArticle) -> None:
        self._read = read
        self._index: ArticleIndex = index_article(read.article)
        self._own = OwnWords(read)
        # Rules know English alone; of other languages only words that the article has itself can be held against it.
        self._words = None if self._index.is_english else _all_words(read.article.text)
        self._seen: set[tuple[str, ...]] = set()
        self.account = _Account()
        self._made = 0
        self._in_own_words: set[str] = set()
        self.claims: list[Claim] = []
        self.untold: list[int] = []

    @property
    def statements(self) -> ModelStatements:
        """What came of the facts that the model stated."""
        own_words = sum(claim.text in self._in_own_words for claim in self.claims)
        return ModelStatements(
            made=self._made, refused=self.account.dropped, claims=len(self.claims), own_words=own_words
        )

    def take(self, reply: SentenceReply) -> None:
        """Take what is said of one sentence, and the article's own words for what is not."""
        told: list[Claim] = []
        self._made += len(reply.facts) + len(reply.rejected)
        self.account.came_in += len(reply.facts) + len(reply.rejected)
        for reason in reply.rejected:
            self.account.drop("a fact in another shape", reason)
        for fact in reply.facts:
            claim = self._fact(reply.number, fact, told)
            if claim is not None:
                self._tell(claim, told)
        if not told and self._own.of(reply.number):
            self.untold.append(reply.number)
        for own in self._own.untold(reply.number, [claim.text for claim in told]):
            self.account.came_in += 1
            if self._is_new(own.text, told):
                self._in_own_words.add(own.text)
                self._tell(self._resting(own, reply.number), told)
            else:
                self.account.merge(own.text)
        self.claims += told
        self._seen |= {folded_words(claim.text) for claim in told}

    def _tell(self, claim: Claim, told: list[Claim]) -> None:
        """Add `claim` in the place of those of its sentence that say the same and less."""
        for less in [one for one in told if _is_fuller(claim.text, one.text)]:
            told.remove(less)
            self.account.merge(less.text, "a fuller fact of the same sentence tells it")
        told.append(claim)

    def _fact(self, number: int, words: str, told: Sequence[Claim]) -> Claim | None:
        text = visible_line(words)
        fault = statement_fault(text, (number,), self._read) or (_NO_SENTENCE if _broken_off(text) else "")
        if fault:
            self.account.drop(text, fault)
            return None
        if self._words is None and is_bare_answer(self._read.words_of(number)):
            self.account.drop(text, "its sentence is an answer without a verb, which the question has")
            return None
        text = without_speaker(text, self._own.speakers(number))
        fault = self._broken(text) if text else "it says no more than that somebody spoke"
        if fault:
            self.account.drop(visible_line(words), fault)
            return None
        if not self._is_new(text, told):
            self.account.merge(text)
            return None
        telling = words_of(text)
        if len(telling & words_of(self._read.words_of(number))) < min(_FROM_HERE, len(telling)):
            self.account.drop(text, "its sentence says next to nothing of it")
            return None
        return self._passed(number, self._claim(number, text))

    def _broken(self, text: str) -> str:
        """Why `text` is no sentence that can be read alone and checked."""
        if _broken_off(text) or (self._words is None and not has_verb(text)):
            return _NO_SENTENCE
        if self._words is not None:
            return (
                ""
                if _all_words(text) <= self._words
                else "it is not in the words of the article, which alone can be checked in its language"
            )
        return "it does not say who or what is meant" if names_nobody(text) else ""

    def _passed(self, number: int, claim: Claim) -> Claim | None:
        """`claim` with its support where the checks do not refuse it and find it in its own sentence."""
        statement = Asserted(
            claim.text,
            tuple(piece.span for piece in claim.evidence),
            attribution=claim.attribution,
            stance=claim.stance,
        )
        checked = check_statement(self._index, statement)
        if checked.support.verdict in REFUSED:
            reasons = "; ".join(reason.message for reason in checked.support.reasons[:2])
            self.account.drop(claim.text, f"the checks found it {checked.support.verdict}: {reasons}")
            return None
        found = {self._read.number_at(piece.start) for piece in checked.evidence}
        if found and number not in found:
            # Small models tell again what they were shown only to know who is meant; that sentence had its own turn.
            self.account.merge(claim.text, "another sentence tells it")
            return None
        return claim.model_copy(update={"support": checked.support})

    def _claim(self, number: int, text: str) -> Claim:
        near = self._own.nearest(number, text)
        attribution = near.attribution if near else NO_ATTRIBUTION
        stance = near.stance if near else stance_of(text, Stance.ASSERTED, is_attributed=False)
        return Claim(
            id="fact",
            article=self._read.article.id,
            text=text,
            evidence=(self._read.article.evidence(self._read.span(number)),),
            attribution=attribution,
            stance=stance,
            when=near.when if near else None,
        )

    def _resting(self, own: Claim, number: int) -> Claim:
        evidence = (self._read.article.evidence(self._read.span(number)),)
        return own.model_copy(update={"evidence": evidence})

    def _is_new(self, text: str, told: Sequence[Claim]) -> bool:
        """Whether nothing says it yet: in the same words anywhere, or in nearly the same about this sentence."""
        key = folded_words(text)
        if key in self._seen or any(_are_one(text, claim.text) for claim in told):
            return False
        parts = frozenset(word for claim in told for word in words_of(claim.text))
        return not words_of(text) <= parts  # the sentence over again, after its parts, is not new


class Gathered(NamedTuple):
    """Claims in the order of the article, the account of the facts that went in, and what came of the model's."""

    claims: tuple[Claim, ...]
    losses: StageLosses
    statements: ModelStatements


def gather_facts(read: ReadArticle, replies: Iterable[SentenceReply]) -> Gathered:
    """The claims of all replies, with their accounts."""
    gathering = _gathered(read, replies)
    account = gathering.account
    losses = StageLosses(
        in_=account.came_in,
        kept=len(gathering.claims),
        merged=account.merged,
        dropped=account.dropped,
        items=tuple(account.items),
    )
    claims = tuple(
        claim.model_copy(update={"id": f"{read.article.id}.c{number}"})
        for number, claim in enumerate(gathering.claims, 1)
    )
    return Gathered(claims, losses, gathering.statements)


def untold_sentences(read: ReadArticle, replies: Sequence[SentenceReply]) -> tuple[int, ...]:
    """The numbers of the sentences that state something and of which no fact passed the checks."""
    return tuple(_gathered(read, replies).untold)


def _gathered(read: ReadArticle, replies: Iterable[SentenceReply]) -> _Gathering:
    """All replies taken in the order of the article, those about one sentence together."""
    of_sentence: dict[int, SentenceReply] = {}
    for reply in replies:
        first = of_sentence.get(reply.number, SentenceReply(reply.number, ()))
        of_sentence[reply.number] = SentenceReply(
            reply.number, (*first.facts, *reply.facts), (*first.rejected, *reply.rejected)
        )
    gathering = _Gathering(read)
    for number in sorted(of_sentence):
        gathering.take(of_sentence[number])
    return gathering


def _all_words(text: str) -> frozenset[str]:
    return frozenset(token.text.casefold() for token in tokenise(text) if token.is_word)


def _broken_off(text: str) -> bool:
    words = text.rstrip(" .").split()
    is_short = len(words) < _SHORTEST or text[:1].islower()
    return is_short or text.endswith((",", ";", ":")) or words[-1].casefold() in _ENDS_OPEN


def _are_one(one: str, other: str) -> bool:
    """Whether `one` says no more than `other` does, in nearly the same words."""
    first, second = words_of(one), words_of(other)
    is_near = len(first & second) >= _SAME * len(first | second)
    return is_near and figures_in(first) <= figures_in(second) and not second < first


def _is_fuller(one: str, other: str) -> bool:
    """Whether `one` says what `other` does and a little more: when, where, how many."""
    first, second = words_of(one), words_of(other)
    return second < first and len(second) >= _LEAST_IN_COMMON * len(first)
