"""Hedges and negations of a text: the words that weaken a statement, and those that turn it round.

Guarantees: spans are exact, in order and do not overlap within one kind of answer; the scope of a cue starts after it and
ends with its clause, at a comma, semicolon, colon, dash, bracket, sentence end or a clause-opening conjunction; time is
linear in the length of the text. "May" the month and "can" the tin are not told from the verbs by anything but
capitals and neighbours.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from groundwire.domain.span import Span
from groundwire.text.letters import WITHOUT_TURKISH_I
from groundwire.text.modality_words import HEDGE_WORDS, NEGATION_WORDS


class HedgeKind(StrEnum):
    """How a statement is weakened."""

    ALLEGED = "alleged"
    POSSIBLE = "possible"
    PLANNED = "planned"
    CONDITIONAL = "conditional"
    DENIED = "denied"
    REPORTED = "reported"


class Hedge(NamedTuple):
    """Words that weaken a statement; `scope` reaches over the words that they weaken."""

    span: Span
    text: str
    kind: HedgeKind
    scope: Span


class Negation(NamedTuple):
    """Words that negate; `scope` reaches over the words that they negate."""

    span: Span
    text: str
    scope: Span


_KIND_OF: dict[str, HedgeKind] = {
    words: HedgeKind(kind) for kind, phrases in HEDGE_WORDS.items() for words in phrases
}


def _alternatives(phrases: tuple[str, ...]) -> str:
    return "|".join(re.escape(words) for words in sorted(phrases, key=len, reverse=True))


_HEDGE = re.compile(rf"(?<![\w’'-])(?:{_alternatives(tuple(_KIND_OF))})(?![\w’'-])", re.IGNORECASE)
_WHOLE_WORDS = tuple(words for words in NEGATION_WORDS if words[0] != "n" or words[1:2] not in {"'", "’"})
_NEGATION = re.compile(rf"(?<![\w’'])(?:{_alternatives(_WHOLE_WORDS)})(?![\w’'])|n[’']t\b", re.IGNORECASE)
_CLAUSE_END = re.compile(
    r"[,;:()\[\]—–\n]|[.!?](?=\s|$|[”\"’'])| - |\s(?:but|because|although|though|while|whereas|which|who|when|after|before|since|so that)\b"
)


def find_hedges(text: str) -> tuple[Hedge, ...]:
    """Every hedge of `text`, in order."""
    text = text.translate(WITHOUT_TURKISH_I)
    return tuple(
        Hedge(span, span.of(text), _KIND_OF[span.of(text).casefold()], scope)
        for span, scope in _cues(text, _HEDGE)
        if span.of(text) not in {"May", "March"} or _opens_sentence(text, span.start)
    )


def find_negations(text: str) -> tuple[Negation, ...]:
    """Every negation of `text`, in order."""
    return tuple(
        Negation(span, span.of(text), scope)
        for span, scope in _cues(text, _NEGATION)
        if not (span.of(text) == "No" and text[span.end : span.end + 1] == ".")
    )


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip()
    return not before or before[-1] in '.!?"“‘'


def _cues(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[Span, Span]]:
    """Each match with its scope; clause ends are walked once alongside the matches."""
    ends = (match.start() for match in _CLAUSE_END.finditer(text))
    end = next(ends, len(text))
    for match in pattern.finditer(text):
        while end < match.end():
            end = next(ends, len(text))
        yield Span(*match.span()), Span(match.end(), end)
