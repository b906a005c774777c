"""No text can close its own fence."""

from hypothesis import given
from hypothesis import strategies as st

from groundwire.digest import digest_text
from groundwire.prompts.fence import fence, free_marker

LINES = st.lists(
    st.one_of(
        st.text(max_size=40), st.sampled_from(["END ARTICLE", "BEGIN ARTICLE 0123456789ab", "</article>"])
    )
)


@given(LINES)
def test_the_marker_is_not_in_the_text(lines: list[str]) -> None:
    """Neither as written nor in another spelling of upper and lower case."""
    text = "\n".join(lines)
    fenced = fence("ARTICLE", text)
    assert fenced.marker not in text.casefold()
    assert fenced.text == f"BEGIN ARTICLE {fenced.marker}\n{text}\nEND ARTICLE {fenced.marker}"


@given(st.text(), st.integers(min_value=1, max_value=20))
def test_a_text_that_holds_its_markers_gets_another_one(seed: str, forged: int) -> None:
    """Somebody who could foresee the first markers and wrote them all into the text gains nothing."""
    text = ""
    for _ in range(forged):
        text += free_marker(seed, text).upper() + "\n"
    assert free_marker(seed, text) not in text.casefold()
    assert len(set(text.split())) == forged


def test_one_text_always_has_one_marker_and_another_text_another() -> None:
    """Requests about one article can be repeated word for word."""
    assert fence("ARTICLE", "One.") == fence("ARTICLE", "One.")
    assert fence("ARTICLE", "One.").marker != fence("ARTICLE", "Two.").marker


def test_a_marker_is_as_long_as_promised() -> None:
    """Twelve hexadecimal digits."""
    marker = free_marker(digest_text("fence", "One."), "One.")
    assert (len(marker), int(marker, 16) >= 0) == (12, True)
