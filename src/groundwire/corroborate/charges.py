"""Charges: what a denial that names nothing ("denied the allegation", "rejected it") can be about.

Guarantee: a count of the dead or hurt, what an official body tells of an event and a plain fact that nobody is credited
for are no charges, however near they stand; what is not plainly one is none.
"""

import re
from collections.abc import Set as AbstractSet
from typing import Final

from groundwire.corroborate.contests import COUNTS, tells_a_saying, thing_denied
from groundwire.corroborate.origins import speaker_of
from groundwire.corroborate.rows import Member
from groundwire.corroborate.tallies import tallies
from groundwire.domain.claim import Claim, Stance

_ACCUSES: Final = re.compile(
    r"\b(?:accus\w+|alleg\w+|blam(?:e|es|ed|ing)|charged with|complain\w*|suspect\w*|purported\w*|rumou?r\w*|reportedly|supposedly"
    r"|(?:may|might|could) have)\b",
    re.IGNORECASE,
)
_BARE: Final = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|disput(?:es|ed|ing)|refut(?:es|ed|ing)|rebut(?:s|ted))\s+"
    r"(?:(?:the|this|that|these|those|such|all|any|both|his|her|its|their|of)\s+){0,3}"
    r"(?:(?:allegations?|accusations?|claims?|charges?|wrongdoing|criticisms?|guilt|blame)\b(?!\s+(?:that|of|about|against|in|from)\b)"
    r"|(?:it|that|this|them|all|everything)\b(?!\s+\w)|(?:it|that|this|them)\s+(?:on|in|at|and|but|as|when|outright|again|to|with|\w+ly|yesterday)\b)"
    r"|\bcall(?:s|ed|ing)?\s+(?:it|that|this|them|(?:the|these|those)\s\w+)\s+(?:\w+\s)?(?:untrue|false|baseless|unfounded|groundless|nonsense)\b"
    r"|\b(?:allegations?|accusations?|claims?|charges?)\s+(?:was|were|is|are)\s+(?:\w+\s)?(?:untrue|false|baseless|unfounded|groundless|nonsense)\b",
    re.IGNORECASE,
)
_OF_A_DEED: Final = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?)\s+(?:any\s+|all\s+)?(?:wrongdoing|guilt|blame)\b",
    re.IGNORECASE,
)  # who denies a deed may well not deny what is told of it
_OFFICIAL: Final = re.compile(
    r"\b(?:police|hospitals?|clinic|doctors?|medics?|coast ?guard|fire (?:service|brigade|department|chief)|firefighters|rescuers?|rescue"
    r"|coroner|ministry|authorit(?:y|ies)|agency|service|officials?|institute|municipality|emergency)\b",
    re.IGNORECASE,
)
_FOREIGN_TOLL: Final = re.compile(
    r"\b(?:\w*tote[nrs]?|getötet\w*|starben|\w*verletzt\w*|ums leben|muert[oa]s?|murieron|herid[oa]s|morts?|blessée?s|morti|ferit[ie])\b",
    re.IGNORECASE,
)


def is_bare(text: str) -> bool:
    """Whether a denial names nothing of what it denies."""
    return bool(_BARE.search(text))


def accuses(claim: Claim) -> bool:
    """Whether the claim itself says that something is held against somebody."""
    return claim.stance is Stance.ALLEGED or bool(_ACCUSES.search(claim.text))


def may_be_meant(denial: str, member: Member, denier: AbstractSet[str]) -> bool:
    """Whether a denial that does not say what it denies can mean `member`; `denier` are the concepts of the name of its speaker."""
    if thing_denied(denial) in COUNTS:
        return True
    if _OF_A_DEED.search(denial):
        return accuses(member.claim) and not tallies(member.matter)
    return _is_charge(member, denier) if is_bare(denial) else not _is_plain_toll(member)


def _is_charge(member: Member, denier: AbstractSet[str]) -> bool:
    claim, matter = member
    if tallies(matter):
        return False
    if accuses(claim):
        return True
    speaker = speaker_of(claim)
    if _OFFICIAL.search(speaker):
        return not matter.figures and not denier.isdisjoint(matter.weights)
    return bool(speaker) or tells_a_saying(claim.text)


def _is_plain_toll(member: Member) -> bool:
    """Whether it counts the dead, hurt or missing as an official body does, or as nobody is credited for."""
    speaker = speaker_of(member.claim)
    is_anybodys = bool(speaker) and not _OFFICIAL.search(speaker)
    return bool(tallies(member.matter)) and not is_anybodys and not accuses(member.claim)


def is_foreign_toll(text: str) -> bool:
    """Whether a sentence in a language read by its words of denial alone speaks of the dead or hurt."""
    return bool(_FOREIGN_TOLL.search(text))
