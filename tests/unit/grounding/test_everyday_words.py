"""Everyday words that may stand for one another."""

import pytest

from groundwire.grounding.lexemes import lexeme
from groundwire.grounding.lexicon_everyday import GROUPS
from groundwire.grounding.lexicon_opposites import is_opposite
from groundwire.grounding.lexicon_synonyms import are_synonyms


def test_no_line_holds_opposites():
    """Two words of one line are nowhere listed as opposites."""
    lines = [[lexeme(word) for word in line.split()] for line in GROUPS.splitlines()]
    clashing = [(one, other) for line in lines for one in line for other in line if is_opposite(one, other)]
    assert clashing == []


@pytest.mark.parametrize(
    ("one", "other"), [("coaches", "managers"), ("sheds", "depots"), ("quit", "resigned")]
)
def test_inflected_words_meet(one, other):
    """A line holds for every form of its words."""
    assert are_synonyms(lexeme(one), lexeme(other))
