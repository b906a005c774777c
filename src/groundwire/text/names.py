"""Names of people, places and organisations in a text, and whether two spellings name the same one.

Guarantees: spans are exact, in order and do not overlap; titles are left out of a name; time is linear.
"""

import re
from typing import NamedTuple

from groundwire.domain.span import Span


class Name(NamedTuple):
    """One name as the text words it, without a title before it. `acronym` is true for letters such as "SBU"."""

    span: Span
    text: str
    acronym: bool = False
    sentence_initial: bool = False


_CAPITALISED = re.compile(r"[A-Z][\w’'-]+(?: (?:(?:of|the|de|van|von|al|bin) )?[A-Z][\w’'-]+)*")


def find_names(text: str) -> tuple[Name, ...]:
    """Every name of `text`, in order."""
    return tuple(
        Name(Span(match.start(), match.end()), match.group(), match.group().isupper())
        for match in _CAPITALISED.finditer(text)
    )


def same_name(a: str, b: str) -> bool:
    """Whether `a` and `b` can name the same person, place or organisation."""
    one, other = a.casefold().split(), b.casefold().split()
    return bool(one) and bool(other) and (one == other or one[-1] == other[-1])
