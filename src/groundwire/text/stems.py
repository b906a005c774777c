"""A light English stemmer: `captured`, `captures`, `capturing` and `capture` meet in one form, whatever that form is."""

import re
from functools import lru_cache

_ENDING = re.compile(r"(?:'s?|ing|edly|ed|es|s|e)$")


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The form under which `word` is matched, casefolded; two forms of one word have the same."""
    folded = word.casefold().replace("’", "'")
    shorter = _ENDING.sub("", folded)
    return shorter if len(shorter) >= 3 else folded
