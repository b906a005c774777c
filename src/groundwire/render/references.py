"""Numbered references: `1·4` is article 1, sentence 4.

Guarantees: one label for one span of one article and one span for one label; labels do not depend on what is looked up
first except for the letters that tell several spans in one sentence apart (`1·4`, `1·4b`); looking a sentence up is
logarithmic in the length of the article.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from groundwire.domain.article import Article, Evidence


@dataclass(frozen=True)
class Reference:
    """A label and the article's words that it stands for. `article` counts from 1, in the order of the articles."""

    label: str
    article: int
    evidence: Evidence

    @property
    def anchor(self) -> str:
        """The label as a name for an HTML anchor, such as `e1-4b`."""
        return "e" + self.label.replace("·", "-").replace("–", "to")


class ReferenceBook:
    """Hands out references for the evidence of some articles, numbered from `first`, and remembers which."""

    def __init__(self, articles: Sequence[Article], *, first: int = 1) -> None:
        self._numbers = {article.id: number for number, article in enumerate(articles, start=first)}
        self._starts = {article.id: [span.start for span in article.sentences] for article in articles}
        self._references: dict[tuple[str, int, int], Reference] = {}
        self._taken: dict[str, int] = {}

    @property
    def used(self) -> tuple[Reference, ...]:
        """Every reference handed out so far, each once, by article and place."""
        return tuple(sorted(self._references.values(), key=lambda ref: (ref.article, ref.evidence.span)))

    def number(self, article: str) -> int | None:
        """The number of the article with that id, counted from 1; None where there is no such article."""
        return self._numbers.get(article)

    def find(self, evidence: Iterable[Evidence]) -> tuple[Reference, ...]:
        """References for the evidence, each once, in the order given; evidence in unknown articles has none."""
        found = dict.fromkeys(self._reference(piece) for piece in evidence if piece.article in self._numbers)
        return tuple(found)

    def _reference(self, evidence: Evidence) -> Reference:
        key = (evidence.article, evidence.start, evidence.end)
        if key not in self._references:
            number = self._numbers[evidence.article]
            self._references[key] = Reference(self._label(evidence, number), number, evidence)
        return self._references[key]

    def _label(self, evidence: Evidence, number: int) -> str:
        starts = self._starts[evidence.article]
        first = bisect_right(starts, evidence.start)
        last = bisect_right(starts, max(evidence.start, evidence.end - 1))
        plain = f"{number}·{first}" if first == last else f"{number}·{first}–{last}"
        self._taken[plain] = self._taken.get(plain, 0) + 1
        return plain + _letter(self._taken[plain])


def _letter(count: int) -> str:
    """Nothing for the first span of a sentence, then b, c … z, aa, ab and so on."""
    letters = ""
    rest = count if count > 1 else 0
    while rest:
        rest, index = divmod(rest - 1, 26)
        letters = chr(ord("a") + index) + letters
    return letters
