"""Labelled claims made false by one word, in any language: another number, another name.

Guarantees: the number put in stands neither in the article nor in a labelled claim of it, the name is of somebody else whom the article credits;
nothing is drawn at random.
"""

import re
from collections.abc import Iterable

_NUMBER = re.compile(r"(?<![\w.,:])\d{1,6}(?![\w:]|[.,]\d)")
_STEPS = (3, 7, 11, 20, 30, 40)  # tried in turn until the number is nowhere in the article
_YEARS = range(
    1900, 2100
)  # a year that is put in passes for a date, one that is taken out leaves a day without one


def with_another_number(claim: str, known: str) -> str | None:
    """`claim` with its first number raised to one that `known` does not hold; None where it has none but years."""
    for match in _NUMBER.finditer(claim):
        number = int(match.group())
        if number in _YEARS:
            continue
        for step in _STEPS:
            raised = str(number + step)
            if not re.search(rf"(?<!\d){raised}(?!\d)", known) and number + step not in _YEARS:
                return claim[: match.start()] + raised + claim[match.end() :]
    return None


def with_another_name(claim: str, names: Iterable[str]) -> str | None:
    """`claim` with the longest of `names` that it holds replaced by one that it does not; None where that cannot be done."""
    known = sorted(set(names), key=lambda name: (-len(name), name))
    held = [name for name in known if _holds(claim, name)]
    others = [name for name in known if name[:1].isupper() and not any(_is_akin(name, one) for one in held)]
    if not held or not others:
        return None
    return re.sub(rf"(?<!\w){re.escape(held[0])}(?!\w)", lambda _: others[0], claim, count=1)


def _holds(claim: str, name: str) -> bool:
    return name[:1].isupper() and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", claim) is not None


def _is_akin(one: str, other: str) -> bool:
    """Whether two names share a word: they may be of one person."""
    return bool({*one.casefold().split()} & {*other.casefold().split()})
