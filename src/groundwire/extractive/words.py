"""The words of a passage with their shallow classes; a quotation that speaks is one word of its own.

Guarantees: words come in order and their spans lie in the passage; time is linear. The classes are good enough to find
subjects and clauses of news English and are wrong on some words of any text: what builds on them checks its findings.
"""

from enum import StrEnum
from typing import NamedTuple

from groundwire.domain.span import Span
from groundwire.extractive import lexicon as lex
from groundwire.text.pronouns import SUBJECTS, kind_of
from groundwire.text.quotations import Quotation
from groundwire.text.reporting import Form, find_reporting_verb
from groundwire.text.tokens import Token

_SPEECH_WORDS = 4
"""Words from which a quotation is speech rather than a word held with tongs."""


class Tag(StrEnum):
    """What a word does in its clause."""

    DET = "determiner"
    NOUN = "noun"
    NAME = "name"
    PRON = "pronoun"
    PREP = "preposition"
    AND = "conjunction"
    SUB = "subordinator"
    REL = "relative"
    AUX = "auxiliary"
    VERB = "verb"
    ING = "gerund"
    INF = "infinitive"
    ADV = "adverb"
    NUM = "number"
    COMMA = "comma"
    COLON = "colon"
    STOP = "stop"
    BRACKET = "bracket"
    QUOTE = "quotation"


NOMINAL = frozenset({Tag.NOUN, Tag.NAME, Tag.PRON, Tag.NUM, Tag.QUOTE})
_MARKS = {
    ",": Tag.COMMA,
    ":": Tag.COLON,
    ".": Tag.STOP,
    ";": Tag.STOP,
    "?": Tag.STOP,
    "!": Tag.STOP,
    "…": Tag.STOP,
    "(": Tag.BRACKET,
    ")": Tag.BRACKET,
    "[": Tag.BRACKET,
    "]": Tag.BRACKET,
    "–": Tag.COMMA,
    "—": Tag.COMMA,
    "-": Tag.COMMA,
}
_SKIPPED = frozenset("\"“”„«»‹›‘’‚'`*_")

_POINT = frozenset({"point", "points", "pointed", "pointing"})


class Word(NamedTuple):
    """One word: `low` is casefolded with a straight apostrophe."""

    text: str
    low: str
    start: int
    end: int
    tag: Tag

    @property
    def span(self) -> Span:
        """Where it stands in the article."""
        return Span(self.start, self.end)

    @property
    def is_finite(self) -> bool:
        """Whether it can be the verb that makes a clause: a verb, an auxiliary, or a pronoun with one on its tail."""
        if self.tag is Tag.PRON:
            return "'" in self.low
        return self.tag is Tag.VERB or (
            self.tag is Tag.AUX and self.low not in {"be", "been", "being", "having"}
        )


def is_speech(text: str, quotation: Quotation) -> bool:
    """Whether the quoted words speak, rather than name or doubt something."""
    inner = quotation.inner.of(text).strip()
    return len(inner.split()) >= _SPEECH_WORDS or inner.endswith((",", ".", "!", "?"))


def read_words(
    text: str, tokens: list[Token], quotations: tuple[Quotation, ...], ends: frozenset[int]
) -> list[Word]:
    """The words of `tokens`; each of `quotations` that speaks becomes one word; a full stop counts only at `ends`."""
    speeches = [
        quotation.span for quotation in quotations if quotation.depth == 0 and is_speech(text, quotation)
    ]
    words: list[Word] = []
    upcoming = 0
    for position, token in enumerate(tokens):
        while upcoming < len(speeches) and speeches[upcoming].end <= token.start:
            upcoming += 1
        if upcoming < len(speeches) and speeches[upcoming].start <= token.start:
            span = speeches[upcoming]
            if not words or words[-1].start != span.start:
                words.append(Word(span.of(text), "", span.start, span.end, Tag.QUOTE))
        elif token.text not in _SKIPPED and not (token.text == "." and not _is_end(text, token.end, ends)):
            following = tokens[position + 1].text if position + 1 < len(tokens) else ""
            if token.text == "out" and words and words[-1].low in _POINT:
                words[-1] = _pointed_out(text, words[-1], token.end)
                continue
            words.append(_classified(token, words, following.casefold()))
    return words


def _pointed_out(text: str, verb: Word, end: int) -> Word:
    """`pointed out` is one verb."""
    tag = Tag.ING if verb.low == "pointing" else Tag.VERB
    return Word(text[verb.start : end], f"{verb.low} out", verb.start, end, tag)


def _is_end(text: str, position: int, ends: frozenset[int]) -> bool:
    while position < len(text) and text[position] in "\"”’)]'»“":
        if position in ends:
            return True
        position += 1
    return position in ends


def _classified(token: Token, before: list[Word], following: str) -> Word:
    low = token.text.casefold().replace("’", "'")
    previous = before[-1] if before else None
    if not token.is_word:
        return Word(token.text, low, token.start, token.end, _MARKS.get(token.text, Tag.COMMA))
    return Word(token.text, low, token.start, token.end, _tag(token.text, low, previous, following))


def _tag(text: str, low: str, previous: Word | None, following: str) -> Tag:
    opens = previous is None or previous.tag in {Tag.STOP, Tag.COLON, Tag.QUOTE}
    if len(text) > 2 and text.isupper() and text.isalpha():
        return Tag.NAME
    if text[0].isupper() and not opens and low not in {"i", "i'm", "i've", "i'd", "i'll"}:
        return _capital_tag(low)
    closed = _closed_class(low, previous, following)
    if closed is not None:
        return closed
    if text[0].isupper() and not low.endswith("ing") and following[:1].isalpha():
        verb = find_reporting_verb(low)
        return Tag.VERB if verb and Form.PAST in verb.forms and previous is not None else Tag.NAME
    return _open_class(low, previous, following)


def _capital_tag(low: str) -> Tag:
    if low in {"the", "a", "an"}:
        return Tag.DET
    return Tag.PREP if low in {"of", "according"} else Tag.NAME


def _closed_class(low: str, previous: Word | None, following: str) -> Tag | None:
    if low[0].isdigit() or low in lex.NUMBER_WORDS:
        return Tag.NUM
    if low == "that" and previous is not None:
        return _that(previous, following)
    if low in lex.AUXILIARIES:
        return Tag.AUX
    if low == "such" and following == "as":
        return Tag.PREP
    if low in lex.DETERMINERS:
        pronominal = low in {
            "this",
            "these",
            "those",
            "some",
            "many",
            "most",
            "all",
            "both",
            "few",
            "several",
            "that",
        }
        alone = following in lex.AUXILIARIES or following in lex.IRREGULAR_PASTS
        return Tag.PRON if pronominal and alone else Tag.DET
    if kind_of(low) is not None or low in SUBJECTS - lex.RELATIVES:
        return Tag.PRON
    if low in lex.RELATIVES:
        return Tag.REL
    if low in lex.CONJUNCTIONS:
        return Tag.AND
    if low in lex.SUBORDINATORS and low not in {"than", "so"}:
        return Tag.SUB
    if low in lex.PREPOSITIONS or low in {"than", "according"}:
        return Tag.PREP
    return Tag.ADV if low in lex.ADVERBS or (low.endswith("ly") and low not in _LY_NOUNS) else None


_LY_NOUNS = frozenset(
    "family assembly italy july supply reply ally bully rally friendly elderly daily weekly monthly only".split()
)


def _that(previous: Word, following: str) -> Tag:
    """`that` is a determiner before a noun at a clause's start, else it opens a clause."""
    if previous.tag in {Tag.PREP, Tag.STOP} and following not in lex.AUXILIARIES:
        return Tag.DET
    return Tag.SUB


def _open_class(low: str, previous: Word | None, following: str) -> Tag:
    after_determiner = previous is not None and (
        previous.tag in {Tag.DET, Tag.PREP} or previous.low.endswith("'s")
    )
    after_nominal = previous is not None and previous.tag in NOMINAL | {
        Tag.REL,
        Tag.ADV,
        Tag.AUX,
        Tag.BRACKET,
        Tag.COMMA,
    }
    verb = find_reporting_verb(low)
    if low.endswith("ing") and len(low) > 4 and low not in lex.NOT_GERUNDS:
        return Tag.NOUN if previous is not None and previous.tag is Tag.DET else Tag.ING
    if previous is not None and previous.low == "to" and (low in lex.COMMON_VERBS or verb):
        return Tag.INF
    if (low.endswith("ed") and low not in lex.NOT_PASTS) or low in lex.IRREGULAR_PASTS:
        return Tag.NOUN if after_determiner and following not in {"that", ","} else Tag.VERB
    if verb is not None and Form.PAST in verb.forms:
        return Tag.NOUN if after_determiner else Tag.VERB
    if after_determiner or not after_nominal:
        return Tag.NOUN
    if low in lex.VERB_S or (verb is not None and Form.PRESENT in verb.forms):
        return Tag.VERB if _can_follow_a_verb(following) else Tag.NOUN
    if low in lex.COMMON_VERBS or (verb is not None and Form.BASE in verb.forms):
        plural = previous is not None and (
            (previous.low.endswith("s") and previous.tag in {Tag.NOUN, Tag.NAME})
            or previous.low in lex.PEOPLE
            or previous.tag in {Tag.PRON, Tag.AUX, Tag.REL}
            or (low == "say" and previous.tag is Tag.NAME)
        )
        return Tag.VERB if plural and _can_follow_a_verb(following) else Tag.NOUN
    return Tag.NOUN


def _can_follow_a_verb(following: str) -> bool:
    past = following in lex.IRREGULAR_PASTS or (following.endswith("ed") and following not in lex.NOT_PASTS)
    return following not in lex.AUXILIARIES and not past and following != "of"
