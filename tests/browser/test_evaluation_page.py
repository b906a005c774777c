"""The page of an evaluation in a real browser."""

from collections.abc import Callable

import pytest

from browser.page import Page
from evaluation_cards import card
from groundwire.evaluation.comparing import choose_sides, compare
from groundwire.evaluation.report.page import render_page

pytestmark = pytest.mark.browser

STORIES = [f"s{number}" for number in range(8)]


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    """A comparison of two subjects, open."""
    before = {"f": {story: [0.9, 0.8] for story in STORIES}}
    after = {"f": {**before["f"], "s1": [0.2, 0.8]}}
    cards = [card("before", before), card("after", after)]
    return open_page(render_page(cards, {}, compare(*choose_sides(cards))))


def test_the_policy_lets_the_style_work_and_nothing_complains(page: Page) -> None:
    """The style is applied, and the console stays empty."""
    family = page.run("return getComputedStyle(document.querySelector('h1')).fontFamily")
    assert "Georgia" in family
    assert page.console() == []


def test_a_case_opens_on_what_was_wrong_in_it(page: Page) -> None:
    """Closed at first; a click shows the finding."""
    finding = page.one("details .error")
    assert not finding.is_displayed()
    page.one("details > summary").click()
    assert finding.is_displayed()


def test_a_narrow_window_scrolls_tables_and_not_the_page(page: Page) -> None:
    """On a telephone the page is as wide as the screen."""
    page.driver.set_window_size(500, 900)
    assert page.run("return document.documentElement.scrollWidth <= window.innerWidth")
