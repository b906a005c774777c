"""Markdown on a terminal is wrapped and coloured, and nothing else acts on it."""

from hypothesis import given
from hypothesis import strategies as st

import sample_documents as samples
from groundwire.render.as_markdown import render_briefing
from groundwire.render.literal import literal
from groundwire.render.terminal import in_colour, on_terminal
from groundwire.render.visible import one_line

BOLD, DIM, RED, OFF = "\x1b[1m", "\x1b[2m", "\x1b[1;31m", "\x1b[0m"
MARKDOWN = render_briefing(samples.briefing())


def test_no_line_is_longer_than_the_terminal_is_wide() -> None:
    """Headings and addresses aside, lines end before the edge."""
    lines = on_terminal(MARKDOWN, width=60).splitlines()
    assert [line for line in lines if len(line) > 60 and not line.startswith("#") and "://" not in line] == []


def test_wrapping_changes_no_word() -> None:
    """The words and their order are those of the Markdown."""
    assert on_terminal(MARKDOWN, width=60).split() == MARKDOWN.split()


def test_a_wrapped_list_item_stays_under_its_marker() -> None:
    """Further lines are indented to the words of the first."""
    assert on_terminal("- one two three four five six", width=20) == "- one two three four\n  five six"


def test_colour_is_ours_alone() -> None:
    """An escape in the text is spelled out, our own are there."""
    coloured = in_colour(on_terminal("# Title \x1b[31m\n\nWords [1·4b].", width=80))
    assert coloured == f"{BOLD}Title ⟨U+001B⟩[31m{OFF}\n\nWords {OFF}{DIM}[1·4b]{OFF}."


def test_marks_become_colours() -> None:
    """Stressed words are bold, remarks dim, warnings red, over line ends too."""
    coloured = in_colour("- **A** b *— c\n  d* **⚠ e**")
    assert coloured == f"- {BOLD}A{OFF} b {DIM}— c\n  d{OFF} {RED}⚠ e{OFF}"


def test_a_heading_with_a_warning_is_a_heading() -> None:
    """The marks within do not turn the colour round."""
    assert in_colour("# Title **⚠ no**\n") == f"{BOLD}Title ⚠ no{OFF}\n"


def test_a_hash_that_wrapping_puts_first_is_no_heading() -> None:
    """Words of a paragraph stay words wherever the line breaks."""
    wrapped = on_terminal("one two three fours # five", width=20)
    assert (wrapped, in_colour(wrapped)) == ("one two three fours\n# five", "one two three fours\n# five")


@given(st.text(alphabet=st.sampled_from("*_`[]()<>&\\#-1. ab\x1b"), max_size=30))
def test_painted_words_are_the_words_themselves(text: str) -> None:
    """Escapes that Markdown needed are gone: the terminal shows what the article says."""
    painted = in_colour(f"- {literal(text)}")
    assert painted == f"- {one_line(text)}"


def test_every_colour_ends() -> None:
    """After the whole briefing the terminal is as it was."""
    assert in_colour(MARKDOWN).rsplit("\x1b[", 1)[1].startswith("0m")
