"""For, against, or neither: whether a statement says that something is so, that it is not, or asks.

Guarantee: a statement takes the other side only where the words that turn it round reach words that both share.
"""

import re
from typing import Final

from groundwire.corroborate.matter import Matter
from groundwire.grounding.lexemes import lexeme
from groundwire.grounding.lexicon_opposites import is_opposite, is_opposite_direction
from groundwire.text.modality import Negation

_REFUTED: Final = re.compile(
    r"\b(?:hoax(?:es)?|fake[ds]?|fabricat\w+|debunk\w*|untrue|false(?:ly)?|bogus|(?:not|n[’']t) true|no evidence|no truth|baseless|unfounded"
    r"|no proof|nonsense|rubbish|lies?|lied|invented|myth|satire|satirical|staged|doctored|photoshop\w*|prank|made[ -]up|publicity stunt|refut\w+|disprov\w+|den(?:y|ies|ied|ying|ial)|reject(?:s|ed|ing)?|dismiss(?:es|ed)?|doubts?|doubted"
    r"|rule[sd]? out|never happened|misleading|incorrect|retract\w*|walk(?:s|ed)? back)\b",
    re.IGNORECASE,
)
_DENIED: Final = re.compile(
    r"\b(?:den(?:ied|ies|y|ying)|refuted?|rejected|dismissed|rebutted|rebuffed)\b(?! (?:access|entry|bail|boarding))",
    re.IGNORECASE,
)
_OPEN: Final = re.compile(
    r"\b(?:whether|investigat\w+|probe[sd]?|probing|looking into|look into|looks into|rumou?r\w*|unconfirmed|unverified"
    r"|alleg\w+|purported(?:ly)?|possibl[ey]|perhaps|may|might|could|apparent(?:ly)?|seek\w* to verify|verify\w*"
    r"|examin\w+|speculat\w+|mulls?|consider(?:s|ing)?|unclear|supposed(?:ly)?|(?:not|never|n[’']t|yet to|cannot) (?:been |be )?(?:\w+ )?(?:confirm\w*|verif\w+)|reported (?:\w+ing|death|attack|case|threat|incident|plan)s?|in talks)\b|\?",
    re.IGNORECASE,
)
_UNCONFIRMED: Final = re.compile(
    r"\b(?:(?:not|never|n[’']t|yet to|cannot|could not)\s+(?:yet\s+)?(?:been\s+|be\s+)?(?:\w+ly\s+)?(?:confirm\w*|verif\w+)|unconfirmed|unverified)",
    re.IGNORECASE,
)
_REPORTED: Final = re.compile(
    r"\b(?:reportedly|reports?(?: say| says| claims?| that)?:?|claims?|claimed|claiming|is said to|are said to)\b",
    re.IGNORECASE,
)
_NEGATIVE: Final = re.compile(
    r"\b(?:not|never|no|none|nobody|nothing|neither|nor|without|cannot|\w+n[’']t|fail\w*|refus\w+|lack\w*|unable|inability"
    r"|barely|hardly|declin\w+\s+to|den(?:y|ies|ied|ying|ial))\b",
    re.IGNORECASE,
)
_LETTING_GO: Final = (
    r"(?:back(?:ed|ing|s)? (?:down|away|off)|(?:giv(?:e|es|ing|en)|gave) up|abandon\w*|relent\w*|waver\w*|renounc\w+|relinquish\w*"
    r"|retreat\w*|drop(?:ped|ping)?|ceas\w+|withdr[ae]w\w*|scrap(?:ped|ping)?|shelv\w+)\b"
)
_LETS_GO: Final = re.compile(rf"\b{_LETTING_GO}", re.IGNORECASE)
_NOT_LETTING_GO: Final = re.compile(
    rf"\s*(?:(?:yet|been|be|(?:going|about|prepared|ready|willing) to) ){{0,3}}{_LETTING_GO}", re.IGNORECASE
)
"""What is not let go of goes on, so that such a negation turns round nothing behind the verb."""
_STRETCH: Final = re.compile(
    r"\b(?:ha[sd]|have)(?:n[’']t| not| never)\b[^.;]{0,80}\b(?:since|for (?:[\w.,-]+ ){1,3}(?:years?|months?|weeks?|days?|hours?))\b",
    re.IGNORECASE,
)
_OF_NOUNS: Final = frozenset({"no", "without"})
_REACH: Final = 3  # words after a negation that it is taken to turn round


def refutes(text: str) -> str:
    """The words by which `text` says that something is not so, or empty."""
    found = _REFUTED.search(text)
    return found.group() if found else ""


def leaves_open(text: str) -> str:
    """The words by which `text` takes no side, or empty."""
    found = _OPEN.search(text)
    return found.group() if found else ""


def unconfirmed(text: str) -> bool:
    """Whether `text` says that what it tells has not been confirmed: it takes no side, whatever it negates."""
    return bool(_UNCONFIRMED.search(text))


def only_reported(text: str) -> str:
    """The words by which `text` passes something on without standing in for it, or empty."""
    found = _REPORTED.search(text)
    return found.group() if found else ""


def has_negative(text: str) -> bool:
    """Whether anything in `text` is turned round."""
    return bool(_NEGATIVE.search(text))


def negated(matter: Matter) -> dict[str, str]:
    """The concepts that a negation reaches, each with the words from the negation to it."""
    reached: dict[str, str] = {}
    for negation in matter.negations:
        ceases = _NOT_LETTING_GO.match(matter.text, negation.span.end)
        end = ceases.end() if ceases else len(matter.text)
        following = [word for word in matter.words if negation.span.end <= word.token.start < end][:_REACH]
        for word in following:
            reached.setdefault(word.concept, matter.text[negation.span.start : word.token.end])
    return reached


def predicates_negated(matter: Matter) -> frozenset[str]:
    """The concepts of which a statement says that they are not so: the one after a "not", any near a "no"."""
    found: set[str] = set()
    for negation in matter.negations:
        following = [word.concept for word in matter.words if word.token.start >= negation.span.end]
        found.update(following[: _REACH if negation.text.casefold() in _OF_NOUNS else 1])
    return frozenset(found)


def is_of_a_stretch(text: str) -> bool:
    """Whether a statement says for how long something had not been so, which denies nothing at either end ("had not won since")."""
    return bool(_STRETCH.search(text))


def goes_on(matter: Matter, negation: Negation, other: Matter) -> bool:
    """Whether `negation` says that something is not let go of, to one that does not speak of letting go."""
    not_let_go = _NOT_LETTING_GO.match(matter.text, negation.span.end) is not None
    return not_let_go and _LETS_GO.search(other.text) is None


def opposites(a: Matter, b: Matter) -> tuple[str, str] | None:
    """A pair of words, one of each statement, that say the opposite; None where the other has both or neither.

    What is merely more or less, before or after, does not count: such words stand in any two long statements.
    """
    ones = {lexeme(word.token.text): word.token.text for word in a.words}
    others = {lexeme(word.token.text): word.token.text for word in b.words}
    for one, said in ones.items():
        if one in others:
            continue
        for other, opposite in others.items():
            if other not in ones and is_opposite(one, other) and not is_opposite_direction(one, other):
                return said, opposite
    return None


def denies(text: str) -> str:
    """The verb by which somebody denies what was said before, or empty."""
    found = _DENIED.search(text)
    return found.group() if found else ""
