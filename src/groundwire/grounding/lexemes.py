"""The lexeme of an English word: what its inflections and its British and American spellings have in common.

Guarantees: inflections of one word meet ("chose", "choose"; "organised", "organizes"; "defence", "defense"); words of
different meaning stay apart as far as spelling tells; the answer is a key for comparing, not a word to be shown. Steps 1a to
1c of M. F. Porter, "An algorithm for suffix stripping" (1980), with irregular forms before and spelling after.
"""

import re
from functools import lru_cache

from groundwire.grounding.lexemes_irregular import LEMMAS, SPELLINGS, WHOLE

_VOWEL = re.compile(r"[aeiouy]")
_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"(?<=[a-z]{2})is(?=(?:e|ed|er|ers|es|ing|ation|ations|ational)?$)", "iz"),
        (r"(?<=[a-z]{2})lys(?=(?:e|ed|es|er|ing)$)", "lyz"),
        (r"(?<=[a-z]{2})our(?=(?:s|ed|ing|ite|ites|able|al|er|ers|ful|hood|less|ism|ist|ists)?$)", "or"),
        (r"(?<=[a-z]{3})ll(?=(?:ed|ing|er|ers)$)", "l"),
        (r"(?<=[a-z]{2})isation", "ization"),
    )
)
_OURS = """
our hour hours four your yours pour poured pouring tour tours toured touring tourist tourists tourism source sour flour devour
contour detour glamour troubadour court scour
"""
_KEEPS_OUR = frozenset(_OURS.split())
_ISES = """
this his is raise rise wise promise premise advise advised exercise surprise enterprise noise poise praise arise otherwise
likewise disguise expertise paradise compromise devise revise supervise televise precise concise crisis basis analysis tennis
iris paris demise excise merchandise raised rises rising advising revised promised promises surprised surprising raising raises
exercises exercised comprise comprised comprises comprising cruise franchise
"""
_KEEPS_IS = frozenset(_ISES.split())
_SHORT = """
not no non can may must will would for or on in at by to so as if but and the her his he she it its my our out over under up down
off per via am an any are be do did done has had have us we who why how yet one two ten more most less some all own other both
"""
_SHORT_WORDS = frozenset(_SHORT.split())
"""Words that no longer word may shrink to: "noting" is no "not"."""


@lru_cache(maxsize=65_536)
def lexeme(word: str) -> str:
    """The key of `word` (any case)."""
    plain = word.casefold().replace("’", "'").replace("`", "'")
    plain = plain.removesuffix("'s")
    plain = SPELLINGS.get(plain, plain)
    if plain in LEMMAS:
        return LEMMAS[plain]
    if plain in WHOLE or len(plain) < 4 or not plain.isascii():
        return plain
    stripped = _without_ending(_americanised(plain))
    if stripped in _SHORT_WORDS and stripped != plain:
        return f"{stripped}e"
    return SPELLINGS.get(stripped, stripped)


def _americanised(word: str) -> str:
    for position, (pattern, by) in enumerate(_RULES):
        if position == 2 and word in _KEEPS_OUR:
            continue
        if position == 0 and word in _KEEPS_IS:
            continue
        word = pattern.sub(by, word)
    return word


def _without_ending(word: str) -> str:
    word = _singular(word)
    word = SPELLINGS.get(word, word)
    if word in WHOLE:
        return word
    for ending in ("ing", "ed"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= 3 and _VOWEL.search(stem):
            return _without_verb_ending(stem, is_past=ending == "ed")
    return _final(word)


def _without_verb_ending(stem: str, *, is_past: bool) -> str:
    for whole in (stem, f"{stem}e", _undoubled(stem)):
        if whole in WHOLE:
            return whole
    if is_past and stem.endswith("e"):
        return stem
    return _final(SPELLINGS.get(f"{stem}e", _undoubled(stem)))


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _undoubled(word: str) -> str:
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz":
        return word[:-1]
    return word


def _final(word: str) -> str:
    """Without a last "e" and with "i" for a last "y", so that "hope" meets "hoping" and "deny" meets "denied"."""
    if word.endswith("e") and len(word) > 3:
        return word[:-1]
    if word.endswith("y") and len(word) > 3:
        return word[:-1] + "i"
    if word.endswith("ll") and len(word) > 4:
        return word[:-1]
    return word
