"""Plain text → Document: paragraphs put together again where lines were wrapped, taken apart where pages were pasted."""

import re

from groundwire.ingest.document import Block, BlockKind, Document
from groundwire.ingest.mastheads import is_title_case
from groundwire.text.line_breaks import paragraph_breaks
from groundwire.text.normalise import normalise

_LINE_ENDS = re.compile(r"\n+")
_LIST_ITEM = re.compile(r"(?:[-*•‣▪●·]|\(?\d{1,2}[.)])\s+\S")
_LONGEST_NAME = 40  # characters of an outlet's name
_HYPHEN = re.compile(r"(?<=[^\W\d_])-\n(?=[^\W\d_])")


def read_text(text: str) -> Document:
    """The paragraphs of `text`, one line each, in order."""
    whole = normalise(text)
    separators = paragraph_breaks(whole)
    blocks, start, is_close = [], 0, False
    for line_end in _LINE_ENDS.finditer(whole):
        is_blank = line_end.end() - line_end.start() > 1
        if is_blank or line_end.start() in separators or _names_the_page(whole, start, line_end):
            blocks.append(_block(whole[start : line_end.start()], follows_closely=is_close))
            start, is_close = line_end.end(), not is_blank
    blocks.append(_block(whole[start:], follows_closely=is_close))
    return Document(blocks=tuple(block for block in blocks if block.text))


def _block(words: str, *, follows_closely: bool) -> Block:
    line = _on_one_line(words)
    return Block(text=line, kind=_kind(line), follows_closely=follows_closely)


def _names_the_page(whole: str, start: int, line_end: re.Match[str]) -> bool:
    """Whether the very first line is a name of few words, which does not go on below it, whatever begins there."""
    line = whole[: line_end.start()]
    return start == 0 and len(line) <= _LONGEST_NAME and "\n" not in line and is_title_case(line)


def _on_one_line(words: str) -> str:
    return " ".join(_HYPHEN.sub("-", words).split())


def _kind(words: str) -> BlockKind:
    return BlockKind.LIST_ITEM if _LIST_ITEM.match(words) else BlockKind.PARAGRAPH
