"""Reporting grammar: who is credited for which words."""

import pytest

from extractive_articles import article_of
from groundwire.extractive.frames import find_frames
from groundwire.extractive.passages import find_passages


def _frames(text: str) -> list[tuple[str, str, list[str]]]:
    return [
        (
            frame.speaker.whole.of(text) if frame.speaker else "",
            frame.cue.of(text),
            [span.of(text) for span in frame.content],
        )
        for passage in find_passages(article_of(text))
        for frame in find_frames(passage.words)
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content"),
    [
        ("The mayor said that the bridge was closed.", "The mayor", "said", ["the bridge was closed"]),
        ("The mayor said the bridge was closed.", "The mayor", "said", ["the bridge was closed"]),
        ("The bridge was closed, the mayor said.", "the mayor", "said", ["The bridge was closed"]),
        ("The bridge was closed, said Ann Lee.", "Ann Lee", "said", ["The bridge was closed"]),
        (
            "According to the harbour office, two ships collided.",
            "the harbour office",
            "According to",
            ["two ships collided"],
        ),
        (
            "Two ships collided, according to the harbour office.",
            "the harbour office",
            "according to",
            ["Two ships collided"],
        ),
        (
            "The fire, according to police, was put out by noon.",
            "police",
            "according to",
            ["The fire", "was put out by noon"],
        ),
        ("As Lee told the paper, the vote was close.", "Lee", "told", ["the vote was close"]),
        (
            "Lee told reporters on Monday that the vote was close.",
            "Lee",
            "told",
            ["the vote was close"],
        ),
        (
            "“The vote was close,” said Lee, “and we lost it.”",
            "Lee",
            "said",
            ["“The vote was close,”", "“and we lost it.”"],
        ),
        ("Lee said: “The vote was close.”", "Lee", "said", ["“The vote was close.”"]),
        (
            "It was reported by the agency that the dam had burst.",
            "the agency",
            "reported",
            ["the dam had burst"],
        ),
        ("It is believed that the dam had burst.", "", "believed", ["the dam had burst"]),
        ("Officials denied any leak of data.", "Officials", "denied", ["any leak of data"]),
        (
            "Ann Lee, the mayor of Ulm, said the bridge was closed.",
            "Ann Lee, the mayor of Ulm",
            "said",
            ["the bridge was closed"],
        ),
        (
            "A letter seen by the paper says the bridge was closed.",
            "A letter seen by the paper",
            "says",
            ["the bridge was closed"],
        ),
        (
            "Engineers pointed out that the bridge was old.",
            "Engineers",
            "pointed out",
            ["the bridge was old"],
        ),
        ("Critics raised concerns about the cost.", "Critics", "concerns", ["the cost"]),
        ("The council backed the plan: “It is overdue.”", "", "", []),
    ],
)
def test_a_frame_is_read(text: str, speaker: str, cue: str, content: list[str]) -> None:
    """Each way of crediting gives its speaker, cue and content; a verb that does not report gives none."""
    assert _frames(text) == ([(speaker, cue, content)] if cue else [])


def test_a_participle_has_the_subject_of_its_sentence() -> None:
    """`…, saying that` is said by whom the sentence is about, and starts content of its own."""
    text = "The owner denied a fire, saying that the smoke came from a boiler."
    assert _frames(text) == [
        ("The owner", "denied", ["a fire"]),
        ("The owner", "saying", ["the smoke came from a boiler"]),
    ]


def test_joined_verbs_share_their_subject() -> None:
    """The second of two verbs of saying is credited to the subject of the first."""
    text = "The clerk told the court that the door was open and said that nobody had been inside."
    assert [(speaker, content) for speaker, _, content in _frames(text)] == [
        ("The clerk", ["the door was open"]),
        ("The clerk", ["nobody had been inside"]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Divers found the wreck in the bay.",
        "The report was long.",
        "She felt the cold of the morning.",
        "A study of the lake took two years.",
        "The court decided the case in May.",
        "The reports of the agency fill a shelf.",
    ],
)
def test_other_uses_of_such_words_are_no_frames(text: str) -> None:
    """A finding, a feeling or a report that is an object credits nobody."""
    assert _frames(text) == []


def test_a_quotation_in_the_next_paragraph_belongs_to_the_announcement() -> None:
    """A colon or comma at a paragraph's end is answered by the quotation below it."""
    text = "The mayor wrote:\n\n“The bridge is safe.”"
    assert [(speaker, content) for speaker, _, content in _frames(text)] == [
        ("The mayor", ["“The bridge is safe.”"])
    ]


def test_full_stops_of_abbreviations_end_nothing() -> None:
    """Content goes on after an abbreviation."""
    text = "The envoy said the U.N. office had been moved."
    assert _frames(text)[0][2] == ["the U.N. office had been moved"]
