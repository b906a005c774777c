"""Who is credited where an age, a paper or a gerund stands between speaker and words."""

import pytest

from extractive_articles import article_of
from groundwire.domain.claim import Stance
from groundwire.extractive.analyst import analyse


def _told(text: str) -> list[tuple[str, str | None, Stance]]:
    return [
        (claim.text, claim.attribution.speaker, claim.stance) for claim in analyse(article_of(text)).claims
    ]


def test_an_age_between_name_and_description_speaks_for_nobody() -> None:
    """“Tom Orlu, 58, a retired miner, said”: the miner is the man, and his age is no speaker."""
    text = "Tom Orlu, 58, a retired miner, said that the train had been slow on the hill."
    assert _told(text) == [("The train had been slow on the hill.", "Tom Orlu", Stance.ASSERTED)]


def test_a_man_described_after_his_age_is_the_one_who_speaks_on() -> None:
    """The description is no second man, so that “he” can only be the one."""
    text = "Tom Orlu, 58, a retired miner, was in the last carriage on the way home. “I held on to the rail,” he said."
    assert [speaker for _, speaker, _ in _told(text)] == [None, "Tom Orlu"]


def test_who_released_the_figures_is_credited_for_them() -> None:
    """The clause about the paper is no part of the claim."""
    text = (
        "The river has risen by 2.1 metres, according to figures that the Water Office released on Thursday."
    )
    assert _told(text) == [("The river has risen by 2.1 metres.", "Water Office", Stance.ASSERTED)]


@pytest.mark.parametrize(
    "denied", ["having offered 40,000 crowns for the mill", "being in talks about the mill"]
)
def test_a_denied_gerund_is_denied(denied: str) -> None:
    """“Denied having offered” is a denial as “denied that it had offered” is."""
    text = f"The company denied {denied}."
    assert _told(text) == [(text, "the company", Stance.DENIED)]


def test_what_should_be_within_a_place_is_no_opinion() -> None:
    """“Where the window should be” says where something was."""
    text = "“The river was where the window should be,” said Tom Orlu."
    assert [stance for *_, stance in _told(text)] == [Stance.ASSERTED]
