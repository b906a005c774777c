"""What must hold for every text."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from groundwire.text.normalise import normalise
from groundwire.text.sentences import split_sentences
from groundwire.text.tokens import tokenise

PIECES = st.sampled_from([
    "The army ", "left", ".", "?", "!", "…", " ", "\n", "\n\n", "\r\n", "\u2028", "\u2029", '"', "”", "“", "(", ")", "U.S.", "Mr. ", "J. ", "9 ", "a.m. ",
    "。", "」", "»", "\u00a0", "\x1b[31m", "\x1b]0;", "\x07", "\u202e", "\u200d", "\ud800", "\x00", "é", "e\u0301", "\x93", "\t",
])  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=60).map("".join))


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_sentences_tile_the_text(text: str) -> None:
    """The spans join to the text exactly, none is empty, and only the first may begin with white space."""
    spans = split_sentences(text)
    assert "".join(span.of(text) for span in spans) == text
    assert all(span.start < span.end for span in spans)
    assert all(not later.of(text)[0].isspace() for _, later in pairwise(spans))


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_normal_form_is_a_fixed_point(text: str) -> None:
    """Normalising twice is normalising once, and nothing that hides or commands is left."""
    once = normalise(text)
    assert normalise(once) == once
    assert not set("\x00\x1b\x07\r\u202e\u2066\u200b\ufeff\ud800") & set(once)
    assert "\n\n\n" not in once


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_tokens_slice_back(text: str) -> None:
    """Every token is the words at its place."""
    assert all(text[token.start : token.end] == token.text for token in tokenise(text))
