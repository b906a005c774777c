"""A claim's time and stance follow the direction of its clause."""

import pytest

from extractive_articles import article_of
from groundwire.domain.claim import Claim, Stance
from groundwire.extractive.analyst import analyse

TUESDAY = "2025-03-04"


def _claims(text: str) -> tuple[Claim, ...]:
    return analyse(article_of(text, published=TUESDAY)).claims


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The barge is expected to reach the lock of Ulm on Saturday.", "2025-03-08"),
        ("The treasurer of the town will step down on Friday.", "2025-03-07"),
        ("The treasurer of the town stepped down on Friday.", "2025-02-28"),
    ],
)
def test_a_claim_is_dated_in_the_direction_of_its_clause(text, day):
    """What will happen on a weekday is dated on the coming one, what happened on the last one."""
    (claim,) = _claims(text)
    assert claim.when is not None
    assert (claim.when.earliest, claim.when.latest) == (day, day)


def test_what_somebody_expects_is_foretold():
    """What somebody expects to do lies ahead: it is predicted, and on the coming weekday."""
    (claim,) = _claims("“We expect to open the ovens again on Friday,” said Ann Lee, who owns the bakery.")
    assert claim.when is not None
    assert (claim.when.earliest, claim.stance) == ("2025-03-07", Stance.PREDICTED)
