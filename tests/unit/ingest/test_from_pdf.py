import io
import logging
import random

import pypdf
import pytest

from groundwire.errors import UnreadableSource
from groundwire.ingest.document import Block
from groundwire.ingest.from_pdf import read_pdf


def _escape(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _pdf(*pages: list[str], info: str = "") -> bytes:
    """A PDF of Helvetica lines, written by hand."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    kids = []
    for lines in pages:
        drawn = "\n".join(f"({_escape(line)}) Tj T*" for line in lines)
        stream = f"BT /F1 12 Tf 14 TL 72 720 Td\n{drawn}\nET"
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {len(objects) + 2} 0 R >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    objects.append(f"<< {info} >>")
    body, places = "%PDF-1.4\n", []
    for number, words in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{words}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>"
    return (
        f"{body}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}\nstartxref\n{len(body)}\n%%EOF"
    ).encode("latin-1")


TIDE = [
    "The harbour council met on Tuesday and agreed to rebuild the northern",
    "sea wall, which a storm had broken in two places. The work will be-",
    "gin in March and is to last two years, said the long-standing engi-",
    "neer of the port.",
    "Fishermen asked for a berth that stays open while the wall is being",
    "rebuilt, and a long-",
    "standing promise was repeated.",
]


def test_lines_become_paragraphs():
    """Lines are joined, hyphens at line ends undone, except in a compound that is written with one elsewhere."""
    assert read_pdf(_pdf(TIDE)).blocks == (
        Block(
            text="The harbour council met on Tuesday and agreed to rebuild the northern sea wall, which a storm had "
            "broken in two places. The work will begin in March and is to last two years, said the long-standing "
            "engineer of the port."
        ),
        Block(
            text="Fishermen asked for a berth that stays open while the wall is being rebuilt, and a long-standing "
            "promise was repeated."
        ),
    )


def test_running_lines_are_set_aside():
    """A header that repeats, with its changing number, and page numbers are no text, and are named."""
    bodies = (TIDE[:4], ["The wall is older than the harbour."], ["Nobody was hurt in the storm."])
    pages = [[f"Harbour Report {n}", *body, f"Page {n} of 3"] for n, body in enumerate(bodies, 1)]
    document = read_pdf(_pdf(*pages))
    assert all("Harbour Report" not in block.text and "Page" not in block.text for block in document.blocks)
    assert document.set_aside == (
        ("Harbour Report 1", "running header or footer"),
        ("Page 1 of 3", "page number"),
        ("Harbour Report 2", "running header or footer"),
        ("Page 2 of 3", "page number"),
        ("Harbour Report 3", "running header or footer"),
        ("Page 3 of 3", "page number"),
    )


def test_a_paragraph_runs_over_the_end_of_a_page():
    """The page's end is no paragraph's end."""
    document = read_pdf(_pdf([*TIDE[:2], "12"], [*TIDE[2:4], "13"]))
    assert [block.text[:11] for block in document.blocks] == ["The harbour"]


def test_a_heading_stands_alone():
    """A short line without a full stop before a sentence is a block of its own."""
    document = read_pdf(_pdf(["Storm damage", *TIDE[:4]]))
    assert [block.text[:12] for block in document.blocks] == ["Storm damage", "The harbour "]


def test_metadata_is_read():
    """Title, author and the date of creation come from the document's information."""
    data = _pdf(TIDE, info="/Title (Sea wall) /Author (R. Moss) /CreationDate (D:20250107093000Z)")
    document = read_pdf(data)
    assert (document.title, document.byline, document.published) == (
        "Sea wall",
        "R. Moss",
        "2025-01-07T09:30:00+00:00",
    )


def test_a_file_name_is_no_title():
    """What a word processor writes into the title is left out."""
    assert read_pdf(_pdf(TIDE, info="/Title (Microsoft Word - wall.docx)")).title is None


def _written(writer: pypdf.PdfWriter) -> bytes:
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def test_a_pdf_without_text_says_so():
    """A page of nothing but an image is a scan."""
    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    with pytest.raises(UnreadableSource, match=r"no text layer \(a scan\?\)") as caught:
        read_pdf(_written(writer))
    assert caught.value.hint == "OCR it first"


def _encrypted(user_password: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(_pdf(TIDE)))
    writer.encrypt(user_password, "owner", algorithm="RC4-128")
    return _written(writer)


def test_an_encrypted_pdf_says_so():
    """Without its password it is refused."""
    with pytest.raises(UnreadableSource, match="encrypted with a password"):
        read_pdf(_encrypted("tide"))


def test_a_pdf_that_opens_without_a_password_is_read():
    """Encryption that only restricts printing does not stop a reader."""
    assert read_pdf(_encrypted("")).blocks[0].text.startswith("The harbour council")


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"not a pdf", b"%PDF-1.4\n" + b"\x00" * 500])
def test_a_damaged_pdf_says_so(data: bytes):
    """What is no PDF inside is refused."""
    with pytest.raises(UnreadableSource, match="damaged"):
        read_pdf(data)


def test_damage_anywhere_is_refused_or_read(
    capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
):
    """Cut or with bytes changed, a file gives text or the error for unreadable files, silently."""
    whole, chance = bytearray(_pdf(TIDE, TIDE)), random.Random(5)
    for _ in range(150):
        broken = bytearray(whole[: chance.randrange(len(whole))] if chance.random() < 0.3 else whole)
        for _ in range(chance.randrange(1, 30)):
            if broken:
                broken[chance.randrange(len(broken))] = chance.randrange(256)
        try:
            read_pdf(bytes(broken))
        except UnreadableSource:
            continue
    assert (capfd.readouterr().err, caplog.records) == ("", [])
    assert logging.getLogger("pypdf").level == logging.NOTSET
