"""Who did it to whom: whether two statements turn the same act round.

Guarantee: says so only where one statement has the actor before an active verb and the other has the same actor as what
the verb is done to; a construction that is not understood is no difference.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

from groundwire.corroborate.difference import Difference
from groundwire.corroborate.figures import Word
from groundwire.corroborate.lexicon import concept
from groundwire.corroborate.matter import Matter
from groundwire.domain.briefing import DisputeKind

_ONE_WAY_WORDS: Final = """
    outnumber outgun overtake defeat beat kill capture attack arrest accuse sue invade rescue shoot bomb
    fund hire fire acquire surround outperform overrun shell stab blame back threaten besiege ambush chase
"""
_ONE_WAY: Final = frozenset(map(concept, _ONE_WAY_WORDS.split()))
_VERB_ENDINGS: Final = ("ed", "ing", "beat", "shot", "took", "taken", "ran", "run")
_PASSIVE_BEFORE: Final = re.compile(
    r"(?:\b(?:is|are|was|were|be|been|being|got|gets)\s+(?:\w+ly\s+)?(?:not\s+)?|,\s*(?:\w+ly\s+|vastly\s+|heavily\s+)?)$",
    re.IGNORECASE,
)
_CLAUSE_BREAK: Final = re.compile(
    r"[;:]|\b(?:that|which|although|though|because|while|whereas|said)\b", re.IGNORECASE
)

_WINDOW: Final = 400  # code points on either side of a verb in which its clause stands
_BY: Final = re.compile(r"\s+by\s", re.IGNORECASE)
_ADJUNCT: Final = re.compile(
    r"[,;:.]|\b(?:in|at|on|after|before|by|with|for|during|near|from|over|under|to|that|which|although|because|while|said)\b",
    re.IGNORECASE,
)


class _Act(NamedTuple):
    """A verb with who does it and whom it is done to, as sets of concepts."""

    verb: str
    agents: frozenset[str]
    patients: frozenset[str]


def role_differences(a: Matter, b: Matter) -> Iterator[Difference]:
    """The acts in which the one who acts in one statement is acted upon in the other."""
    others = _single_acts(b)
    for verb, act in _single_acts(a).items():
        other = others.get(verb)
        if other is not None and (_is_turned(act, other) or _is_turned(other, act)):
            yield Difference(DisputeKind.ACTOR, a.text, b.text)


def _single_acts(matter: Matter) -> dict[str, _Act]:
    """The acts by their verbs; a verb that stands twice tells of two acts, and not which one is meant."""
    acts = list(_acts(matter))
    times = Counter(act.verb for act in acts)
    return {act.verb: act for act in acts if times[act.verb] == 1}


def _is_turned(one: _Act, other: _Act) -> bool:
    """Whether those acted upon in `one` act in `other` and are not acted upon there."""
    turned = one.patients & other.agents
    return bool(turned) and not one.patients & other.patients and not one.agents & other.agents


def _acts(matter: Matter) -> Iterator[_Act]:
    for position, word in enumerate(matter.words):
        if word.concept in _ONE_WAY and word.token.text.casefold().endswith(_VERB_ENDINGS):
            act = _act(matter, position, word)
            if act is not None:
                yield act


def _act(matter: Matter, position: int, verb: Word) -> _Act | None:
    """The act of the verb at `position`; None where nothing tells whether it is active."""
    text, window = matter.text, max(0, verb.token.start - _WINDOW)
    before, after = text[window : verb.token.start], text[verb.token.end : verb.token.end + _WINDOW]
    start = window + max((found.end() for found in _CLAUSE_BREAK.finditer(before)), default=0)
    is_passive = verb.token.text.endswith("ed") and _PASSIVE_BEFORE.search(before) is not None
    by = _BY.match(after)
    object_start = verb.token.end + (by.end() if by else 0)
    cut = _ADJUNCT.search(text, object_start, object_start + _WINDOW)
    end = cut.start() if cut else object_start + _WINDOW
    ahead = frozenset(word.concept for word in matter.words[:position] if word.token.start >= start)
    behind = frozenset(
        word.concept for word in matter.words[position + 1 :] if object_start <= word.token.start < end
    )
    if is_passive:
        return _Act(verb.concept, behind if by else frozenset(), ahead)
    return _Act(verb.concept, ahead, behind) if behind and not by else None
