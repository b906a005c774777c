"""Which lines are headings, which are furniture, and what the first lines say: for documents and for text as given alike.

Guarantees: one label a line, in order; a label never depends on what an article is about, only on how its lines look.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from groundwire.ingest.date_lines import is_time, read_date_line
from groundwire.ingest.document import Block, BlockKind
from groundwire.ingest.front_matter import FrontMatter, read_front_matter
from groundwire.ingest.furniture import ADVERTISEMENT, find_furniture
from groundwire.ingest.mastheads import is_menu

_LONGEST_HEADING = 12  # words
_LONGEST_LABEL = 6  # words above a list of links
_SHORTEST_PARAGRAPH = 8  # words of prose that have to follow a heading
_LONG_UNSPACED = 50  # characters; the same for scripts that have no spaces
_SENTENCE_END = re.compile(r"[.!?…:;,。！？؟।—–-][\"'”’»)\]]*\Z")
_NO_HEADING = re.compile(r"[^\w¿¡]|\w{1,2}[.)]\s|.{0,200}(?:https?:|www\.|@)")
_QUOTED_HEADING = re.compile(r"[‘“'\"«][^.!?‘“'\"«»”]{3,60}[’”'\"»]")
_LINKS_FOLLOW = "link to another article"


class Part(StrEnum):
    """What a line is to the article."""

    BODY = "body"
    HEADING = "heading"
    ASIDE = "aside"


@dataclass(frozen=True)
class Label:
    """What a line is, and for what is set aside, why."""

    part: Part
    reason: str = ""


@dataclass(frozen=True)
class Layout:
    """A label for each line, and the metadata that the first lines gave."""

    labels: tuple[Label, ...]
    front: FrontMatter


_BODY = Label(Part.BODY)
_HEADING = Label(Part.HEADING)


def find_layout(blocks: Sequence[Block], *, title: str | None, has_markup: bool) -> Layout:
    """Label `blocks`; `has_markup` says that their kinds are what the format itself tells."""
    front = read_front_matter(blocks, title=title, is_plain=not has_markup)
    lines, kinds = [block.text for block in blocks], [block.kind for block in blocks]
    labels = [_label(line, kinds[number], front.asides.get(number)) for number, line in enumerate(lines)]
    _set_link_lists_aside(labels, lines)
    if not has_markup:
        _set_tail_aside(labels, lines)
        _find_headings(labels, lines, kinds)
    return Layout(tuple(labels), front)


def _label(line: str, kind: BlockKind, reason: str | None) -> Label:
    if reason:
        return Label(Part.ASIDE, reason)
    if reason := find_furniture(line):
        return Label(Part.ASIDE, reason)
    if date := read_date_line(line):
        return Label(Part.ASIDE, date.reason)
    return _HEADING if kind is BlockKind.HEADING or is_time(line) else _BODY


def _set_tail_aside(labels: list[Label], lines: Sequence[str]) -> None:
    """Menus and advertisements below the last paragraph."""
    last = max(
        (number for number, line in enumerate(lines) if _is_body_prose(labels[number], line)),
        default=len(lines),
    )
    follows_advertisement = False
    for number in range(last + 1, len(lines)):
        if labels[number].part is Part.ASIDE:
            follows_advertisement = labels[number].reason == ADVERTISEMENT
        elif follows_advertisement or is_menu(lines[number]):
            labels[number] = Label(Part.ASIDE, ADVERTISEMENT if follows_advertisement else "menu")


def _is_body_prose(label: Label, line: str) -> bool:
    return label.part is Part.BODY and (_is_prose(line) or _SENTENCE_END.search(line) is not None)


def _set_link_lists_aside(labels: list[Label], lines: Sequence[str]) -> None:
    """The titles of other articles below "Related articles", up to the next line that is a sentence."""
    inside = False
    for number, line in enumerate(lines):
        if labels[number].reason == _LINKS_FOLLOW:
            inside = len(line.split()) <= _LONGEST_LABEL and not re.search(r":\s*\S", line)
        elif inside and labels[number].part is not Part.ASIDE:
            if _SENTENCE_END.search(line) or len(line.split()) > 2 * _LONGEST_HEADING:
                inside = False
            else:
                labels[number] = Label(Part.ASIDE, _LINKS_FOLLOW)


def _find_headings(labels: list[Label], lines: Sequence[str], kinds: Sequence[BlockKind]) -> None:
    following = False  # whether the next line that is kept is a paragraph
    for number in reversed(range(len(lines))):
        if labels[number].part is Part.ASIDE:
            continue
        if following and kinds[number] is BlockKind.PARAGRAPH and _looks_like_heading(lines[number]):
            labels[number] = _HEADING
            following = False
        else:
            following = _is_prose(lines[number])


def _is_prose(line: str) -> bool:
    has_length = len(line.split()) >= _SHORTEST_PARAGRAPH or len(line) >= _LONG_UNSPACED
    return has_length and _SENTENCE_END.search(line) is not None


def _looks_like_heading(line: str) -> bool:
    return (
        len(line.split()) <= _LONGEST_HEADING
        and any(character.isalpha() for character in line)
        and not line[0].islower()
        and not _SENTENCE_END.search(line)
        and (not _NO_HEADING.match(line) or _QUOTED_HEADING.fullmatch(line) is not None)
    )
