"""Number words: what a run of them is worth.

Guarantee: `read_words` splits a run such as "two and three" into the numbers that it holds and never joins what does
not compose; "one hundred and five" is 105, "twenty-three" is 23.
"""

import re
from typing import NamedTuple

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_TENTHS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"

SCALES = {
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "dozen": 12,
}

CARDINALS: dict[str, int] = {
    **{word: value for value, word in enumerate(_SMALL.split())},
    **{word: value * 10 for value, word in enumerate(_TENS.split(), start=2)},
}

ORDINALS: dict[str, int] = {
    **{word: value for value, word in enumerate(_ORDINALS.split())},
    **{word: value * 10 for value, word in enumerate(_TENTHS.split(), start=2)},
    "hundredth": 100,
    "thousandth": 1000,
    "millionth": 10**6,
}

_WORD = "|".join(sorted([*CARDINALS, *ORDINALS, *SCALES], key=len, reverse=True))
RUN = rf"(?:{_WORD})(?:(?:-|\s(?:and\s)?)(?:{_WORD}))*"
_TOKEN = re.compile(rf"\b(?:{_WORD}|and)\b", re.IGNORECASE)


class WordNumber(NamedTuple):
    """A number in words; offsets in the text that was read."""

    value: int
    ordinal: bool
    start: int
    end: int


class _Reader:
    """Adds words up as long as they compose."""

    def __init__(self) -> None:
        self.done: list[WordNumber] = []
        self._clear()

    def _clear(self) -> None:
        self.total = 0
        self.current = 0
        self.last = 0  # the size of the last word, which decides what may follow
        self.scale = 10**15
        self.start = -1
        self.end = -1

    def flush(self, *, ordinal: bool = False) -> None:
        if self.start >= 0:
            self.done.append(WordNumber(self.total + self.current, ordinal, self.start, self.end))
        self._clear()

    def _begin_if_new(self, start: int) -> None:
        if self.start < 0:
            self.start = start

    def add_small(self, value: int, start: int, end: int, *, joined_by_and: bool) -> None:
        composes = self.last >= 100 or (20 <= self.last < 100 and 0 < value < 10 and not joined_by_and)
        if self.start >= 0 and not composes:
            self.flush()
        self._begin_if_new(start)
        self.current += value
        self.last, self.end = value, end

    def add_scale(self, value: int, start: int, end: int) -> None:
        if self.start >= 0 and (value >= self.scale or (value == 100 and self.current >= 100)):
            self.flush()
        self._begin_if_new(start)
        grown = (self.current or 1) * value
        if value == 100:
            self.current = grown
        else:
            self.total += grown
            self.current = 0
            self.scale = value
        self.last, self.end = value, end


def read_words(text: str, start: int, end: int) -> list[WordNumber]:
    """The numbers that the words of `text[start:end]` (a match of `RUN`) hold, in order."""
    reader = _Reader()
    joined = False
    for match in _TOKEN.finditer(text, start, end):
        word = match.group().casefold()
        if word == "and":
            joined = True
            continue
        if word in SCALES:
            reader.add_scale(SCALES[word], match.start(), match.end())
        elif word in CARDINALS:
            reader.add_small(CARDINALS[word], match.start(), match.end(), joined_by_and=joined)
        else:
            _add_ordinal(reader, word, match.span(), joined_by_and=joined)
        joined = False
    reader.flush()
    return reader.done


def _add_ordinal(reader: _Reader, word: str, place: tuple[int, int], *, joined_by_and: bool) -> None:
    value = ORDINALS[word]
    if value >= 100:
        reader.add_scale(value, *place)
    else:
        reader.add_small(value, *place, joined_by_and=joined_by_and)
    reader.flush(ordinal=True)
