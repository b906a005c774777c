"""What is said with "which" of a whole clause is not said of somebody in it."""

import pytest

from groundwire.domain.support import Verdict
from groundwire.grounding.check import Asserted, check_statement
from unit.grounding.invented import index_of

TEXT = (
    "The drivers of Tolne, despite all warnings, go on parking in the side streets, which has led to long delays of the fire engines."
    " The council closed two schools, which were too small, and sold the land. The old mill, which is empty, attracts visitors."
)
INDEX = index_of(TEXT)


def test_somebody_of_the_clause_has_not_done_what_the_clause_did() -> None:
    """The parking led to delays; the drivers did not."""
    claim = Asserted("The drivers of Tolne have led to long delays of the fire engines.")
    assert check_statement(INDEX, claim).support.verdict is not Verdict.SUPPORTED


@pytest.mark.parametrize(
    "claim",
    [
        "Parking in the side streets has led to long delays of the fire engines.",
        "The drivers of Tolne go on parking in the side streets.",
        "The two schools were too small.",
        "The old mill is empty.",
    ],
)
def test_what_which_does_stand_for_may_be_named(claim: str) -> None:
    """The clause with its last words, and a noun that "which" agrees with."""
    assert check_statement(INDEX, Asserted(claim)).support.verdict is Verdict.SUPPORTED
