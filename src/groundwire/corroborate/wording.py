"""Two statements in nearly the same words: what the words that were exchanged, added or dropped change.

Guarantee: only what turns a statement into another one is a difference (a figure, a date, a name, an opposite, a
negation, how many); an exchange of common words is not, because most of them say the same.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, combinations, pairwise
from typing import Final

from groundwire.corroborate.acts import refutes_something_else, tell_of_two_things
from groundwire.corroborate.difference import Difference
from groundwire.corroborate.exchanges import Exchange
from groundwire.corroborate.matter import Matter
from groundwire.corroborate.polarity import goes_on, refutes
from groundwire.corroborate.values import admits
from groundwire.domain.briefing import DisputeKind
from groundwire.domain.span import Span
from groundwire.grounding.date_compare import dates_agree
from groundwire.grounding.lexemes import lexeme
from groundwire.grounding.lexicon_opposites import is_opposite
from groundwire.grounding.lexicon_synonyms import are_synonyms
from groundwire.grounding.number_compare import numbers_agree
from groundwire.grounding.word_classes import QUANTIFIERS
from groundwire.text.names import Name, same_name
from groundwire.text.stopwords import STOPWORDS
from groundwire.text.tokens import Token

_OWN_CLAUSE: Final = (
    4  # words after a negation, beyond which it was added or dropped together with all that it negates
)
_ADDED: Final = 6  # words that one statement has more, from which on they are taken for a clause of their own
_SAID: Final = frozenset({"said", "says", "told", "stated", "announced", "added", "reported", "according"})
_FORMS: Final = (
    4  # words of two statements with the same names that can differ by their forms ("Ardal", "Ardal's")
)
_ENTRY: Final = 3  # words of an entry of an enumeration
_BESIDE: Final = frozenset({"", "of"})  # "the river Sarn", "the Sarn river"
_JOINING: Final = (",", "and", "or", "&")
_BETWEEN_ENTRIES: Final = re.compile(r",|&|\b(?:and|or)\b")
_PLACE_BEFORE: Final = frozenset(
    {"in", "at", "near", "from", "to", "into", "outside", "across", "around", "off"}
)


def exchange_differences(a: Matter, b: Matter, exchanged: Sequence[Exchange]) -> Iterator[Difference]:
    """The differences that the exchanged words make."""
    yield from _negated(a, b, exchanged)
    crossed = _crossed(exchanged)
    reordered = [pair for pair in crossed if _is_of_no_order(a.text, pair[0].one, pair[1].one)]
    swapped = _swapped(crossed, reordered) or _names_swapped(a, b)
    if swapped is not None:
        yield swapped
        return
    for exchange in exchanged:
        if any(exchange in pair for pair in reordered):
            continue
        found = _valued(a, b, exchange) if exchange.one and exchange.other else None
        found = found or _refuted(a, b, exchange)
        if found is not None:
            yield found


def _valued(a: Matter, b: Matter, exchange: Exchange) -> Difference | None:
    return (
        _figures(a, b, exchange)
        or _dates(a, b, exchange)
        or _names(a, b, exchange)
        or _words_apart(a, b, exchange)
    )


def _folded(tokens: Sequence[Token]) -> list[str]:
    return [token.text.casefold().replace("’", "'") for token in tokens]


def is_of_another_name(a: Matter, b: Matter, exchanged: Sequence[Exchange]) -> bool:
    """Whether one name stands for another in two statements in nearly the same words: they tell of two."""
    return any(_names(a, b, exchange) for exchange in exchanged if exchange.one and exchange.other)


def is_another_matter(a: Matter, b: Matter, exchanged: Sequence[Exchange]) -> bool:
    """Whether two statements in nearly the same words tell of two things, as entries of a list or a table do.

    So they do where two or more content words were exchanged, and where one content word and a figure were: then the figure
    counts something else.
    """
    full = [exchange for exchange in exchanged if exchange.one and exchange.other]
    others = sum(_is_other_content(a, b, exchange) for exchange in full)
    return others > 1 or (others == 1 and any(_figures(a, b, exchange) for exchange in full))


def _is_other_content(a: Matter, b: Matter, exchange: Exchange) -> bool:
    """Whether both sides of the exchange have content words, and none of one side means one of the other."""
    ones = [word for word in a.words if word.token in exchange.one]
    others = [word for word in b.words if word.token in exchange.other]
    if not ones or not others or _figures(a, b, exchange) or _dates(a, b, exchange):
        return False
    return not any(
        one.concept == other.concept or are_synonyms(lexeme(one.token.text), lexeme(other.token.text))
        for one in ones
        for other in others
    )


def _span(tokens: Sequence[Token]) -> Span:
    return Span(tokens[0].start, tokens[-1].end)


def _negated(a: Matter, b: Matter, exchanged: Sequence[Exchange]) -> Iterator[Difference]:
    """A negation that one statement has where the other has none."""
    runs, others_runs = _own_runs(exchanged)
    ones = [one for one in a.negations if _is_put_in(one.span, runs) and not goes_on(a, one, b)]
    others = [one for one in b.negations if _is_put_in(one.span, others_runs) and not goes_on(b, one, a)]
    if len(ones) != len(others):
        found, text = (ones[0], a.text) if len(ones) > len(others) else (others[0], b.text)
        reach = text[found.span.start : found.scope.end].strip() or found.text
        sides = (reach, b.text) if len(ones) > len(others) else (a.text, reach)
        yield Difference(DisputeKind.POLARITY, *sides)


def _own_runs(exchanged: Sequence[Exchange]) -> tuple[list[Sequence[Token]], list[Sequence[Token]]]:
    """The exchanged words of each side, without those that are a clause of their own, added or dropped whole."""
    kept = [
        exchange
        for exchange in exchanged
        if (exchange.one and exchange.other) or len(exchange.one or exchange.other) <= _ADDED
    ]
    return [exchange.one for exchange in kept], [exchange.other for exchange in kept]


def _refuted(a: Matter, b: Matter, exchange: Exchange) -> Difference | None:
    """Words that put down the whole statement ("a hoax") in one of the two."""
    one = refutes(_span(exchange.one).of(a.text)) if exchange.one else ""
    other = refutes(_span(exchange.other).of(b.text)) if exchange.other else ""
    if bool(one) == bool(other):
        return None
    if refutes_something_else(a, b, one) if one else refutes_something_else(b, a, other):
        return None
    return Difference(DisputeKind.POLARITY, one or a.text, other or b.text)


def _is_put_in(negation: Span, runs: Sequence[Sequence[Token]]) -> bool:
    """Whether the negation is among exchanged words and turns round words that both have: not a clause of its own."""
    for run in runs:
        if run and negation.overlaps(_span(run)):
            return sum(token.start >= negation.end for token in run) <= _OWN_CLAUSE
    return False


def _crossed(exchanged: Sequence[Exchange]) -> list[tuple[Exchange, Exchange]]:
    """The runs of words that changed places, two and two."""
    full = [exchange for exchange in exchanged if exchange.one and exchange.other]
    return [
        (first, second)
        for first, second in combinations(full, 2)
        if _plain(first.one)
        and _plain(first.one) == _plain(second.other)
        and _plain(first.other) == _plain(second.one)
    ]


def _swapped(
    crossed: Sequence[tuple[Exchange, Exchange]], reordered: Sequence[tuple[Exchange, Exchange]]
) -> Difference | None:
    """Two runs of words that changed places and have an order: who did it to whom."""
    first = next((pair[0] for pair in crossed if pair not in reordered), None)
    if first is None:
        return None
    return Difference(DisputeKind.ACTOR, _plain(first.one), _plain(first.other))


def _is_of_no_order(text: str, one: Sequence[Token], other: Sequence[Token]) -> bool:
    """Whether the two stand side by side or are entries of one enumeration ("Greek, Latin or Welsh")."""
    between = text[one[-1].end : other[0].start].strip()
    if between in _BESIDE:
        return True
    if not between.startswith(_JOINING) or not between.endswith(_JOINING):
        return False
    return all(len(entry.split()) <= _ENTRY for entry in _BETWEEN_ENTRIES.split(between))


def _names_swapped(a: Matter, b: Matter) -> Difference | None:
    """The same words with the same names in other places: who did it to whom."""
    if len({*a.folded} ^ {*b.folded}) > _FORMS:
        return None
    ones, others = _entries(a), _entries(b)
    if (
        ones == others
        or sorted(chain(*ones)) != sorted(chain(*others))
        or _without_names(a) != _without_names(b)
    ):
        return None
    return Difference(DisputeKind.ACTOR, a.text, b.text)


def _entries(matter: Matter) -> list[tuple[str, ...]]:
    """The names in their order, those of an enumeration together, since an enumeration has no order."""
    found: list[list[str]] = [[name.text] for name in matter.names[:1]]
    for before, name in pairwise(matter.names):
        between = matter.text[before.span.end : name.span.start].strip()
        if between and not _BETWEEN_ENTRIES.sub("", between).strip():
            found[-1].append(name.text)
        else:
            found.append([name.text])
    return [tuple(sorted(names)) for names in found]


def _without_names(matter: Matter) -> list[str]:
    return [
        word
        for token, word in zip(matter.tokens, matter.folded, strict=True)
        if not any(name.span.start <= token.start < name.span.end for name in matter.names)
    ]


def _plain(tokens: Sequence[Token]) -> str:
    return " ".join(word for word in _folded(tokens) if word not in STOPWORDS)


def _figures(a: Matter, b: Matter, exchange: Exchange) -> Difference | None:
    ones = [found for found in a.quantities if found.span.overlaps(_span(exchange.one))]
    others = [found for found in b.quantities if found.span.overlaps(_span(exchange.other))]
    for one, other in zip(ones, others, strict=False):
        if admits(one, other) or admits(other, one):
            continue
        if not numbers_agree(one, other) and not numbers_agree(other, one):
            return Difference(DisputeKind.NUMBER, one.text, other.text, step=other.high - one.high)
    return None


def _dates(a: Matter, b: Matter, exchange: Exchange) -> Difference | None:
    ones = [found for found in a.dates if found.span.overlaps(_span(exchange.one))]
    others = [found for found in b.dates if found.span.overlaps(_span(exchange.other))]
    for one, other in zip(ones, others, strict=False):
        if not dates_agree(one, other):
            return Difference(DisputeKind.DATE, one.text, other.text)
    return None


def _names(a: Matter, b: Matter, exchange: Exchange) -> Difference | None:
    if not _has_a_capital(exchange.one) or not _has_a_capital(exchange.other):
        return None
    one, other = _name_at(a, exchange.one), _name_at(b, exchange.other)
    if one is None or other is None or same_name(one.text, other.text):
        return None
    if same_name(_span(exchange.one).of(a.text), _span(exchange.other).of(b.text)):
        return None
    if _times(one, a) <= _times(one, b) or _times(other, b) <= _times(other, a):
        return None
    return Difference(_kind(a.text, one), one.text, other.text)


def _has_a_capital(tokens: Sequence[Token]) -> bool:
    """Whether a name can be among the words: looking for one takes longest."""
    return any(not token.text.islower() for token in tokens)


def _times(name: Name, matter: Matter) -> int:
    """How often `matter` holds the name, under any spelling."""
    return sum(same_name(name.text, other.text) for other in matter.names)


def _name_at(matter: Matter, tokens: Sequence[Token]) -> Name | None:
    span = _span(tokens)
    return next((name for name in matter.names if name.span.overlaps(span)), None)


def _kind(text: str, name: Name) -> DisputeKind:
    before = text[: name.span.start].casefold().split()[-2:]
    after = text[name.span.end :].casefold().split()[:1]
    if (after and after[0].strip(",.") in _SAID) or before[:1] == ["according"]:
        return DisputeKind.ATTRIBUTION
    if before and before[-1] in _PLACE_BEFORE:
        return DisputeKind.PLACE
    return DisputeKind.ACTOR


def _words_apart(a: Matter, b: Matter, exchange: Exchange) -> Difference | None:
    """An opposite, or another part of the whole ("all" for "some")."""
    for one in exchange.one:
        for other in exchange.other:
            keys = lexeme(one.text), lexeme(other.text)
            if is_opposite(*keys) and not tell_of_two_things(a, b, one=one.text, other=other.text):
                return Difference(DisputeKind.STATUS, one.text, other.text)
            sizes = QUANTIFIERS.get(keys[0]), QUANTIFIERS.get(keys[1])
            if None not in sizes and sizes[0] != sizes[1]:
                return Difference(DisputeKind.NUMBER, one.text, other.text)
    return None
