"""Whether two claims belong in one row, agreeing or in dispute.

Guarantees: more than a name, a date or a turn of phrase is shared; what is in dispute is the same thing by more than its
words being alike. In articles about one event less has to be shared, because little else can be meant.
"""

import math
import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from groundwire.corroborate.candidates import Collection, Pair
from groundwire.corroborate.difference import COMPATIBLE, Difference
from groundwire.corroborate.differences import differences_by, tell_of_others
from groundwire.corroborate.exchanges import Exchange, exchanges
from groundwire.corroborate.lexicon import concept
from groundwire.corroborate.matter import Matter
from groundwire.corroborate.tallies import counts_of_another_year, tallies
from groundwire.corroborate.values import (
    dates_exclude,
    has_figure,
    is_same_value,
    share_a_date,
    share_a_figure,
)
from groundwire.corroborate.wording import is_another_matter, is_of_another_name
from groundwire.domain.briefing import DisputeKind
from groundwire.text.numbers import Quantity

_SAME: Final = (
    0.47  # likeness from which two claims of two articles say the same, given that their values agree
)
_SAME_AKIN: Final = 0.4  # the same in articles about one event
_SAME_WITHIN: Final = 0.66  # the same within one article, which seldom says a thing twice
_VALUE_BONUS: Final = 0.06  # a figure or a date in common is worth this much likeness
_MOST_BONUS: Final = 2 * _VALUE_BONUS
_LONE_FIGURE: Final = 0.1  # what it costs that one of the two tells by a figure and the other does not
_DISPUTED: Final = 0.55  # likeness from which a difference is a dispute and not another matter
_LEAST_DISPUTED: Final = {DisputeKind.ACTOR: 0.5, DisputeKind.NUMBER: 0.5, DisputeKind.POLARITY: 0.75}
"""The same where an act, or the thing counted, has to be shared as well, and where a "not" may turn round something else."""
_TELLING: Final = 0.64  # likeness, common words of the story counting little, beyond which two claims are no two entries of a list
_EXCLUDING: Final = (
    0.36  # the same for two figures in articles about one event, neither of which has the other's
)
_ALL: Final = 0.75  # share of the weight of a short statement from which two words are all that it says
_TWO: Final = 2
_NEGATING: Final = frozenset(map(concept, ("not", "never", "no", "nobody", "nothing")))
_EXPECTED: Final = re.compile(
    r"\b(?:expect\w*|forecast\w*|predict\w*|target\w*|estimate[ds]? for|planned)\b", re.IGNORECASE
)


class Belonging:
    """The claims of a collection, as pairs of them are looked at.

    `articles` names the article of each claim, `kin` holds the pairs of articles that are about one event.
    """

    def __init__(
        self, collection: Collection, articles: Sequence[str], kin: AbstractSet[frozenset[str]]
    ) -> None:
        self._matters = collection.matters
        self._articles = articles
        self._kin = kin
        self._claims_of: dict[str, list[Matter]] = {}
        for article, matter in zip(articles, self._matters, strict=True):
            self._claims_of.setdefault(article, []).append(matter)

    def holds(self, pair: Pair) -> bool:
        """Whether the two belong in one row, by what they share and by what they say differently."""
        a, b = self._matters[pair.one], self._matters[pair.other]
        least = self._least(pair)
        floor = _EXCLUDING if least == _SAME_AKIN else least
        if pair.likeness + _MOST_BONUS < floor:
            return False
        alike = _with_values(pair.likeness, a, b)
        if alike < floor or not self._share_enough(a, b, is_akin=least == _SAME_AKIN):
            return False
        exchanged = exchanges(a, b)
        if counts_of_another_year(a, b) or self._is_another_matter(pair, exchanged):
            return False
        found = differences_by(a, b, exchanged)
        conflicts = [difference for difference in found if difference.reading not in COMPATIBLE]
        if not conflicts:
            return alike >= least and not dates_exclude(a, b) and not tell_of_others(a, b)
        if least == _SAME_WITHIN or _is_expected(a) != _is_expected(b):
            return False
        is_near = all(alike >= self._least_disputed(difference, pair) for difference in conflicts)
        return is_near and not tell_of_others(a, b)

    def _share_enough(self, a: Matter, b: Matter, *, is_akin: bool) -> bool:
        return have_enough_in_common(a, b) or (is_akin and say_little_else(a, b))

    def _is_another_matter(self, pair: Pair, exchanged: Sequence[Exchange] | None) -> bool:
        """Whether the two are entries of a list: in articles about one event not where what they share is telling by itself."""
        if exchanged is None:
            return False
        a, b = self._matters[pair.one], self._matters[pair.other]
        if is_of_another_name(a, b, exchanged):
            return True
        is_telling = pair.likeness >= _TELLING and self._theirs(pair) in self._kin
        return not is_telling and is_another_matter(a, b, exchanged)

    def are_of_one_article(self, one: int, other: int) -> bool:
        """Whether the two claims, by their places, stand in one article."""
        return self._articles[one] == self._articles[other]

    def _least(self, pair: Pair) -> float:
        """The likeness from which the two say the same."""
        theirs = self._theirs(pair)
        if len(theirs) == 1:
            return _SAME_WITHIN
        return _SAME_AKIN if theirs in self._kin else _SAME

    def _least_disputed(self, difference: Difference, pair: Pair) -> float:
        """The likeness from which `difference` is a dispute."""
        least = _LEAST_DISPUTED.get(difference.kind, _DISPUTED)
        if difference.kind is not DisputeKind.NUMBER or self._theirs(pair) not in self._kin:
            return least
        one = _quantity(self._matters[pair.one], difference.one)
        other = _quantity(self._matters[pair.other], difference.other)
        if one is None or other is None:
            return least
        has_other = self._gives(self._articles[pair.one], other)
        has_one = self._gives(self._articles[pair.other], one)
        return _DISPUTED if has_one or has_other else _EXCLUDING

    def _theirs(self, pair: Pair) -> frozenset[str]:
        return frozenset({self._articles[pair.one], self._articles[pair.other]})

    def _gives(self, article: str, quantity: Quantity) -> bool:
        """Whether a claim of the article has the figure: who has both of two takes them for figures of two things."""
        return any(
            is_same_value(quantity, figure.quantity)
            for matter in self._claims_of[article]
            for figure in matter.figures
        )


def _quantity(matter: Matter, words: str) -> Quantity | None:
    """The figure of the statement that a difference words, with or without its bound."""
    return next((figure.quantity for figure in matter.figures if words.endswith(figure.quantity.text)), None)


def _with_values(alike: float, a: Matter, b: Matter) -> float:
    alike += _VALUE_BONUS * (share_a_figure(a, b) + share_a_date(a, b))
    return alike - _LONE_FIGURE * (has_figure(a) != has_figure(b))


def _is_expected(matter: Matter) -> bool:
    """Whether it tells what was expected or planned: what came of it disputes nothing."""
    return bool(_EXPECTED.search(matter.text))


def have_enough_in_common(a: Matter, b: Matter) -> bool:
    """Whether more than a turn of phrase is shared: three concepts, or two of which one is a name or that go with a figure.

    A name and what stands directly before it is one concept, because it tells who is meant and not what is said. A mark that
    both have counts as concepts do, an exact figure as several.
    """
    common, told = _in_common(a, b)
    counted = told + sum(a.marks[name].concepts for name in a.marks.keys() & b.marks.keys())
    says_something = any(a.weights[name] <= 1 and name not in _NEGATING for name in common)
    if counted == _TWO and common:
        return (says_something and max(a.weights[name] for name in common) > 1) or share_a_figure(a, b)
    return counted > _TWO and (says_something or counted > told)


def _in_common(a: Matter, b: Matter) -> tuple[list[str], int]:
    """The concepts that both have, and for how many things they stand."""
    common = [name for name, weight in a.weights.items() if weight >= 1 and b.weights.get(name, 0) >= 1]
    return common, min(len({side.designations.get(name, name) for name in common}) for side in (a, b))


def say_little_else(a: Matter, b: Matter) -> bool:
    """Whether two words or more are nearly all that the shorter one says; what is counted is compared elsewhere."""
    common, told = _in_common(a, b)
    if told < _TWO or tallies(a) or tallies(b):
        return False
    said = min(math.fsum(side.weights.values()) for side in (a, b))
    return math.fsum(a.weights[name] for name in common) >= _ALL * said
