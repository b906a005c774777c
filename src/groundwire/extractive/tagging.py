"""The class of a word from its form, the word before it and the word after it.

Guarantees: one pass, no state but the word before; closed classes come from lists, open ones from endings and neighbours.
Where a form can be a noun or a verb, it is a noun unless its neighbours say otherwise: a claim lost is better than one invented.
"""

from enum import StrEnum
from typing import Final, NamedTuple

from groundwire.domain.span import Span
from groundwire.extractive import lexicon as lex
from groundwire.text.pronouns import PRONOUNS, SUBJECTS
from groundwire.text.reporting import Form, ReportingVerb, find_reporting_verb
from groundwire.text.tokens import Token


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


_CLOSED: Final[dict[str, Tag]] = {
    **dict.fromkeys(lex.ADVERBS, Tag.ADV),
    **dict.fromkeys(lex.PREPOSITIONS | {"than", "according"}, Tag.PREP),
    **dict.fromkeys(lex.SUBORDINATORS - {"than", "so"}, Tag.SUB),
    **dict.fromkeys(lex.CONJUNCTIONS, Tag.AND),
    **dict.fromkeys(lex.RELATIVES, Tag.REL),
    **dict.fromkeys((frozenset(PRONOUNS) | SUBJECTS) - lex.RELATIVES, Tag.PRON),
    **dict.fromkeys(lex.DETERMINERS, Tag.DET),
    **dict.fromkeys(lex.AUXILIARIES, Tag.AUX),
    **dict.fromkeys(lex.NUMBER_WORDS, Tag.NUM),
}
"""Later classes win: `her` is a determiner, `one` a number."""
_VERB_NEIGHBOURS: Final = NOMINAL | {Tag.REL, Tag.ADV, Tag.AUX, Tag.BRACKET, Tag.COMMA}
_AFTER_PRONOMINALS: Final = lex.AUXILIARIES | lex.IRREGULAR_PASTS | lex.LINKING
_GERUND_LENGTH: Final = 5
_ACRONYM_LENGTH: Final = 3


def classified(token: Token, previous: Word | None, following: str) -> Word:
    """`token` as a word; `following` is the casefolded text of the token after it, or empty."""
    low = token.text.casefold().replace("’", "'")
    tag = _tag(token.text, low, previous, following) if token.is_word else _MARKS.get(token.text, Tag.COMMA)
    return Word(token.text, low, token.start, token.end, tag)


def _tag(text: str, low: str, previous: Word | None, following: str) -> Tag:
    if text == "US" or (len(text) >= _ACRONYM_LENGTH and text.isupper() and text.isalpha()):
        return Tag.NAME
    opens = previous is None or previous.tag in {Tag.STOP, Tag.COLON, Tag.QUOTE}
    if text[0].isupper() and not opens and low not in lex.FIRST_PERSON:
        return Tag.DET if low in lex.ARTICLES else Tag.PREP if low in {"of", "according"} else Tag.NAME
    closed = _closed_class(low, previous, following)
    if closed is not None:
        return closed
    if text[0].isupper() and not low.endswith("ing") and following[:1].isalpha():
        verb = find_reporting_verb(low)
        return Tag.VERB if verb and Form.PAST in verb.forms and previous is not None else Tag.NAME
    return _open_class(low, previous, following)


def _closed_class(low: str, previous: Word | None, following: str) -> Tag | None:
    if low == "that" and previous is not None:
        determines = previous.tag in {Tag.PREP, Tag.STOP} and following not in lex.AUXILIARIES
        return Tag.DET if determines else Tag.SUB
    if low == "such" and following == "as":
        return Tag.PREP
    if (low == "no" and following == "longer") or (
        low == "longer" and previous is not None and previous.low == "no"
    ):
        return Tag.ADV
    if low in lex.PRONOMINALS and following in _AFTER_PRONOMINALS:
        return Tag.PRON
    if low[0].isdigit():
        return Tag.NUM
    return _CLOSED.get(low) or (Tag.ADV if low.endswith("ly") and low not in lex.LY_NOUNS else None)


def _open_class(low: str, previous: Word | None, following: str) -> Tag:
    if low.endswith("ing") and len(low) >= _GERUND_LENGTH and low not in lex.NOT_GERUNDS:
        return Tag.NOUN if previous is not None and previous.tag is Tag.DET else Tag.ING
    verb = find_reporting_verb(low)
    if previous is not None and previous.low == "to" and (low in lex.COMMON_VERBS or verb):
        return Tag.INF
    determined = previous is not None and (previous.tag in {Tag.DET, Tag.PREP} or previous.low.endswith("'s"))
    if is_past(low) or (verb is not None and Form.PAST in verb.forms):
        counted = previous is not None and previous.tag is Tag.NUM and low in {"injured", "wounded"}
        return Tag.NOUN if counted or (determined and following not in {"that", ","}) else Tag.VERB
    if determined or previous is None or previous.tag not in _VERB_NEIGHBOURS:
        return Tag.NOUN
    return Tag.VERB if _is_present(low, verb, previous) and _can_follow_a_verb(following) else Tag.NOUN


def is_past(low: str) -> bool:
    """Whether the word has the form of a past or of a participle."""
    return (low.endswith("ed") and low not in lex.NOT_PASTS) or low in lex.IRREGULAR_PASTS


def _is_present(low: str, verb: ReportingVerb | None, previous: Word) -> bool:
    """Whether the word can be a verb in the present after `previous`, which has to be plural where the verb has no s."""
    if low in lex.VERB_S or (verb is not None and Form.PRESENT in verb.forms):
        return True
    if low not in lex.COMMON_VERBS and (verb is None or Form.BASE not in verb.forms):
        return False
    plural_noun = previous.low.endswith("s") and previous.tag in {Tag.NOUN, Tag.NAME}
    collective = previous.low in lex.PEOPLE or (low == "say" and previous.tag in {Tag.NAME, Tag.NOUN})
    return plural_noun or collective or previous.tag in {Tag.PRON, Tag.AUX, Tag.REL, Tag.ADV}


def _can_follow_a_verb(following: str) -> bool:
    return following not in lex.AUXILIARIES and not is_past(following) and following != "of"
