"""The page in a real browser: references lead to their words, by mouse, by keyboard and without scripting."""

import base64
import io
import unicodedata
from collections.abc import Callable

import pytest
from pypdf import PdfReader

import sample_documents as samples
from browser.page import Page
from groundwire.render.as_html import render_briefing, render_reports
from groundwire.render.briefing_outline import briefing_outline

pytestmark = pytest.mark.browser

TAB, ENTER, ESCAPE = "\ue004", "\ue007", "\ue00c"
Open = Callable[..., Page]


@pytest.fixture
def page(open_page: Open) -> Page:
    """The sample briefing, open."""
    return open_page(render_briefing(samples.briefing()))


def test_a_click_on_each_reference_lights_exactly_its_words(page: Page) -> None:
    """What is highlighted is the quote of the evidence, whole and nothing more, for every reference."""
    references = briefing_outline(samples.briefing()).references
    lit = {}
    for reference in references:
        page.reference(reference.label).click()
        lit[reference.label] = page.lit
    assert lit == {reference.label: reference.evidence.quote for reference in references}


def test_a_click_scrolls_to_the_words_and_leaves_the_text_where_it_is(page: Page) -> None:
    """On a wide screen only the pane with the articles moves."""
    page.driver.set_window_size(1360, 500)
    before = page.run("return [scrollY, arguments[0].scrollTop]", page.one("#articles"))
    page.reference("3·1").click()
    after = page.run("return [scrollY, arguments[0].scrollTop]", page.one("#articles"))
    assert page.is_in_view(page.one(".w.lit"), "#articles")
    assert (before, after[0], after[1] > 0) == ([0, 0], 0, True)


def test_enter_does_what_a_click_does(page: Page) -> None:
    """The keyboard lights the same words, and the focus goes to them."""
    page.run("arguments[0].focus()", page.reference("2·3"))
    page.press(ENTER)
    assert page.lit == samples.DENIAL
    assert page.focused.text == samples.DENIAL


def test_escape_clears_and_gives_the_focus_back_to_the_reference(page: Page) -> None:
    """Escape leads back to the very reference that was used, not to the first of its name."""
    second = [link for link in page.all("a.ref") if link.text == "1·4"][1]
    page.run("arguments[0].focus()", second)
    page.press(ENTER)
    page.press(ESCAPE)
    assert page.lit == ""
    assert page.focused == second


def test_tab_after_the_words_reaches_the_way_back(page: Page) -> None:
    """The next stop after the lit words is the link back, and it works by Enter."""
    reference = page.reference("1·4")
    page.run("arguments[0].focus()", reference)
    page.press(ENTER)
    page.press(TAB)
    assert page.focused.get_attribute("aria-label") == "Back to the text"
    page.press(ENTER)
    assert (page.lit, page.focused) == ("", reference)


def test_the_first_tab_stop_skips_to_the_text(page: Page) -> None:
    """The first two stops are the skip links, visible once focused."""
    page.press(TAB)
    first = page.focused
    assert (first.text, first.is_displayed()) == ("Skip to the text", True)
    page.press(TAB)
    page.press(ENTER)
    assert page.focused.get_attribute("id") == "articles"


def test_a_focused_reference_shows_that_it_is(page: Page) -> None:
    """Keyboard focus is drawn around the reference."""
    page.press(TAB)
    page.press(TAB)
    page.press(TAB)
    assert page.focused.get_attribute("class") == "ref"
    assert page.focused.value_of_css_property("outline-style") == "solid"


def test_the_quoted_words_are_told_to_screen_readers(page: Page) -> None:
    """A live region says the words that were lit."""
    page.reference("2·4").click()
    assert page.one("[role=status]").get_attribute("textContent") == samples.HORN


def test_the_browsers_own_back_restores_the_words_before(page: Page) -> None:
    """Each reference followed is a step of the history."""
    page.reference("1·3").click()
    page.reference("2·5").click()
    page.driver.back()
    assert page.lit == samples.TWELVE_COURIER


def test_a_link_to_a_reference_opens_with_its_words_lit(open_page: Open) -> None:
    """An address with a reference can be sent to a colleague."""
    page = open_page(render_briefing(samples.briefing()), fragment="#e2-3")
    assert page.lit == samples.DENIAL


def test_overlapping_evidence_is_lit_whole(open_page: Open) -> None:
    """Of two pieces of evidence, one inside the other, each is lit exactly."""
    page = open_page(render_reports([samples.report()]))
    page.reference("1·7").click()
    inner = page.lit
    page.reference("1·7b").click()
    assert (inner, page.lit) == ("expects to report in May", samples.COURIER.sentence_text(6))


def test_without_scripting_a_reference_is_a_link_to_its_marked_words(open_page: Open) -> None:
    """The words of the target, all segments of them, are lit by the style sheet alone, in the colour of the others."""
    rendered = render_reports([samples.report()])
    page = open_page(rendered, fragment="#e1-4")
    colour = page.one(".w.lit").value_of_css_property("background-color")
    page = open_page(rendered, scripting=False)
    page.reference("1·7b").click()
    marked = [node for node in page.all(".w") if node.value_of_css_property("background-color") == colour]
    words = "".join(node.get_attribute("textContent") for node in marked)
    assert (words, page.lit) == (samples.COURIER.sentence_text(6), "")


def test_the_page_asks_the_network_for_nothing_and_the_console_stays_empty(page: Page) -> None:
    """Self-contained: no request leaves the page, loading or clicking, and nothing is reported."""
    for link in page.all("a.ref"):
        link.click()
    assert (page.requests(), page.console()) == ([], [])


def test_a_narrow_screen_stacks_text_and_articles_without_sideways_scrolling(page: Page) -> None:
    """On a small screen the articles follow the text, and a reference still brings its words into view."""
    page.driver.set_window_size(500, 800)
    sizes = page.run("return [document.documentElement.scrollWidth, innerWidth]")
    assert sizes[0] <= sizes[1]
    assert page.one("main").rect["y"] + page.one("main").rect["height"] <= page.one("aside").rect["y"] + 1
    page.reference("3·3").click()
    assert page.is_in_view(page.one(".w.lit"), "#articles")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_their_ground(open_page: Open, scheme: str) -> None:
    """Contrast is at least 4.5 : 1 (WCAG 2 AA), light and dark, warnings and lit words too."""
    page = open_page(render_reports([samples.report()]))
    page.media(scheme=scheme)
    page.reference("1·4").click()
    selectors = (
        "h1",
        ".lead",
        ".quiet",
        ".warning",
        "a.ref",
        "a.ref[aria-current]",
        ".source p",
        ".about",
        ".w.lit",
    )
    contrasts = {selector: contrast(page, page.one(selector)) for selector in selectors}
    assert {selector: value for selector, value in contrasts.items() if value < 4.5} == {}


def contrast(page: Page, element: object) -> float:
    """The WCAG contrast of an element's words with what is painted behind them."""
    colours = page.run(
        """let node = arguments[0], ground;
        const ink = getComputedStyle(node).color;
        do { ground = getComputedStyle(node).backgroundColor; node = node.parentElement; }
        while (node && ground === 'rgba(0, 0, 0, 0)');
        return [ink, ground].map(colour => colour.match(/[\\d.]+/g).slice(0, 3).map(Number));""",
        element,
    )
    bright, dim = sorted((luminance(*colour) for colour in colours), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def luminance(*channels: float) -> float:
    """The relative luminance of an sRGB colour (WCAG 2.2)."""
    linear = [
        c / 12.92 if (c := value / 255) <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for value in channels
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_print_is_black_on_white_with_the_evidence_and_without_the_articles(page: Page) -> None:
    """Printed from a dark desktop, the page is light, and the quotes follow the text."""
    page.media(medium="print", scheme="dark")
    assert page.one("body").value_of_css_property("background-color") == "rgba(255, 255, 255, 1)"
    assert (page.one(".evidence").is_displayed(), page.one("aside").is_displayed()) == (True, False)


def test_every_quote_is_on_the_printed_pages(page: Page) -> None:
    """The PDF that the browser prints holds every quote with its number."""
    printed = page.driver.execute_cdp_cmd("Page.printToPDF", {"printBackground": False})
    reader = PdfReader(io.BytesIO(base64.b64decode(printed["data"])))
    extracted = unicodedata.normalize("NFKC", " ".join(sheet.extract_text() for sheet in reader.pages))
    text = " ".join(extracted.split())  # ligatures apart, lines joined
    quotes = [reference.evidence.quote for reference in briefing_outline(samples.briefing()).references]
    assert [quote for quote in quotes if quote not in text] == []
