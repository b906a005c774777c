"""Which language a text is in, by script and by its commonest words. None when there is too little to tell.

Guarantees: pure, a bounded part of the text is looked at, and English is not given up lightly: another language has to have
clearly more of its own function words than English has.
"""

import re
from collections import Counter
from typing import Final

from groundwire.text.language_profiles import FUNCTION_WORDS

_LOOKED_AT = 20_000  # code points; more does not change the answer
_FEWEST_WORDS = 8  # of one script, below which a guess would be a guess
_FEWEST_LETTERS = 12  # in scripts written without spaces
_LEAST_SHARE = (
    0.12  # of the words have to be function words: running text has 0.25 to 0.55, lists of names near 0
)
_FEWEST_FUNCTION_WORDS = 3  # different ones
_LEAD = 1.5  # times the share of the second language, or the text is left undecided

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SCRIPTS: Final = (
    ("latin", re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")),
    ("cyrillic", re.compile(r"[\u0400-\u04ff]")),
    ("arabic", re.compile(r"[\u0600-\u06ff\u0750-\u077f]")),
    ("kana", re.compile(r"[\u3040-\u30ff]")),
    ("han", re.compile(r"[\u4e00-\u9fff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("el", re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("bn", re.compile(r"[\u0980-\u09ff]")),
    ("ta", re.compile(r"[\u0b80-\u0bff]")),
    ("te", re.compile(r"[\u0c00-\u0c7f]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("ka", re.compile(r"[\u10a0-\u10ff]")),
    ("hy", re.compile(r"[\u0530-\u058f]")),
)
# Letters that tell the languages of one script apart, the most telling first; the last answer is what is left.
_CYRILLIC: Final = (("be", "ў"), ("uk", "іїєґ"), ("mk", "ѓќѕ"), ("sr", "јљњћђџ"), ("ru", "ыэё"), ("bg", "ъщ"))
_ARABIC: Final = (("ur", "ٹڈڑںےہ"), ("fa", "پچژگکی"))
_LEAST_LETTER_SHARE = 0.004  # a foreign name or two does not make a language


def detect_language(text: str) -> str | None:
    """The ISO 639-1 code of the language that `text` is written in, or None when it is too short or too mixed to tell."""
    sample = text[:_LOOKED_AT]
    counts = {name: len(pattern.findall(sample)) for name, pattern in _SCRIPTS}
    if counts["kana"] * 10 > counts["han"] and counts["kana"] + counts["han"] > counts["latin"]:
        counts["kana"] += counts["han"]
    script = max(counts, key=counts.__getitem__)
    if counts[script] < _FEWEST_LETTERS:
        return None
    match script:
        case "latin":
            return _latin_language(sample)
        case "cyrillic":
            return _by_letters(sample, _CYRILLIC, otherwise="ru")
        case "arabic":
            return _by_letters(sample, _ARABIC, otherwise="ar")
        case "kana" | "han":
            return "ja" if script == "kana" else "zh"
        case _:
            return script


def _latin_language(sample: str) -> str | None:
    words = [word.casefold().replace("’", "'") for word in _WORD.findall(sample)]
    if len(words) < _FEWEST_WORDS:
        return None
    counts = Counter(words)
    hits = {
        language: sum(counts[word] for word in function_words)
        for language, function_words in FUNCTION_WORDS.items()
    }
    best, second = sorted(hits, key=hits.__getitem__, reverse=True)[:2]
    different = len(FUNCTION_WORDS[best] & counts.keys())
    if hits[best] < _LEAST_SHARE * len(words) or different < _FEWEST_FUNCTION_WORDS:
        return None
    if best != "en" and hits[best] < _LEAD * hits["en"]:
        return "en"
    return best if best == "en" or hits[best] >= _LEAD * hits[second] or _are_kin(best, second) else None


def _are_kin(first: str, second: str) -> bool:
    """Languages whose function words are mostly the same: the larger count decides, however close."""
    return {first, second} <= {"da", "no", "sv"} or {first, second} <= {"es", "pt", "it", "ca", "fr", "ro"}


def _by_letters(sample: str, languages: tuple[tuple[str, str], ...], *, otherwise: str) -> str:
    letters = Counter(sample.casefold())
    total = sum(count for letter, count in letters.items() if letter.isalpha())
    for language, telling in languages:
        if sum(letters[letter] for letter in telling) >= _LEAST_LETTER_SHARE * total:
            return language
    return otherwise
