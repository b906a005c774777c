"""How many died, as each article counts them: the figure that a reader asks for first, and that differs most often.

Guarantee: nothing is added up or chosen; where articles count differently, that is said, not decided, because they may
mean different events or different hours.
"""

import re
from typing import Final

from groundwire.briefing.story import Story
from groundwire.corroborate.figures import Figure
from groundwire.corroborate.lexicon import concept
from groundwire.corroborate.matter import Matter
from groundwire.domain.briefing import MergedClaim
from groundwire.grounding.number_compare import numbers_agree
from groundwire.text.numbers import Quantity

_DEAD: Final = frozenset({concept("killed"), concept("lives")})
_HURT: Final = concept("wounded")
_AGE: Final = re.compile(r"(?:\bof|\baged?|,) $")
_NEAR: Final = 3  # content words after a figure among which stands what became of those it counts


def differing_counts(story: Story) -> dict[str, list[tuple[MergedClaim, Quantity]]]:
    """Each article's counts of the dead with their rows, where two articles have none in common; else nothing."""
    counts: dict[str, list[tuple[MergedClaim, Quantity]]] = {}
    for row in story.corroboration.claims:
        for cell in row.cells:
            dead = [quantity for piece in cell.evidence for quantity in _counts_of_dead(piece.quote)]
            if dead:
                counts.setdefault(cell.article, []).extend((row, quantity) for quantity in dead)
    articles = list(counts)
    differ = any(
        not any(_agree(mine, theirs) for _, mine in counts[one] for _, theirs in counts[other])
        for place, one in enumerate(articles)
        for other in articles[place + 1 :]
    )
    return counts if differ else {}


def _agree(one: Quantity, other: Quantity) -> bool:
    return one.low == other.low and (numbers_agree(one, other) or one.bound is other.bound)


def _counts_of_dead(text: str) -> list[Quantity]:
    matter = Matter(text)
    return [figure.quantity for figure in matter.figures if _is_of_dead(matter, figure)]


def _is_of_dead(matter: Matter, figure: Figure) -> bool:
    """Whether those counted died: by the words after the figure, or the one before it ("killed 40")."""
    span = figure.quantity.span
    if _AGE.search(matter.text[max(0, span.start - 12) : span.start]) or matter.text[span.end :].startswith(
        "-year"
    ):
        return False
    after = [word.concept for word in matter.words if word.token.start >= span.end][:_NEAR]
    before = [word.concept for word in matter.words if word.token.end <= span.start][-1:]
    first = next((name for name in after if name in _DEAD or name == _HURT), "")
    return first in _DEAD or (not first and bool(_DEAD.intersection(before)))
