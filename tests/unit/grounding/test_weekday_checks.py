"""A weekday of an article and the date that a claim makes of it."""

import pytest

from groundwire.domain.support import Verdict
from groundwire.grounding.check import Asserted, check_statement
from unit.grounding.invented import index_of

TEXT = "The barge Orla will sail to Ulm on Friday. The tug Mira sank near Ulm on Monday."
INDEX = index_of(TEXT, published="2025-03-12")


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("The barge Orla will sail to Ulm on Friday.", Verdict.SUPPORTED),
        ("The barge Orla will sail to Ulm on 14 March 2025.", Verdict.SUPPORTED),
        ("The barge Orla will sail to Ulm on 21 March 2025.", Verdict.CONTRADICTED),
        ("The barge Orla will sail to Ulm on Saturday.", Verdict.CONTRADICTED),
        ("The tug Mira sank near Ulm on 10 March 2025.", Verdict.SUPPORTED),
        ("The tug Mira sank near Ulm on 3 March 2025.", Verdict.CONTRADICTED),
    ],
)
def test_a_date_is_held_against_the_weekday_that_is_meant(claim, verdict):
    """The coming Friday of a sentence that looks forward has a date, and another week's is none of it."""
    assert check_statement(INDEX, Asserted(claim)).support.verdict is verdict
