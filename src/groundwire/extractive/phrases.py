"""Noun phrases beside a verb or a preposition, as ranges of words.

Guarantees: a range `(first, last)` includes both ends and never crosses a stop; time is linear in the words of the phrase.
"""

from typing import NamedTuple

from groundwire.extractive import lexicon as lex
from groundwire.extractive.words import NOMINAL, Tag, Word
from groundwire.text.reporting import Takes, find_reporting_verb

_INSIDE = NOMINAL - {Tag.QUOTE, Tag.PRON} | {Tag.DET, Tag.BRACKET}
_REACH = 40
"""Words that a subject may hold; what is longer was read wrongly."""


class Phrase(NamedTuple):
    """A noun phrase, first and last word included; `head_last` is where its first part ends, before an apposition."""

    first: int
    last: int
    head_last: int


def subject_before(words: list[Word], verb: int) -> Phrase | None:
    """The subject whose verb group ends with word `verb`, when it stands directly before it."""
    last = _before_verb_group(words, verb)
    if last < 0:
        return None
    word = words[last]
    if word.tag is Tag.COMMA:
        return _with_apposition(words, last)
    if word.tag is Tag.REL:
        return _antecedent(words, last)
    if word.tag is Tag.PRON:
        return Phrase(last, last, last)
    if word.low == ")" or word.tag in {Tag.NOUN, Tag.NAME, Tag.NUM}:
        return _phrase_ending(words, last)
    return None


def _before_verb_group(words: list[Word], verb: int) -> int:
    last = verb - 1
    while last >= 0 and (words[last].tag in {Tag.ADV, Tag.AUX} or words[last].low in {"been", "both", "all"}):
        last -= 1
    if last > 0 and words[last].tag is Tag.NAME and words[last].low.endswith("day"):
        before = last - 1 if words[last - 1].low != "on" else last - 2
        if before >= 0 and words[before].tag in {Tag.NAME, Tag.NOUN, Tag.PRON, Tag.BRACKET}:
            return before  # "the office on Monday said"
    return last


def _phrase_ending(words: list[Word], last: int) -> Phrase | None:
    first = last + 1
    while first > 0 and last - first < _REACH:
        word = words[first - 1]
        if word.tag is Tag.DET:
            first -= 1
            if not _links(words, first - 1):
                break
        elif (
            word.tag in _INSIDE
            or (word.tag is Tag.ING and first <= last and word.text[0].islower() is False)
            or _links(words, first - 1)
        ):
            first -= 1
        else:
            break
    first = _cut_at_conjunction(words, first, last)
    if first > last or words[first].tag is Tag.PREP:
        return None
    return (
        _within_relative(words, first, last)
        or _reduced_relative(words, first, last)
        or _role_before(words, first, last)
        or Phrase(first, last, last)
    )


def _within_relative(words: list[Word], first: int, last: int) -> Phrase | None:
    """`Economists who study the trade`: the object of a relative clause ends the subject, whose head is before "who"."""
    at = first - 1
    if at >= 0 and words[at].tag is Tag.PREP:
        at -= 1
    if at < 0 or words[at].tag not in {Tag.VERB, Tag.ING, Tag.AUX, Tag.NOUN}:
        return None
    at -= 1
    while at >= 0 and words[at].tag in {Tag.ADV, Tag.AUX}:
        at -= 1
    if at < 1 or words[at].low not in {"who", "which"} or words[at - 1].tag not in {Tag.NOUN, Tag.NAME}:
        return None
    head = _phrase_ending(words, at - 1)
    return Phrase(head.first, last, head.head_last) if head is not None else None


def _reduced_relative(words: list[Word], first: int, last: int) -> Phrase | None:
    """`A letter seen by the paper`, `a study measuring lead`: the phrase before the participle is the head."""
    at = first - 1
    if at >= 0 and words[at].tag is Tag.PREP and words[at].low != "than":
        at -= 1
    participle = at > 0 and (
        words[at].tag in {Tag.ING, Tag.INF}
        or (words[at].tag is Tag.VERB and at < first - 1 and words[at].low[-1] in "dnt")
    )
    if not participle or words[at - 1].tag not in {Tag.NOUN, Tag.NAME} or _says(words[at]):
        return None
    head = _phrase_ending(words, at - 1)
    return Phrase(head.first, last, head.head_last) if head is not None else None


def _says(word: Word) -> bool:
    verb = find_reporting_verb(word.low)
    return verb is not None and verb.takes not in {Takes.THOUGHT, Takes.THAT}


def _role_before(words: list[Word], first: int, last: int) -> Phrase | None:
    """`The team's coach, Ann Lee`: the name in apposition is the head."""
    if first < 2 or words[first - 1].tag is not Tag.COMMA or words[first - 2].low not in lex.ROLES:
        return None
    if any(word.tag is not Tag.NAME for word in words[first : last + 1]):
        return None
    outer = _phrase_ending(words, first - 2)
    return Phrase(outer.first, last, last) if outer is not None else None


def _links(words: list[Word], index: int) -> bool:
    """Whether word `index` joins two parts of one noun phrase: "of the", "and the" after a noun."""
    if index < 1 or words[index].tag not in {Tag.PREP, Tag.AND}:
        return False
    before = words[index - 1]
    if words[index].low == "as" and before.low == "such":
        return True
    if words[index].tag is Tag.AND:
        return before.tag in {Tag.NAME, Tag.NOUN} and words[index].low == "and"
    return before.tag in {Tag.NAME, Tag.NOUN} or before.low == ")"


def _cut_at_conjunction(words: list[Word], first: int, last: int) -> int:
    """Where the phrase is the object of an earlier verb, its part after the last "and" is the subject."""
    outside = words[first - 1].tag if first else Tag.STOP
    if outside not in {Tag.VERB, Tag.PREP, Tag.AUX, Tag.ING}:
        return first
    ands = [index for index in range(first, last) if words[index].tag is Tag.AND]
    return ands[-1] + 1 if ands else first


def _with_apposition(words: list[Word], comma: int) -> Phrase | None:
    """`NAME, the mayor,` before the verb: the phrase before the first comma, the apposition within."""
    opening = comma - 1
    while (
        opening > 0
        and words[opening].tag not in {Tag.COMMA, Tag.STOP, Tag.QUOTE}
        and comma - opening < _REACH
    ):
        opening -= 1
    if opening <= 0 or words[opening].tag is not Tag.COMMA:
        return None
    first_inside = words[opening + 1]
    inside = words[opening + 1 : comma]
    is_clause = any(word.is_finite for word in inside) and first_inside.tag not in {
        Tag.REL,
        Tag.VERB,
        Tag.ING,
    }
    joined = first_inside.tag is Tag.AND and len(inside) > 1 and inside[1].low in lex.ROLES
    if not inside or is_clause or (first_inside.tag in {Tag.AND, Tag.SUB, Tag.AUX} and not joined):
        return None
    if joined:
        return _with_apposition(words, opening)
    head = subject_ending(words, opening - 1)
    if head is None:
        return None
    if head.last != head.head_last:
        return head
    return Phrase(head.first, comma - 1, head.head_last)


def subject_ending(words: list[Word], last: int) -> Phrase | None:
    """The noun phrase that ends with word `last`, an apposition between commas taken in."""
    if last < 0:
        return None
    if words[last].tag in {Tag.NOUN, Tag.NAME, Tag.NUM} or words[last].low == ")":
        found = _phrase_ending(words, last)
        if found is None or found.first < 2 or words[found.first - 1].tag is not Tag.COMMA:
            return found
        is_age = found.first == last and words[last].tag is Tag.NUM
        if is_age or words[found.first].tag is Tag.DET or words[found.first].low in lex.ROLES:
            outer = _phrase_ending(words, found.first - 2)
            if outer is not None and words[outer.last].tag is Tag.NAME:
                return Phrase(outer.first, last, outer.last)
        return found
    return Phrase(last, last, last) if words[last].tag is Tag.PRON else None


def _antecedent(words: list[Word], relative: int) -> Phrase | None:
    last = relative - 1
    if last >= 0 and words[last].tag is Tag.COMMA:
        last -= 1
    return subject_ending(words, last) if last >= 0 and words[last].tag is not Tag.PRON else None


def phrase_after(words: list[Word], start: int) -> Phrase | None:
    """The noun phrase that begins at word `start`, with a name in apposition after a comma."""
    last = _run(words, start)
    if last < start or words[start].tag in {Tag.PREP, Tag.AND}:
        return None
    if words[start].tag is Tag.PRON:
        return Phrase(start, start, start)
    inner = _apposition_end(words, last)
    return Phrase(start, max(last, inner), last)


def _run(words: list[Word], start: int) -> int:
    """Index of the last word of the phrase at `start`; before `start` when there is none."""
    index, seen_name = start, False
    if index < len(words) and words[index].tag is Tag.PRON:
        return index
    while index < len(words):
        word = words[index]
        new_phrase = (
            index > start and (word.tag in {Tag.DET, Tag.PRON}) and words[index - 1].tag is not Tag.PREP
        )
        if new_phrase and words[index - 1].tag is not Tag.AND and words[index - 1].tag is not Tag.DET:
            break
        joins = word.tag in {Tag.PREP, Tag.AND} and _joins(words, index, seen_name=seen_name)
        if not (word.tag in _INSIDE or joins):
            break
        seen_name = seen_name or (word.tag is Tag.NAME and word.low not in lex.ROLES)
        index += 1
    while index > start and words[index - 1].tag in {Tag.PREP, Tag.AND, Tag.DET}:
        index -= 1
    return index - 1


def _joins(words: list[Word], index: int, *, seen_name: bool) -> bool:
    if index + 1 >= len(words):
        return False
    word, after = words[index], words[index + 1]
    if word.low == "of":
        return True
    if word.low == "and" and after.tag is Tag.NOUN and index > 0:
        return words[index - 1].tag is Tag.NOUN and words[index - 1].low[-1] == after.low[-1] == "s"
    if after.tag not in {Tag.NAME, Tag.DET}:
        return False
    if word.tag is Tag.AND:
        return word.low == "and" and after.tag is Tag.NAME and index > 0 and words[index - 1].tag is Tag.NAME
    placed = word.low in {"for", "to", "at", "from", "in", "with", "on", "as"} or word.low == "such"
    return placed and (not seen_name or words[index - 1].low in lex.ROLES | lex.BODIES)


def _apposition_end(words: list[Word], last: int) -> int:
    """Last word of `, the chairman of the panel,` after word `last`; `last` itself when there is none."""
    comma = last + 1
    if comma + 1 >= len(words) or words[comma].tag is not Tag.COMMA:
        return last
    follows = words[comma + 1]
    named = follows.tag is Tag.NAME and words[last].tag is Tag.NOUN
    if not (named or follows.low in {"a", "an", "the"} or follows.low in lex.ROLES):
        return last
    end = _run(words, comma + 1)
    closes = end + 1 < len(words) and words[end + 1].tag in {Tag.COMMA, Tag.STOP}
    return end if end > comma and closes else last
