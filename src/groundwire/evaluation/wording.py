"""Words that may stand for one another: the same, spellings of one name, synonyms, words of one family.

Guarantee: every word is linked with at most one of the other side, the same word before any other.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from groundwire.grounding.lexicon_synonyms import are_synonyms
from groundwire.text.names import same_word

_STEM: Final = 4  # letters that words of one family have in common at least
_ENDINGS: Final = frozenset(
    {"e", "ed", "ing", "er", "ers", "ee", "ees", "or", "ors", "al", "als", "ity", "ness"}
    | {"ion", "ions", "ation", "ations", "ment", "ments", "ance", "ence"}
)


def word_links(mine: Mapping[str, float], theirs: Mapping[str, float]) -> Iterator[tuple[str, str]]:
    """Each word with its like on the other side: the same, a spelling of one name, a synonym, one of its family."""
    shared = mine.keys() & theirs.keys()
    yield from ((key, key) for key in shared)
    left = [key for key in theirs if key not in shared]
    for key in mine:
        if key in shared:
            continue
        like = next((other for other in left if alike(key, other)), None)
        if like is not None:
            left.remove(like)
            yield key, like


@lru_cache(maxsize=131_072)
def alike(one: str, other: str) -> bool:
    """Whether two words are spellings of one name, synonyms, or of one family."""
    if are_synonyms(one, other):
        return True
    return (
        one[0] == other[0]
        and min(len(one), len(other)) >= _STEM
        and (same_word(one, other) or _is_family(one, other))
    )


def _is_family(one: str, other: str) -> bool:
    """Whether two words differ in an ending that makes verbs, doers and deeds of one another: "derail", "derailment"."""
    short, long = sorted((one.removesuffix("e"), other.removesuffix("e")), key=len)
    return len(short) >= _STEM and long.startswith(short) and long[len(short) :] in _ENDINGS
