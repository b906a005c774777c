"""How firmly a claim is put, from its frame and its own words.

Guarantee: a frame that denies, confirms or predicts decides; hedges of the content come next; an assertion is what is left.
"""

import re
from typing import Final

from groundwire.domain.claim import Stance

_ALLEGED: Final = re.compile(
    r"\b(?:allegedly|reportedly|purportedly|supposedly|apparently|alleged|purported|rumou?red|suspected|unconfirmed|"
    r"said to|believed to|thought to|reported to|understood to|accused of|suspected of|(?:(?-i:may)|might|could) have(?! to\b)|"
    r"(?<!not )claim(?:s|ed)? (?:that|to)|a possible)\b",
    re.IGNORECASE,
)
_PREDICTED: Final = re.compile(
    r"\b(?:will|won['’]t|shall|(?:am|is|are|was|were|be|['’](?:m|s|re)) (?:not )?going to|expected to|likely to|unlikely to|set to|due to (?:be|begin|open|start)|forecast to|"
    r"predicted to|(?-i:may) (?!have\b(?! to\b))|might (?!have\b(?! to\b))|could (?!have\b(?! to\b)|not\b|only\b|see\b|hear\b))",
    re.IGNORECASE,
)
_OPINION: Final = re.compile(
    r"\b(?:I (?:think|believe|feel|hope|guess|doubt)|we (?:think|believe|feel|hope)|in my (?:view|opinion)|should|ought to|"
    r"must be|unfortunately|arguably|deserves?|ridiculous|disgraceful|terrific|wonderful|shameful)\b",
    re.IGNORECASE,
)
_RELATIVE: Final = re.compile(r",? which | who |, where | (?:was|were|is|are) where ")
"""What a relative clause foretells or judges is not what its sentence says."""
_EXPECTS: Final = re.compile(r"\bexpects? to\b", re.IGNORECASE)
_FUTURE_IN_PAST: Final = re.compile(r"\bwould (?!(?:not |never )?have\b)", re.IGNORECASE)


def stance_of(content: str, frame: Stance, *, is_attributed: bool) -> Stance:
    """The stance of `content` under a frame whose own words put it as `frame`."""
    if frame in {Stance.DENIED, Stance.PREDICTED}:
        return frame
    if frame is Stance.CONFIRMED:
        return frame
    if _ALLEGED.search(content) or frame is Stance.ALLEGED:
        return Stance.ALLEGED
    main = _RELATIVE.split(content, maxsplit=1)[0]
    foretells = _PREDICTED.search(main) or _EXPECTS.search(main)
    if foretells or (is_attributed and _FUTURE_IN_PAST.search(content)):
        return Stance.PREDICTED
    if frame is Stance.OPINION or (is_attributed and _OPINION.search(main)):
        return Stance.OPINION
    return frame
