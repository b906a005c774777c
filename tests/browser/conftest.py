"""A real Chromium, driven through chromedriver; without one, browser tests are skipped and say why."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from browser.listener import Listener
from browser.page import Page

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-prefers-reduced-motion",
    "--window-size=1360,900",
)


@pytest.fixture(scope="session")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[object]:
    """One browser for all tests, with its console and its network log on."""
    webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    chromedriver = shutil.which("chromedriver")
    if browser is None or chromedriver is None:
        pytest.skip(f"needs chromium and chromedriver, found {browser!r} and {chromedriver!r}")
    options = webdriver.ChromeOptions()
    options.binary_location = browser
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    service = webdriver.ChromeService(executable_path=chromedriver)
    chrome = webdriver.Chrome(options=options, service=service)
    yield chrome
    chrome.quit()


@pytest.fixture
def listener() -> Iterator[Listener]:
    """A server on loopback that remembers what it was asked for."""
    with Listener() as server:
        yield server


@pytest.fixture
def open_page(driver: object, tmp_path: Path) -> Callable[..., Page]:
    """Opens HTML as a file in a fresh tab state, with empty logs, at the size of a desktop."""

    def opened(html: str, *, fragment: str = "", scripting: bool = True) -> Page:
        path = tmp_path / "page.html"
        path.write_text(html, encoding="utf-8")
        return Page(driver).open(path.as_uri() + fragment, scripting=scripting)

    return opened
