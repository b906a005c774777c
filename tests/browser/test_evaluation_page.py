"""The page of an evaluation in a real browser."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from browser.page import Page
from evaluation_cards import card
from evaluation_outputs import claim_of, output_of, perfect_claims
from evaluation_story import write_suite
from extractive_articles import article_of
from groundwire.evaluation.case import ArticleCase, cases_of
from groundwire.evaluation.comparing import choose_sides, compare
from groundwire.evaluation.report.page import render_page
from groundwire.evaluation.suite import load_suite

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


HOSTILE = "</script><img src=x onerror=\"document.title='owned'\"><b>bold</b> \U0001f6a2 a\u0301 \u202eevil"
SUMMARY = ("The northern harbour of Lindvik is closed.", HOSTILE)
LIT = (
    "return [...document.querySelectorAll('.panes .' + arguments[0])].map(node => node.textContent).join('')"
)


def _case(folder: Path) -> ArticleCase:
    """The first article of the story, a ship and a combining accent before its words."""
    found = next(iter(cases_of(load_suite(str(write_suite(folder))))))
    assert isinstance(found, ArticleCase)
    text = f"{HOSTILE}\n\n{found.article.text}"
    return replace(found, file="0", article=article_of(text))


@pytest.fixture
def side_by_side(open_page: Callable[..., Page], tmp_path: Path) -> Page:
    """Two subjects beside their labels: one says everything, the other has a wrong number and leaves things out."""
    case = _case(tmp_path)
    wrong = claim_of(case, case.labels.claims[1], text="15,000 litres of oil leaked from the ferry Aurora.")
    outputs = [
        [output_of(case, perfect_claims(case), SUMMARY, subject="before")],
        [output_of(case, (wrong, claim_of(case, case.labels.claims[0], text=HOSTILE)), subject="after")],
    ]
    cards = [
        card(name, {"f": {case.story: [0.3], **{story: [0.9] for story in STORIES}}})
        for name in ("before", "after")
    ]
    html = render_page(cards, {case.id: case}, compare(*choose_sides(cards)), outputs)
    page = open_page(html)
    page.run("document.querySelector('.drill').closest('details').open = true")
    page.run("return new Promise(done => setTimeout(done, 50))")
    return page


def _choose(page: Page, words: str, pane: int) -> None:
    items = page.all(f".pane:nth-child({pane}) .item")
    next(item for item in items if words in item.text).click()


def test_a_chosen_claim_lights_its_evidence_and_its_label(side_by_side: Page) -> None:
    """The article's own words light up, whatever stands before them; the label is its partner, and what differs is marked."""
    _choose(side_by_side, "15,000", 4)
    assert side_by_side.run(LIT, "lit") == "12,000 litres of oil leaked"
    partner = side_by_side.one(".pane:nth-child(2) .item.partner")
    assert "12,000 litres" in partner.text
    assert [mark.text for mark in partner.find_elements("css selector", "mark")] == ["12,000"]
    assert "A: found" in partner.text
    assert "B: wrong" in partner.text


def test_a_chosen_label_shows_what_each_subject_has_for_it(side_by_side: Page) -> None:
    """One partner in each column; chosen again, all is dark."""
    _choose(side_by_side, "12,000 litres", 2)
    partners = [item.text for item in side_by_side.all(".item.partner .words")]
    assert partners == [
        "12,000 litres of oil leaked from the ferry Aurora.",
        "15,000 litres of oil leaked from the ferry Aurora.",
    ]
    _choose(side_by_side, "12,000 litres", 2)
    assert side_by_side.run(LIT, "lit") == ""


def test_hostile_words_are_words(side_by_side: Page) -> None:
    """In article, summary and claim they stand as text; nothing runs, is asked for or complains."""
    page = side_by_side
    counts = {name: len(page.all(f".panes {name}")) for name in ("img", "b", "script")}
    assert counts == {"img": 0, "b": 0, "script": 0}
    shown = HOSTILE.replace("\u202e", "⟨U+202E⟩")
    assert page.one(".pane .article").get_attribute("textContent").startswith(shown)
    assert page.one(".pane .told:last-of-type").get_attribute("textContent") == shown
    assert (page.driver.title.endswith("owned"), page.requests(), page.console()) == (False, [], [])


def test_only_what_is_not_right_can_be_shown(side_by_side: Page) -> None:
    """A box hides what both subjects have right."""
    before = len([item for item in side_by_side.all(".pane:nth-child(3) .item") if item.is_displayed()])
    side_by_side.one(".drill input").click()
    after = len([item for item in side_by_side.all(".pane:nth-child(3) .item") if item.is_displayed()])
    assert (before, after) == (5, 0)
