"""Interviews by their layout: questions that stand alone, answers below them.

Guarantee: an article without questions that stand alone is no interview, and whose the answers are is only said when the
title names the person, or the lines before the first question say with whom somebody spoke.
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from groundwire.domain.article import Article
from groundwire.domain.span import Span
from groundwire.extractive.passages import Passage
from groundwire.extractive.speakers import Cast

_QUESTIONS: Final = 3
_QUESTIONS_ANNOUNCED: Final = 2
"""Questions that make an interview, and those that do where the title calls it one."""
_QUESTION_SHARE: Final = 0.05
"""Of all passages; a news article that asks three things in four hundred sentences is none."""
_SPOKE: Final = re.compile(
    r"\b(?:(?:spoke|talked|sat down|caught up|chatted) (?:with|to)|interview(?:ed|s)|interview with)\s+",
    re.IGNORECASE,
)
_GOVERNED: Final = re.compile(r"\b(?:on|about|of|towards?|in|for|at)\s+(?:the\s+)?$", re.IGNORECASE)
_NAME_REACH: Final = 40
"""Code points after such words within which the name stands."""


class Interview(NamedTuple):
    """From which passage on the answers stand, whose they are, and which passages the interviewer says."""

    start: int
    speaker: str
    asked: frozenset[int]


def find_interview(article: Article, passages: Sequence[Passage], cast: Cast) -> Interview | None:
    """The interview that `article` is, or None."""
    questions = [
        number for number in range(len(passages)) if _is_lone_question(article.text, passages, number)
    ]
    announced = "interview" in (article.title or "").casefold()
    least = _QUESTIONS_ANNOUNCED if announced else max(_QUESTIONS, _QUESTION_SHARE * len(passages))
    if len(questions) < least:
        return None
    first = questions[0]
    speaker = _in_title(article, passages, cast) or _in_opening(
        article.text, passages[first].span.start, cast
    )
    return Interview(first, speaker, _asked(passages, questions)) if speaker else None


def _asked(passages: Sequence[Passage], questions: list[int]) -> frozenset[int]:
    """Every passage of a paragraph that ends with a question."""
    asked: set[int] = set()
    for number in questions:
        at = number
        asked.add(at)
        while at > 0 and not passages[at].opens_paragraph:
            at -= 1
            asked.add(at)
    return frozenset(asked)


def _is_lone_question(text: str, passages: Sequence[Passage], number: int) -> bool:
    passage = passages[number]
    ends_paragraph = number + 1 == len(passages) or passages[number + 1].opens_paragraph
    return ends_paragraph and passage.span.of(text).rstrip('”" ').endswith("?")


def _in_title(article: Article, passages: Sequence[Passage], cast: Cast) -> str:
    """The person whom the title names in full, other than as its subject: not "on", "about" or "of" somebody."""
    title = article.title or ""
    for name in cast.people(Span(0, passages[-1].span.end)):
        place = title.find(name)
        governed = _GOVERNED.search(title[: max(place, 0)]) is not None
        if place >= 0 and " " in name and not governed:
            return name
    return ""


def _in_opening(text: str, end: int, cast: Cast) -> str:
    for match in _SPOKE.finditer(text, 0, end):
        named = cast.people(Span(match.end(), match.end() + _NAME_REACH))
        if named:
            return named[0]
    return ""
