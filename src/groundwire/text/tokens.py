"""Words and marks of a text with their places. Guarantee: `text[token.start:token.end] == token.text`."""

import re
from typing import NamedTuple

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
