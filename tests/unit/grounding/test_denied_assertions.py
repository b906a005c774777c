"""What is said with a denial is not what is denied."""

import pytest

from groundwire.domain.support import Verdict
from groundwire.grounding.check import Asserted, check_statement
from unit.grounding.invented import index_of

TEXT = (
    "The captain is said to leave Tolne for a club abroad. Her agent, Ola Brandt, flatly denied it: “There is no contract.”"
    " The shipyard rejected the report. “The figures are correct,” the owner, Ines Holm, said. The mayor denied any “wrongdoing”."
)
INDEX = index_of(TEXT)


@pytest.mark.parametrize(
    "claim", ["Ola Brandt denied there is no contract.", "Ola Brandt denied that there is no contract."]
)
def test_nobody_denies_their_own_words(claim: str) -> None:
    """Two negations make the agent say that there is one."""
    assert check_statement(INDEX, Asserted(claim)).support.verdict is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    "claim",
    [
        "Ola Brandt: “There is no contract.”",
        "The mayor denied any wrongdoing.",
    ],
)
def test_what_is_denied_may_be_told(claim: str) -> None:
    """The words themselves, and a piece that is quoted as what is denied."""
    assert check_statement(INDEX, Asserted(claim)).support.verdict is Verdict.SUPPORTED
