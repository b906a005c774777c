"""Plain text → Document: paragraphs put together again where lines were wrapped, taken apart where pages were pasted."""

import re

from groundwire.ingest.document import Block, BlockKind, Document
from groundwire.text.line_breaks import paragraph_breaks
from groundwire.text.normalise import normalise

_LINE_ENDS = re.compile(r"\n+")
_LIST_ITEM = re.compile(r"(?:[-*•‣▪●·]|\(?\d{1,2}[.)])\s+\S")
_HYPHEN = re.compile(r"(?<=[^\W\d_])-\n(?=[^\W\d_])")


def read_text(text: str) -> Document:
    """The paragraphs of `text`, one line each, in order."""
    whole = normalise(text)
    separators = paragraph_breaks(whole)
    paragraphs, start = [], 0
    for line_end in _LINE_ENDS.finditer(whole):
        if line_end.end() - line_end.start() > 1 or line_end.start() in separators:
            paragraphs.append(_on_one_line(whole[start : line_end.start()]))
            start = line_end.end()
    paragraphs.append(_on_one_line(whole[start:]))
    return Document(blocks=tuple(Block(text=words, kind=_kind(words)) for words in paragraphs if words))


def _on_one_line(words: str) -> str:
    return " ".join(_HYPHEN.sub("-", words).split())


def _kind(words: str) -> BlockKind:
    return BlockKind.LIST_ITEM if _LIST_ITEM.match(words) else BlockKind.PARAGRAPH
