"""Markdown → Document: headings, paragraphs, lists and quotations; marks of emphasis and addresses of links taken off.

Guarantees: linear in the text; what is code or an image is set aside with its reason. It reads the Markdown that articles are
saved in, not all of CommonMark: tables and nested lists come out as paragraphs.
"""

import re

from groundwire.ingest.document import Block, BlockKind, Document
from groundwire.text.normalise import normalise

_FIELD = re.compile(
    r"(title|author|byline|date|published|source|outlet|url|lang|language):\s*(.+)", re.IGNORECASE
)
_FIELD_NAMES = {
    "author": "byline",
    "date": "published",
    "source": "outlet",
    "lang": "language",
}
_HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*\Z")
_ITEM = re.compile(r"(?:[-*+]|\d{1,3}[.)])\s+(.*)")
_RULE = re.compile(r"(?:[-*_=]\s*){3,}\Z")
_IMAGE = re.compile(r"!\[([^\]\n]{0,300})\]\([^)\n]{0,2000}\)")
_LINK = re.compile(
    r"\[([^\]\n]{1,500})\](?:\([^)\n]{0,2000}\)|\[[^\]\n]{0,100}\])|<(https?://[^>\s]{1,2000})>"
)
_REFERENCE = re.compile(r"\[[^\]\n]{1,100}\]:\s*\S+")
_EMPHASIS = re.compile(
    r"(?<![\w*/])(\*{1,3})(?=\S)([^*\n]{1,2000}?)(?<=\S)\1(?![\w*/])|(?<!\w)(_{1,3})(?=\S)([^_\n]{1,2000}?)(?<=\S)\3(?!\w)|`([^`\n]{1,500})`"
)


class _Reader:
    """Collects blocks line by line."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.set_aside: list[tuple[str, str]] = []
        self._lines: list[str] = []
        self._kind = BlockKind.PARAGRAPH

    def begin(self, kind: BlockKind, words: str) -> None:
        self.close()
        self._kind = kind
        self._lines = [words]

    def go_on(self, words: str) -> None:
        self._lines.append(words)

    @property
    def is_open(self) -> bool:
        return bool(self._lines)

    @property
    def kind(self) -> BlockKind:
        return self._kind

    def close(self, kind: BlockKind | None = None) -> None:
        """End the block in hand, as `kind` where the line after it said what it was."""
        raw = " ".join(self._lines)
        self._lines = []
        for image in _IMAGE.finditer(raw):
            self.set_aside.append((image[1] or image[0], "image"))
        words = " ".join(_plain(_IMAGE.sub("", raw)).split())
        if words:
            self.blocks.append(Block(text=words, kind=kind or self._kind))
        self._kind = BlockKind.PARAGRAPH


def read_markdown(text: str) -> Document:
    """The blocks of `text`; fields of a front matter between `---` lines are its metadata, the first `# ` its title."""
    lines = normalise(text).strip("\n").split("\n")
    fields, lines = _front_matter(lines)
    reader = _Reader()
    code: list[str] | None = None
    for line in map(str.strip, lines):
        if line.startswith(("```", "~~~")):
            if code is not None:
                reader.set_aside.append(("\n".join(code), "code"))
            reader.close()
            code = [] if code is None else None
        elif code is not None:
            code.append(line)
        else:
            _read_line(reader, line)
    reader.close()
    return Document(blocks=tuple(reader.blocks), has_markup=True, set_aside=tuple(reader.set_aside), **fields)


def _front_matter(lines: list[str]) -> tuple[dict[str, str], list[str]]:
    if not lines or lines[0].strip() != "---" or "---" not in [line.strip() for line in lines[1:40]]:
        return {}, lines
    end = next(index for index, line in enumerate(lines[1:], start=1) if line.strip() == "---")
    found = (_FIELD.fullmatch(line.strip()) for line in lines[1:end])
    fields = {
        _FIELD_NAMES.get(match[1].lower(), match[1].lower()): match[2].strip("\"' ")
        for match in found
        if match
    }
    return fields, lines[end + 1 :]


def _read_line(reader: _Reader, line: str) -> None:
    if heading := _HEADING.match(line):
        reader.begin(BlockKind.HEADING, heading[1])
        reader.close()
    elif (
        reader.is_open
        and reader.kind is BlockKind.PARAGRAPH
        and set(line) in ({"="}, {"-"})
        and len(line) > 1
    ):
        reader.close(BlockKind.HEADING)
    elif not line or _RULE.match(line) or _REFERENCE.match(line):
        reader.close()
    elif item := _ITEM.match(line):
        reader.begin(BlockKind.LIST_ITEM, item[1])
    elif line.startswith(">"):
        words = line.lstrip("> ")
        if reader.is_open and reader.kind is BlockKind.QUOTE and words:
            reader.go_on(words)
        else:
            reader.begin(BlockKind.QUOTE, words)
    elif reader.is_open:
        reader.go_on(line)
    else:
        reader.begin(BlockKind.PARAGRAPH, line)


def _plain(words: str) -> str:
    words = _LINK.sub(lambda match: match[1] or match[2], words)
    for _ in range(2):  # bold inside italics
        words = _EMPHASIS.sub(lambda match: match[2] or match[4] or match[5], words)
    return re.sub(r"\\([\\`*_{}\[\]()#+.!>-])", r"\1", words)
