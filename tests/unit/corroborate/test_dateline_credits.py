import pytest

from groundwire.corroborate.origins import Credits
from groundwire.domain.article import Article, SetAside
from groundwire.domain.briefing import OriginKind

TEXT = "Two power stations were hit in the night."


@pytest.mark.parametrize("dateline", ["KYIV (Reuters) -", "(Reuters) -", "KYIV, Nov 3 (Reuters) —"])
def test_the_wire_of_a_dateline_that_was_set_aside_is_credited(dateline: str) -> None:
    """An article under another byline still rests on the agency of its dateline."""
    article = Article(
        id="a1", source="x", text=TEXT, digest="d", sentences=((0, len(TEXT)),), byline="Ann Roe",
        set_aside=(SetAside(text=dateline, reason="dateline"),),
    )  # fmt: skip
    (origin,) = Credits([article], []).origins()
    assert (origin.label, origin.kind) == ("Reuters", OriginKind.WIRE)
