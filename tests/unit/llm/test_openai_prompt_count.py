"""Whether a count of prompt tokens can be that of the whole prompt."""

from typing import Any

import pytest

from groundwire.domain.exchange import Message, ModelRequest
from groundwire.errors import ContextTooLong
from groundwire.llm.openai_prompt_count import check_all_was_read

ENGLISH = "The council of Lindvik met on Tuesday and put off its decision on the new ferry quay. " * 80
RUSSIAN = "Совет собрался во вторник и отложил решение о новом причале. " * 80
CHINESE = "市议会星期二开会，推迟了关于新码头的决定。" * 200
RULED = f"{'=' * 40_000}\n{ENGLISH}\n{'_' * 40_000}"


def check(text: str, usage: Any) -> None:
    request = ModelRequest(
        model="m",
        messages=(Message(role="system", content=text[:50]), Message(role="user", content=text[50:])),
    )
    check_all_was_read(request, usage, endpoint="host/v1")


@pytest.mark.parametrize(
    ("text", "characters_per_token"),
    [
        (ENGLISH, 3.0),
        (ENGLISH, 4.0),
        (ENGLISH, 5.0),
        (RUSSIAN, 2.0),
        (RUSSIAN, 4.0),
        (CHINESE, 1.2),
        (CHINESE, 1.9),
    ],
)
def test_a_count_that_a_tokeniser_comes_to_is_that_of_the_whole(
    text: str, characters_per_token: float
) -> None:
    """From the vocabularies of small models to those of the largest."""
    check(text, {"prompt_tokens": round(len(text) / characters_per_token)})


@pytest.mark.parametrize(
    ("text", "characters_per_token"),
    [(ENGLISH, 3.2), (ENGLISH, 3.9), (ENGLISH, 5.0), (RUSSIAN, 2.6), (RUSSIAN, 4.0), (CHINESE, 1.5)],
)
def test_half_a_prompt_is_noticed(text: str, characters_per_token: float) -> None:
    """What is left of a prompt that was shortened to half of a context is at most half of it."""
    with pytest.raises(ContextTooLong, match="has shortened it"):
        check(text, {"prompt_tokens": round(len(text) / characters_per_token / 2)})


@pytest.mark.parametrize(
    "usage",
    [
        {},
        {"prompt_tokens": None},
        {"prompt_tokens": "700"},
        {"prompt_tokens": 0},
        {"prompt_tokens": 40},  # those alone that no cache had
        {"prompt_tokens": 300, "prompt_tokens_details": {"cached_tokens": 1500}},
        {"prompt_tokens": 1800, "prompt_tokens_details": {"cached_tokens": 1700}},
        {"prompt_tokens": 1800, "prompt_tokens_details": None},
        {"prompt_tokens": 1800, "prompt_tokens_details": {"cached_tokens": None}},
    ],
)
def test_what_says_nothing_about_the_prompt_is_no_fault(usage: Any) -> None:
    """Servers that count nothing, or only what was not cached, are believed."""
    check(ENGLISH, usage)


def test_a_ruled_line_is_no_text() -> None:
    """However long a line of one character is, a tokeniser makes little of it."""
    check(RULED, {"prompt_tokens": len(ENGLISH) // 4})


def test_a_short_prompt_is_never_a_fault() -> None:
    """Any count of a few words is possible."""
    check("What floats?", {"prompt_tokens": 1})
