"""What was only asked for, wanted or promised is not told as done."""

import pytest

from groundwire.domain.support import ReasonKind, Verdict
from groundwire.grounding.check import Asserted, check_statement
from unit.grounding.invented import index_of

TEXT = (
    "The council asked the fire brigade of Marn to inspect the cellar. The mayor promised the tenants to repair the roof before"
    " winter. Union leaders urged the drivers to accept the offer. The tenants want the court to stop the sale. Inspector Lea"
    " Holm agreed to visit the site, and on Monday the divers searched the pond."
)
INDEX = index_of(TEXT)


@pytest.mark.parametrize(
    "claim",
    [
        "The fire brigade of Marn is inspecting the cellar.",
        "The fire brigade of Marn inspected the cellar.",
        "The mayor repaired the roof before winter.",
        "The drivers accepted the offer.",
        "The court stopped the sale.",
        "Inspector Lea Holm visited the site.",
    ],
)
def test_an_act_under_a_verb_of_asking_or_promising_is_not_done(claim: str) -> None:
    """The verb of asking is what the article is sure of; without it the claim says more."""
    support = check_statement(INDEX, Asserted(claim)).support
    assert support.verdict is not Verdict.SUPPORTED
    assert ReasonKind.MODALITY in {reason.kind for reason in support.reasons}


@pytest.mark.parametrize(
    "claim",
    [
        "The fire brigade of Marn was asked to inspect the cellar.",
        "The council asked the fire brigade of Marn to inspect the cellar.",
        "The fire brigade of Marn is to inspect the cellar.",
        "The mayor promised to repair the roof before winter.",
        "The drivers were urged to accept the offer.",
        "The divers searched the pond on Monday.",
    ],
)
def test_who_keeps_the_asking_or_the_promise_is_supported(claim: str) -> None:
    """The same acts, told as what they are."""
    assert check_statement(INDEX, Asserted(claim)).support.verdict is Verdict.SUPPORTED
