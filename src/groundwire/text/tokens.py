"""Words and marks of a text with their places, stems and content words.

Guarantee: `text[token.start:token.end] == token.text`.
"""

import re
from typing import NamedTuple

from groundwire.text.stems import stem
from groundwire.text.stopwords import STOPWORDS

__all__ = ["Token", "content_words", "stem", "tokenise"]

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|\w+(?:[’'.&-]\w+)*|\S")


class Token(NamedTuple):
    """One word, number or mark; offsets in code points."""

    text: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it holds a letter or a digit."""
        return any(character.isalnum() for character in self.text)


def tokenise(text: str) -> list[Token]:
    """All tokens in order."""
    return [Token(match.group(), match.start(), match.end()) for match in _TOKEN.finditer(text)]


def content_words(text: str) -> list[str]:
    """The stems of the words of `text` in order, casefolded, stop words and marks left out."""
    words = (token.text.casefold().replace("’", "'") for token in tokenise(text) if token.is_word)
    return [stem(word) for word in words if word not in STOPWORDS]
