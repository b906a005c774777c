"""Keeping keys out of what people read.

Guarantees: `scrubbed` leaves no word in a text that holds the key, a part of it long enough to be of use, or the stars
with which providers shorten keys that they echo.
"""

import re

REMOVED = "[key]"

_KEY_LIKE = re.compile(
    r"Bearer\s+\S+|\b(?:sk|pk|rk|gsk|xai|nvapi|hf|key)[-_][\w.-]{6,}|\bAIza[\w-]{10,}", re.IGNORECASE
)
_SPACE = re.compile(r"(\s+)")
_PART = 6  # characters of the key in a row: fewer occur in ordinary words by chance
_STARS = "***"


def scrubbed(text: str, *, key: str) -> str:
    """`text` with every word that could give the key away replaced by `[key]`."""
    parts = {key[start : start + _PART] for start in range(len(key) - _PART + 1)}
    words = _SPACE.split(text.replace(key, REMOVED) if key else text)
    kept = (REMOVED if _STARS in word or _holds(word, parts) else word for word in words)
    return _KEY_LIKE.sub(REMOVED, "".join(kept))


def _holds(word: str, parts: set[str]) -> bool:
    return any(word[start : start + _PART] in parts for start in range(len(word) - _PART + 1))
