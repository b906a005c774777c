"""Two statements in nearly the same words: which words were exchanged, added or dropped between them.

Guarantee: time is bounded by the length of a statement that is still aligned; longer ones are not aligned at all.
"""

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final, NamedTuple

from groundwire.corroborate.matter import Matter
from groundwire.text.tokens import Token

_NEARLY: Final = 0.64  # share of the words of the shorter statement that stand in the other in the same order
_REPEATS: Final = 0.75  # different words among so many, function words repeated
_LONGEST: Final = 150  # words beyond which a statement is no longer aligned word by word


class Exchange(NamedTuple):
    """Words of one statement that stand for words of the other; one of the two can be empty."""

    one: tuple[Token, ...]
    other: tuple[Token, ...]


def exchanges(a: Matter, b: Matter) -> tuple[Exchange, ...] | None:
    """What differs between two statements in nearly the same words; None where they are not."""
    ones, others = a.folded, b.folded
    least = _NEARLY * min(len(ones), len(others))
    if (
        not ones
        or not others
        or max(len(ones), len(others)) > _LONGEST
        or len({*ones} & {*others}) < least * _REPEATS
    ):
        return None
    start, end = _common_ends(ones, others)
    middles = ones[start : len(ones) - end], others[start : len(others) - end]
    opcodes = SequenceMatcher(None, *middles, autojunk=False).get_opcodes()
    same = start + end + sum(last - first for tag, first, last, *_ in opcodes if tag == "equal")
    if same < least:
        return None
    return tuple(
        Exchange(a.tokens[start + at : start + to], b.tokens[start + first : start + last])
        for tag, at, to, first, last in opcodes
        if tag != "equal"
    )


def _common_ends(ones: Sequence[str], others: Sequence[str]) -> tuple[int, int]:
    """How many words both have in common at the beginning, and how many more at the end."""
    most = min(len(ones), len(others))
    start = next((at for at in range(most) if ones[at] != others[at]), most)
    rest = most - start
    end = next((at for at in range(rest) if ones[-1 - at] != others[-1 - at]), rest)
    return start, end
