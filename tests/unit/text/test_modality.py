"""Hedges and negations are found with their scope."""

import pytest

from groundwire.text.modality import HedgeKind, find_hedges, find_negations


@pytest.mark.parametrize(
    ("text", "cue", "kind"),
    [
        ("The dam may burst.", "may", HedgeKind.POSSIBLE),
        ("He allegedly lied.", "allegedly", HedgeKind.ALLEGED),
        ("The dam reportedly burst.", "reportedly", HedgeKind.REPORTED),
        ("They plan to leave.", "plan to", HedgeKind.PLANNED),
        ("Officials denied it.", "denied", HedgeKind.DENIED),
        ("It holds if they come.", "if", HedgeKind.CONDITIONAL),
    ],
)
def test_a_hedge_has_its_kind(text, cue, kind):
    """Each way of weakening a statement is told by its kind."""
    (found,) = find_hedges(text)
    assert (found.text, found.kind) == (cue, kind)
    assert found.span.of(text) == cue


def test_a_month_is_no_hedge():
    """A date such as "in May" weakens nothing."""
    assert find_hedges("They met in May.") == ()


def test_a_negation_reaches_to_the_end_of_its_clause():
    """What follows a comma is not negated."""
    text = "She didn't sign the paper, and they left."
    (found,) = find_negations(text)
    assert (found.text, found.scope.of(text)) == ("n't", " sign the paper")
