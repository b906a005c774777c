"""Tells the pages that are no article: nothing on them, a consent or robot wall, the stub before a paywall.

Guarantees: only short bodies are refused, so that an article *about* cookies or paywalls is read.
"""

import re

from lxml import html

from groundwire.errors import NotAnArticle
from groundwire.ingest.document import Block

_WALL_WORDS = 200
"""Consent and robot walls are shorter than this; their words are boilerplate of a few sentences."""
_STUB_WORDS = 60
"""A body below this is about three sentences: too little to stand for an article whose rest is withheld."""
_FEWEST_WORDS = 4
_EXPECTED = "expected an article, found"
_CONSENT = re.compile(
    r"\bcookies?\b|\bconsent\b|\bGDPR\b|\bprivacy (?:policy|settings|choices)\b|\bpersonal data\b|\bpartners\b|\bDatenschutz\b",
    re.IGNORECASE,
)
_ROBOT = re.compile(
    r"\b(?:enable|activate|turn on|requires?) javascript\b|\bjavascript (?:is|must be) (?:disabled|required|enabled)\b|\bverify (?:that )?you are (?:a )?human\b|\bnot a robot\b|\bchecking your browser\b|\bunusual traffic\b|\bcaptcha\b|\baccess denied\b",
    re.IGNORECASE,
)
_PAYWALL = re.compile(r"\b(?:subscribe|sign in|log in|register|create an? (?:free )?account)\b.{0,40}\bto (?:continue|keep|read|unlock|access|view)\b|\bto (?:continue|keep) reading\b|\bto read the (?:full|rest|whole)\b|\balready a (?:subscriber|member)\b|\bsubscribers? only\b|\b(?:this|the) (?:article|story|content) is (?:for|reserved for|available to) (?:our )?(?:subscribers|members)\b|\bfree articles?\b.{0,30}\bthis month\b", re.IGNORECASE)  # fmt: skip


def find_paywall_notice(tree: html.HtmlElement) -> str | None:
    """The words by which the page says that the rest is for subscribers, or None."""
    for element in tree.iter("p", "div", "span", "h1", "h2", "h3", "h4", "a", "button", "li", "strong"):
        own = " ".join([element.text or "", *(child.tail or "" for child in element)])
        for words in (own, str(element.text_content()) if len(element) <= 3 else ""):
            squeezed = " ".join(words[:1000].split())
            if len(squeezed) <= 300 and _PAYWALL.search(squeezed):
                return squeezed
    return None


def check_is_article(blocks: tuple[Block, ...], *, notice: str | None, is_free: bool) -> None:
    """Refuse a body that is a wall or a stub.

    Raises:
        NotAnArticle: with what the page is instead.
    """
    texts = [block.text for block in blocks]
    words = sum(len(text.split()) for text in texts)
    if words < _WALL_WORDS:
        for pattern, what, hint in (
            (_CONSENT, "a consent wall (cookies, privacy)", "save the page from a browser after consenting"),
            (
                _ROBOT,
                "a page that asks for JavaScript or for proof of being human",
                "save the page from a browser",
            ),
        ):
            held = sum(len(text.split()) for text in texts if pattern.search(text))
            if held * 2 > words:
                raise NotAnArticle(f"{_EXPECTED} {what}: {texts[0][:80]!r}", hint=hint)
    if words < _STUB_WORDS and (notice or not is_free):
        raise NotAnArticle(
            f"{_EXPECTED} the first {words} words of one behind a paywall{f': {notice[:80]!r}' if notice else ''}",
            hint="save the full page from a browser in which you are signed in",
        )
    if words < _FEWEST_WORDS and sum(map(len, texts)) < 20:
        raise NotAnArticle(f"{_EXPECTED} nothing but page furniture")


def explain_absence(tree: html.HtmlElement) -> NotAnArticle:
    """Why a page has no body."""
    if tree.find(".//frameset") is not None:
        return NotAnArticle(
            f"{_EXPECTED} a frameset, whose text is in other pages",
            hint="name the page of the frame that holds the text",
        )
    shown = sum(len((element.text or "").strip()) + len((element.tail or "").strip())
                for element in tree.iter() if element.tag not in {"script", "style", "title", "noscript"})  # fmt: skip
    if shown < 200 and tree.find(".//script") is not None:
        return NotAnArticle(
            f"{_EXPECTED} a page whose text is made by scripts",
            hint="save the page from a browser, or name its text",
        )
    if shown == 0:
        return NotAnArticle(f"{_EXPECTED} an empty page")
    return NotAnArticle(f"{_EXPECTED} nothing but page furniture", hint="name the page of one article")
