"""What a summary of several sentences does without contradicting any of them."""

import pytest

from groundwire.domain.support import Verdict
from groundwire.grounding.check import Asserted, check_statement
from groundwire.grounding.index import index_article
from planted_articles import article_of

ARTICLE = (
    "A dam above the town of Orrin may have begun to leak in late May, the Orrin Courier reported, citing two engineers. "
    "“There is no leak,” said Mara Lindqvist, who heads the regional water board. "
    "Divers on Monday examined Quorndale's reservoir Blue Mere for the first time. "
    "Lindqvist told the Courier in a letter that her deputy had not been asked."
)
INDEX = index_article(article_of(ARTICLE))


@pytest.mark.parametrize(
    "claim",
    [
        "A dam above the town of Orrin may have begun to leak, two engineers say; Mara Lindqvist of the water board denies it.",
        "Divers examined Blue Mere, a reservoir of Quorndale, for the first time on Monday.",
        "In a letter to the Courier Lindqvist said that she had not been asked.",
    ],
)
def test_another_sentence_beside_it_is_no_contradiction(claim: str) -> None:
    """A denial that is told after what it denies, a genitive turned into "of", and a pronoun of another part contradict nothing."""
    assert check_statement(INDEX, Asserted(text=claim)).support.verdict is not Verdict.CONTRADICTED


@pytest.mark.parametrize(
    "claim",
    [
        "Mara Lindqvist denies that she heads the regional water board.",
        "Divers on Monday did not examine Quorndale's reservoir Blue Mere for the first time.",
    ],
)
def test_a_denial_of_what_the_article_says_is_one(claim: str) -> None:
    """The same words before what the article says are a contradiction, or at least no support."""
    assert check_statement(INDEX, Asserted(text=claim)).support.verdict is not Verdict.SUPPORTED
