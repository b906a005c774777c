"""The extractor's tree → blocks: paragraphs, headings, list items and quotations, in reading order.

Guarantees: every word of the tree is in exactly one block; no recursion; a block has no line break inside.
"""

from collections.abc import Iterator
from typing import Any

from groundwire.ingest.document import Block, BlockKind

_KINDS = {
    "head": BlockKind.HEADING,
    "item": BlockKind.LIST_ITEM,
    "quote": BlockKind.QUOTE,
    "p": BlockKind.PARAGRAPH,
    "row": BlockKind.PARAGRAPH,
    "ab": BlockKind.PARAGRAPH,
    "code": BlockKind.PARAGRAPH,
}
_BREAKS = frozenset({"lb", "graphic", "list", "table", "div"})
_SEPARATED = frozenset({"cell"})


def read_blocks(body: Any) -> tuple[Block, ...]:
    """The blocks of an extractor's body element (`p`, `head`, `list`/`item`, `quote`, `table`/`row`/`cell`, `lb`)."""
    blocks: list[Block] = []
    parts: list[str] = []
    kind = BlockKind.PARAGRAPH
    for piece in _pieces(body):
        if isinstance(piece, BlockKind):
            _close(blocks, parts, kind)
            kind = piece
        else:
            parts.append(piece)
    _close(blocks, parts, kind)
    return tuple(blocks)


def _close(blocks: list[Block], parts: list[str], kind: BlockKind) -> None:
    text = " ".join("".join(parts).split())
    parts.clear()
    if text:
        blocks.append(Block(text=text, kind=kind))


def _pieces(body: Any) -> Iterator[str | BlockKind]:
    """Words, and at each boundary the kind of the block that begins there."""
    kinds = [BlockKind.PARAGRAPH]
    stack: list[tuple[Any, bool]] = [(body, False)]
    while stack:
        element, done = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        if done:
            if tag in _KINDS:
                kinds.pop()
            if tag in _KINDS or tag in _BREAKS:
                yield kinds[-1]
            elif tag in _SEPARATED:
                yield " "
            if element is not body and element.tail:
                yield element.tail
            continue
        if tag in _KINDS:
            # a paragraph inside a quotation or a list item is part of it
            outer = kinds[-1]
            kinds.append(outer if tag in {"p", "ab"} and outer is not BlockKind.HEADING else _KINDS[tag])
        if tag in _KINDS or tag in _BREAKS:
            yield kinds[-1]
        if tag and element.text:
            yield element.text
        stack.append((element, True))
        stack.extend((child, False) for child in reversed(element))


def read_plain_blocks(tree: Any) -> tuple[Block, ...]:
    """The paragraphs, headings, list items and quotations of a page of any size, as they stand in it."""
    kinds = {"p": BlockKind.PARAGRAPH, "li": BlockKind.LIST_ITEM, "blockquote": BlockKind.QUOTE}
    kinds |= dict.fromkeys(("h2", "h3", "h4"), BlockKind.HEADING)
    blocks = []
    for element in tree.iter(*kinds):
        # the innermost element holds the words
        if next(element.iterdescendants(*kinds), None) is None:
            text = " ".join(str(element.text_content()).split())
            if text:
                blocks.append(Block(text=text, kind=kinds[element.tag]))
    return tuple(blocks)
