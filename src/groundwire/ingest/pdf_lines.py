"""Lines of PDF pages → paragraphs: running headers and page numbers set aside, hyphenation undone. Pure.

Guarantees: every line is either in a paragraph or set aside with its reason; linear work.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

_EDGE_LINES = 3
"""Lines at the top and at the bottom of a page in which headers and footers stand."""
_RUNNING_SHARE = 0.5
"""Share of the pages on which a line has to stand to be a running header."""
_NARROW = 0.8
"""A line narrower than this share of the column ends its paragraph when it also ends a sentence."""
_HEADING_WIDTH = 0.7
_PAGE_NUMBER = re.compile(r"^\W{0,3}(?:page|p\.|seite|página|pagina|strana)?\s?\d{1,4}(?:\s?(?:of|/|von|de|di|z)\s?\d{1,4})?\W{0,3}$", re.IGNORECASE)  # fmt: skip
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]{0,3}$")
_HYPHEN = re.compile(r"(\w+)[-\u2010\u00ad]$")
_FIRST_WORD = re.compile(r"^(\w+)")
_BULLET = re.compile(r"^(?:[•◦▪‣·*–—-]\s|\(?\d{1,2}[.)]\s)")


def set_running_lines_aside(
    pages: Sequence[Sequence[str]],
) -> tuple[list[list[str]], list[tuple[str, str]]]:
    """The pages without page numbers and running headers and footers, and these with their reason."""
    keys = [[_key(line) for line in page] for page in pages]
    seen = Counter(key for page in keys for key in {page[index] for index in _edges(page)} if key)
    needed = max(2, _RUNNING_SHARE * len(pages))
    kept: list[list[str]] = []
    aside: list[tuple[str, str]] = []
    for page, page_keys in zip(pages, keys, strict=True):
        edges = set(_edges(page))
        rest: list[str] = []
        for index, line in enumerate(page):
            if index in edges and _PAGE_NUMBER.match(line):
                aside.append((line, "page number"))
            elif index in edges and seen[page_keys[index]] >= needed:
                aside.append((line, "running header or footer"))
            else:
                rest.append(line)
        kept.append(rest)
    return kept, aside


def _edges(page: Sequence[str]) -> Iterable[int]:
    filled = [index for index, line in enumerate(page) if line]
    return [*filled[:_EDGE_LINES], *filled[-_EDGE_LINES:]]


def _key(line: str) -> str:
    """Equal for a running line on each of its pages: the numbers in it change."""
    return re.sub(r"\d+", "#", line.casefold())


def build_paragraphs(pages: Iterable[Sequence[str]]) -> list[str]:
    """The paragraphs of the text; one that runs over a page's end is whole."""
    lines = [line for page in pages for line in page]
    words = _vocabulary(lines)
    width = _column_width(lines)
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        current = paragraphs[-1]
        if not line:
            if current and _is_end(current[-1], width):
                paragraphs.append([])
            continue
        if current and (
            _is_end(current[-1], width) or _is_heading(current, line, width) or _BULLET.match(line)
        ):
            paragraphs.append([])
        paragraphs[-1].append(line)
    return [_join(paragraph, words) for paragraph in paragraphs if paragraph]


def _column_width(lines: Sequence[str]) -> int:
    """Characters of a full line: nine of ten lines are not longer."""
    widths = sorted(len(line) for line in lines if line)
    return widths[int(len(widths) * 0.9)] if widths else 0


def _is_end(line: str, width: int) -> bool:
    return len(line) < _NARROW * width and _SENTENCE_END.search(line) is not None


def _is_heading(paragraph: Sequence[str], following: str, width: int) -> bool:
    """A single short line without a full stop, before a line that does not continue it."""
    line = paragraph[0]
    continues = following[0].islower() or line.endswith((",", ";", "-"))
    return len(paragraph) == 1 and len(line) < _HEADING_WIDTH * width and not continues


def _vocabulary(lines: Iterable[str]) -> set[str]:
    """The words with a hyphen that stand inside lines."""
    return {word.casefold() for line in lines for word in re.findall(r"\w+-\w+", line)}


def _join(lines: Sequence[str], compounds: set[str]) -> str:
    parts = [lines[0]]
    for line in lines[1:]:
        cut, first = _HYPHEN.search(parts[-1]), _FIRST_WORD.match(line)
        if not (cut and first and line[0].islower()):
            parts.append(" " + line)
            continue
        # a compound that is written with its hyphen elsewhere keeps it here
        is_compound = f"{cut[1]}-{first[1]}".casefold() in compounds
        parts[-1] = parts[-1][:-1] + ("-" if is_compound else "")
        parts.append(line)
    return " ".join("".join(parts).split())
