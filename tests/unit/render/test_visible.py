"""Characters that act are spelled out; words of any script stay as they are."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from groundwire.render.visible import one_line, visible


def test_a_terminal_escape_is_spelled_out() -> None:
    """ESC becomes its code point, so that no terminal obeys it."""
    assert visible("\x1b]0;owned\x07") == "⟨U+001B⟩]0;owned⟨U+0007⟩"


def test_an_override_of_direction_is_spelled_out() -> None:
    """U+202E cannot show words backwards."""
    assert visible("exe\u202efdp") == "exe⟨U+202E⟩fdp"


def test_ordinary_text_of_any_script_is_unchanged() -> None:
    """Cyrillic, Arabic with its marks, Hindi joiners, emoji sequences and combining accents stay."""
    text = "Ёлка النص\u200f العربي क्\u200dष 👩\u200d🚒 e\u0301 naïve\n\tnext"
    assert visible(text) == text


@given(st.text())
def test_no_control_or_surrogate_survives(text: str) -> None:
    """Whatever comes in, only line feed and tab are left of the control characters."""
    left = {
        unicodedata.category(character) for character in visible(text).replace("\n", "").replace("\t", "")
    }
    assert left & {"Cc", "Cs"} == set()


@given(st.text())
def test_one_line_is_one_line(text: str) -> None:
    """No line end of any kind is left, and nothing is at the ends."""
    words = one_line(text)
    assert (len(words.splitlines()) <= 1, words) == (True, words.strip())
