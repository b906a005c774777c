"""One fact a claim: sentences divided where two full clauses meet, and only there.

Guarantee: the parts come in order, do not overlap, and each has a subject and a finite verb of its own; what is not sure
stays whole.
"""

from typing import Final

from groundwire.domain.span import Span
from groundwire.extractive.clauses import has_clause, is_plain_verb, starts_clause, that_clause
from groundwire.extractive.passages import Passage
from groundwire.extractive.words import Tag, Word

_JOINTS: Final = frozenset({"and", "but", "while", "whereas", "although", "though"})
_PAIRED: Final = frozenset(
    {"both", "either", "neither", "if", "when", "whether", "only", "unless", "more", "less"}
)
_LEAST: Final = 4
_LONGEST_QUOTATION: Final = 4
"""Sentences of one quotation that make one claim; a longer one is a claim a sentence."""


def divided(words: list[Word], whole: Span) -> list[Span]:
    """The clauses of a passage that can stand alone; the whole passage where there is only one."""
    if any(word.tag is Tag.QUOTE for word in words) or (words and words[0].low in _PAIRED):
        return [whole]
    opening = _concession(words)
    parts: list[Span] = []
    start = 0
    if opening:
        parts.append(Span(words[1].start, words[opening - 1].end))
        start = opening + 1
    for index in range(start + _LEAST, len(words) - _LEAST):
        if _is_joint(words, start, index):
            parts.append(Span(words[start].start, words[index - 1].end))
            start = index + 2
    if not parts:
        return [whole]
    return [*parts, Span(words[start].start, whole.end)]


def credited_parts(text: str, passage: Passage, whole: Span) -> list[Span]:
    """The parts of what somebody said: sentences of a long quotation without its questions, or `that A and that B`."""
    inside = [
        Span(max(part.start, whole.start), min(part.end, whole.end))
        for part in passage.parts
        if part.overlaps(whole)
    ]
    if len(inside) > _LONGEST_QUOTATION:
        return [span for span in inside if not span.of(text).rstrip('”"’» ').endswith("?")]
    words = [word for word in passage.words if whole.contains(word.span)]
    spans: list[Span] = []
    start = 0
    for index in range(len(words) - 1):
        lists = words[index].tag is Tag.COMMA and all(
            word.tag is not Tag.COMMA for word in words[start:index]
        )
        joins = words[index].tag is Tag.AND or lists
        following = that_clause(words, index + 1, len(words)) if joins else 0
        if following and starts_clause(words, start, index):
            spans += divided(words[start:index], Span(words[start].start, words[index - 1].end))
            start = following
    return spans + (divided(words[start:], Span(words[start].start, whole.end)) if words else [])


def _concession(words: list[Word]) -> int:
    """`Although A, B`: index of the comma between the two, or 0."""
    if not words or words[0].low not in {"although", "though", "while", "whereas"}:
        return 0
    for index in range(_LEAST + 1, len(words) - _LEAST):
        if words[index].tag is Tag.COMMA and has_clause(words, 1, index):
            stands = starts_clause(words, 1, index) and _can_open(words[1]) and _can_open(words[index + 1])
            return index if stands and starts_clause(words, index + 1, len(words)) else 0
    return 0


def _is_joint(words: list[Word], start: int, index: int) -> bool:
    """Whether a comma and a joining word at `index` part two clauses that can both stand alone."""
    if words[index].tag is not Tag.COMMA or words[index + 1].low not in _JOINTS:
        return False
    left = words[start:index]
    if any(word.low in _PAIRED or word.tag is Tag.SUB for word in left) or not has_clause(
        words, start, index
    ):
        return False
    commas = [at for at in range(start, index) if words[at].tag is Tag.COMMA]
    if words[index + 1].low == "and" and commas and not _is_sure(words, start, commas[-1], index):
        return False  # a list: "no amount of care, new rules, and good will can …"
    relative = next((at for at, word in enumerate(left) if word.tag is Tag.REL), None)
    if relative is not None and any(word.tag is Tag.COMMA for word in left[relative:]):
        return False  # a list inside a relative clause
    return _can_open(words[index + 2]) and _verb_soon(words, index + 2, surely=words[index + 1].low == "and")


def _is_sure(words: list[Word], start: int, comma: int, index: int) -> bool:
    """Whether the verb before a joint is no noun of a list: it stands before the last comma, or is not in the present."""
    after = words[comma + 1 : index]
    return has_clause(words, start, comma) or any(
        word.is_finite and not word.low.endswith("s") for word in after
    )


def _can_open(word: Word) -> bool:
    return word.tag in {Tag.DET, Tag.NAME, Tag.NOUN, Tag.NUM} and word.low not in {
        "this",
        "that",
        "these",
        "those",
        "such",
        "his",
        "her",
        "their",
        "its",
        "others",
    }


def _verb_soon(words: list[Word], start: int, *, surely: bool) -> bool:
    """Whether the clause at `start` shows its verb before any comma, so that it is no list.

    After "and" a participle is no sure sign of a verb: `a bridge, and a road closed to cars`.
    """
    for index in range(start, min(len(words), start + 12)):
        if words[index].tag in {Tag.COMMA, Tag.STOP, Tag.SUB, Tag.REL, Tag.AND}:
            return False
        if words[index].tag is Tag.PRON and index > start:
            return False  # "and pain by the time he came"
        if words[index].is_finite:
            return index > start and (
                not surely or words[index].tag is Tag.AUX or is_plain_verb(words, index)
            )
    return False
