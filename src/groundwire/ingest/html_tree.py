"""HTML bytes → a tree that is safe to walk: decoded, free of control characters, never deeper than `MAX_DEPTH`.

Guarantees: linear work, no recursion, no network, no entity expansion; binary content is told from HTML.
"""

import codecs
import re

from lxml import etree, html

from groundwire.errors import NotAnArticle, UnreadableSource

MAX_DEPTH = 150
"""Levels of nesting that are kept. Real pages stay below 60; the extractor recurses, and Python allows 1000 frames."""

_PARSER_DEPTH = 2000
"""Levels of nesting at which libxml2 (whose limit is 2048) begins to lose content."""
_CROWD = 400
"""Inline children beyond which an element becomes plain text."""
_INLINE = frozenset(
    {"span", "a", "b", "i", "em", "strong", "font", "br", "u", "small", "sup", "sub", "wbr", "img", "mark"}
)
_FRAMES = re.compile(
    rb"</?(?:font|span|b|i|u|em|strong|small|big|center|div|section|blockquote|ul|ol|table|tbody|tr|td)(?:\s[^<>]{0,2000})?>",
    re.IGNORECASE,
)
_SNIFFED_BYTES = 4096
_BINARY_SIGNATURES = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x1f\x8b", b"%PDF", b"\x7fELF", b"RIFF", b"wOF", b"OggS",
    b"ID3", b"\x00\x00\x01\x00", b"7z\xbc\xaf", b"Rar!", b"\xd0\xcf\x11\xe0",
)  # fmt: skip
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_META_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?([\w.:-]{2,40})""", re.IGNORECASE)
_XML_ENCODING = re.compile(
    rb"""^\s{0,20}<\?xml[^>]{0,100}?encoding\s{0,5}=\s{0,5}["']([\w.:-]{2,40})""", re.IGNORECASE
)
_XML_DECLARATION = re.compile(r"^\s{0,100}<\?xml[^>]{0,200}>")
# Left in, a control character makes the tree refuse the text; NUL cuts it short.
_CONTROLS = dict.fromkeys([*range(9), 11, *range(14, 32), 127, 0xFFFE, 0xFFFF], " ")
# What the HTML standard says browsers do: these labels are read as the Windows superset.
_SUPERSETS = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso8859-9": "cp1254",
}
_BLOCKS = frozenset({"p", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "br"})


def decode_page(data: bytes, *, encoding: str | None) -> str:
    """The text of a page: by byte-order mark, by the encoding of the HTTP header, by its meta element, by detection.

    Raises:
        UnreadableSource: when the bytes are not text at all.
    """
    head = data[:_SNIFFED_BYTES]
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data.decode(name, "replace")
    if head.startswith(_BINARY_SIGNATURES) or head.count(b"\0") * 10 > len(head):
        raise UnreadableSource(
            f"expected HTML, found binary data that begins {data[:8]!r}",
            hint="name a page, a text file or a PDF",
        )
    for label in (encoding, _label(_XML_ENCODING, head), _label(_META_CHARSET, head)):
        text = _decode_strictly(data, label)
        if text is not None:
            return text
    return _decode_by_detection(data)


def _label(pattern: re.Pattern[bytes], head: bytes) -> str | None:
    found = pattern.search(head)
    return found[1].decode("ascii", "replace") if found else None


def _decode_strictly(data: bytes, label: str | None) -> str | None:
    """The text, if the label names a text encoding and not more than one character in a thousand is wrong in it."""
    if not label:
        return None
    try:
        name = codecs.lookup(label).name
        # A page whose meta element could be read in ASCII is not in UTF-16, whatever it says.
        name = "utf-8" if name.startswith(("utf-16", "utf-32")) else name
        text = data.decode(_SUPERSETS.get(name, name), "replace")
    except (LookupError, UnicodeError):
        return None
    return text if text.count("�") * 1000 <= len(text) else None


def _decode_by_detection(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to import, and rarely needed

        best = from_bytes(data).best()
        return str(best) if best else data.decode("cp1252", "replace")


def parse_page(text: str) -> html.HtmlElement:
    """The tree of a page, at most `MAX_DEPTH` deep, without comments and processing instructions.

    Raises:
        NotAnArticle: when there is not a single element.
    """
    cleaned = _XML_DECLARATION.sub("", text.translate(_CONTROLS), count=1)
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    # lone surrogates cannot be encoded; the parser wants bytes so that no meta element overrules us
    source = cleaned.encode("utf-8", "replace")
    try:
        tree = html.document_fromstring(source, parser=parser)
        if _flatten(tree) >= _PARSER_DEPTH:
            # the parser drops what lies deeper: read again without the tags that only frame or style
            tree = html.document_fromstring(_FRAMES.sub(b" ", source), parser=parser)
            _flatten(tree)
    except (etree.ParserError, etree.XMLSyntaxError, AssertionError) as error:
        raise NotAnArticle("expected an article, found a page without any content") from error
    _collapse_crowds(tree)
    return tree


def _flatten(tree: html.HtmlElement) -> int:
    """Dissolve the elements below `MAX_DEPTH`; their text stays where it was. The depth that was found."""
    depth = deepest = 0
    deep = []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
        if event == "start" and depth > MAX_DEPTH and isinstance(element.tag, str):
            deep.append(element)
    for element in deep:
        if element.tag in _BLOCKS:
            element.text = f"\n{element.text or ''}"
        element.tag = "deep"
    if deep:
        etree.strip_tags(tree, "deep")
    return deepest


def _collapse_crowds(tree: html.HtmlElement) -> None:
    """Make plain text of an element with very many inline children: the extractor takes quadratic time for them."""
    for element in list(tree.iter()):
        if len(element) > _CROWD and all(child.tag in _INLINE and len(child) == 0 for child in element):
            for child in element.iterchildren("br"):
                child.text = " "
            words = str(element.text_content())
            for child in list(element):
                element.remove(child)
            element.text = words
