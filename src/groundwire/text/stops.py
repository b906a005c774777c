"""Does this mark end a sentence? Decided by the words on both sides of it; abbreviations are the hard part.

Guarantee: pure and local. A decision looks at no more than the words handed over in `Mark`.
"""

import re
from typing import NamedTuple

from groundwire.text.abbreviations import (
    AFTER_A_CLOCK_TIME,
    AFTER_AN_ORDINAL,
    BEFORE_A_NAME,
    BEFORE_A_NUMBER,
    CLOCK_TIMES,
    MARKED_NAMES,
    SPEECH_VERBS,
    STARTERS,
    UNDECIDED,
)

_FOLLOWING = re.compile(r"[\"'“‘«‹„(\[{¿¡「『（]*(?P<word>[^\W_][\w’'-]{0,39}|[^\s])?")
_SPEAKER = re.compile(r"(?:[A-Z][\w’'.-]{0,30} ){1,3}(?P<verb>[a-z]{2,12})(?=[.,;:]|\Z)")
_ENUMERATOR = re.compile(r"(?:\d{1,3}|[A-Za-z]|[ivx]{1,5}|[IVX]{1,5})\Z")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]\Z")
# Names that begin small: iPhone, eBay, al-Shabaab.
_SMALL_NAME = re.compile(r"[a-z]{1,4}[A-Z]|[a-z]{2,3}-[A-Z]")
_OPENERS = "\"'“‘«‹„([{"
_QUOTES = "\"'”’»›"


class Mark(NamedTuple):
    """A possible end: the mark with its closers, the text right before it, and the text after the space."""

    mark: str
    closers: str
    before: str
    has_space: bool
    after: str

    @property
    def word(self) -> str:
        """The word that the mark follows, what opens it taken off; empty after a space."""
        words = self.before.split()
        return words[-1].lstrip(_OPENERS) if words and not self.before[-1:].isspace() else ""

    @property
    def following(self) -> str:
        """The next word, or the next sign where there is none; empty at the end of the text."""
        match = _FOLLOWING.match(self.after)
        return (match["word"] or "") if match else ""

    @property
    def is_followed_by_starter(self) -> bool:
        """Whether the next word begins sentences far more often than it goes on after an abbreviation."""
        following = self.following
        return following[:1].isupper() and following.casefold() in STARTERS


def ends_sentence(at: Mark) -> bool:
    """Whether a sentence ends at this mark."""
    following = at.following
    if not following:
        return True
    if not at.has_space:
        return _is_glued(at)
    if following[0] in ",;:)]–—-/" or _goes_on_small(at, following):
        return False
    if at.mark != ".":
        return _ends_after_strong_mark(at)
    if at.closers[:1] and at.closers[0] in _QUOTES:
        return True
    return _ends_after_stop(at, word=at.word, following=following)


def _goes_on_small(at: Mark, following: str) -> bool:
    """Whether lower case follows, other than a small name or, after a full stop, a remark in brackets."""
    if not following[0].islower() or _SMALL_NAME.match(following):
        return False
    return at.mark != "." or not at.after.startswith(("(", "["))


def _is_glued(at: Mark) -> bool:
    """`… the region.The army …`: pages lose the space between two paragraphs."""
    end = at.before[-2:]
    return at.is_followed_by_starter and end.isalpha() and end.islower()


def _ends_after_strong_mark(at: Mark) -> bool:
    if at.mark[0] in ".…" and _begins(at.before):
        return False
    if at.word.casefold() in MARKED_NAMES:
        return at.is_followed_by_starter
    if at.closers[:1] and at.closers[0] in _QUOTES:
        speaker = _SPEAKER.match(at.after)
        return not (speaker and speaker["verb"] in SPEECH_VERBS)
    return True


def _begins(before: str) -> bool:
    """Whether a sentence has just ended or a line begun: dots there leave words out before the next sentence."""
    lead = before.rstrip(" \t" + _OPENERS)
    return not lead or lead[-1] in "\n.!?…"


def _ends_after_stop(at: Mark, *, word: str, following: str) -> bool:
    folded, next_folded = word.casefold(), following.casefold()
    if _is_enumerator(at, word) or (_is_ordinal(word) and next_folded in AFTER_AN_ORDINAL):
        return False
    if following[0].isdigit():
        return folded not in BEFORE_A_NUMBER and folded not in BEFORE_A_NAME
    if folded in CLOCK_TIMES:
        return next_folded not in AFTER_A_CLOCK_TIME
    if folded in BEFORE_A_NAME and (
        not _is_acronym(word) or _is_acronym(following)
    ):  # ST. LOUIS, but: a newer IE. Its
        return word.islower() and at.is_followed_by_starter
    return at.is_followed_by_starter or not _is_undecided(word, folded)


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _is_ordinal(word: str) -> bool:
    """`9. Januar`: in some languages a stop makes a number an ordinal."""
    return word.isdecimal() and len(word) <= 2


def _is_undecided(word: str, folded: str) -> bool:
    """Initials, acronyms, company forms, months: the sentence may end here, and the next word tells."""
    if len(word) == 1 and word.isalpha():
        return not word.islower()
    if folded in UNDECIDED:
        return word[0].isupper() or not word.isascii()
    return _ACRONYM.match(word) is not None


def _is_enumerator(at: Mark, word: str) -> bool:
    """`1. The first`, at the start of a line or after the end of the item before."""
    if not _ENUMERATOR.match(word):
        return False
    lead = at.before[: len(at.before) - len(word)].rstrip(_OPENERS + " \t")
    if not lead or lead[-1] == "\n":
        return True
    return word.isdecimal() and lead[-1] in ".!?:;"
