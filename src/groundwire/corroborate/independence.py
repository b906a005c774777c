"""Whether origins are independent of each other: what two of them agree on is corroborated only then.

Guarantee: errs on the side of "not independent". An unnamed person, an outlet that credits nobody, and somebody whose
business is to relay or to assess what others say never make the second origin of a claim that has a first one.
"""

import re
from collections.abc import Iterable
from typing import Final

from groundwire.corroborate.origins import Credits, is_named, kind_of, plain_label
from groundwire.domain.briefing import OriginKind

_RELAYS: Final = re.compile(
    r"\b(?:[Ii]nstitutes?|[Cc]ent(?:er|re)|[Tt]hink[ -]tanks?|[Aa]nalysts?|[Oo]bservers?|[Ee]xperts?|[Ff]oundation|[Mm]onitors?"
    r"|[Oo]bservatory|[Cc]omment\w*|[Mm]edia|[Rr]eports?|[Ss]ources?)\b"
)
_RELATIVE: Final = re.compile(r"\s(?:that|which|who|whose)\s")  # "a poll that the company compiled" is a poll
_NAME_WORDS: Final = 2  # words from which a name is told from another by more than a letter
_OF_A_TOWN: Final = re.compile(
    r"(?:city |town |local |district |municipal )?(?:council|municipality|(?:town|city) (?:hall|government)|town|city)"
)  # one body in as many words, where no name tells two apart
_INSTITUTION: Final = re.compile(
    r"\b(?:police|ministry|minister|army|military|navy|hospital|court|government|fire (?:service|brigade|department)|coast ?guard"
    r"|prosecutors?|mayor|council|company|university|union|embassy|parliament|party|airline|operator|coroner|sheriff|governor"
    r"|president|authorit(?:y|ies)|agency|department|organi[sz]ers|regulator|central bank|commission|service|cent(?:re|er)|office"
    r"|headquarters|municipality|television|firefighters|inspectorate|bureau)\b",
    re.IGNORECASE,
)


def independent(credits_: Credits, origins: Iterable[int]) -> list[int]:
    """Those of the origins (by place in `credits_`) that can have known what they say without one another.

    At least one of them, so that a row always says where it comes from.
    """
    places = list(origins)
    chosen: list[int] = []
    for place in sorted(places, key=lambda place: _is_relay(credits_, place)):
        if stands_alone(credits_.label(place)) and not any(
            _depends(credits_, place, other) for other in chosen
        ):
            chosen.append(place)
    return sorted(chosen) or places[:1]


def stands_alone(label: str) -> bool:
    """Whether the label names somebody, or a body that answers for what it says, and not just "a soldier"."""
    return is_named(label) or bool(_INSTITUTION.search(_RELATIVE.split(label)[0]))


def _depends(credits_: Credits, one: int, other: int) -> bool:
    """Whether one of the two relays, and the articles that credit it have the other one's words as well, or they are one voice.

    They may be one man under two spellings, or one speaks for the other.
    """
    if _is_nearly(credits_.label(one), credits_.label(other)):
        return True
    if all(_OF_A_TOWN.fullmatch(plain_label(credits_.label(place))) for place in (one, other)):
        return True
    if credits_.speaks_for(one, other) or credits_.speaks_for(other, one):
        return True
    relays = _is_relay(credits_, one) or _is_relay(credits_, other)
    return relays and bool(credits_.credited_in(one) & credits_.credited_in(other))


def _is_nearly(one: str, other: str) -> bool:
    """Whether two names differ by one letter in one word, as a misspelling does."""
    words, others = plain_label(one).split(), plain_label(other).split()
    if len(words) != len(others) or len(words) < _NAME_WORDS:
        return False
    apart = [(a, b) for a, b in zip(words, others, strict=True) if a != b]
    return len(apart) == 1 and len(apart[0][0]) == len(apart[0][1]) and sum(map(str.__ne__, *apart[0])) == 1


def _is_relay(credits_: Credits, origin: int) -> bool:
    label = credits_.label(origin)
    return bool(_RELAYS.search(label)) or kind_of(label) in {OriginKind.WIRE, OriginKind.OUTLET}
