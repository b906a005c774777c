"""Whether a claim's words point at something said before them, so that they say nothing alone.

Guarantees: told by grammar; an `it` that stands for nothing (`It is unclear whether …`) points at nothing; time is linear.
"""

import re
from typing import Final

_POINTING: Final = re.compile(
    r"(?:he|she|they|it)\b(?!-)(?:['’](?:s|d|ll|re|ve))?(?! (?:of the)\b)|"
    r"(?:this|that|these|those)(?:['’]s|(?=,)|\s+(?:(?:also|still|only|now|never|again|all)\s+)?"
    r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might|does|do|did|should|must|means?|meant|comes?|came|includes?|"
    r"included|makes?|made|follows?|followed|leads?|led|shows?|showed|seems?|seemed|helps?|helped|gives?|gave|happens?|happened|"
    r"requires?|required|allows?|allowed|caused?|causes|not)\b)|"
    r"(?:\w+ ){1,2}of (?:them|these|those|whom|us|you)\b|(?:the )?(?:former|latter|same)\b(?=\s+(?:is|are|was|were|has|had|goes)\b)",
    re.IGNORECASE,
)
_OWNED: Final = re.compile(r"(?:his|her|their|its)\s(?!own\b)", re.IGNORECASE)
_SURNAMES: Final = re.compile(r"He [A-Z]")
_EXPLETIVE: Final = re.compile(
    r"it(?:['’]s|\s+(?:is|was|cannot be|could not be|can['’]t be|would be|will be|may be|might be|could be|can be|has been|had been|seems|seemed|appears|appeared|"
    r"remains|remained|became|looks|takes|took|emerged|turned out))(?:\s+(?!(?:the|his|her|its|their)\b)[\w’'-]+){0,5}?\s+"
    r"(?:that|to|whether|if|for|when|who|how|why|what|where|before|since)\b|it(?:['’]s|\s+(?:is|was))\s+(?:raining|snowing|time)\b",
    re.IGNORECASE,
)
_ELLIPSIS: Final = re.compile(
    r"\b(?:it|they|he|she|that|this|we|I) (?:was|is|were|are|did|does|do|had|has|would|will|could|can)(?:n['’]t| not)?[.”\"]*$",
)
_BARE_OBJECT: Final = re.compile(
    r"\b(?:confirm|den[yi]|said|says?|tell|told|know|knew|explain|reject|dismiss|verify|verifi|doubt|disput|believe|claim|admit|"
    r"hear|mention|report|do|did|done)\w* (?:that|this|it|so)[.”\"]*$|"
    r"\b(?:told|asked|informed) (?:them|him|her|me|us)[.”\"]*$",
    re.IGNORECASE,
)
_SHORT: Final = 12
"""Words up to which an object that points back leaves nothing said."""


def points_back(sentence: str) -> bool:
    """Whether the sentence opens with words that stand for something before it."""
    return (
        _POINTING.match(sentence) is not None
        and _EXPLETIVE.match(sentence) is None
        and _SURNAMES.match(sentence) is None
    )


def owns_before(sentence: str) -> bool:
    """Whether the sentence opens with somebody's own of whom only words before it tell: `Her office …`."""
    return _OWNED.match(sentence) is not None


def is_unclear(sentence: str) -> bool:
    """Whether what the sentence is about has to be read elsewhere: `She left`, `Vidal could not confirm that`."""
    if points_back(sentence):
        return True
    short = len(sentence.split()) <= _SHORT
    return short and (_ELLIPSIS.search(sentence) is not None or _BARE_OBJECT.search(sentence) is not None)
