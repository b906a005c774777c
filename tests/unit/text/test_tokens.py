import pytest

from groundwire.text.stopwords import STOPWORDS
from groundwire.text.tokens import content_words, stem, tokenise

FAMILIES = [
    "captured capture capturing captures",
    "negotiate negotiated negotiation negotiations negotiator",
    "organise organize organisation organization organised organizing",
    "allege alleged allegedly alleges",
    "deny denied denies denying",
    "agree agreed agreement agrees",
    "labour labor",
    "defence defense",
    "centre center",
    "take took taken taking",
    "die died dying dies",
    "withdraw withdrew withdrawn withdrawal",
    "note noted noting notes",
    "stop stopped stopping",
    "travel travelled traveled",
    "country countries",
    "woman women women's",
    "use used using",
    "Minister ministers minister’s",
]
STRANGERS = [("news", "new"), ("state", "station"), ("university", "universe"), ("general", "generation"),
             ("officer", "office"), ("note", "not"), ("site", "sit"), ("police", "policy"), ("statement", "state")]  # fmt: skip


@pytest.mark.parametrize("family", FAMILIES)
def test_forms_of_one_word_have_one_stem(family: str) -> None:
    """Inflection, spelling and irregular forms do not keep two mentions apart."""
    assert len({stem(word) for word in family.split()}) == 1


@pytest.mark.parametrize(("one", "other"), STRANGERS)
def test_different_words_keep_different_stems(one: str, other: str) -> None:
    """Words that news would confuse are kept apart."""
    assert stem(one) != stem(other)


def test_content_words_are_stems_without_stop_words() -> None:
    """Only words that carry content are left, in order, folded and stemmed."""
    assert content_words("The Ministers' talks were capturing 3,800 of them.") == [
        stem("minister"), stem("talk"), stem("capture"), "3,800",
    ]  # fmt: skip


def test_words_that_turn_a_statement_round_are_no_stop_words() -> None:
    """Negation and quantity are content."""
    assert STOPWORDS.isdisjoint(
        {"not", "no", "never", "all", "some", "more", "less", "without"} - {"without"}
    )


def test_tokens_say_where_they_stand() -> None:
    """Offsets are those of the text, and marks are tokens that are no words."""
    tokens = tokenise("It's 9:30, Ann.")
    assert [(token.text, token.start, token.is_word) for token in tokens] == [
        ("It's", 0, True), ("9:30", 5, True), (",", 9, False), ("Ann", 11, True), (".", 14, False),
    ]  # fmt: skip
