"""The renderings of the sample documents are as they were read and accepted."""

import pytest

from golden.render.regenerate import FOLDER, RENDERINGS


@pytest.mark.parametrize("name", sorted(RENDERINGS))
def test_a_rendering_is_byte_for_byte_the_accepted_one(name: str) -> None:
    """Nothing about a rendering changes without a change of its golden file."""
    actual = RENDERINGS[name]()
    expected = (FOLDER / name).read_text(encoding="utf-8")
    assert actual == expected, "if the change is meant: python tests/golden/render/regenerate.py"
