"""Who a pronoun, an owner or a verb of saying may be: names and nouns that a claim puts in their place."""

import pytest

from groundwire.domain.support import Verdict
from groundwire.grounding.check import Asserted, check_statement
from unit.grounding.invented import index_of


def _is_supported(text, claim, title=None):
    index = index_of(text, title=title, published="2026-11-18")
    return check_statement(index, Asserted(claim)).support.verdict is Verdict.SUPPORTED


REBELS = (
    "The council of Ostra adopted the plan on Monday. The five dissenters sit with the Harbour Union, a partner of the Mayor's"
    " Tide Alliance. They opposed the end of the ferry rebate for pupils."
)


@pytest.mark.parametrize(
    ("claim", "is_supported"),
    [
        ("The dissenters opposed the end of the ferry rebate for pupils.", True),
        ("The Harbour Union opposed the end of the ferry rebate for pupils.", False),
        ("They opposed the end of the ferry rebate for pupils.", True),
    ],
)
def test_they_at_the_head_of_a_sentence_is_the_head_of_the_one_before(claim, is_supported):
    """A name that the sentence before has only behind a preposition is not who "they" are."""
    assert _is_supported(REBELS, claim) is is_supported


FIRES = (
    "A store of flax burnt out in Ostra on Sunday. The hall was empty. Ostra handled 20 cargoes of flax last year. It is the fourth"
    " grave blaze in a northern flax store in one year."
)


def test_it_is_nothing_that_the_sentence_before_does_not_have():
    """A noun from further up is not made the subject for which "it" stands."""
    assert not _is_supported(
        FIRES, "The hall is the fourth grave blaze in a northern flax store in one year."
    )
    assert _is_supported(FIRES, "It is the fourth grave blaze in a northern flax store in one year.")


def test_a_place_of_the_one_meant_may_be_named():
    """Where the head of the sentence before is kept, the name behind its preposition comes with it."""
    text = "Police in Ostra said on Monday that they had found no trace of a fuse. They are asking whether damp flax lit by itself."
    assert _is_supported(text, "Police in Ostra are asking whether damp flax lit by itself.")


RIVALS = (
    "The mayor of Ostra defended the toll. Council leader Nils Aker praised what he called “a turn of the tide”. He predicted that"
    " the toll would end by June."
)


@pytest.mark.parametrize(
    ("claim", "is_supported"),
    [
        ("Nils Aker predicted that the toll would end by June.", True),
        ("The mayor predicted that the toll would end by June.", False),
    ],
)
def test_he_is_the_person_whom_the_sentence_before_named(claim, is_supported):
    """After a sentence headed by one person "he" is no other."""
    assert _is_supported(RIVALS, claim) is is_supported


OWNER = (
    "The crew fund wants the old pier. The fund says it has 9,000 crowns so far. “This is not the last of the tide, it is the"
    " first,” said its treasurer, Ida Solberg. Marlow Hotels, which had planned eight rooms, said it was sad."
)


@pytest.mark.parametrize(
    ("claim", "is_supported"),
    [
        (
            "Marlow Hotels' treasurer, Ida Solberg, said it was not the last of the tide, it was the first.",
            False,
        ),
        ("Its treasurer, Ida Solberg, said it was not the last of the tide.", True),
        ("The treasurer of the fund, Ida Solberg, said it was not the last of the tide.", True),
    ],
)
def test_an_owner_has_been_named_before_what_is_his(claim, is_supported):
    """The body of "its treasurer" is none that the article comes to only later."""
    assert _is_supported(OWNER, claim) is is_supported


SAYING = (
    "Ostra has counted 43 broken crates since October, the port authority said on Monday. “They wait until the tide is gone,” its"
    " warden, Ida Solberg, told the Courier by telephone. The keeper declared on Friday that all lamps would be lit in June."
    " Nine crates were lost, the dock master, Nils Aker, said."
)


@pytest.mark.parametrize(
    "claim",
    [
        "The port authority said on Monday.",
        "Ida Solberg told the Courier by telephone.",
        "The warden, Ida Solberg, told the Courier by telephone.",
        "The keeper declared on Friday.",
        "The dock master, Nils Aker, said.",
    ],
)
def test_that_somebody_spoke_is_no_statement(claim):
    """A claim that keeps the speaker, the day and the one who was told, and nothing of what was said, is refused."""
    assert not _is_supported(SAYING, claim)


@pytest.mark.parametrize(
    "claim",
    [
        "The port authority said on Monday that Ostra has counted 43 broken crates.",
        "The keeper declared that all lamps would be lit in June.",
        "Nine crates were lost, the dock master said.",
        "The dock master, Nils Aker, said nine crates were lost.",
        "“They wait until the tide is gone,” Ida Solberg told the Courier.",
    ],
)
def test_with_what_was_said_it_is_one(claim):
    """A frame with any part of what was said stays."""
    assert _is_supported(SAYING, claim)


@pytest.mark.parametrize(
    "claim",
    [
        "The yard cut its forecast on Thursday.",
        "Ida Solberg told her crew.",
        "The yard confessed to the theft.",
    ],
)
def test_a_verb_of_saying_with_another_object_is_no_empty_frame(claim):
    """A noun that looks like a verb of saying, and what is told as a matter, are statements."""
    text = (
        "The yard cut its forecast on Thursday after dear steel outweighed good orders. Ida Solberg told her crew."
        " The yard confessed to the theft, admitting that two boats had been taken."
    )
    assert _is_supported(text, claim)


DENIAL = (
    "The company, Ostra Water, rejected the accusation and said that all villages had been warned at noon."
)


@pytest.mark.parametrize(
    ("claim", "is_supported"),
    [
        ("Ostra Water rejected that all villages had been warned at noon.", False),
        ("Ostra Water rejected the accusation.", True),
        ("Ostra Water said that all villages had been warned at noon.", True),
    ],
)
def test_what_follows_the_next_verb_of_saying_is_not_denied(claim, is_supported):
    """What somebody said beside a denial is not told as what was denied."""
    assert _is_supported(DENIAL, claim) is is_supported


COUNTED = (
    "Ostra has counted 43 broken crates of glass in the eastern dock since October and is searching for 26 lost ones."
    " Thirty-one of those broken held lamps under 14 inches, the port authority said in a note."
)


@pytest.mark.parametrize(
    ("claim", "is_supported"),
    [
        ("Thirty-one of the 43 broken crates held lamps under 14 inches.", True),
        ("Thirty-one of the 26 broken crates held lamps under 14 inches.", False),
        ("Thirty-one of the 44 broken crates held lamps under 14 inches.", False),
    ],
)
def test_a_total_that_was_counted_before_may_be_told_again(claim, is_supported):
    """The total of "those" is the figure that the article gave for the same things."""
    assert _is_supported(COUNTED, claim) is is_supported


def test_a_place_stands_for_no_speaker():
    """A place that the article has established may end a claim where the sentence goes on with who says so."""
    text = (
        "A fire broke out at the Ostra yard on Sunday. The fire was put out by noon. Six sailors were hurt, the local rescue head,"
        " Nils Aker, said."
    )
    assert _is_supported(text, "Six sailors were hurt in the fire at the Ostra yard.")
    assert not _is_supported(text, "Six sailors were hurt in the fire at the Tarn yard.")
