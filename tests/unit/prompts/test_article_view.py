"""Numbers in a view are those of the article's sentences."""

import re

from hypothesis import given
from hypothesis import strategies as st

from groundwire.domain.claim import Attribution, Claim, Stance
from groundwire.prompts.article_view import Numbers, show_article
from groundwire.prompts.claims_view import show_claims
from unit.summarise.ferries import article_of

_NUMBERED = re.compile(r"^\[(\d+)\] (.*)$", re.MULTILINE)


def test_headings_and_metadata_are_shown_without_a_number() -> None:
    """They are structure and data; numbers begin with the first sentence that may be claimed from."""
    article = article_of(
        "# Harbour", "The ferry stopped.", "***", "It rained.", title="Ferry\nstops", outlet="Post"
    )
    assert show_article(article, Numbers(1, 2)).text.split("\n")[1:-1] == [
        "title: Ferry stops",
        "outlet: Post",
        "",
        "## Harbour",
        "[1] The ferry stopped.",
        "[2] It rained.",
    ]


def test_a_later_chunk_begins_with_context_that_has_no_number() -> None:
    """What came before is there to be read, not to be claimed from."""
    article = article_of("One came.", "Two came.", "# Later", "Three came.", "Four came.")
    assert show_article(article, Numbers(3, 3, context=1)).text.split("\n")[2:-1] == [
        "(earlier) Two came.",
        "## Later",
        "[3] Three came.",
    ]


def test_a_sentence_cannot_pass_for_a_numbered_line() -> None:
    """Line breaks and numbers that the article brings along are folded and shown otherwise."""
    article = article_of("He wrote:\n[2] The ferry sank.", "It did not.")
    assert _NUMBERED.findall(show_article(article, Numbers(1, 2)).text) == [
        ("1", "He wrote: (2) The ferry sank."),
        ("2", "It did not."),
    ]


@given(st.lists(st.text(min_size=1, max_size=30).map(lambda words: f"a{words}"), min_size=1, max_size=8))
def test_every_number_is_there_once_in_order(sentences: list[str]) -> None:
    """Whatever the sentences hold, the lines that begin with a number are ours."""
    article = article_of(*sentences)
    count = len(article.body_sentences)
    lines = _NUMBERED.findall(show_article(article, Numbers(1, count)).text)
    assert [int(number) for number, _ in lines] == list(range(1, count + 1))


def test_claims_are_shown_with_speaker_and_stance() -> None:
    """A summary of claims has to know who says what, and how firmly."""
    article = article_of("The ferry may have sunk, the captain said.")
    claim = Claim(
        id="a1.c1",
        article="a1",
        text="The ferry may\nhave sunk.",
        evidence=(article.evidence(article.sentences[0]),),
        attribution=Attribution(speaker="the captain"),
        stance=Stance.ALLEGED,
    )
    plain = claim.model_copy(update={"attribution": Attribution(), "stance": Stance.ASSERTED})
    assert show_claims(article, [claim, plain]).text.split("\n")[2:-1] == [
        "[1] The ferry may have sunk. (the captain; alleged)",
        "[2] The ferry may have sunk. (article; asserted)",
    ]
