"""Summary: headline, bottom line and points, each with the words of the article that carry it."""

from groundwire.domain.article import Evidence
from groundwire.domain.noun import Noun
from groundwire.domain.support import UNCHECKED, Support


class Point(Noun):
    """One sentence of a summary with its evidence and what the checks say of it."""

    text: str
    evidence: tuple[Evidence, ...] = ()
    support: Support = UNCHECKED


class Summary(Noun):
    """What a reader needs first. The headline and the bottom line are checked as points are."""

    headline: str
    bottom_line: str
    points: tuple[Point, ...] = ()
    headline_evidence: tuple[Evidence, ...] = ()
    headline_support: Support = UNCHECKED
    bottom_line_evidence: tuple[Evidence, ...] = ()
    bottom_line_support: Support = UNCHECKED
