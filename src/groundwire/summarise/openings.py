"""What a fact says once the opening that names its speaker is taken off: "The ministry said that P" says P. Pure.

Guarantees: an opening is taken off only where what is left is a sentence and means the same without it; a denial or a doubt is
never turned into what is denied or doubted; where that is not sure, the fact stays as it is.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from groundwire.domain.claim import Stance
from groundwire.extractive.clauses import starts_clause
from groundwire.extractive.phrasing import as_sentence, is_deictic
from groundwire.extractive.reference import points_back
from groundwire.extractive.words import NOMINAL, Tag, Word, read_words
from groundwire.text.quotations import find_quotations
from groundwire.text.reporting import ReportingVerb, Takes, find_reporting_verb
from groundwire.text.tokens import content_words, tokenise

_ACCORDING: Final = "According to "
_REACH: Final = 12  # words in which a statement that opens with its speaker comes to the verb
_BETWEEN: Final = 8  # words between the verb and its "that": to whom, when, in what
_LABEL: Final = re.compile(r"[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3}:\s")
_POINTING: Final = frozenset(
    [
        "it",
        "he",
        "she",
        "they",
        "i",
        "we",
        "you",
        "its",
        "his",
        "her",
        "their",
        "my",
        "our",
        "this",
        "that",
        "these",
        "those",
    ]
)
"""Who or what these are is told by the opening, if by anything."""
_ASKING: Final = frozenset(["why", "how", "what", "whether", "if", "who", "where", "when", "which"])
_COMMON_NOUN: Final = ("The ", "A ", "An ")
"""How those open who are "it" when they speak of themselves: the ministry, a company. A name may be somebody's."""
_OPENS_NO_CLAUSE: Final = frozenset(
    {Tag.PREP, Tag.AUX, Tag.INF, Tag.REL, Tag.STOP, Tag.COMMA, Tag.COLON, Tag.AND, Tag.VERB, Tag.QUOTE}
)


def has_verb(text: str) -> bool:
    """Whether `text` may have a verb; what could be one is taken for one."""
    words = _words(text)
    return any(word.is_finite for word in words) or any(
        before.tag in NOMINAL
        and word.text.islower()
        and word.low.endswith("s")
        and not word.low.endswith("'s")
        for before, word in pairwise(words)
    )


def is_bare_answer(sentence: str) -> bool:
    """Whether somebody answers without a verb, as in an interview ("Brandt: The first time, no."), so that the question has it."""
    label = _LABEL.match(sentence)
    return label is not None and not has_verb(sentence[label.end() :])


def is_about(text: str, speaker: str) -> bool:
    """Whether the subject of `text` is `speaker`, or a shorter form of that name."""
    words = _words(text)
    verb = next((word for word in words[1:] if word.is_finite), None)
    subject = frozenset(content_words(text[: verb.start])) if verb else frozenset()
    return bool(subject) and subject <= frozenset(content_words(speaker))


def says_who(text: str, speaker: str) -> bool:
    """Whether `text` itself tells that `speaker` says it: the name stands in it with a verb of saying, or before a colon."""
    if text.casefold().startswith(f"{speaker.casefold()}:"):
        return True
    if speaker.rsplit(maxsplit=1)[-1].casefold() not in text.casefold():
        return False
    return text.startswith(_ACCORDING) or any(
        word.is_finite and find_reporting_verb(word.low) for word in _words(text)
    )


def names_nobody(text: str) -> bool:
    """Whether `text`, read alone, does not say who or what is meant: it points back, or somebody unnamed says "I" or "we"."""
    return points_back(text) or (is_deictic(text) and not any(find_quotations(text)))


class _Opening(NamedTuple):
    speaker: str
    said: str


def without_speaker(text: str, speakers: Iterable[str]) -> str:
    """`text` without an opening "X said that" or "According to X", where X is one of `speakers`.

    Empty where somebody spoke and nothing more is said, whoever it was.
    """
    opening = _according(text) or _spoken(text)
    if opening is None:
        return text
    if not opening.said:
        return ""
    words = frozenset(content_words(opening.speaker))
    if not any(words <= frozenset(content_words(name)) for name in speakers):
        return text
    return as_sentence(opening.said)


def _according(text: str) -> _Opening | None:
    if not text.startswith(_ACCORDING):
        return None
    speaker, comma, said = text.removeprefix(_ACCORDING).partition(", ")
    return _Opening(speaker, said) if comma and content_words(said) else None


def _spoken(text: str) -> _Opening | None:
    words = _words(text)
    at = next((at for at, word in enumerate(words[:_REACH]) if at and word.is_finite), 0)
    verb = find_reporting_verb(words[at].low) if at else None
    if verb is None or verb.stance is Stance.DENIED or verb.lemma == "doubt":
        return None
    speaker = text[: words[at].start].strip()
    if _says_nothing(words, at, verb):
        return _Opening(speaker, "")
    start = _content(words, at, verb)
    if start is None or _goes_on(words, start):
        return None
    if words[start].low == "it" and speaker.startswith(_COMMON_NOUN):
        return _Opening(speaker, f"{speaker}{text[words[start].end :]}")
    return None if words[start].low in _POINTING else _Opening(speaker, text[words[start].start :])


def _says_nothing(words: Sequence[Word], at: int, verb: ReportingVerb) -> bool:
    """Whether the verb of saying has no content at all: "said on Monday", "told reporters"."""
    rest = [word for word in words[at + 1 :] if word.tag is not Tag.STOP]
    if verb.takes not in {Takes.CLAUSE, Takes.RECIPIENT} or any(word.is_finite for word in rest):
        return False
    return not rest or (verb.lemma == "say" and rest[0].tag is Tag.PREP)


def _content(words: list[Word], at: int, verb: ReportingVerb) -> int | None:
    """Where what is said begins: after "that", or at once where a clause begins there."""
    first = at + 1
    if first >= len(words):
        return None
    named = words[first].tag is Tag.NAME
    if (
        words[first].tag in {Tag.SUB, Tag.PREP, Tag.ADV}
        or verb.takes is Takes.RECIPIENT
        or (named and verb.takes is Takes.CLAUSE)
    ):
        for index in range(first, min(first + _BETWEEN, len(words) - 1)):
            if words[index].low == "that" and words[index].tag is Tag.SUB:
                return index + 1 if starts_clause(words, index + 1, len(words)) else None
            if words[index].is_finite:
                break
    if verb.takes is not Takes.CLAUSE or words[first].tag in _OPENS_NO_CLAUSE or words[first].low in _ASKING:
        return None
    return first if starts_clause(words, first, len(words)) else None


def _goes_on(words: Sequence[Word], start: int) -> bool:
    """Whether the speaker has a second verb, so that what follows the first is not all that is said."""
    return any(
        one.tag is Tag.AND
        and ((other.low == "that" and other.tag is Tag.SUB) or (one.low == "but" and other.is_finite))
        for one, other in pairwise(words[start:])
    )


def _words(text: str) -> list[Word]:
    return read_words(text, list(tokenise(text)), find_quotations(text), frozenset({len(text)}))
