"""Words in quotation marks: verbatim, normalised, altered, or absent from the article.

Guarantees: `verbatim` only for words that stand in the article character by character but for their last punctuation;
`normalised` only where every word is the article's, in order, after case, white space, marks, an ellipsis, a bracketed edit or a frame
of saying between two quoted pieces are set aside; no word exchanged, added or left out without a mark is ever called either, nor a marked edit that puts a negation in or takes nothing but one out.
Time is linear in the article for each quotation.
"""

import re
from itertools import pairwise
from typing import NamedTuple

from groundwire.domain.span import Span
from groundwire.domain.support import QuoteVerdict

_WORD = re.compile(r"\w+(?:['’.,-]\w+)*")
_CUT = re.compile(r"\[[^\]]*\]|\(…\)|\.\s?\.\s?\.|…")
_NEGATIONS = frozenset({"not", "never", "cannot"})
_NEGATING_EDIT = re.compile(
    r"\[[^\]]*(?:\b(?:not?|never|none|nobody|nothing|neither|nor|without|cannot)\b|n['’]t\b)[^\]]*\]",
    re.IGNORECASE,
)
_SHORT_CUT = 1  # words of a cut that is made for the sake of the negation in it; a longer one leaves out more
_QUOTE_MARKS = frozenset("\"“”„«»‹›‘’'")
_END_MARKS = " \t\n,.;:!?-–—…"
_FRAME_WORDS = 14  # words of a frame of saying between two pieces of one quotation, at most
_SIMILAR = 0.5  # share of a quotation's neighbouring pairs of words in the article from which on it is altered, not absent
_MAX_STARTS = 200  # places of a quotation's first word that are tried


class Words(NamedTuple):
    """The words of a text, case-folded, with their places."""

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    places: dict[str, tuple[int, ...]]
    pairs: frozenset[tuple[str, str]]


def words_of(text: str) -> Words:
    """The words of `text`, ready for quotations to be looked up."""
    matches = list(_WORD.finditer(text))
    words = tuple(_folded(match.group()) for match in matches)
    places: dict[str, list[int]] = {}
    for at, word in enumerate(words):
        places.setdefault(word, []).append(at)
    return Words(
        text,
        words,
        tuple(match.start() for match in matches),
        {word: tuple(found) for word, found in places.items()},
        frozenset(pairwise(words)),
    )


def _folded(word: str) -> str:
    return word.casefold().replace("’", "'")


def find_quote(article: Words, quoted: str) -> QuoteVerdict:
    """What became of the words `quoted`, given without their marks."""
    bare = quoted.strip(_END_MARKS)
    if not any(map(str.isalnum, bare)):
        return QuoteVerdict.ABSENT
    if _stands_whole(article.text, bare):
        return QuoteVerdict.VERBATIM
    pieces = [[_folded(word) for word in _WORD.findall(piece)] for piece in _CUT.split(bare)]
    pieces = [piece for piece in pieces if piece]
    if pieces and not _NEGATING_EDIT.search(bare) and _stand_in_order(article, pieces):
        return QuoteVerdict.NORMALISED
    return (
        QuoteVerdict.ALTERED
        if _is_similar(article, [word for piece in pieces for word in piece])
        else QuoteVerdict.ABSENT
    )


def _stands_whole(text: str, bare: str) -> bool:
    """Whether `bare` stands in `text` with no letter or digit directly before or after it."""
    at = text.find(bare)
    while at >= 0:
        end = at + len(bare)
        if not text[max(0, at - 1) : at].isalnum() and not text[end : end + 1].isalnum():
            return True
        at = text.find(bare, at + 1)
    return False


def _stand_in_order(article: Words, pieces: list[list[str]]) -> bool:
    """Whether the pieces follow one another in the article."""
    for start in article.places.get(pieces[0][0], ())[:_MAX_STARTS]:
        end = _match(article, pieces[0], start)
        for piece in pieces[1:]:
            if end < 0:
                break
            end = _next_match(article, piece, end)
        if end >= 0:
            return True
    return False


def _next_match(article: Words, piece: list[str], after: int) -> int:
    for start in article.places.get(piece[0], ()):
        if after <= start <= after + 20 * _FRAME_WORDS:
            end = _match(article, piece, start)
            if end >= 0 and not _takes_negation(article, after, start):
                return end
    return -1


def _takes_negation(article: Words, first: int, last: int) -> bool:
    """Whether what was cut out of the article, from word `first` to `last`, is a negation and nothing else."""
    cut = article.words[first:last]
    return len(cut) <= _SHORT_CUT and any(word in _NEGATIONS or word.endswith("n't") for word in cut)


def _match(article: Words, piece: list[str], start: int) -> int:
    """Where `piece` ends in the article when it starts at `start`, a frame of saying inside it passed over; else -1."""
    at = start
    for done, word in enumerate(piece):
        if at < len(article.words) and article.words[at] == word:
            at += 1
            continue
        return _past_frame(article, piece[done:], at) if done else -1
    return at


def _past_frame(article: Words, rest: list[str], at: int) -> int:
    for start in range(at + 1, min(at + 1 + _FRAME_WORDS, len(article.words))):
        is_rest = article.words[start : start + len(rest)] == tuple(rest)
        if is_rest and _has_marks(article, at, start):
            return start + len(rest)
    return -1


def _has_marks(article: Words, first: int, last: int) -> bool:
    """Whether a quotation closes before word `first` and opens again before word `last`."""
    before = article.text[article.starts[first - 1] : article.starts[first]]
    after = article.text[article.starts[last - 1] : article.starts[last]]
    return any(mark in _QUOTE_MARKS for mark in before) and any(mark in _QUOTE_MARKS for mark in after)


def _is_similar(article: Words, words: list[str]) -> bool:
    pairs = list(pairwise(words))
    if not pairs:
        return False
    return sum(pair in article.pairs for pair in pairs) >= _SIMILAR * len(pairs)


class QuoteFound(NamedTuple):
    """A quotation of a statement and what became of it; `span` is in the statement."""

    span: Span
    text: str
    verdict: QuoteVerdict


_WORST_FIRST = (QuoteVerdict.ALTERED, QuoteVerdict.ABSENT, QuoteVerdict.NORMALISED, QuoteVerdict.VERBATIM)


def worst_of(found: list[QuoteFound]) -> QuoteVerdict | None:
    """The worst verdict among several quotations, None where there is no quotation."""
    verdicts = {quote.verdict for quote in found}
    return next((verdict for verdict in _WORST_FIRST if verdict in verdicts), None)
