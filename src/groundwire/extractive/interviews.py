"""Interviews by their layout: questions that stand alone, answers below them.

Guarantee: an article without at least three such questions is no interview, and whose answers they are is only said when
somebody is named before the first question.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

from groundwire.domain.article import Article
from groundwire.extractive.passages import Passage
from groundwire.extractive.speakers import Cast

_QUESTIONS: Final = 3
_QUESTION_SHARE: Final = 0.05
"""Of all passages; a news article that asks three things in four hundred sentences is none."""


class Interview(NamedTuple):
    """From which passage on the answers stand, and whose they are."""

    start: int
    speaker: str


def find_interview(article: Article, passages: Sequence[Passage], cast: Cast) -> Interview | None:
    """The interview that `article` is, or None."""
    questions = [
        number for number, passage in enumerate(passages) if _is_lone_question(article.text, passages, number)
    ]
    if len(questions) < max(_QUESTIONS, _QUESTION_SHARE * len(passages)):
        return None
    first = questions[0]
    named: Counter[str] = Counter()
    for passage in passages[:first]:
        named.update(cast.people_within(passage.span))
    if not named:
        return None
    best = max(named.values())
    return Interview(first, next(name for name, count in named.items() if count == best))


def _is_lone_question(text: str, passages: Sequence[Passage], number: int) -> bool:
    passage = passages[number]
    ends_paragraph = number + 1 == len(passages) or passages[number + 1].opens_paragraph
    return ends_paragraph and passage.span.of(text).rstrip('”" ').endswith("?")
