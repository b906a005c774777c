"""What a source is, by its content first and its name second."""

import json
import re
from enum import StrEnum

from groundwire.errors import UnreadableSource


class SourceKind(StrEnum):
    """How a source is read."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    PDF = "pdf"
    FEED = "feed"
    JSONL = "jsonl"


_HEAD = 8_192  # bytes that are looked at
_BINARY = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a sound, video or WebP file"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ", "an xz file"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"MZ", "a Windows program"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"SQLite format 3", "an SQLite database"),
    (b"{\\rtf", "an RTF document"),
)
_OFFICE = {b"word/": "a Word document", b"xl/": "an Excel sheet", b"mimetypeapplication/epub": "an EPUB book"}
_HINT = "export it as text, HTML or PDF"

_HTML = re.compile(
    rb"(?:<!--.{0,4000}?-->\s*)?<(?:!doctype\s+html|html|head|body|meta|title|link|main|article|section|header|div|p|h[1-6]|span|table|ul|ol"
    rb"|a|b|i|em|strong|br|img|script|style|blockquote|figure)[\s>/]",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(rb"<\?xml|<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_BY_EXTENSION = {
    ".jsonl": SourceKind.JSONL,
    ".ndjson": SourceKind.JSONL,
    ".md": SourceKind.MARKDOWN,
    ".markdown": SourceKind.MARKDOWN,
    ".html": SourceKind.HTML,
    ".htm": SourceKind.HTML,
    ".xhtml": SourceKind.HTML,
}


def find_kind(data: bytes, *, extension: str = "", content_type: str = "") -> SourceKind:
    """How to read `data`; `extension` (with its dot) and `content_type` decide only where the content does not.

    Raises:
        UnreadableSource: for images, archives, programs, Office documents and other things that are no text.
    """
    head = data[:_HEAD]
    if b"%PDF-" in head[:1024]:
        return SourceKind.PDF
    _check_is_text(head)
    named = _BY_EXTENSION.get(extension.lower())
    if named is SourceKind.JSONL:
        return named
    start = head.removeprefix(_MARKS[0]).lstrip()
    if start.startswith(b"<") and (kind := _markup_kind(data, start)):
        return kind
    if start.startswith(b"{") and _is_json_object(data):
        return SourceKind.JSONL
    if named is None and "html" in content_type:
        named = SourceKind.HTML
    return SourceKind.TEXT if named is None or (named is SourceKind.HTML and b"<" not in head) else named


def _check_is_text(head: bytes) -> None:
    for magic, what in _BINARY:
        if head.startswith(magic) and not _is_plain(head):
            raise UnreadableSource(f"expected text, found {what}", hint=_HINT)
    if head.startswith(b"PK\x03\x04"):
        what = next(
            (name for part, name in _OFFICE.items() if part in head), "a ZIP archive or Office document"
        )
        raise UnreadableSource(f"expected text, found {what}", hint=_HINT)
    if head[4:8] == b"ftyp":
        raise UnreadableSource("expected text, found a video file", hint=_HINT)
    if b"\0" in head and not head.startswith(_MARKS) and not _is_wide_text(head):
        raise UnreadableSource(
            f"expected text, found a zero byte at offset {head.index(0)}: a binary file", hint=_HINT
        )


def _is_plain(head: bytes) -> bool:
    """Whether text only happens to begin like a binary ("MZ", "RIFF", "BZh" are letters too)."""
    return (
        head[:1] != b"{"
        and all(byte >= 0x20 or byte in b"\t\n\r\f" for byte in head[:512])
        and head.isascii()
    )


def _is_wide_text(head: bytes) -> bool:
    """UTF-16 without a mark: zero bytes on one side only, and many."""
    zeros = (head[0::2].count(0), head[1::2].count(0))
    return max(zeros) * 3 > len(head) // 2 and min(zeros) * 20 < len(head) // 2


def _markup_kind(data: bytes, start: bytes) -> SourceKind | None:
    from groundwire.ingest.from_feed import looks_like_feed  # noqa: PLC0415 - start-up: only where markup is read

    if looks_like_feed(data):
        return SourceKind.FEED
    return SourceKind.HTML if _HTML.match(start) or _XML.match(start) else None


def _is_json_object(data: bytes) -> bool:
    first = data.removeprefix(_MARKS[0]).lstrip().split(b"\n", 1)[0]
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False
