"""Which of two things is the greater."""

import pytest

from groundwire.domain.support import ReasonKind, Verdict
from groundwire.grounding.check import Asserted, check_statement
from unit.grounding.invented import index_of

TEXT = (
    "The rents in Marn rise by 5 per cent, which is less than the 8 per cent that the mayor promised. In May the port earned more"
    " than the airport. The old bridge is longer than the tunnel under the bay. Wages in the shipyard grew faster than prices in"
    " the town. More than 40 ships waited before the harbour of Tolne."
)
INDEX = index_of(TEXT)


@pytest.mark.parametrize(
    "claim",
    [
        "What the mayor promised is less than the rise of the rents in Marn.",
        "The tunnel under the bay is longer than the old bridge.",
        "Prices in the town grew faster than wages in the shipyard.",
    ],
)
def test_a_comparison_that_was_turned_round_is_contradicted(claim: str) -> None:
    """The same words, and the greater has become the less."""
    support = check_statement(INDEX, Asserted(claim)).support
    assert support.verdict is Verdict.CONTRADICTED
    assert ReasonKind.COMPARISON in {reason.kind for reason in support.reasons}


def test_what_other_checks_find_first_is_not_supported_either() -> None:
    """Names that changed places are found as such."""
    claim = Asserted("The airport earned more than the port in May.")
    assert check_statement(INDEX, claim).support.verdict is not Verdict.SUPPORTED


@pytest.mark.parametrize(
    "claim",
    [
        "The port earned more than the airport in May.",
        "In May the port earned more than the airport.",
        "The old bridge is longer than the tunnel.",
        "More than 40 ships waited before the harbour of Tolne.",
        "Before the harbour of Tolne more than 40 ships waited.",
    ],
)
def test_a_comparison_in_its_own_direction_is_supported(claim: str) -> None:
    """A frame that moved, and a bound of a number, turn nothing round."""
    assert check_statement(INDEX, Asserted(claim)).support.verdict is Verdict.SUPPORTED
