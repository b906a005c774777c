"""How many tokens a text will be, without a tokeniser.

The estimate errs on the high side: four ASCII characters a token, as tokenisers of current models have it for English
prose, two for other alphabets and one for scripts written without spaces. A model's own count differs by a fifth.
"""

_PER_ASCII = 0.25
_PER_ALPHABETIC = 0.5
_PER_IDEOGRAM = 1.0
_FIRST_IDEOGRAM = 0x2E80


def estimate_tokens(text: str) -> int:
    """About how many tokens `text` is; at least one for a text that is not empty."""
    weight = sum(_weight(character) for character in text)
    return int(weight) + (weight > int(weight))


def _weight(character: str) -> float:
    if character.isascii():
        return _PER_ASCII
    return _PER_IDEOGRAM if ord(character) >= _FIRST_IDEOGRAM else _PER_ALPHABETIC
