import pytest

from groundwire.briefing.wording import sentence, sentences, with_article
from groundwire.domain.briefing import MergedClaim
from groundwire.domain.claim import Stance
from unit.briefing.desk import story_of
from unit.corroborate.accounts import article, claims_of


def row(text: str, speaker: str | None = None, stance: Stance = Stance.ASSERTED) -> MergedClaim:
    """A row with these words."""
    told = article("a1", text)
    (made,) = story_of((told, claims_of(told)[:1])).corroboration.claims
    return made.model_copy(update={"text": text, "speaker": speaker, "stance": stance})


def test_who_is_credited_is_added_where_the_words_leave_it_out():
    """A row whose own words do not name its speaker gets them, before the full stop."""
    assert sentence(row("The dam leaks.", "Mara Lund")) == "The dam leaks, according to Mara Lund."


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Mara Lund said the dam leaks.", "Mara Lund"),
        ("Lund said the dam leaks.", "Mara Lund"),
        ("According to the water board the dam leaks.", "water board"),
        ("The dam leaks.", None),
    ],
)
def test_a_credit_that_stands_there_is_not_repeated(text, speaker):
    """Words that name their speaker, under any form of the name, stay as they are."""
    assert sentence(row(text, speaker)) == text


@pytest.mark.parametrize(
    ("stance", "expected"),
    [
        (Stance.ALLEGED, "The dam leaks (alleged)."),
        (Stance.PREDICTED, "The dam leaks (a prediction)."),
        (Stance.OPINION, "The dam leaks (an opinion)."),
        (Stance.ASSERTED, "The dam leaks."),
    ],
)
def test_how_firmly_it_is_put_is_kept_in_the_text(stance, expected):
    """What is alleged, predicted or an opinion is never told as a plain fact."""
    assert sentence(row("The dam leaks.", None, stance)) == expected


def test_a_hedge_that_stands_there_is_not_repeated():
    """Words that say "may" need no "alleged" after them."""
    assert sentence(row("The dam may leak.", None, Stance.ALLEGED)) == "The dam may leak."


def test_a_speaker_of_several_rows_is_credited_once_and_for_nothing_else():
    """Rows of one speaker stand together behind one credit, after the rows that are credited to nobody."""
    rows = [row("The dam leaks.", "Mara Lund"), row("Bread is dear."), row("The town is safe.", "Mara Lund")]
    assert sentences(rows) == "Bread is dear. According to Mara Lund: The dam leaks. The town is safe."


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [
        ("Institute for Road Studies", "the Institute for Road Studies"),
        ("Lindau Times", "the Lindau Times"),
        ("The Alder Courier", "The Alder Courier"),
        ("Mara Lund", "Mara Lund"),
        ("a driver", "a driver"),
    ],
)
def test_a_body_takes_an_article(speaker, expected):
    """A body named for what it does is "the", a person is not."""
    assert with_article(speaker) == expected
