"""Tells the texts that are no article: nothing in them, a stub before a paywall, a consent wall.

Guarantee: only short bodies are refused for their words, so that an article *about* paywalls or cookies is read.
"""

import re
from collections.abc import Sequence

from groundwire.errors import NotAnArticle

FEWEST_WORDS = 25  # of prose; a news item in one sentence has about thirty
FEWEST_IN_FLASH = 12  # of prose below a headline
_STUB_WORDS = 120  # what a paywall shows before it closes is shorter
_LETTERS_A_WORD = 2  # in scripts written without spaces

_PAYWALL = re.compile(
    r"\b(?:subscribe|sign in|log in|register|create (?:a|an) (?:free )?account)\b.{0,40}\bto (?:continue|keep|read|unlock|access|view)\b"
    r"|\b(?:subscribe|sign in|log in|register) now\b.{0,40}\bread\b|\bto (?:continue|keep) reading\b|\bto read the (?:full|rest|whole)\b"
    r"|\balready a (?:subscriber|member)\b|\b(?:for )?subscribers?[ -]only\b|\bthis (?:article|story|content) is (?:for|reserved for|available to|only for|exclusive to)\b"
    r".{0,20}\b(?:subscribers|members)\b|\bfree articles?\b.{0,30}\bthis month\b",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"\bcookies?\b|\bconsent\b|\bprivacy (?:policy|settings|choices)\b|\bour partners\b", re.IGNORECASE
)
_WHOLE_SENTENCE = re.compile(r"[.!。！][\"'”’»)\]]*\Z")
_NAME_OR_NUMBER = re.compile(r"[^\W\d_]{2,}[,;]?\s[A-ZÀ-ÖØ-Þ][^\W\d_]|\d")
_TO_READER = re.compile(
    r"\b(?:you|your|please|we|our|javascript|browser|server|404|403|sie|ihre?n?|bitte|vous|votre|vos|veuillez|usted|su navegador)\b",
    re.IGNORECASE,
)
_UNSPACED = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff]")


def check_is_article(body: Sequence[str], *, asides: Sequence[str], title: str | None = None) -> None:
    """Refuse `body`, the paragraphs of an article, when it is none; `asides` is what was set aside of the page.

    A news flash below its `title` may be shorter than other texts, when it is a sentence that names somebody or something.

    Raises:
        NotAnArticle: with what it is instead.
    """
    words = sum(map(_count_words, body))
    if words < _STUB_WORDS:
        if notice := _find(_PAYWALL, [*body, *asides]):
            raise NotAnArticle(
                f"expected an article, found the first {words} words of one behind a paywall: {notice!r}",
                hint="save the full page from a browser in which you are signed in",
            )
        consent = sum(_count_words(text) for text in [*body, *asides] if _CONSENT.search(text[:2_000]))
        if consent * 2 > words + sum(map(_count_words, asides)):
            raise NotAnArticle(
                f"expected an article, found a consent wall: {_find(_CONSENT, [*body, *asides])!r}",
                hint="save the page from a browser after consenting",
            )
    if words < FEWEST_WORDS and not (title and words >= FEWEST_IN_FLASH and any(map(_tells_news, body))):
        found = f"{words} words of prose" if words else "no prose"
        raise NotAnArticle(
            f"expected an article of {FEWEST_WORDS} words or more, found {found}",
            hint="name a file that holds the whole article",
        )


def _tells_news(text: str) -> bool:
    """Whether `text` is a whole sentence with a name or a number in it that does not speak to its reader, as notices do."""
    return (
        _WHOLE_SENTENCE.search(text) is not None
        and _count_words(text) >= FEWEST_IN_FLASH
        and _NAME_OR_NUMBER.search(text[:2_000]) is not None
        and not _TO_READER.search(text[:2_000])
    )


def _find(pattern: re.Pattern[str], texts: Sequence[str]) -> str:
    """The first of `texts` that holds the pattern, shortened; empty when none does."""
    return next((text[:80] for text in texts if pattern.search(text[:2_000])), "")


def _count_words(text: str) -> int:
    return len(text.split()) + len(_UNSPACED.findall(text)) // _LETTERS_A_WORD
