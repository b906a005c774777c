"""What a frame does to its content: for every verb that credits, what may stand alone and what keeps its frame."""

import pytest

from extractive_articles import article_of
from groundwire.domain.claim import Claim, Stance
from groundwire.extractive.analyst import analyse
from groundwire.extractive.bearing import ATTITUDES
from groundwire.text.reporting import REPORTING_VERBS, Form, ReportingVerb, Takes

_CONTENT = "the old bridge was closed in May"


def _claims(text: str) -> tuple[Claim, ...]:
    return analyse(article_of(text)).claims


def _pasts() -> list[tuple[str, ReportingVerb]]:
    return sorted(
        (word, verb)
        for word, verb in REPORTING_VERBS.items()
        if Form.PAST in verb.forms and verb.takes not in {Takes.QUOTE, Takes.RECIPIENT} and " " not in word
    )


@pytest.mark.parametrize(("word", "verb"), _pasts())
def test_every_verb_has_its_bearing(word: str, verb: ReportingVerb) -> None:
    """Under verbs of thought, doubt, wish, hint and denial the frame stays; under the others the content stands alone."""
    sentence = f"Tom Hale {word} that {_CONTENT}."
    (claim,) = _claims(sentence)
    keeps = verb.lemma in ATTITUDES or verb.stance is Stance.DENIED
    assert claim.text == (sentence if keeps else "The old bridge was closed in May.")
    assert (claim.attribution.speaker, claim.stance) == ("Tom Hale", verb.stance)


@pytest.mark.parametrize(("word", "verb"), _pasts())
def test_no_verb_survives_its_negation(word: str, verb: ReportingVerb) -> None:
    """`X had not … that` never becomes what X had not said, and confirms or denies nothing."""
    sentence = f"Tom Hale had not {word} that {_CONTENT}."
    for claim in _claims(sentence):
        assert claim.text == sentence
        assert claim.stance not in {Stance.CONFIRMED, Stance.DENIED, Stance.PREDICTED}, verb.lemma


@pytest.mark.parametrize(
    ("frame", "stance"),
    [
        ("Tom Hale doubts that", Stance.OPINION),
        ("Tom Hale doubted whether", Stance.OPINION),
        ("Tom Hale could not confirm that", Stance.ALLEGED),
        ("Tom Hale cannot say whether", Stance.ASSERTED),
        ("Tom Hale declined to confirm that", Stance.ASSERTED),
        ("Tom Hale refused to say whether", Stance.ASSERTED),
        ("Tom Hale failed to show that", Stance.ASSERTED),
        ("Tom Hale has yet to confirm that", Stance.ASSERTED),
        ("Tom Hale did not say that", Stance.ASSERTED),
        ("Tom Hale never said", Stance.ASSERTED),
        ("Tom Hale no longer believes that", Stance.OPINION),
        ("Tom Hale did not deny that", Stance.ASSERTED),
        ("Tom Hale ruled out that", Stance.ASSERTED),
        ("Tom Hale questioned whether", Stance.ASSERTED),
        ("Tom Hale wondered whether", Stance.ASSERTED),
        ("Tom Hale asked if", Stance.ASSERTED),
        ("Tom Hale found no evidence that", Stance.ASSERTED),
        ("Tom Hale rejected claims that", Stance.DENIED),
        ("Tom Hale is not convinced that", Stance.ASSERTED),
        ("Tom Hale pretended that", Stance.ASSERTED),
        ("Tom Hale mistakenly believed that", Stance.OPINION),
        ("Tom Hale falsely claimed that", Stance.ALLEGED),
        ("Tom Hale may say that", Stance.ASSERTED),
        ("Tom Hale said he believed that", Stance.OPINION),
        ("Tom Hale said it was believed that", Stance.ALLEGED),
        ("Tom Hale expressed doubts that", Stance.OPINION),
        ("No one said that", Stance.ASSERTED),
        ("Nobody confirmed that", Stance.ALLEGED),
        ("Rumours spread that", Stance.ALLEGED),
        ("It is feared that", Stance.OPINION),
        ("It was reported that", Stance.ALLEGED),
        ("It has been denied that", Stance.DENIED),
        ("It cannot be confirmed that", Stance.ALLEGED),
        ("It is unclear whether", Stance.ASSERTED),
        ("It is doubtful that", Stance.ASSERTED),
        ("There was no proof that", Stance.ASSERTED),
    ],
)
def test_a_doubt_stays_in_the_words(frame: str, stance: Stance) -> None:
    """Whatever only thinks, doubts, asks, hears or does not say so is told with its frame."""
    sentence = f"{frame} {_CONTENT}."
    assert [(claim.text, claim.stance) for claim in _claims(sentence)] == [(sentence, stance)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The old bridge was closed in May, Tom Hale suspects.",
        "The old bridge was closed in May, Tom Hale believes.",
        "If Tom Hale said that the old bridge was closed, nobody heard it on the day.",
        "Neither Tom Hale nor police said that the old bridge was closed in May.",
        "Tom Hale doubts that police said that the old bridge was closed.",
        "Tom Hale urged that the old bridge be closed.",
        "Tom Hale insisted that the old bridge be closed.",
        "Residents who fear that the old bridge will fall met on Monday.",
        "The guard recounted a battle in May in which the crew, outnumbered six times, fought with 400 men.",
    ],
)
def test_these_frames_stay_whole(sentence: str) -> None:
    """Doubts after their content, conditions, demands, clauses within a doubt, and matters that are no clause."""
    assert [claim.text for claim in _claims(sentence)] == [sentence]


def test_who_can_confirm_confirms() -> None:
    """`can` is no doubt where somebody confirms."""
    (claim,) = _claims("Mr Hale can confirm that the old bridge was closed.")
    assert (claim.text, claim.stance) == ("The old bridge was closed.", Stance.CONFIRMED)


def test_a_clause_before_the_main_one_ends_at_its_comma() -> None:
    """`When X said that A, B`: B is nobody's words."""
    claims = _claims("When Tom Hale said that the old bridge was closed, the council met at once.")
    assert [(claim.text, claim.attribution.speaker) for claim in claims] == [
        ("The old bridge was closed.", "Tom Hale"),
        ("The council met at once.", None),
    ]
