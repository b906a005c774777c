"""Support: what the checks found about a statement and its article."""

from enum import StrEnum
from typing import Final

from groundwire.domain.noun import Noun
from groundwire.domain.span import Span


class Verdict(StrEnum):
    """Is the statement carried by its article?"""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    UNSUPPORTED = "unsupported"
    UNCHECKED = "unchecked"


REFUSED: Final = frozenset({Verdict.CONTRADICTED, Verdict.UNSUPPORTED})
"""The verdicts on a statement that its article does not carry."""


class QuoteVerdict(StrEnum):
    """What became of the words that stand inside quotation marks."""

    VERBATIM = "verbatim"
    NORMALISED = "normalised"
    ALTERED = "altered"
    ABSENT = "absent"


class ReasonKind(StrEnum):
    """What a finding is about."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    NEGATION = "negation"
    MODALITY = "modality"
    ATTRIBUTION = "attribution"
    ROLE = "role"
    COMPARISON = "comparison"
    COVERAGE = "coverage"
    QUOTE = "quote"
    LANGUAGE = "language"


class Reason(Noun):
    """One finding behind a verdict: the claim's words, the article's words, and what is wrong between them.

    `claim_span` is in code points of the statement, `source_span` of the article's text.
    """

    kind: ReasonKind
    claim: str | None = None
    source: str | None = None
    message: str
    claim_span: Span | None = None
    source_span: Span | None = None


class Support(Noun):
    """Verdict, score and reasons. `score` rises with support and orders across articles; None when unchecked."""

    verdict: Verdict
    score: float | None = None
    quote: QuoteVerdict | None = None
    reasons: tuple[Reason, ...] = ()
    by: tuple[str, ...] = ()


UNCHECKED = Support(verdict=Verdict.UNCHECKED)
