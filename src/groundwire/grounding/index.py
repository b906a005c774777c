"""What the checks need to know of an article, gathered once.

Guarantees: building is linear in the length of the article but for one sort; a passage holds at most `PASSAGE_TERMS` terms,
so that comparing a claim with it is bounded whatever the article's sentences are like.
"""

import math
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from groundwire.domain.article import Article
from groundwire.domain.span import Span
from groundwire.grounding.quoting import Words, words_of
from groundwire.grounding.reading import Kind, Reading, Term, read
from groundwire.text.language import detect_language
from groundwire.text.names import Name, find_names
from groundwire.text.names_variants import country_named, skeleton
from groundwire.text.reporting import find_reporting_verb

PASSAGE_TERMS = 160
_PASSAGE_STEP = 120
_MANY_POSTINGS = 4000  # of a claim's commonest words so many places are looked at; rarer words decide

_STANDS_OUT = 0.35  # share of the best passage's worth below which another is not looked at


@dataclass(frozen=True, eq=False)
class Passage:
    """A sentence of the article, or a piece of a very long one. Terms' offsets are from `start`."""

    number: int
    sentence: int
    start: int
    text: str
    terms: tuple[Term, ...]

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of its terms."""
        return frozenset(term.key for term in self.terms)

    @cached_property
    def _by_kind(self) -> dict[Kind, tuple[Term, ...]]:
        kinds: dict[Kind, list[Term]] = defaultdict(list)
        for term in self.terms:
            kinds[term.kind].append(term)
        return {kind: tuple(terms) for kind, terms in kinds.items()}

    def of_kind(self, kind: Kind) -> tuple[Term, ...]:
        """Its terms of one kind."""
        return self._by_kind.get(kind, ())


@dataclass(frozen=True)
class ArticleIndex:
    """An article with its passages, the places of its words, and its names."""

    article: Article
    passages: tuple[Passage, ...]
    postings: dict[str, tuple[int, ...]]
    proper: frozenset[str]
    """Words that are names inside a sentence, case-folded."""
    name_pairs: frozenset[tuple[str, str]]
    """Words that stand next to each other in a name or between a title and a name."""
    by_sentence: dict[int, tuple[int, ...]]
    language: str | None
    """As the article says, else as its words tell; None when neither does."""

    @cached_property
    def words(self) -> Words:
        """The words of the article, for quotations."""
        return words_of(self.article.text)

    @cached_property
    def title(self) -> tuple[Term, ...]:
        """The terms of the article's title; none where it has no title."""
        return self.title_passage.terms if self.title_passage else ()

    @cached_property
    def title_passage(self) -> Passage | None:
        """The article's title as a passage before all others, which is no piece of its text."""
        title = self.article.title
        if not title:
            return None
        terms = read(title, self.article.published_date, proper=self.proper).terms
        return Passage(number=0, sentence=0, start=0, text=title, terms=terms)

    @cached_property
    def title_credits(self) -> bool:
        """Whether the title has a verb of saying: what it credits it cuts too short to be held to."""
        terms = self.title_passage.terms if self.title_passage else ()
        return any(find_reporting_verb((self.article.title or "")[one.start : one.end]) for one in terms)

    @property
    def is_english(self) -> bool:
        """Whether the article is in English, as far as it can be told."""
        return self.language is None or self.language.casefold().startswith("en")

    def rarity(self, key: str) -> float:
        """How telling a word is in this article; 0 for a word that it does not have."""
        count = len(self.postings.get(key, ()))
        return math.log(1 + (len(self.passages) + 1) / count) if count else 0.0

    def candidates(self, terms: tuple[Term, ...], limit: int) -> list[Passage]:
        """The passages that share most with `terms`, best first; only the first where it stands out."""
        keys = {key for term in terms if term.is_content for key in _keys(term)}
        found = sorted((len(self.postings[key]), key) for key in keys if key in self.postings)
        scores: dict[int, float] = defaultdict(float)
        looked_at = 0
        for count, key in found:
            if scores and looked_at + count > _MANY_POSTINGS:
                break
            looked_at += count
            worth = self.rarity(key)
            for number in self.postings[key][:_MANY_POSTINGS]:
                scores[number] += worth
        ranked = sorted(
            scores, key=lambda number: (-scores[number], len(self.passages[number].terms), number)
        )
        kept = [number for number in ranked[:limit] if scores[number] >= _STANDS_OUT * scores[ranked[0]]]
        return [self.passages[number] for number in kept]

    def at(self, spans: tuple[Span, ...]) -> list[Passage]:
        """The passages that `spans` of the article overlap."""
        starts = [span.start for span in self.article.sentences]
        found: list[Passage] = []
        for span in spans:
            first = max(0, bisect_right(starts, span.start) - 1)
            last = max(first, bisect_left(starts, span.end) - 1)
            found.extend(
                self.passages[number]
                for sentence in range(first, last + 1)
                for number in self.by_sentence.get(sentence, ())
            )
        return found

    def around(self, passage: Passage, before: int, after: int) -> Iterator[Passage]:
        """The passages near `passage`, nearest before first, then those after."""
        for number in range(passage.number - 1, max(-1, passage.number - 1 - before), -1):
            yield self.passages[number]
        for number in range(passage.number + 1, min(len(self.passages), passage.number + 1 + after)):
            yield self.passages[number]


def index_article(article: Article) -> ArticleIndex:
    """Index `article`; n log n at most in its length."""
    texts = [span.of(article.text) for span in article.sentences]
    names = [find_names(text) for text in texts]
    proper = _proper_words(names)
    passages: list[Passage] = []
    for number, span in enumerate(article.sentences):
        reading = read(texts[number], article.published_date, proper=proper, names=names[number])
        passages.extend(_pieces(len(passages), number, span, reading))
    return ArticleIndex(
        article=article,
        passages=tuple(passages),
        postings=_postings(passages),
        proper=proper,
        name_pairs=_name_pairs(passages),
        by_sentence=_by_sentence(passages),
        language=article.language or detect_language(article.text),
    )


def _proper_words(names: list[tuple[Name, ...]]) -> frozenset[str]:
    """Words that are names where no sentence begins."""
    return frozenset(
        form
        for found in names
        for name in found
        for word in name.text.split()[name.sentence_initial :]
        if word[0].isupper()
        for form in (word.casefold(), skeleton(word))
    )


def _pieces(first: int, sentence: int, span: Span, reading: Reading) -> Iterator[Passage]:
    terms = reading.terms
    if len(terms) <= PASSAGE_TERMS:
        yield Passage(first, sentence, span.start, reading.text, terms)
        return
    for piece, at in enumerate(range(0, len(terms), _PASSAGE_STEP)):
        yield Passage(first + piece, sentence, span.start, reading.text, terms[at : at + PASSAGE_TERMS])


def _keys(term: Term) -> tuple[str, ...]:
    if term.kind is not Kind.NAME:
        return (term.key,)
    country = country_named(term.key)
    return (term.key,) if country == term.key else (term.key, country)


def _postings(passages: list[Passage]) -> dict[str, tuple[int, ...]]:
    places: dict[str, list[int]] = defaultdict(list)
    for passage in passages:
        for key in dict.fromkeys(key for term in passage.terms for key in _keys(term)):
            places[key].append(passage.number)
    return {key: tuple(numbers) for key, numbers in places.items()}


def _name_pairs(passages: list[Passage]) -> frozenset[tuple[str, str]]:
    pairs: Counter[tuple[str, str]] = Counter()
    for passage in passages:
        for one, other in pairwise(passage.terms):
            if other.kind is Kind.NAME and one.kind in {Kind.NAME, Kind.WORD}:
                pairs[one.key, other.key] += 1
    return frozenset(pairs)


def _by_sentence(passages: list[Passage]) -> dict[int, tuple[int, ...]]:
    numbers: dict[int, list[int]] = defaultdict(list)
    for passage in passages:
        numbers[passage.sentence].append(passage.number)
    return {sentence: tuple(found) for sentence, found in numbers.items()}
