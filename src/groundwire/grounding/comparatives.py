"""Which of two things is the greater: "A rose less than B" against "B rose less than A".

Guarantee: a finding only where both texts compare once and in the same direction, and words have crossed "than" both ways, on one side
of it all of them.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from groundwire.domain.support import ReasonKind
from groundwire.grounding.finding import Finding, Gravity
from groundwire.grounding.gaps import Overlay
from groundwire.grounding.lexemes import lexeme
from groundwire.grounding.reading import Term

_REACH: Final = 3  # terms between the comparative and "than": "more expensive than"
_JOINED: Final = "-than"
_DIRECTIONS: Final = {lexeme(word): "less" for word in ("less", "fewer")} | {lexeme("more"): "more"}


class _Comparison(NamedTuple):
    """Where the comparative and its "than" stand, and which word says in which direction."""

    at: int
    than: int
    word: str


def find_comparatives(sheet: Overlay) -> Iterator[Finding]:
    """A comparison whose two sides have changed places."""
    mine, its = _comparison(sheet.claim), _comparison(sheet.source)
    if mine is None or its is None or mine.word != its.word:
        return
    left, right = (_sides(sheet, mine, its, is_left=is_left) for is_left in (True, False))
    crossed = "right" in left and "left" in right
    if crossed and (left == {"right"} or right == {"left"}):  # the verb both share may stay where it was
        read = sheet.source_words(its.at)
        message = f"what the article compares with {read!r} stands the other way round in the claim"
        yield Finding(
            ReasonKind.COMPARISON,
            Gravity.CLASH,
            sheet.claim_span(mine.at),
            sheet.source_span(its.at),
            message,
        )


def _comparison(terms: tuple[Term, ...]) -> _Comparison | None:
    """The one comparison of a text; of several nobody can say which answers to which."""
    found = []
    for than, term in enumerate(terms):
        if term.key == "than" or term.key.endswith(_JOINED):
            first = than if term.key.endswith(_JOINED) else than - 1
            places = range(first, max(-1, first - _REACH), -1)
            at = next((at for at in places if _direction(terms[at].key)), None)
            if at is not None:
                found.append(_Comparison(at, than, _direction(terms[at].key)))
    return found[0] if len(found) == 1 else None


def _direction(key: str) -> str:
    word = key.removesuffix(_JOINED)
    return _DIRECTIONS.get(word, word if word.endswith("er") else "")


def _sides(sheet: Overlay, mine: _Comparison, its: _Comparison, *, is_left: bool) -> set[str]:
    """On which sides of "than" the passage has the content that the claim has on the left or on the right."""
    places = sheet.kept
    here = range(mine.at) if is_left else range(mine.than + 1, len(sheet.claim))
    there = [places[at] for at in here if at in places and sheet.claim[at].is_content]
    return {"left" if place < its.at else "right" for place in there}
