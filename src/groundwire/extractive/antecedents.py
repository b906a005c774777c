"""Whom `he` or `she` stands for: decided only where one person can be meant.

Guarantees: nobody of another gender or number is chosen; where a second person who could be meant was named or described
since, and nothing tells the two apart, nobody is. Time is linear in the candidates that are near.
"""

from bisect import bisect_left, bisect_right, insort
from typing import Final, NamedTuple

from groundwire.extractive.given_names import HE_NAMES, SHE_NAMES
from groundwire.text.pronouns import Kind

_RECENT: Final = 900
"""Code points that a pronoun reaches back over."""
_PASSAGES: Final = 2
"""Passages that a pronoun reaches back over for who spoke or acted."""


class Candidate(NamedTuple):
    """Somebody who can be meant: where the mention ends, who it is, by what name, and what is known of the gender.

    `kind` is None where the gender is not known. `leads` is said of who spoke or was the subject of a sentence; `counts` of
    who is surely a person, so that a place or a ship does not stand in the way.
    """

    end: int
    key: str
    name: str
    kind: Kind | None
    leads: bool = False
    counts: bool = True


class Antecedents:
    """The people of an article in the order of their mentions."""

    def __init__(self) -> None:
        self._candidates: list[Candidate] = []
        self._starts: list[int] = []

    def passage_at(self, start: int) -> None:
        """A passage begins at `start`; passages come in order."""
        self._starts.append(start)

    def add(self, candidate: Candidate) -> None:
        """Somebody is mentioned."""
        insort(self._candidates, candidate, key=lambda one: one.end)

    def resolve(self, wanted: Kind, position: int) -> Candidate | None:
        """Whom `wanted` at `position` stands for, or None when that is not sure."""
        first = bisect_left(self._candidates, position - _RECENT, key=lambda one: one.end)
        last = bisect_right(self._candidates, position, key=lambda one: one.end)
        near = [one for one in self._candidates[first:last] if one.kind in {None, wanted}]
        leading = next((one for one in reversed(near) if one.leads), None)
        if leading is None:
            return _only([one for one in near if one.counts])
        passage = bisect_right(self._starts, leading.end - 1) - 1
        since = self._starts[passage] if passage >= 0 else 0
        if bisect_right(self._starts, position) - 1 - passage > _PASSAGES:
            return None
        rivals = [one for one in near if one.end > since and one.key != leading.key and one.counts]
        known = leading.kind is wanted or any(one.kind is wanted for one in near if one.key == leading.key)
        after = self._starts[passage + 1] if passage + 1 < len(self._starts) else position
        beside = all(one.kind is None and one.end <= after for one in rivals)
        return leading if not rivals or (known and beside) else None


def _only(people: list[Candidate]) -> Candidate | None:
    return people[-1] if people and len({one.key for one in people}) == 1 else None


def kind_of_name(name: str) -> Kind | None:
    """The gender that a person's first name tells, where it tells one."""
    first = name.split(maxsplit=1)[0].casefold() if name.split() else ""
    return Kind.HE if first in HE_NAMES else Kind.SHE if first in SHE_NAMES else None
