"""Passages of an article: its sentences, those that one quotation runs through taken together.

Guarantees: passages come in order, tile the sentences, and hold at most `LONGEST_WORDS` words (a longer sentence has no
words here, because no grammar would be found in it); headings stand alone; time is linear.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import Final

from groundwire.domain.article import Article
from groundwire.domain.span import Span
from groundwire.extractive.words import Word, read_words
from groundwire.text.datelines import match_dateline
from groundwire.text.quotations import Quotation, find_quotations
from groundwire.text.tokens import tokenise

LONGEST_WORDS: Final = 400


@dataclass(frozen=True, kw_only=True)
class Passage:
    """Sentences `first` to `last` (both included) of an article, their extent, the sentences themselves, words and quotations."""

    first: int
    last: int
    span: Span
    words: tuple[Word, ...]
    quotations: tuple[Quotation, ...]
    is_heading: bool = False
    opens_paragraph: bool = False
    parts: tuple[Span, ...] = ()

    @property
    def sentences(self) -> range:
        """Numbers of the sentences, from 0."""
        return range(self.first, self.last + 1)


def find_passages(article: Article) -> tuple[Passage, ...]:
    """The passages of `article`."""
    quotations = tuple(one for one in find_quotations(article.text) if one.depth == 0)
    tokens = tokenise(article.text)
    token_starts = [token.start for token in tokens]
    quotation_starts = [quotation.span.start for quotation in quotations]
    headings = set(article.headings)
    passages = []
    for first, last in _groups(article, quotations, headings):
        opens = first == 0 or "\n" in article.sentences[first - 1].of(article.text)[-3:]
        span = Span(article.sentences[first].start, article.sentences[last].end)
        span = _without_dateline(article.text, span) if opens else span
        inside = tokens[bisect_left(token_starts, span.start) : bisect_left(token_starts, span.end)]
        own = quotations[bisect_left(quotation_starts, span.start) : bisect_left(quotation_starts, span.end)]
        words = (
            read_words(article.text, inside, own, _ends(article, first, last))
            if len(inside) <= LONGEST_WORDS
            else []
        )
        passages.append(
            Passage(
                first=first,
                last=last,
                span=span.trimmed(article.text),
                words=tuple(words),
                quotations=own,
                is_heading=article.sentences[first] in headings,
                parts=tuple(one.trimmed(article.text) for one in article.sentences[first : last + 1]),
                opens_paragraph=opens,
            )
        )
    return tuple(passages)


_DATED: Final = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}(?:, \d{4})? \([\w .,/]{2,30}\) ?(?:—|–|--?) ?(?=[\"“A-Z])"
)
"""A dateline without a place: `June 2 (Agency) - The`."""
_AGENCY: Final = re.compile(r"\([A-Z]\w{1,20}(?: [A-Z]\w{1,20}){0,3}\) (?=[\"“A-Z])")
"""An agency alone before its report: `(Northern Wire) A ship`."""


def _without_dateline(text: str, span: Span) -> Span:
    """The span from after `ULM, Germany (Agency) —`: where and by whom is not what the article says."""
    dateline = match_dateline(text, span.start)
    dated = _DATED.match(text, span.start) or _AGENCY.match(text, span.start)
    end = dateline.end if dateline is not None else dated.end() if dated is not None else span.start
    return Span(end, span.end) if end < span.end else span


def _ends(article: Article, first: int, last: int) -> frozenset[int]:
    """Where the sentences of a passage end, white space left out: only there is a full stop a stop."""
    return frozenset(article.sentences[number].trimmed(article.text).end for number in range(first, last + 1))


def _groups(
    article: Article, quotations: tuple[Quotation, ...], headings: set[Span]
) -> list[tuple[int, int]]:
    """Ranges of sentence numbers; a quotation over a boundary joins its sentences."""
    groups: list[tuple[int, int]] = []
    upcoming = 0
    for number, sentence in enumerate(article.sentences):
        while upcoming < len(quotations) and quotations[upcoming].span.end <= sentence.start:
            upcoming += 1
        hangs = groups and _announces(article, groups[-1][1], sentence)
        runs_in = upcoming < len(quotations) and quotations[upcoming].span.start < sentence.start
        if (
            (runs_in or hangs)
            and groups
            and sentence not in headings
            and article.sentences[groups[-1][1]] not in headings
        ):
            groups[-1] = (groups[-1][0], number)
        else:
            groups.append((number, number))
    return groups


def _announces(article: Article, number: int, following: Span) -> bool:
    """Whether sentence `number` ends with a comma or colon and the next one opens a quotation."""
    words, quoted = article.sentence_text(number), following.of(article.text).lstrip()
    return words.endswith((",", ":")) and quoted.startswith(("“", '"', "«", "„"))
