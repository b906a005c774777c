"""Markdown on a terminal is wrapped and coloured, and nothing else acts on it."""

import sample_documents as samples
from groundwire.render.as_markdown import render_briefing
from groundwire.render.terminal import in_colour, on_terminal

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
    assert coloured == "\x1b[1m# Title ⟨U+001B⟩[31m\x1b[0m\n\nWords \x1b[2m[1·4b]\x1b[0m."
