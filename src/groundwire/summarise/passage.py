"""Passage: an article and the sentence numbers that a request showed of it. Pure."""

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property

from groundwire.domain.analysis import Analysis
from groundwire.domain.article import Article
from groundwire.domain.span import Span
from groundwire.extractive.analyst import analyse
from groundwire.prompts.article_view import Numbers
from groundwire.summarise.instructions import gives_orders
from groundwire.text.quotations import find_quotations
from groundwire.text.tokens import tokenise


def folded_words(text: str) -> tuple[str, ...]:
    """The words of `text` in lower case, possessive endings left off: what two spellings of a name have in common."""
    return tuple(fold_word(token.text) for token in tokenise(text) if token.is_word)


def fold_word(word: str) -> str:
    """`word` in lower case without a possessive ending."""
    folded = word.casefold().replace("’", "'")
    return folded.removesuffix("'s").rstrip("'")


class ReadArticle:
    """An article with what is looked up in it more than once."""

    def __init__(self, article: Article) -> None:
        self.article = article

    @property
    def count(self) -> int:
        """How many sentences may be claimed from: the highest number."""
        return len(self.article.body_sentences)

    def span(self, number: int) -> Span:
        """Where the words of sentence `number` (from 1) stand, white space left out."""
        return self.article.sentences[self.article.body_sentences[number - 1]].trimmed(self.article.text)

    def words_of(self, number: int) -> str:
        """The words of sentence `number`."""
        return self.span(number).of(self.article.text)

    def number_at(self, position: int) -> int | None:
        """The number of the sentence at `position` of the text; None for a heading or a mark."""
        return self._numbers.get(bisect_right(self._starts, position) - 1)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(span.start for span in self.article.sentences)

    @cached_property
    def _numbers(self) -> dict[int, int]:
        return {index: number for number, index in enumerate(self.article.body_sentences, 1)}

    @cached_property
    def built_in(self) -> Analysis:
        """What the built-in analyst makes of it: for whom a model's reading is set beside it."""
        return analyse(self.article)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of the text and of what is known about it."""
        known = (self.article.title, self.article.outlet, self.article.byline)
        return frozenset(folded_words("\n".join((self.article.text, *(value for value in known if value)))))

    @cached_property
    def quoted(self) -> tuple[Span, ...]:
        """Where quoted words stand, in order and not nested."""
        return tuple(found.inner for found in find_quotations(self.article.text) if found.depth == 0)

    @cached_property
    def not_to_be_claimed(self) -> dict[tuple[str, ...], str]:
        """Words of headings and page furniture, and what they are."""
        text = self.article.text
        headings = {folded_words(span.of(text)): "it repeats a heading" for span in self.article.headings}
        furniture = {folded_words(part.text): "it repeats page furniture" for part in self.article.set_aside}
        return furniture | headings

    @cached_property
    def orders(self) -> frozenset[int]:
        """Numbers of the sentences that give orders to whoever reads them."""
        return frozenset(number for number in range(1, self.count + 1) if gives_orders(self.words_of(number)))


def known_numbers(numbers: Iterable[int], shown: Numbers) -> tuple[int, ...]:
    """Those of `numbers` that were shown, in order and once each."""
    return tuple(sorted({number for number in numbers if shown.first <= number <= shown.last}))
