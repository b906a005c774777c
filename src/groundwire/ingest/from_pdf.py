"""PDF → Document: paragraphs rebuilt from the lines of its text layer.

Guarantees: nothing in the file is run or fetched; a file that cannot be read is refused with the reason; the library's
warnings do not reach standard error.
"""

import contextlib
import datetime as dt
import io
import logging
import struct
import warnings
import zlib
from collections.abc import Iterator
from typing import Any

from groundwire.errors import UnreadableSource
from groundwire.ingest.document import Block, Document
from groundwire.ingest.pdf_lines import build_paragraphs, set_running_lines_aside

_FEWEST_LETTERS = 20
"""Letters below which a text layer is nothing but what a scanner stamps on."""
_MAX_UNKNOWN = 0.2
"""Share of characters without a meaning above which a text layer cannot be read."""
_FAULTS = (
    ValueError, LookupError, TypeError, AttributeError, ArithmeticError, AssertionError, RecursionError,
    NotImplementedError, EOFError, MemoryError, struct.error, zlib.error,
)  # fmt: skip
"""What damaged files are known to make the library raise beside its own errors."""

_FILE_ENDINGS = (".doc", ".docx", ".indd", ".odt", ".pdf", ".qxd", ".rtf", ".txt")


def read_pdf(data: bytes) -> Document:
    """The text layer of a PDF, with its title, author and date.

    Raises:
        UnreadableSource: encrypted, damaged, or without a text layer.
    """
    import pypdf  # noqa: PLC0415 - slow to import, and only PDF needs it
    from pypdf.errors import DependencyError, PyPdfError  # noqa: PLC0415 - the same

    try:
        with _quiet():
            reader = pypdf.PdfReader(io.BytesIO(data))
            if reader.is_encrypted and not reader.decrypt(""):
                raise _encrypted()
            pages = [
                [" ".join(line.split()) for line in page.extract_text().splitlines()] for page in reader.pages
            ]
            title, author, created = _read_metadata(reader.metadata)
    except DependencyError as error:
        raise _encrypted() from error
    except (PyPdfError, *_FAULTS) as error:
        raise UnreadableSource(
            f"expected a PDF, found one that is damaged ({type(error).__name__})",
            hint="open it in a viewer and save it again",
        ) from error
    kept, aside = set_running_lines_aside(pages)
    paragraphs = build_paragraphs(kept)
    _check_text_layer("".join(paragraphs), page_count=len(pages))
    blocks = tuple(Block(text=paragraph) for paragraph in paragraphs)
    return Document(
        blocks=blocks, title=title, byline=author, published=created, set_aside=tuple(dict.fromkeys(aside))
    )


def _encrypted() -> UnreadableSource:
    return UnreadableSource(
        "expected a PDF that can be read, found one that is encrypted with a password",
        hint="open it with its password and save it without",
    )


def _check_text_layer(text: str, *, page_count: int) -> None:
    if sum(character.isalpha() for character in text) < _FEWEST_LETTERS:
        raise UnreadableSource(
            f"expected text, found a PDF of {page_count} pages that has no text layer (a scan?)",
            hint="OCR it first",
        )
    # private use and replacement characters: the fonts do not say what their glyphs mean
    unknown = sum(character == "�" or 0xE000 <= ord(character) <= 0xF8FF for character in text)
    if unknown > _MAX_UNKNOWN * len(text):
        raise UnreadableSource(
            "expected text, found a PDF whose fonts do not say which letters they show", hint="OCR it first"
        )


def _read_metadata(found: Any) -> tuple[str | None, str | None, str | None]:
    """Title, author and ISO date of creation."""
    if found is None:
        return None, None, None
    title = _line(found.title)
    # a word processor's file name is no title
    if title and (title.lower().startswith("microsoft word") or title.lower().endswith(_FILE_ENDINGS)):
        title = None
    return title, _line(found.author), _read_date(found)


def _line(value: Any) -> str | None:
    return " ".join(value.replace("\0", "").split()) or None if isinstance(value, str) else None


def _read_date(metadata: Any) -> str | None:
    try:
        created = metadata.creation_date
    except ValueError:
        return None
    return created.isoformat() if isinstance(created, dt.datetime) else None


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logger.setLevel(level)
