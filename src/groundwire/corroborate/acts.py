"""What became of what: the outcomes that a statement tells, each with whom it comes from and what it is about.

Guarantees: two outcomes are set against each other only where they are opposite and about one thing by its head word, with
nothing beside it that tells two such things apart; a construction that is not understood is no difference. Linear in the
length of a statement.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from groundwire.corroborate.clause_words import (
    AUXILIARY,
    BEING,
    BREAKS,
    BY_HOW_MUCH,
    NEGATING,
    PREPOSITIONS,
    RESULTING,
    THEIR_OWN,
)
from groundwire.corroborate.matter import Matter
from groundwire.corroborate.outcomes import IN_CONTEST, OF_THE_ACTOR, are_opposed, outcome_at
from groundwire.grounding.lexemes import lexeme
from groundwire.grounding.lexicon_synonyms import are_synonyms
from groundwire.text.pronouns import SUBJECTS
from groundwire.text.stopwords import STOPWORDS

_ADVERB: Final = re.compile(r"\w{2,}ly")
_STOP: Final = re.compile(r"[,;:.—–(]|\s-\s")
_FAR: Final = 14  # words on either side of an outcome in which what it is about stands
_FEW: Final = 2  # outcomes of a statement that is about them, and does not tell one in passing
_KEPT: Final = 16_384  # statements whose outcomes are kept: a claim is compared many times


class Thing(NamedTuple):
    """Somebody or something by its head word: the words before that, and what follows it. All are concepts."""

    head: str = ""
    before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    is_name: bool = False
    is_their_own: bool = False


class Outcome(NamedTuple):
    """What became of `theme`; `actor` is who did it, without a head where that is not said."""

    key: str
    said: str
    actor: Thing
    theme: Thing
    is_turned_round: bool


def opposite_outcomes(a: Matter, b: Matter) -> tuple[str, str] | None:
    """The words of two opposite outcomes of one thing, or None; where both tell of the same outcome of it as well, there is none."""
    others = outcomes(b)
    for one in outcomes(a):
        about = [other for other in others if _are_of_one_thing(one, other)]
        if any(other.key == one.key and other.is_turned_round == one.is_turned_round for other in about):
            continue
        for other in about:
            if are_opposed(one.key, other.key) and one.is_turned_round == other.is_turned_round:
                return one.said, other.said
    return None


def tell_of_two_things(a: Matter, b: Matter, *, one: str, other: str) -> bool:
    """Whether the words `one` of `a` and `other` of `b` are outcomes of two things."""
    ones = [found for found in outcomes(a) if one in found.said.split()]
    others = [found for found in outcomes(b) if other in found.said.split()]
    return bool(ones) and bool(others) and not any(_are_of_one_thing(x, y) for x in ones for y in others)


def have_opposite_fates(a: Matter, b: Matter) -> bool:
    """Whether the two tell opposite outcomes of two things, and none of one thing."""
    ones, others = outcomes(a), outcomes(b)
    if max(len(ones), len(others)) > _FEW:
        return False
    pairs = [(one, other) for one in ones for other in others]
    return any(are_opposed(one.key, other.key) for one, other in pairs) and not any(
        _are_of_one_thing(one, other) for one, other in pairs
    )


def refutes_something_else(a: Matter, b: Matter, words: str) -> bool:
    """Whether what `a` tells to be rejected in these `words` is nothing that `b` speaks of."""
    found = [outcome for outcome in outcomes(a) if words in outcome.said]
    return bool(found) and not any(_is_spoken_of(outcome.theme, b) for outcome in found)


def _is_spoken_of(thing: Thing, matter: Matter) -> bool:
    """Whether the statement has at least half of the words that name the thing."""
    words = {lexeme(word.token.text) for word in matter.words}
    naming = {thing.head, *thing.before, *thing.after} - STOPWORDS
    return 2 * len(naming & words) >= len(naming)


@lru_cache(maxsize=_KEPT)
def outcomes(matter: Matter) -> tuple[Outcome, ...]:
    """The outcomes that a statement tells, in its order, as far as it says what they are about."""
    return tuple(_outcomes(matter))


def _outcomes(matter: Matter) -> Iterator[Outcome]:
    words, at = matter.folded, 0
    while at < len(words):
        key, length = outcome_at(words, at)
        if key and (at or length > 1):
            found = _outcome(matter, key, at, at + length)
            if found is not None:
                yield found
        at += max(1, length)


def _outcome(matter: Matter, key: str, start: int, end: int) -> Outcome | None:
    """The outcome told by the words from `start` to `end`; None where they are no verb or nothing says what it is about."""
    words = matter.folded
    verb = start
    while (
        verb > 0 and start - verb < 6 and _is_beside_a_verb(words[verb - 1]) and _are_joined(matter, verb - 1)
    ):
        verb -= 1
    led_by = words[verb:start]
    if start and words[start - 1] in {"the", "a", "an", "of", "in", "this", "its", "their"}:
        return None
    subject = _thing(matter, _backward(matter, verb))
    is_passive = _is_passive(led_by, words[start])
    target = Thing() if is_passive or key in OF_THE_ACTOR else _thing(matter, _forward(matter, end))
    actor, theme = (subject, target) if target.head or target.after else (Thing(), subject)
    if not theme.head and not theme.after:
        return None
    said = matter.text[matter.tokens[verb].start : matter.tokens[end - 1].end]
    return Outcome(key, said, actor, theme, not {*led_by}.isdisjoint(NEGATING))


def _is_passive(led_by: Sequence[str], verb: str) -> bool:
    """Whether a form of "to be" leads to the verb directly ("was sold", but not "is to sell")."""
    places = [at for at, word in enumerate(led_by) if word in BEING]
    return bool(places) and "to" not in led_by[places[-1] :] and not verb.endswith("ing")


def _is_beside_a_verb(word: str) -> bool:
    return word in AUXILIARY or word in NEGATING or word in BY_HOW_MUCH or bool(_ADVERB.fullmatch(word))


def _are_joined(matter: Matter, place: int) -> bool:
    """Whether nothing but space lies between the word at `place` and the next."""
    tokens = matter.tokens
    if place + 1 >= len(tokens):
        return False
    return not _STOP.search(matter.text, tokens[place].end, tokens[place + 1].start)


def _backward(matter: Matter, end: int) -> tuple[int, int]:
    """Where the words before an outcome stand that may be its subject."""
    start = end
    while start > 0 and end - start < _FAR and matter.folded[start - 1] not in BREAKS:
        if start < len(matter.tokens) and not _are_joined(matter, start - 1):
            break
        start -= 1
    return start, end


def _forward(matter: Matter, start: int) -> tuple[int, int]:
    """Where the words after an outcome stand that may be its object; none where a preposition follows."""
    words, end = matter.folded, start
    if start >= len(words) or not _are_joined(matter, start - 1):
        return start, start
    if words[start] == "with":
        start = end = start + 1
    if start >= len(words) or words[start] in PREPOSITIONS:
        return start, start
    if words[start] in {"that", "having"}:
        start = end = start + 1
    while end < len(words) and end - start < _FAR and words[end] not in BREAKS:
        end += 1
        if not _are_joined(matter, end - 1):
            break
    return start, end


def _thing(matter: Matter, place: tuple[int, int]) -> Thing:
    """What the words at `place` name: the head is the last word that says something before the first preposition."""
    start, end = place
    cut = next((at for at in range(start, end) if matter.folded[at] in PREPOSITIONS and at > start), end)
    named = _concepts(matter, start, cut)
    if not named:
        return Thing()
    head, is_name = named[-1]
    return Thing(
        head,
        frozenset(name for name, _ in named[:-1]) - {head},
        frozenset(name for name, _ in _concepts(matter, cut, end)) - {head},
        is_name,
        not {*matter.folded[start:cut]}.isdisjoint(THEIR_OWN),
    )


def _concepts(matter: Matter, start: int, end: int) -> Sequence[tuple[str, bool]]:
    """The words that say something among those from `start` to `end`, dates left out, each with whether it is a name."""
    if start >= end:
        return ()
    first, last = matter.tokens[start].start, matter.tokens[end - 1].end
    return [
        (lexeme(word.token.text), word.is_name)
        for word in matter.words
        if first <= word.token.start < last
        and word.token.text.casefold() not in RESULTING
        and not any(date.span.start <= word.token.start < date.span.end for date in matter.dates)
    ]


def _are_of_one_thing(one: Outcome, other: Outcome) -> bool:
    """Whether the two tell what became of one thing, as far as their words tell two apart."""
    if not _is_same(one.theme, other.theme):
        return False
    mine, yours = one.actor, other.actor
    if not mine.head or not yours.head or mine.head in SUBJECTS or yours.head in SUBJECTS:
        return True
    if not {one.key, other.key}.isdisjoint(IN_CONTEST):
        return _is_same(mine, yours)
    has_to_be_same = mine.head == yours.head or (mine.is_name and yours.is_name)
    if has_to_be_same or one.theme.is_their_own or other.theme.is_their_own:
        return _is_same(mine, yours)
    return True


def _is_same(one: Thing, other: Thing) -> bool:
    if one.head != other.head and not are_synonyms(one.head, other.head):
        return False
    return _may_be_one(one.before, other.before) and _may_be_one(one.after, other.after)


def _may_be_one(ones: frozenset[str], others: frozenset[str]) -> bool:
    """Whether nothing tells the two apart: one says nothing, or they have something in common."""
    plain = ones - STOPWORDS, others - STOPWORDS
    return not all(plain) or not plain[0].isdisjoint(plain[1])
