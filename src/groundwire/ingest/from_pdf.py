"""PDF → Document: paragraphs rebuilt from the lines of its text layer."""

import io

from groundwire.errors import UnreadableSource
from groundwire.ingest.document import Block, Document


def read_pdf(data: bytes) -> Document:
    """The text layer of a PDF.

    Raises:
        UnreadableSource: encrypted, damaged, or without a text layer.
    """
    import pypdf  # noqa: PLC0415 - slow to import, and only PDF needs it

    text = "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)
    if not text.strip():
        raise UnreadableSource(
            "expected text, found a PDF that has no text layer (a scan?)", hint="OCR it first"
        )
    return Document(blocks=(Block(text=text),))
