"""Keys do not reach what people read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundwire.llm.redaction import scrubbed

KEYS = st.text(
    st.characters(min_codepoint=48, max_codepoint=122, categories=("Nd", "Lu", "Ll")),
    min_size=12,
    max_size=60,
)


@given(st.text(max_size=80), KEYS, st.integers(0, 60), st.integers(6, 60), st.text(max_size=80))
def test_no_part_of_a_key_survives(before: str, key: str, start: int, length: int, after: str) -> None:
    """Wherever it stands and whatever is around it: six characters of the key in a row are gone."""
    part = key[start : start + length]
    result = scrubbed(f"{before}{part}{after}", key=key)
    assert not any(key[at : at + 6] in result for at in range(len(key) - 5))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Incorrect API key provided: sk-ab****yz. Go away", "Incorrect API key provided: [key] Go away"),
        ("Authorization: Bearer abc.def", "Authorization: [key]"),
        ("key gsk_0123456789 is wrong", "key [key] is wrong"),
        ("the model qwen2.5:7b is not there", "the model qwen2.5:7b is not there"),
        ("two ** stars are emphasis", "two ** stars are emphasis"),
    ],
)
def test_other_keys_are_taken_out_too(text: str, expected: str) -> None:
    """What looks like a key is one; what does not stays as it is."""
    assert scrubbed(text, key="") == expected
