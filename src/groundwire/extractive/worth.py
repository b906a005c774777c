"""Which passages may be claimed from, and why the others may not.

Guarantee: what is addressed to the reader (appeals, orders, questions, greetings) and what says nothing (headings,
captions, fragments) is told apart by its grammar alone, never by its subject: news about orders is news.
"""

import re
from collections.abc import Sequence
from typing import Final

from groundwire.domain.article import Article
from groundwire.extractive import lexicon as lex
from groundwire.extractive.clauses import has_clause, is_plain_verb, starts_clause
from groundwire.extractive.passages import Passage
from groundwire.extractive.words import Tag, Word

_GREETING: Final = re.compile(
    r"(?:hello|hi|dear|good (?:morning|evening|afternoon)|welcome to|thank you|thanks|congratulations|sorry|yes)\b[ ,!.]",
    re.IGNORECASE,
)
_FURNITURE: Final = re.compile(
    r"(?:image|images|photo|photos|picture|video|audio|file photo|credit|source|sources|caption|copyright|©|share|read more|"
    r"read also|see also|related|advertisement|by)\b ?[:|/]|(?:file photo|read more|image credit|photo credit|all rights)\b|"
    r"(?:reproduction|republication|copying|use)(?: or \w+)? without (?:(?:prior|written|express) ){0,2}(?:permission|consent)\b|"
    r"this (?:interview|conversation|transcript) (?:has been|was) (?:lightly )?(?:edited|condensed|shortened|abridged)\b",
    re.IGNORECASE,
)
_CREDIT: Final = re.compile(
    r"(?:image|images|photo|photos|picture|pictured|video|credit|source)s? ?[:|/]", re.IGNORECASE
)
_SUBJECTS: Final = frozenset({"i", "we", "they", "he", "she"})
_READER: Final = frozenset({"you", "your", "yours", "you're", "you'll", "you've"})
_URGES: Final = frozenset({"must", "should", "shall", "need", "have"})
_OF_THE_READER: Final = frozenset(
    {
        "reply",
        "response",
        "answer",
        "output",
        "summary",
        "comment",
        "comments",
        "inbox",
        "browser",
        "subscription",
    }
)
_OPENING_WORDS: Final = 2
"""Words before a `you` that the passage is addressed to."""
_BEFORE_ORDERS: Final = frozenset(
    {"please", "now", "also", "just", "then", "never", "always", "and", "but", ","}
)
_BOUNDARIES: Final = frozenset({Tag.COMMA, Tag.SUB, Tag.REL, Tag.STOP, Tag.COLON, Tag.AND, Tag.QUOTE})
_MARKS: Final = frozenset({Tag.COMMA, Tag.COLON, Tag.STOP, Tag.BRACKET})
_LONGEST_GREETING: Final = 12
_QUOTED_CLAUSE: Final = 6
"""Words from which a quotation is taken to be a clause."""
_SHORTEST: Final = 3
_LONGEST_HEADING: Final = 14
_ENDINGS: Final = frozenset('.!?…:;,"”“’»)]。！？؟।')
_QUESTION_MARKS: Final = ("?", "？", "؟")


def reason_against(article: Article, passage: Passage, *, in_interview: bool) -> str:
    """Why nothing is claimed from `passage`; empty when something may be. In an interview `you` is the interviewer."""
    sentence = passage.span.of(article.text)
    reasons = (
        ("too long to be a sentence", not passage.words),
        ("greeting", _is_greeting(sentence, passage)),
        ("appeal", _is_order(list(passage.words)) or (not in_interview and _addresses_reader(passage.words))),
    )
    grammatical = next((reason for reason, holds in reasons if holds), "")
    return reason_by_layout(article, passage) or grammatical or _says_nothing(passage)


def reason_by_layout(article: Article, passage: Passage) -> str:
    """Why nothing is claimed from `passage` in whatever language, by its place and its marks; or empty."""
    sentence = passage.span.of(article.text)
    reasons = (
        ("furniture", _FURNITURE.match(sentence) is not None),
        ("no words", not any(character.isalnum() for character in sentence)),
        ("heading", passage.is_heading or _looks_like_heading(article, passage)),
        ("question", _asks(sentence, passage)),
    )
    return next((reason for reason, holds in reasons if holds), "")


def _asks(sentence: str, passage: Passage) -> bool:
    """Whether the passage itself asks; one that ends with a quoted question tells who asked it."""
    if not sentence.rstrip("\"'”’»“) ").endswith(_QUESTION_MARKS):
        return False
    quoted = passage.quotations[-1].span if passage.quotations else passage.span
    return not (quoted.end >= passage.span.end - 1 and quoted.start > passage.span.start)


def _says_nothing(passage: Passage) -> str:
    """The reason when there is no clause in the passage, quoted or not."""
    words = list(passage.words)
    if any(word.tag is Tag.QUOTE and len(word.text.split()) >= _QUOTED_CLAUSE for word in words):
        return ""
    if sum(word.tag not in _MARKS for word in words) < _SHORTEST:
        return "quotation fragment" if passage.quotations else "fragment"
    return "" if has_clause(words, 0, len(words)) else "no verb"


def _is_greeting(sentence: str, passage: Passage) -> bool:
    short = len(passage.words) < _LONGEST_GREETING
    return short and _GREETING.match(sentence) is not None


def is_credit(sentence: str) -> bool:
    """Whether a sentence is the credit of a picture."""
    return _CREDIT.match(sentence) is not None


def _looks_like_heading(article: Article, passage: Passage) -> bool:
    """The title again, or a paragraph of one short line that nothing ends."""
    if passage.span.of(article.text).casefold() == (article.title or "").casefold():
        return True
    following = article.text[passage.span.end : passage.span.end + 2]
    alone = passage.opens_paragraph and (not following or following.startswith("\n"))
    ended = passage.span.of(article.text)[-1:] in _ENDINGS
    return alone and not ended and len(passage.words) <= _LONGEST_HEADING


def _is_order(words: list[Word]) -> bool:
    """Whether a verb without a subject begins the passage: `Visit …`, `Please ignore …`, `Do not …`."""
    start = next((index for index, word in enumerate(words) if word.low not in _BEFORE_ORDERS), len(words))
    if start == len(words) or words[start].low not in lex.ORDERS:
        return bool(words) and words[0].low == "please"
    if start + 1 < len(words) and words[start + 1].tag is Tag.DET:
        return True
    forbids = words[start].low in {"do", "don't"}
    for index in range(start + 1, len(words)):
        word = words[index]
        if word.tag in _BOUNDARIES:
            introduces = word.tag is Tag.COMMA and starts_clause(words, index + 1, len(words))
            return not introduces or words[0].low == "please"  # "Last month, the mill closed" orders nothing
        finite = word.is_finite and (word.tag is not Tag.VERB or is_plain_verb(words, index))
        if (finite and not (forbids and word.tag is Tag.AUX)) or word.low in _SUBJECTS:
            return False
    return True


def _addresses_reader(words: Sequence[Word]) -> bool:
    """Whether the article itself, outside quotation marks, tells `you` what to do: `You must …`, `Now you can …`."""
    for index, word in enumerate(words):
        if word.low in _READER and index <= _OPENING_WORDS:
            return True
        following = words[index + 1].low if index + 1 < len(words) else ""
        if word.low == "your" and following in _OF_THE_READER:
            return True
        if word.low == "you" and following in _URGES:
            return True
    return False
