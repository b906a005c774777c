"""Bytes → text: byte order marks, then UTF-8, then Windows-1252 where it fits, then charset-normalizer.

Guarantee: no character is made up. Bytes that are not text in the encoding found are refused with their offset.
"""

import codecs
import re

from groundwire.errors import UndecodableSource

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HINT = "save the file as UTF-8"
_SAMPLE = 65_536  # bytes
_INTENDED_UTF8 = re.compile(rb"[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
# In English and Western European text Windows-1252 has letters inside words and marks round them. A sign inside a word says that
# another code page was meant.
_SIGN_IN_WORD = re.compile(
    r"[^\W\d_][¡¢£¤¥¦§¨©ª¬®¯°±²³´µ¶¸¹º¼½¾¿×÷ƒ†‡‰]|[¡¢£¤¥¦§¨¬¯±²³´¶¸¹¼½¾×÷ƒ†‡‰][^\W\d_]"
)
_MOST_HIGH = 0.15  # share of bytes above ASCII in languages written in Latin letters


def decode(data: bytes) -> str:
    """The text that `data` holds, its byte order mark left out.

    Raises:
        UndecodableSource: for bytes that are no text in any encoding that fits; the offset counts bytes from 0.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        fault = error
    if fault.end == len(data) and fault.reason == "unexpected end of data" and len(data) > 4:
        return data[: fault.start].decode("utf-8")
    if wide := _wide_encoding(data):
        return _strictly(data, wide)
    if len(_INTENDED_UTF8.findall(data[:_SAMPLE])) > len(_HIGH.findall(data[:_SAMPLE])) // 4:
        raise _undecodable("utf-8", fault)
    return _legacy_text(data, fault)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(encoding, error) from error


def _undecodable(encoding: str, error: UnicodeDecodeError) -> UndecodableSource:
    found = error.object[error.start : error.start + 4].hex(" ")
    return UndecodableSource(
        f"expected text in {encoding}, found the bytes {found} at offset {error.start}", hint=_HINT
    )


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a byte order mark, told by where its zero bytes stand."""
    even, odd = data[0:_SAMPLE:2].count(0), data[1:_SAMPLE:2].count(0)
    half = max(1, min(len(data), _SAMPLE) // 2)
    if odd > 0.3 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.3 * half and odd < 0.05 * half else None


def _legacy_text(data: bytes, fault: UnicodeDecodeError) -> str:
    if len(_HIGH.findall(data[:_SAMPLE])) < _MOST_HIGH * min(len(data), _SAMPLE):
        try:
            text = data.decode("cp1252")
        except UnicodeDecodeError:
            text = ""
        if text and not _SIGN_IN_WORD.search(text):
            return text
    from charset_normalizer import from_bytes  # noqa: PLC0415 - start-up: only for text that is not UTF-8

    best = from_bytes(data).best()
    if best is None:
        raise _undecodable("utf-8", fault) from fault
    return str(best)
