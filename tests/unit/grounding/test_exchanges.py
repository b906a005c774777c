"""A value, a name or a word that the article has, told of another thing than there."""

import pytest

from groundwire.domain.support import Reason, ReasonKind, Verdict
from groundwire.grounding.check import Asserted, check_statement
from groundwire.grounding.index import index_article
from planted_articles import article_of

ARTICLE = (
    "Shares of Brandt Ferries are up 39 percent this year while those of Osk Marine are up 24.5 percent. "
    "The mayor spent 24 crowns on the gate and 40 crowns on the lamps. "
    "Two drivers were freed on Monday by the police of Tarnhill in exchange for three guards. "
    "Vessby 5, Pellport 1: Dele Abara scored twice. "
    "Petra Lind was arrested in April for a letter of March 21 to the council. "
    "Bakers (covering 65 percent of the square) and florists (covering 17 percent of the square) opened on Friday. "
    "Yusuf Grant met Clara Voss in the office of Ingrid Valstad in 2011."
)
INDEX = index_article(article_of(ARTICLE))


def _check(text: str) -> tuple[Verdict, tuple[Reason, ...]]:
    support = check_statement(INDEX, Asserted(text=text)).support
    return support.verdict, support.reasons


@pytest.mark.parametrize(
    "claim",
    [
        "Shares of Osk Marine are up 39 percent this year.",
        "The mayor spent 40 crowns on the gate.",
        "Three drivers were freed on Monday by the police of Tarnhill in exchange for two guards.",
        "Vessby 1, Pellport 5: Dele Abara scored twice.",
        "Florists cover 65 percent of the square.",
        "Clara Voss met Yusuf Grant in the office of Ingrid Valstad in 2011.",
        "Ingrid Valstad met Clara Voss in the office of Yusuf Grant in 2011.",
    ],
)
def test_what_belongs_to_another_thing_is_not_supported(claim: str) -> None:
    """Every word of the claim stands in the sentence, and the claim is false."""
    assert _check(claim)[0] is not Verdict.SUPPORTED


@pytest.mark.parametrize(
    "claim",
    [
        "Shares of Brandt Ferries are up 39 percent this year.",
        "This year shares of Brandt Ferries are up 39 percent.",
        "The mayor spent 24 crowns on the gate.",
        "In exchange for three guards, two drivers were freed on Monday by the police of Tarnhill.",
        "Bakers cover 65 percent of the square.",
        "In 2011 Yusuf Grant met Clara Voss in the office of Ingrid Valstad.",
        "Clara Voss was met by Yusuf Grant in the office of Ingrid Valstad in 2011.",
    ],
)
def test_another_order_of_the_same_facts_is_supported(claim: str) -> None:
    """A phrase that moved as a whole and a passive take nothing away from anybody."""
    assert _check(claim)[0] is Verdict.SUPPORTED


def test_the_finding_names_both_places() -> None:
    """The reason gives the claim's word and the one that the article has in its place, each at its offsets."""
    claim = "Vessby 1, Pellport 5: Dele Abara scored twice."
    verdict, reasons = _check(claim)
    reason = next(reason for reason in reasons if reason.kind is ReasonKind.NUMBER)
    assert verdict is Verdict.CONTRADICTED
    assert reason.claim_span is not None
    assert reason.source_span is not None
    assert (reason.claim, reason.source) in {("1", "5"), ("5", "1")}
    assert reason.claim_span.of(claim) == reason.claim
    assert reason.source_span.of(ARTICLE) == reason.source
