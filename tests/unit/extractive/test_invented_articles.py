"""Short invented articles with what goes wrong easily: whose words they are, what is doubted, what points back."""

import pytest

from extractive_articles import article_of
from groundwire.extractive.analyst import analyse


def _told(text: str, title: str | None = None) -> list[tuple[str, str | None]]:
    claims = analyse(article_of(text, title=title)).claims
    return [(claim.text, claim.attribution.speaker) for claim in claims]


def _lost(text: str, title: str | None = None) -> dict[str, str]:
    losses = analyse(article_of(text, title=title)).losses["sentences"]
    return {item.what: item.reason for item in losses.items}


def test_a_spokeswoman_is_not_the_minister() -> None:
    """`She` goes to the woman who spoke, not to the man who was named."""
    text = (
        "Judges opened an inquiry into Finance Minister Karl Odran on Friday, a spokeswoman for the court said. "
        "She did not say whether money had been paid."
    )
    assert _told(text) == [
        (
            "Judges opened an inquiry into Finance Minister Karl Odran on Friday.",
            "a spokeswoman for the court",
        ),
        (
            "A spokeswoman for the court did not say whether money had been paid.",
            "a spokeswoman for the court",
        ),
    ]


def test_of_two_men_he_is_nobody() -> None:
    """Two people who could be meant: the mention stays, no name is put to the words."""
    text = "Tom Hale met Karl Odran at the mill. A clerk was there as well. “The mill is sold to a bank now,” he said."
    assert _told(text)[-1] == ("The mill is sold to a bank now.", "he")


def test_of_a_man_and_a_woman_each_has_a_pronoun() -> None:
    """First names that tell a gender part the two."""
    text = "Maria Odran met Tom Hale at the mill. “The mill is sold to a bank now,” she said. He denied that the price was fair."
    assert [speaker for _, speaker in _told(text)] == [None, "Maria Odran", "Tom Hale"]


def test_two_of_one_surname_stay_apart() -> None:
    """A surname that two people have names neither in full."""
    text = "Tom Hale and his wife Maria Hale bought the mill. Hale said the mill was closed on Monday."
    assert _told(text)[-1] == ("The mill was closed on Monday.", "Hale")


def test_he_within_reported_words_is_the_one_who_reports() -> None:
    """`The prisoner said he believed`: nobody from the sentence before."""
    text = (
        "President Tom Hale spoke in Ulm. A prisoner said he believed that he was being taken to the harbour."
    )
    assert _told(text)[-1] == (
        "A prisoner said he believed that he was being taken to the harbour.",
        "a prisoner",
    )


def test_a_topic_is_not_interviewed() -> None:
    """Whom an interview is about does not speak its answers; what says "we" and is nobody's is set aside."""
    title = "An interview with a brewer on Karl Odran"
    text = (
        "Karl Odran gave a beer its name.\n\nWho drinks it?\n\nStudents ordered the beer in May.\n\n"
        "When did you start?\n\nWe started in the spring of that year.\n\nIs it strong?\n\nIt is a light beer."
    )
    assert _told(text, title) == [
        ("Karl Odran gave a beer its name.", None),
        ("Students ordered the beer in May.", None),
    ]
    assert _lost(text, title)["We started in the spring of that year."] == "speaker not named"


def test_who_gives_another_name_is_somebody_else() -> None:
    """`I'm …` in an answer: the words are not those of the one whom the title names."""
    text = (
        "Maria Lind painted maps in Ulm.\n\nHow did it begin?\n\nI drew maps at school.\n\nAnd you?\n\nI'm Karl Odran and I paint.\n\n"
        "What comes next?\n\nThe harbour is next."
    )
    told = _told(text, "Maria Lind, painter of maps, interviewed")
    assert ("Maria Lind: “I drew maps at school.”", "Maria Lind") in told
    assert not any("Odran" in claim for claim, _ in told)


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("Karl Odran spoke on Monday. Odran said he could not confirm that.", "Odran said he could not confirm that."),
        ("Two buses collided near Ulm. Three of them were badly damaged.", "Three of them were badly damaged."),
        ("A storm reached Ulm. It was the third of the year.", "It was the third of the year."),
        ("Prices rose by a tenth. This surprised nobody. That is what banks had hoped.", "That is what banks had hoped."),
    ],
)  # fmt: skip
def test_what_points_back_is_set_aside(text: str, lost: str) -> None:
    """A sentence that says nothing alone is no claim, and its loss says why."""
    assert _lost(text)[lost] == "not self-contained"


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The tax office said it was reading the files.",
            "The tax office said it was reading the files.",
        ),
        ("Odran said his firm had paid.", "Odran said his firm had paid."),
        ("They fear a flood, officials in Ulm said.", "They fear a flood, officials in Ulm said."),
        ("It is unclear whether the mill will open.", "It is unclear whether the mill will open."),
    ],
)
def test_a_frame_explains_a_pronoun(text: str, claim: str) -> None:
    """Reported words that open with a pronoun keep who said them; an `it` that stands for nothing needs nobody."""
    told = [told for told, _ in _told(text)]
    assert told == ([] if claim.startswith("They") else [claim])


def test_a_relative_clause_does_not_speak() -> None:
    """`Economists who study the trade say`: the trade says nothing."""
    text = "Economists who study the river trade say the port will close."
    assert [speaker for _, speaker in _told(text)] == ["economists"]


def test_the_second_speaker_of_a_sentence_has_his_own_words() -> None:
    """`A said that B knew that C, and he believes that D`: C ends before the next saying."""
    text = "Tom Hale said that Maria Lind knew that the mill was closed, and he believes that she lied."
    told = dict(_told(text))
    assert told["The mill was closed."] == "Maria Lind"
    assert not any(claim.startswith("The mill was closed, and") for claim in told)


def test_somebodys_own_is_named_or_set_aside() -> None:
    """`Her office` is Maria Lind's where nobody else can be meant; of two women it is nobody's."""
    text = "Maria Lind left the council on Monday. Her office in Ulm was closed."
    assert _told(text)[-1] == ("Maria Lind’s office in Ulm was closed.", None)
    text = "Maria Lind met Anna Hale on Monday. Her office in Ulm was closed."
    assert _lost(text)["Her office in Ulm was closed."] == "not self-contained"


def test_the_subject_of_a_sentence_comes_before_who_was_named_earlier() -> None:
    """`A soldier described … . His unit …`: the soldier's, not the president's of the sentence before."""
    text = (
        "President Tom Hale spoke of 300 wounded men. A soldier described an attack in which, he said, the crew was alone. "
        "His unit held the bridge for a day."
    )
    assert _told(text)[1:] == [
        ("A soldier described an attack in which, he said, the crew was alone.", None),
        ("A soldier’s unit held the bridge for a day.", None),
    ]


def test_nobody_is_no_antecedent() -> None:
    """`Neither prisoner …` names nobody whom `he` could stand for."""
    text = "Neither prisoner speaks a word of English. He told the guards that the bridge was closed."
    assert _told(text)[-1] == ("The bridge was closed.", "he")


def test_the_month_of_may_foretells_nothing() -> None:
    """`May 18` is a day, `may` is a doubt."""
    text = "The mill was closed on Saturday, May 18. The bank may close the mill."
    stances = [claim.stance.value for claim in analyse(article_of(text)).claims]
    assert stances == ["asserted", "predicted"]


def test_a_quotation_that_nobody_is_named_for_is_set_aside() -> None:
    """Words in quotation marks are somebody's; without a speaker they are not told as the article's own."""
    text = "The mill in Ulm burned down.\n\n“The roof was never safe in all these years.”\n\nThe council meets on Friday."
    assert [claim for claim, _ in _told(text)] == [
        "The mill in Ulm burned down.",
        "The council meets on Friday.",
    ]
    assert "speaker not named" in _lost(text).values()


def test_a_summary_does_not_point_back() -> None:
    """Neither the bottom line nor a point needs a sentence that is not shown."""
    text = (
        "The mill in Ulm was closed on Monday after a fire in its roof. It was the third fire of the year in the old town. "
        "Karl Odran said at the council that he could not confirm that. The council meets on Friday to decide on the roof."
    )
    summary = analyse(article_of(text)).summary
    assert summary.bottom_line == "The mill in Ulm was closed on Monday after a fire in its roof."
    assert [point.text for point in summary.points] == ["The council meets on Friday to decide on the roof."]


def test_a_dateline_without_a_place_is_left_out() -> None:
    """Day and agency before the dash are no part of the claim."""
    (claim, _) = _told("June 2 (Agency) - The mill was closed.")[0]
    assert claim == "The mill was closed."
