"""Which passages may be claimed from, and why the others may not.

Guarantee: what is addressed to the reader (appeals, orders, questions, greetings) and what says nothing (headings,
captions, fragments) is told apart by its grammar alone, never by its subject: news about orders is news.
"""

import re
from typing import Final

from groundwire.domain.article import Article
from groundwire.extractive import lexicon as lex
from groundwire.extractive.clauses import has_clause
from groundwire.extractive.passages import Passage
from groundwire.extractive.words import Tag, Word

_GREETING: Final = re.compile(
    r"(?:hello|hi|dear|good (?:morning|evening|afternoon)|welcome|thank you|thanks|congratulations|sorry|yes|no)\b[ ,!.]",
    re.IGNORECASE,
)
_FURNITURE: Final = re.compile(
    r"(?:image|images|photo|photos|picture|video|audio|file photo|credit|source|sources|caption|copyright|©|share|read more|"
    r"read also|see also|related|advertisement|by)\b ?[:|/]|(?:file photo|read more|image credit|photo credit|all rights)\b",
    re.IGNORECASE,
)
_CREDIT: Final = re.compile(
    r"(?:image|images|photo|photos|picture|pictured|video|credit|source)s? ?[:|/]", re.IGNORECASE
)
_ORDERS: Final = lex.COMMON_VERBS | frozenset(
    """ignore disregard forget visit subscribe click download print output translate summarize summarise imagine
    enter sign check stay donate contact email share tweet repeat insert append execute delete list name generate suggest
    describe explain compute convert classify identify rewrite answer respond reply pretend consider note please do don't
    let let's be tell give make use add remember""".split()
) - {
    "work",
    "report",
    "need",
    "support",
    "plan",
    "force",
    "attack",
    "strike",
    "lack",
    "concern",
    "result",
    "aim",
    "hope",
}
_SHORTEST: Final = 3
_LONGEST_HEADING: Final = 14
_ENDINGS: Final = frozenset('.!?…:;,"”’»)]')


def reason_against(article: Article, passage: Passage, *, in_interview: bool) -> str:
    """Why nothing is claimed from `passage`; empty when something may be. In an interview `you` is the interviewer."""
    words = list(passage.words)
    sentence = passage.span.of(article.text)
    if (
        passage.is_heading
        or sentence.casefold() == (article.title or "").casefold()
        or _looks_like_heading(article, passage)
    ):
        return "heading"
    if not any(character.isalnum() for character in sentence):
        return "no words"
    if not words:
        return "too long to be a sentence"
    if _FURNITURE.match(sentence):
        return "furniture"
    if sentence.rstrip("\"'”’») ").endswith("?"):
        return "question"
    if _GREETING.match(sentence) and len(words) < 12 and not sentence.startswith(("No ", "Welcome")):
        return "greeting"
    if _is_order(words) or (_addresses_reader(words) and not in_interview):
        return "appeal"
    if sum(word.tag not in {Tag.COMMA, Tag.COLON, Tag.STOP, Tag.BRACKET} for word in words) < _SHORTEST:
        return "" if _quoted_clause(words) else "quotation fragment" if passage.quotations else "fragment"
    return "" if has_clause(words, 0, len(words)) or _quoted_clause(words) else "no verb"


def is_credit(sentence: str) -> bool:
    """Whether a sentence is the credit of a picture."""
    return _CREDIT.match(sentence) is not None


def _looks_like_heading(article: Article, passage: Passage) -> bool:
    """A paragraph of one short line that nothing ends."""
    following = article.text[passage.span.end : passage.span.end + 2]
    alone = passage.opens_paragraph and (not following or following.startswith("\n"))
    ended = passage.span.of(article.text)[-1:] in _ENDINGS
    return alone and not ended and len(passage.words) <= _LONGEST_HEADING


def _quoted_clause(words: list[Word]) -> bool:
    return any(word.tag is Tag.QUOTE and len(word.text.split()) > 5 for word in words)


def _is_order(words: list[Word]) -> bool:
    """Whether a verb without a subject begins the passage: `Visit …`, `Please ignore …`, `Do not …`."""
    start = 0
    while start < len(words) and (
        words[start].low in {"please", "now", "also", "just", "then", "never", "always", "and", "but"}
        or words[start].tag is Tag.COMMA
    ):
        start += 1
    if start >= len(words) or words[start].low not in _ORDERS:
        return words[0].low == "please" if words else False
    for word in words[start + 1 :]:
        if word.tag in {Tag.COMMA, Tag.SUB, Tag.REL, Tag.STOP, Tag.COLON, Tag.AND, Tag.QUOTE}:
            break
        if word.is_finite and not (words[start].low in {"do", "don't"} and word.tag is Tag.AUX):
            return False
        if word.tag is Tag.PRON and word.low in {"i", "we", "they", "he", "she"}:
            return False
    return True


def _addresses_reader(words: list[Word]) -> bool:
    """Whether the article itself, outside quotation marks, says `you`."""
    return any(
        word.low in {"you", "your", "yours", "you're", "you'll", "you've", "yourself"} for word in words
    )
