"""Pages that list something are generated, so that they cannot rot."""

import pytest

from generated_docs import ROOT, pages


@pytest.mark.parametrize("name", ["docs/cli.md", "docs/settings.md", "docs/errors.md", "README.md"])
def test_a_generated_page_is_as_the_program_is(name: str):
    """`make docs` would not change the page."""
    assert (ROOT / name).read_text(encoding="utf-8") == pages()[name]
