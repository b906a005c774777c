"""Tells the lines of an extracted body that are not its text: headline, date, byline, appeals to subscribe or follow.

Guarantees: what is set aside is returned with its reason; rules about position look at the first and last blocks only.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from groundwire.ingest.document import Block, BlockKind

_HEAD_BLOCKS = 6
_TAIL_BLOCKS = 8
_SHORT_WORDS = 14

_DATE = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[:h.]\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b")
_BYLINE = re.compile(
    r"^(?:by|from|written by|posted by|published by|por|par|von|di|autor:?|publicado por)\s+\S", re.IGNORECASE
)
_READING_TIME = re.compile(r"\b\d{1,3}\s?(?:min(?:ute)?s?|minuti|minutos?|minuten)\b", re.IGNORECASE)
_ANYWHERE = (
    ("appeal to subscribe", re.compile(r"^(?:subscribe (?:to|now|here|today)|sign up (?:for|to|here|now|today)|get (?:the|our|more)\b.{0,80}\b(?:inbox|newsletter|app|delivered)\b|click here to|download (?:the|our)\b.{0,40}\bapp\b)", re.IGNORECASE)),
    ("link to another article", re.compile(r"^[\[(]?\s?(?:read (?:more|also|next)|see (?:more|also)|also read|more:|related(?: (?:stories|articles|content|coverage))?:|don[’']t miss:?$|you may also like|recommended(?: for you)?:?$|related:?$|explore further$|read more$|watch(?: now| more)?:|leggi anche|leia (?:também|mais)|lee también|lire aussi|siehe auch|lesen sie auch)", re.IGNORECASE)),
    ("rights notice", re.compile(r"^(?:©|\(c\)\s|copyright\s(?:©|\(c\)|\d{4}|by\b)|all rights reserved\b)|\ball rights reserved\b.{0,40}$|^this copy is for your personal", re.IGNORECASE)),
    ("page tool", re.compile(r"^(?:comments?|(?:leave|post|add) a (?:comment|reply)|share(?: this| on\b.{0,30})?|tags?|print(?: article)?|order reprints|advertisement|loading\W*|thank you|an error has occurred\b.{0,40}|this article has been sent to|topics?|view comments|photos?|image|tell us what you think\W*)$", re.IGNORECASE)),
)  # fmt: skip
_TAIL = (
    ("address of the author", re.compile(r"^(?:have a (?:tip|story)|follow|e-?mail|write to|contact|tweet)\b.{0,160}(?:@\w|\btwitter\b|\bfacebook\b|\binstagram\b)|\b(?:can|may) be reached (?:at|by|on|via)\b", re.IGNORECASE)),
    ("address of the author", re.compile(r"^(?:[\w.+-]{1,60}@[\w-]{1,60}\.[\w.-]{1,60}|@\w{2,30}|(?:www\.)?twitter\.com/\w{1,30})$", re.IGNORECASE)),
    ("appeal to follow", re.compile(r"^(?:follow|like|find|join) (?:us|our|me)\b|^(?:listen|tune in) \w.{0,60}\b(?:live|podcast|weekdays|listen back)\b", re.IGNORECASE)),
    ("appeal to subscribe", re.compile(r"\byour inbox\b|\bsign up for (?:our|the) .{0,60}newsletter\b|\bsubscrib(?:e|ing) to (?:our|the) .{0,60}newsletter\b|\bsign up for .{0,60} to get\b|\b(?:our|free|daily|weekly) newsletter\b.{0,40}\b(?:here|now|today)\b", re.IGNORECASE)),
    ("credit line", re.compile(r"^\(?(?:additional )?(?:reporting|writing) by\b.{0,200}\b(?:editing|reporting|writing) by\b|^\(?(?:additional )?(?:reporting|writing|editing|compiled|edited) by(?: [^\W\d_][\w.'’-]{0,30}){1,8}\)?\.?$|^sources?:\s", re.IGNORECASE)),
    ("date line", re.compile(r"^(?:updated|published|posted|last modified)\b.{0,40}\d.{0,30}$", re.IGNORECASE)),
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class PageWords:
    """What the page says of itself elsewhere: lines with these words are not part of the body."""

    titles: tuple[str, ...] = ()
    byline: str | None = None
    description: str | None = None
    url: str | None = None


def set_lines_aside(
    blocks: Iterable[Block], page: PageWords
) -> tuple[tuple[Block, ...], list[tuple[str, str]]]:
    """The blocks of the body, and the words of the others with their reason."""
    numbered = list(blocks)
    reasons = [_reason_anywhere(block) for block in numbered]
    _mark_head(numbered, reasons, page)
    _mark_tail(numbered, reasons)
    kept = [block for block, reason in zip(numbered, reasons, strict=True) if reason is None]
    aside = [(block.text, reason) for block, reason in zip(numbered, reasons, strict=True) if reason]
    while kept and kept[-1].kind is BlockKind.HEADING:
        aside.append((kept.pop().text, "heading with nothing below it"))
    return tuple(kept), aside


def _reason_anywhere(block: Block) -> str | None:
    if len(block.text) > 400:
        return None
    return next((reason for reason, pattern in _ANYWHERE if pattern.search(block.text)), None)


def _mark_head(blocks: list[Block], reasons: list[str | None], page: PageWords) -> None:
    titles = {_key(title) for title in page.titles if title}
    byline = _key(page.byline or "")
    description = _key(page.description or "")
    for index, block in enumerate(blocks[:_HEAD_BLOCKS]):
        key = _key(block.text)
        short = len(block.text.split()) <= _SHORT_WORDS and not block.text.endswith(
            (".", "!", "?", ":", "”", '"')
        )
        if key in titles:
            reasons[index] = "headline"
        elif block.kind is BlockKind.HEADING and description and key == description:
            reasons[index] = "standfirst"
        elif block.text == page.url:
            reasons[index] = "address of the page"
        elif byline and key in {byline, f"by{byline}"}:
            reasons[index] = "byline"
        elif short and block.kind is not BlockKind.HEADING:
            reasons[index] = reasons[index] or _reason_of_short_line(block.text)


def _reason_of_short_line(text: str) -> str | None:
    if _READING_TIME.search(text):
        return "reading time"
    if _DATE.search(text):
        return "date line"
    return "byline" if _BYLINE.search(text) and len(text.split()) <= 8 else None


def _mark_tail(blocks: list[Block], reasons: list[str | None]) -> None:
    for index in range(max(1, len(blocks) - _TAIL_BLOCKS), len(blocks)):
        text = blocks[index].text
        if reasons[index] is None and len(text) <= 400:
            reasons[index] = next((reason for reason, pattern in _TAIL if pattern.search(text)), None)


def _key(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
