"""Fences round untrusted text: two lines with a marker that the text cannot contain.

Guarantees: the marker depends on the text alone, so that the same article gives the same request; the fenced text
does not contain it in any spelling of upper and lower case, so that no text can close its own fence.
"""

from itertools import count
from typing import NamedTuple

from groundwire.digest import digest_text

_MARKER_LENGTH = 12  # 48 bits: no accidental collision is to be expected, and a forged one is derived anew


class Fenced(NamedTuple):
    """The marker, and the text between its two fence lines."""

    marker: str
    text: str


def fence(label: str, text: str) -> Fenced:
    """`text` between the lines `BEGIN label marker` and `END label marker`."""
    marker = free_marker(digest_text("fence", text), text)
    return Fenced(marker, f"BEGIN {label} {marker}\n{text}\nEND {label} {marker}")


def free_marker(seed: str, text: str) -> str:
    """The first marker derived from `seed` that `text` does not contain.

    A text of n characters holds fewer than n strings of a marker's length, and the markers derived differ, so that one
    of the first n is free: the search ends.
    """
    folded = text.casefold()
    candidates = (digest_text(f"marker-{attempt}", seed)[-_MARKER_LENGTH:] for attempt in count())
    return next(marker for marker in candidates if marker not in folded)
