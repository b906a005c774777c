"""What a reader makes of a file or a response, before it becomes an Article: blocks of text and metadata."""

from dataclasses import dataclass, field
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block is, as far as its markup or layout tells."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    QUOTE = "quote"


@dataclass(frozen=True, kw_only=True)
class Block:
    """One paragraph, heading, list item or block quotation; its text has no blank line inside.

    `follows_closely` is true in plain text where no blank line stands before it: a motto below the name of a paper does.
    """

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    follows_closely: bool = False


@dataclass(frozen=True, kw_only=True)
class Document:
    """Blocks in reading order with the metadata that the format carries; `set_aside` pairs (words, reason).

    `has_markup` is true when the format itself told headings from paragraphs (HTML, Markdown), false when only the
    layout can (text, PDF).
    """

    blocks: tuple[Block, ...]
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    has_markup: bool = False
    set_aside: tuple[tuple[str, str], ...] = field(default=())
