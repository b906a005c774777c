"""Whether words make a clause, and where a clause ends. Guarantee: time is linear in the words looked at."""

from groundwire.extractive import lexicon as lex
from groundwire.extractive.words import NOMINAL, Tag, Word
from groundwire.text.reporting import find_reporting_verb

_REACH = 30
"""Words within which a clause shows its verb."""
_APPOSITION_REACH = 12
"""Words that an apposition between two commas may hold."""


def starts_clause(words: list[Word], start: int, end: int, *, strictly: bool = False) -> bool:
    """Whether a subject and a finite verb begin at word `start` and before `end`.

    `strictly` asks for a sign that no noun phrase with a participle can give: an auxiliary or a pronoun subject.
    """
    relatives = 0
    nominal = False
    for index in range(start, min(end, start + _REACH)):
        word = words[index]
        if word.tag in {Tag.STOP, Tag.COLON}:
            return False
        if word.tag is Tag.QUOTE and index > start:
            return not strictly
        if index + 1 < end and _turns_away(words, index, strictly=strictly):
            return False
        if word.tag is Tag.REL or (word.tag is Tag.SUB and nominal):
            relatives += 1
        elif _heads_group(words, index) and (nominal or word.tag is Tag.PRON):
            if relatives:
                relatives -= 1
            elif (
                not strictly
                or word.tag is Tag.AUX
                or _pronoun_subject(words, start, index)
                or is_plain_verb(words, index)
            ):
                return True
        nominal = (
            nominal
            or word.tag in NOMINAL
            or word.tag is Tag.ING
            or word.low in {"this", "these", "that", "there"}
        )
    return False


def _turns_away(words: list[Word], index: int, *, strictly: bool) -> bool:
    """Whether another part of an earlier clause begins: `and closed …` of the same subject, or `, saying …`."""
    word, following = words[index], words[index + 1]
    if word.tag is Tag.AND:
        return following.tag is Tag.VERB
    if word.tag is Tag.COMMA and following.tag is Tag.PRON and _ends_in_saying(words, index + 2):
        return True  # "… had found oil in the river, it said"
    return strictly and word.tag is Tag.COMMA and following.tag is Tag.ING


def _ends_in_saying(words: list[Word], verb: int) -> bool:
    """Whether a reporting verb at `verb` ends the sentence."""
    ends = verb + 1 == len(words) or (verb + 1 < len(words) and words[verb + 1].tag is Tag.STOP)
    return ends and words[verb].tag is Tag.VERB and find_reporting_verb(words[verb].low) is not None


def _heads_group(words: list[Word], index: int) -> bool:
    """Whether the finite verb begins its group: not after an auxiliary, and no participle after a comma."""
    if not words[index].is_finite:
        return False
    before = index - 1
    while before >= 0 and words[before].tag is Tag.ADV:
        before -= 1
    if before < 0 or words[index].tag is not Tag.VERB or words[before].tag is not Tag.COMMA:
        return before < 0 or words[before].tag is not Tag.AUX
    opening = words[max(0, before - _APPOSITION_REACH) : before]
    return any(word.tag is Tag.COMMA for word in opening)


def _pronoun_subject(words: list[Word], start: int, verb: int) -> bool:
    subject = next(
        (words[index] for index in range(verb - 1, start - 1, -1) if words[index].tag is not Tag.ADV), None
    )
    return subject is not None and subject.tag is Tag.PRON


def is_plain_verb(words: list[Word], verb: int) -> bool:
    """A verb that is no participle: present, or past and followed by an object rather than by "by", "in", "to"."""
    word = words[verb]
    if word.low in lex.PRETERITES or not (word.low.endswith("ed") or word.low in lex.IRREGULAR_PASTS):
        return True
    after = words[verb + 1] if verb + 1 < len(words) else None
    followed = {Tag.DET, Tag.AUX, Tag.PRON, Tag.NUM, Tag.NAME, Tag.ING}
    return after is not None and (after.tag in followed or after.low == "that") and after.low != "there"


def has_clause(words: list[Word], start: int, end: int) -> bool:
    """Whether a finite verb with something before it stands anywhere in the range."""
    nominal = False
    for index in range(start, end):
        if words[index].is_finite and (nominal or words[index].tag is Tag.PRON):
            return True
        nominal = nominal or words[index].tag in NOMINAL or words[index].tag in {Tag.ING, Tag.DET, Tag.SUB}
    return False


def sentence_end(words: list[Word], start: int) -> int:
    """Index of the first stop at or after `start`, or the number of words."""
    index = start
    while index < len(words) and words[index].tag is not Tag.STOP:
        index += 1
    return index


def sentence_start(words: list[Word], end: int) -> int:
    """Index of the first word of the sentence that word `end` stands in."""
    index = end
    while index > 0 and words[index - 1].tag is not Tag.STOP:
        index -= 1
    return index


def content_end(words: list[Word], start: int, end: int) -> int:
    """Where reported content that begins at `start` stops: before the next saying, or a clause that turns against it."""
    for index in range(start + 2, end):
        if words[index].tag is Tag.COMMA and index + 1 < end and _another_begins(words, index + 1, end):
            return index
        if words[index].tag is Tag.AND and _says_again(words, index + 1):
            return index
    return end


def _another_begins(words: list[Word], index: int, end: int) -> bool:
    word = words[index]
    verb = find_reporting_verb(word.low) if word.tag is Tag.ING else None
    if verb is not None:
        return True
    if word.low == "with" and any(
        words[at].tag is Tag.ING and find_reporting_verb(words[at].low)
        for at in range(index + 1, min(end, index + 7))
    ):
        return True
    if word.tag is Tag.AND and word.low in {"but", "yet"}:
        after = _past_adverbs(words, index + 1, end)
        goes_on = after < end and words[after].low == "that"  # "…, but that it might kill fish" is said too
        return not goes_on and starts_clause(words, index + 1, end)
    if word.tag is not Tag.AND or index + 1 >= end:
        return False
    if words[index + 1].tag is not Tag.PRON:
        return _says_again(words, index + 1)
    verb = find_reporting_verb(words[index + 2].low) if index + 3 < end else None
    return verb is not None and words[index + 3].low == "that"  # "…, and he believes that …"


def that_clause(words: list[Word], index: int, end: int) -> int:
    """First word of the clause of a further "that" at `index`, as in `and also that`; 0 where none begins there.

    `But that was not all` has "that" for its subject and is no such clause.
    """
    that = _past_adverbs(words, index, end)
    if that + 1 >= end or words[that].low != "that" or words[that + 1].is_finite:
        return 0
    return that + 1 if starts_clause(words, that + 1, end) else 0


def _past_adverbs(words: list[Word], index: int, end: int) -> int:
    while index < end and words[index].tag is Tag.ADV and words[index].low != "not":
        index += 1
    return index


def _says_again(words: list[Word], index: int) -> bool:
    """Whether a reporting verb in the past or present follows "and", with content of its own after it."""
    while index < len(words) and words[index].tag is Tag.ADV:
        index += 1
    if (
        index + 1 >= len(words)
        or words[index].tag is not Tag.VERB
        or find_reporting_verb(words[index].low) is None
    ):
        return False
    after = words[index + 1]
    return (
        after.low == "that"
        or after.tag in {Tag.QUOTE, Tag.COLON}
        or starts_clause(words, index + 1, len(words))
    )
