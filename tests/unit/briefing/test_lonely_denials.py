"""What a briefing says of denials that not every article carries."""

from groundwire.briefing.lonely_denials import lonely_denials
from groundwire.domain.briefing import Omission
from unit.briefing.desk import story_of
from unit.corroborate.accounts import article, claims_of, row_with

TITLE = "Fire on the ferry Aurelia off Port Marlin"
LEAD = "A fire broke out on the ferry Aurelia off Port Marlin late on Monday."
LOCKED = "The lifeboats of the Aurelia had been locked, survivors said."
DENIED = "The company denied that the lifeboats of the Aurelia had been locked."


def _found(second: str) -> tuple[list[Omission], str]:
    """What is said of the denial, beside a second article with this last sentence, and the id of the denial's row."""
    a = article("a1", f"{LEAD} {LOCKED} {DENIED}", title=TITLE)
    b = article("a2", f"{LEAD} {LOCKED} {second}", title=TITLE, published="2025-03-11")
    story = story_of(
        (a, claims_of(a, [None, "survivors", "the company"])), (b, claims_of(b, [None, "survivors"])[:2])
    )
    return list(lonely_denials(story)), row_with(story.corroboration, "a1.c3").id


def test_a_lonely_denial_points_at_its_own_sentence():
    """The finding quotes the denial, so its claim is the denial's row and not the row that is denied."""
    (omission,), row = _found("Schools stay open.")
    assert omission.what == f"The denial is heard only in Outlet a1: {DENIED}"
    assert (omission.claims, omission.articles) == ((row,), ("a2",))


def test_an_article_that_denies_in_other_words_is_not_called_silent():
    """A bare denial, or one with a word of what is disputed, may be the same: then nothing is said."""
    assert _found("Kestrel Lines rejected the accusation.")[0] == []
    assert _found("Kestrel Lines denied having locked anything.")[0] == []


def test_a_denial_of_another_matter_leaves_an_article_silent():
    """Who denies something else has not said that this is disputed."""
    (omission,), _ = _found("A baker denied that bread would be dearer.")
    assert omission.articles == ("a2",)
