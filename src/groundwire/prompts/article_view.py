"""An article as a model sees it: metadata, headings, and numbered sentences between two fence lines.

Guarantees: number n is sentence `body_sentences[n - 1]` of the article, in every chunk; headings and what is shown for
context have no number; every line of the article begins with a mark of ours, so that none can pass for another.
"""

from collections.abc import Iterable
from typing import NamedTuple

from groundwire.domain.article import Article
from groundwire.prompts.fence import Fenced, fence
from groundwire.prompts.shown import shown_sentence


class Numbers(NamedTuple):
    """The numbers that one request shows: `first` to `last`, both included, with `context` sentences before them."""

    first: int
    last: int
    context: int = 0

    @property
    def size(self) -> int:
        """How many sentences may be claimed from."""
        return self.last - self.first + 1


def show_article(article: Article, numbers: Numbers) -> Fenced:
    """The fenced view of the sentences `numbers` of `article`."""
    return fence("ARTICLE", "\n".join((*metadata_lines(article), "", *_lines(article, numbers))))


def metadata_lines(article: Article) -> tuple[str, ...]:
    """What is known about `article`, one `name: value` a line."""
    known = (
        ("title", article.title),
        ("outlet", article.outlet),
        ("byline", article.byline),
        ("published", article.published),
        ("language", article.language),
    )
    return tuple(f"{name}: {shown_sentence(value)}" for name, value in known if value)


def _lines(article: Article, numbers: Numbers) -> Iterable[str]:
    body = article.body_sentences
    if not body:
        return
    number_at = {index: number for number, index in enumerate(body, 1)}
    headings = set(article.headings)
    begin = 0 if numbers.first == 1 else body[max(0, numbers.first - 1 - numbers.context)]
    for index in range(begin, body[numbers.last - 1] + 1):
        number = number_at.get(index)
        if number is not None:
            mark = f"[{number}]" if number >= numbers.first else "(earlier)"
            yield f"{mark} {shown_sentence(article.sentence_text(index))}"
        elif article.sentences[index] in headings:
            yield f"## {shown_sentence(article.sentence_text(index))}"
