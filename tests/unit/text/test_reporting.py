"""Reporting words: every form of a verb is known with its stance, and other words are not."""

import pytest

from groundwire.domain.claim import Stance
from groundwire.text.reporting import ACCORDING, Form, find_reporting_verb, inflections


@pytest.mark.parametrize(
    ("word", "lemma", "stance"),
    [
        ("said", "say", Stance.ASSERTED),
        ("Denies", "deny", Stance.DENIED),
        ("denied", "deny", Stance.DENIED),
        ("denying", "deny", Stance.DENIED),
        ("admitting", "admit", Stance.ASSERTED),
        ("foresaw", "foresee", Stance.PREDICTED),
        ("confirming", "confirm", Stance.CONFIRMED),
        ("alleges", "allege", Stance.ALLEGED),
        ("thought", "think", Stance.OPINION),
    ],
)
def test_every_form_is_found(word: str, lemma: str, stance: Stance) -> None:
    """A form leads to its verb and to how firmly that verb puts its content."""
    verb = find_reporting_verb(word)
    assert verb is not None
    assert (verb.lemma, verb.stance) == (lemma, stance)


def test_other_words_are_not_reporting_words() -> None:
    """Nothing is guessed."""
    assert find_reporting_verb("bridge") is None


def test_a_form_may_stand_for_several() -> None:
    """`said` is past and participle at once."""
    assert inflections("say")["said"] == {Form.PAST, Form.PARTICIPLE}


def test_prepositions_that_credit() -> None:
    """`according to` credits in any case of its letters."""
    assert ACCORDING.search("According to the mayor, it rained.") is not None
