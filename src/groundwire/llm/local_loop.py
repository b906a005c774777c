"""Whether a text that is being written runs in circles, as small models do.

Guarantees: only exact repetition counts, so that a list of alike things is none; the work grows with the length of the
text and with nothing else.
"""

_STEP = 32  # characters between two looks
_ANCHOR = 24  # characters that are looked for before themselves
_WINDOW = 3000  # characters looked back, so that a circle of a thousand is found
_COPIES = 3
_LONG_ENOUGH = 240  # characters of repetition; a row of zeros or dashes is shorter


class LoopWatch:
    """Sees the text piece by piece."""

    def __init__(self) -> None:
        self._tail = ""
        self._unseen = 0

    def runs_in_circles(self, piece: str) -> bool:
        """Whether, with `piece`, the text ends in three copies of the same, or in more of something short."""
        self._tail = (self._tail + piece)[-_WINDOW:]
        self._unseen += len(piece)
        if self._unseen < _STEP:
            return False
        self._unseen = 0
        return _repeats(self._tail)


def _repeats(text: str) -> bool:
    before = text.rfind(text[-_ANCHOR:], 0, len(text) - 1)
    if before < 0:
        return False
    period = len(text) - _ANCHOR - before
    repeated = max(_COPIES * period, _LONG_ENOUGH)
    return repeated <= len(text) and text[-repeated + period :] == text[-repeated:-period]
