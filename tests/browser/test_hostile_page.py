"""A hostile article in a real browser: nothing runs, nothing is asked for, everything is to be read."""

import html
import re
from collections.abc import Callable

import pytest

import sample_documents as samples
from browser.listener import Listener
from browser.page import Page
from groundwire.render.as_html import render_reports
from groundwire.render.visible import visible

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
INJECTED = (
    "<script>document.title = 'owned'</script>",
    "<script src='https://evil.example/x.js'></script>",
    "<img src='https://evil.example/p.png' onerror=\"document.title = 'owned'\">",
    "<iframe srcdoc=\"<script>parent.document.title = 'owned'</script>\"></iframe>",
    "<style>body { background: url(https://evil.example/s.png) }</style>",
    "<link rel='stylesheet' href='https://evil.example/s.css'>",
    "<svg onload=\"document.title = 'owned'\"></svg>",
    "<object data='https://evil.example/o'></object>",
    "<base href='https://evil.example/'>",
)


@pytest.fixture
def page(open_page: Open) -> Page:
    """The page of the hostile report, open."""
    return open_page(render_reports([samples.hostile_report()]))


def test_a_hostile_article_runs_nothing_and_asks_for_nothing(page: Page) -> None:
    """The title is the headline as text, nothing was sent, and nothing had to be blocked."""
    for link in page.all("a.ref"):
        link.click()
    assert page.driver.title == samples.HOSTILE_SENTENCES[1]
    assert (page.requests(), page.console()) == ([], [])


def test_a_hostile_article_makes_no_element_of_its_own(page: Page) -> None:
    """The page holds its one script and style, one main, and no image, frame or heading that an article wrote."""
    counts = {
        name: len(page.all(name)) for name in ("script", "style", "main", "h1", "img", "iframe", "b", "i")
    }
    assert counts == {"script": 1, "style": 1, "main": 1, "h1": 1, "img": 0, "iframe": 0, "b": 0, "i": 0}


def test_a_hostile_article_is_there_to_be_read(page: Page) -> None:
    """Each sentence stands in the article word for word, acting characters spelled out."""
    shown = [node.get_attribute("textContent") for node in page.all(".source p:not(.about)")]
    assert shown == [visible(sentence) for sentence in samples.HOSTILE_SENTENCES]


def test_only_web_addresses_and_places_in_the_page_are_links(page: Page) -> None:
    """`javascript:` in the metadata or the text is never the target of a link."""
    targets = page.run("return [...document.querySelectorAll('a')].map(link => link.getAttribute('href'))")
    assert [target for target in targets if not target.startswith("#")] == []


def with_injected(markup: str, listener: Listener) -> str:
    """A finished page with markup in it that escaping would never have let through."""
    rendered = render_reports([samples.report()])
    return rendered.replace("<aside", markup.replace("https://evil.example", listener.address) + "<aside", 1)


@pytest.mark.parametrize("injected", INJECTED)
def test_the_policy_stops_what_escaping_would_have_missed(
    open_page: Open, listener: Listener, injected: str
) -> None:
    """Markup put into the finished page neither runs nor reaches a server: the policy is a second wall."""
    page = open_page(with_injected(injected, listener))
    assert (page.driver.title, listener.heard) == ("Ferry and barge collide in fog", [])


def test_without_the_policy_the_same_markup_would_run_and_be_heard(
    open_page: Open, listener: Listener
) -> None:
    """The wall is what holds: with it taken away, script runs and the server hears of the page."""
    bare = re.sub(
        '<meta http-equiv="Content-Security-Policy"[^>]*>', "", with_injected(INJECTED[2], listener)
    )
    page = open_page(bare)
    assert (page.driver.title, listener.heard) == ("owned", ["/p.png"])


def test_the_page_works_under_its_own_policy(open_page: Open) -> None:
    """A page whose script was altered by one character has no scripting at all."""
    rendered = render_reports([samples.report()])
    policy = re.search(r'content="(default-src[^"]*)"', rendered)
    assert policy is not None
    assert "'unsafe" not in html.unescape(policy[1])
    altered = open_page(rendered.replace('"use strict";', '"use strict"; ', 1))
    assert altered.run("return document.documentElement.className") == ""
    whole = open_page(rendered)
    assert whole.run("return document.documentElement.className") == "js"
