"""Interviews by their layout: questions that stand alone, answers below them.

Guarantee: an article without questions that stand alone is no interview, and whose the answers are is only said when the
title names one person, or the lines before the first question say with whom somebody spoke; who is talked about is not it.
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
_TOPIC: Final = re.compile(r"\b(?:on|about|over|regarding|into|why|how)\s", re.IGNORECASE)
_OTHER: Final = re.compile(r"[,.;:]|\b(?:on|about|over|regarding|into|why|how|of|at|by)\s", re.IGNORECASE)
_NICKNAMED: Final = re.compile("['‘“\"]$")
_GOVERNED: Final = re.compile(r"\b(?:of|towards?|in|for|at)\s+(?:the\s+)?$", re.IGNORECASE)
"""What is talked about comes after these, not who talks."""
_INTRODUCTION: Final = re.compile(
    r"\b(?:I['’]m|I am|[Mm]y name is)\s+([A-Z][\w’'-]+(?: [A-Z][\w.’'-]*){1,3})"
)
_NAME_REACH: Final = 40
"""Code points after such words within which the name stands."""


class Interview(NamedTuple):
    """From which passage on the answers stand, whose they are, and which passages the interviewer says.

    `speaker` is empty where the title calls the article an interview and nobody, or more than one, is named as spoken with.
    """

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
    return Interview(first, speaker, _asked(passages, questions)) if speaker or announced else None


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
    """The one person whom the title names as spoken with: not "on", "about" or "of" somebody, and not one of two."""
    title = article.title or ""
    found = []
    for name in cast.people(Span(0, passages[-1].span.end)):
        place = title.find(name)
        if place >= 0 and " " in name and not _is_topic(title[:place]):
            found.append(name)
    return found[0] if len(found) == 1 else ""


def _is_topic(before: str) -> bool:
    """Whether words of a title lead to what is talked about rather than to who talks."""
    return any(pattern.search(before) is not None for pattern in (_TOPIC, _GOVERNED, _NICKNAMED))


def _in_opening(text: str, end: int, cast: Cast) -> str:
    """The one person whom the lines before the first question say somebody spoke with."""
    found = []
    for match in _SPOKE.finditer(text, 0, end):
        reach = Span(match.end(), match.end() + _NAME_REACH)
        other = _OTHER.search(text, reach.start, reach.end)
        named = cast.people(Span(reach.start, other.start() if other else reach.end))
        found += [name for name in named if name not in found]
    return found[0] if len(found) == 1 else ""


def introduces_another(words: str, speaker: str) -> bool:
    """Whether somebody else says who he is: `I'm Ann Lee` in words that are taken to be Tom Hale's."""
    return bool(speaker) and any(
        not set(match.group(1).split()) & set(speaker.split()) for match in _INTRODUCTION.finditer(words)
    )
