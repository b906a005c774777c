"""Who speaks is taken off the front of a fact only where what is left says the same alone."""

import pytest

from groundwire.summarise.openings import has_verb, without_speaker

SPEAKERS = ("the harbour office", "Ines Brandt", "the town's report of May")


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        ("The harbour office said that the pier was closed.", "The pier was closed."),
        ("The harbour office said the pier was closed.", "The pier was closed."),
        ("According to Ines Brandt, the hull was old.", "The hull was old."),
        ("Ines Brandt told The Marn Post that two divers had left.", "Two divers had left."),
        ("Ines Brandt told reporters after the vote that the law would stand.", "The law would stand."),
        ("The harbour office said on Monday that no crack had been found.", "No crack had been found."),
        ("The harbour office said in a notice that 11 of 40 ships had been counted twice.",
         "11 of 40 ships had been counted twice."),
        ("The harbour office said it would repair the pier.", "The harbour office would repair the pier."),
        ("The harbour office promised Ines Brandt in writing that the school would stay open.",
         "The school would stay open."),
        ("The harbour office believes that the fire began below.", "The fire began below."),
    ],
)  # fmt: skip
def test_what_was_said_stands_alone(fact: str, said: str) -> None:
    """To whom, when and in what it was said goes with the opening; "it" is who speaks."""
    assert without_speaker(fact, SPEAKERS) == said


@pytest.mark.parametrize(
    "fact",
    [
        "Ines Brandt denied that the hull was old.",
        "The harbour office doubts that the captain is learning anything.",
        "Ines Brandt ruled out standing for the council.",
        "The harbour office warned of high waves until Tuesday.",
        "The harbour office now expects traffic of 40 ships, compared with 52.",
        "The harbour office found serious errors in the books.",
        "The harbour office found errors that were regrettable.",
        "The harbour office explained why so many ships come late.",
        "The harbour office promised the school to stay open.",
        "The town's report of May seen by the Post said the pier has had four cracks.",
        "The harbour office confirmed that there was a letter but would not show it.",
        "The harbour office confirmed that one ship sank and that another was towed.",
        "Ines Brandt said it could last until June.",
        "Ines Brandt said he had spoken for himself.",
        "Ines Brandt said her crew would appeal.",
        "The mayor said that the pier was closed.",
        "The pier was closed on Monday.",
    ],
)
def test_a_fact_stays_whole_where_less_would_say_something_else(fact: str) -> None:
    """A doubt, a second verb, an object, "he" that may be another, and a speaker whom the article does not credit."""
    assert without_speaker(fact, SPEAKERS) == fact


@pytest.mark.parametrize("fact", ["Her lawyer said.", "The harbour office said on Monday."])
def test_that_somebody_spoke_says_nothing(fact: str) -> None:
    """Whoever it was, and whenever."""
    assert without_speaker(fact, SPEAKERS) == ""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A battle in December.", False),
        ("On Monday.", False),
        ("The ferry's first visit since 1987.", False),
        ("The ferry sank.", True),
        ("The ferry carries cars.", True),
        ("The ferry will be repaired.", True),
    ],
)
def test_a_sentence_has_a_verb(text: str, *, found: bool) -> None:
    """A name with a place or a day tells nothing that happened."""
    assert has_verb(text) is found
