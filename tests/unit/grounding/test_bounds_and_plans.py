"""A bound is no exact number, and what may or is to come has not come about."""

import pytest

from groundwire.domain.support import Verdict
from groundwire.grounding.check import Asserted, check_statement
from groundwire.grounding.index import index_article
from planted_articles import article_of

ARTICLE = (
    "The shipyard of Ostmere is set to sell up to 40 barges from its second wharf. "
    "Yusuf Grant could face up to 6 years in prison and have to pay 900 crowns after the trial. "
    "Nearly 150 bakers walked out in Vessby on Monday. "
    "At least 12 tents were torn in the storm over Pellport. "
    "Clara Voss said that she did not think a new bridge would help the town."
)
INDEX = index_article(article_of(ARTICLE))


@pytest.mark.parametrize(
    "claim",
    [
        "The shipyard of Ostmere has sold up to 40 barges from its second wharf.",
        "The shipyard of Ostmere is set to sell 40 barges from its second wharf.",
        "Yusuf Grant will serve 6 years in prison and pay 900 crowns.",
        "More than 150 bakers walked out in Vessby on Monday.",
        "Exactly 12 tents were torn in the storm over Pellport.",
        "12 tents were torn in the storm over Pellport.",
        "Clara Voss said that a new bridge would help the town.",
    ],
)
def test_more_than_the_article_says_is_not_supported(claim: str) -> None:
    """A bound, a plan, a possibility and a negation over "think" are not left out."""
    assert check_statement(INDEX, Asserted(text=claim)).support.verdict is not Verdict.SUPPORTED


@pytest.mark.parametrize(
    "claim",
    [
        "The shipyard of Ostmere is set to sell at most 40 barges from its second wharf.",
        "About 150 bakers walked out in Vessby on Monday.",
        "Almost 150 bakers walked out in Vessby on Monday.",
        "No fewer than 12 tents were torn in the storm over Pellport.",
    ],
)
def test_the_same_bound_in_other_words_is_supported(claim: str) -> None:
    """What means the same bound may stand for it."""
    assert check_statement(INDEX, Asserted(text=claim)).support.verdict is Verdict.SUPPORTED
