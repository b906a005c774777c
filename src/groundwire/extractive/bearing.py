"""What a frame does to its content: may the content stand alone as a claim, and how firmly is it put?

Guarantees: content stands alone only under a verb that tells, finds or confirms and that nothing weakens; under thought,
doubt, wish, hint, hearsay, negation, a modal, or a word such as "falsely", the frame stays with it.
"""

from typing import Final, NamedTuple

from groundwire.domain.claim import Stance
from groundwire.extractive.words import Tag, Word
from groundwire.text.reporting import ReportingVerb


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


ATTITUDES: Final = _words(
    "think believe feel consider fear doubt reckon guess judge worry hope suppose suspect presume speculate theorize "
    "theorise assume expect anticipate imagine wonder ask urge plead recommend advise suggest hint imply purport estimate "
    "hear reason signal"
)
"""Verbs whose content is only thought, doubted, wished, hinted, guessed, asked for or heard: it never stands alone."""
_WEAKENING: Final = _words(
    "not never neither nor hardly barely scarcely rarely seldom almost nearly falsely wrongly mistakenly erroneously "
    "incorrectly allegedly reportedly supposedly purportedly apparently jokingly perhaps maybe possibly probably"
)
_MODALS: Final = _words("will would shall may might could should must ought")
"""Who will, would or may say it has not said it; who can confirm something confirms it."""
_NOBODY: Final = _words("no nobody none neither few nothing little")
_CONDITIONS: Final = frozenset({"if", "unless", "whether", "lest"})
_UNFIRM: Final = frozenset({Stance.CONFIRMED, Stance.DENIED, Stance.PREDICTED, Stance.ALLEGED})


class Bearing(NamedTuple):
    """How firmly content is put, and whether its words need their frame."""

    stance: Stance
    needs_frame: bool


def bearing_of(verb: ReportingVerb, group: list[Word], subject: list[Word]) -> Bearing:
    """The bearing of `verb`, whose auxiliaries and adverbs are `group` and whose subject, where there is one, is `subject`."""
    negated = any(_negates(word) for word in group) or (bool(subject) and subject[0].low in _NOBODY)
    weakened = negated or any(word.low in _WEAKENING | _MODALS or _is_contracted(word) for word in group)
    doubted = verb.lemma in ATTITUDES or verb.stance is Stance.DENIED
    return Bearing(unfirm(verb.stance) if negated else verb.stance, weakened or doubted)


def unfirm(stance: Stance) -> Stance:
    """The stance of what is not confirmed, not denied, not foretold or not claimed."""
    if stance is Stance.CONFIRMED:
        return Stance.ALLEGED
    return Stance.ASSERTED if stance in _UNFIRM else stance


def is_nobody(words: str) -> bool:
    """Whether a mention names nobody: `no one`, `no official`, `none of them`."""
    return words.split(maxsplit=1)[0].casefold() in _NOBODY if words.split() else True


def is_conditional(words: list[Word], first: int) -> bool:
    """Whether the clause whose subject begins at `first` is only a condition or a question: `if X said that …`."""
    before = first - 1
    while before >= 0 and words[before].tag is Tag.ADV:
        before -= 1
    return before >= 0 and words[before].low in _CONDITIONS | {"nor"}


def is_subjunctive(inside: list[Word]) -> bool:
    """Whether the content asks for something rather than tells it: `that the bridge be closed`."""
    for index, word in enumerate(inside):
        if word.low == "be":
            before = index - 1
            while before >= 0 and inside[before].tag is Tag.ADV:
                before -= 1
            return before >= 0 and inside[before].tag in {Tag.NOUN, Tag.NAME, Tag.NUM, Tag.BRACKET}
        if word.is_finite:
            return False
    return False


def _negates(word: Word) -> bool:
    return word.low in {"no", "not", "never", "cannot", "neither", "nor"} or word.low.endswith("n't")


def _is_contracted(word: Word) -> bool:
    return word.low.endswith(("'ll", "'d"))
