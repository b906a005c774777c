"""Which texts run in circles, and which only look like it."""

import pytest

from groundwire.llm.local_loop import LoopWatch

CLAIM = '{"sentences": [3], "claim": "The ferry ran aground near Vessby on Tuesday."}, '


def stopped_at(text: str, size: int = 5) -> int | None:
    """After how many characters the watch says that the text runs in circles; None when it never does."""
    watch = LoopWatch()
    for start in range(0, len(text), size):
        if watch.runs_in_circles(text[start : start + size]):
            return start + size
    return None


@pytest.mark.parametrize("size", [1, 5, 400])
def test_the_third_copy_of_a_claim_is_the_last(size: int) -> None:
    """A claim that is written a third time word for word ends the reply soon after, however it is cut into pieces."""
    found = stopped_at('{"claims": [' + CLAIM * 20, size)
    assert found is not None
    assert 3 * len(CLAIM) <= found <= 4 * len(CLAIM) + 40 + size


@pytest.mark.parametrize("circle", ["a", "1.", "very ", "The sea was calm. "])
def test_something_short_over_and_over_is_a_circle(circle: str) -> None:
    """It takes 240 characters of it."""
    found = stopped_at(circle * 500)
    assert found is not None
    assert 240 <= found <= 320


@pytest.mark.parametrize(
    "text",
    [
        "".join(CLAIM.replace("3", str(number)) for number in range(40)),
        CLAIM * 2 + "A new claim follows, and then another one, and each of them is about something else.",
        " ".join(str(number) for number in range(1000)),
        "0" * 200 + " and then something else " + "-" * 200,
    ],
)
def test_what_is_alike_is_no_circle(text: str) -> None:
    """Numbers that count up, a second copy, a row of zeros: none of them ends a reply."""
    assert stopped_at(text) is None


def test_a_circle_as_long_as_a_paragraph_is_found() -> None:
    """Nine hundred characters, three times."""
    paragraph = "".join(f"Sentence {number} says what it says. " for number in range(29))
    assert 800 < len(paragraph) < 1000
    assert stopped_at(paragraph * 4) is not None
