"""Headers of GGUF files: what is read from them, and which files are refused."""

import struct
from pathlib import Path
from typing import Any

import pytest

from groundwire.errors import UsageError
from groundwire.llm.local_gguf import GgufHeader, read_header

UINT32, STRING, ARRAY = 4, 8, 9
PLAIN = {
    "general.architecture": "made",
    "made.block_count": 24,
    "made.context_length": 32768,
    "made.embedding_length": 896,
    "made.attention.head_count": 14,
    "made.attention.head_count_kv": 2,
}


def text(value: str) -> bytes:
    return struct.pack("<Q", len(value)) + value.encode()


def value(of: Any) -> bytes:
    if isinstance(of, str):
        return struct.pack("<I", STRING) + text(of)
    if isinstance(of, list) and isinstance(of[0], str):
        return struct.pack("<IIQ", ARRAY, STRING, len(of)) + b"".join(text(each) for each in of)
    if isinstance(of, list):
        return struct.pack(f"<IIQ{len(of)}I", ARRAY, UINT32, len(of), *of)
    return struct.pack("<II", UINT32, of)


def gguf(values: dict[str, Any], *, data: int = 64, version: int = 3) -> bytes:
    """A file with one tensor, whose data begin at 32 of `data` bytes."""
    entries = b"".join(text(name) + value(of) for name, of in values.items())
    tensor = text("output.weight") + struct.pack("<IQQIQ", 2, 4, 4, 0, 32)
    head = b"GGUF" + struct.pack("<IQQ", version, 1, len(values)) + entries + tensor
    return head + b"\0" * (-len(head) % 32) + b"\1" * data


def written(folder: Path, content: bytes) -> Path:
    path = folder / "made.gguf"
    path.write_bytes(content)
    return path


def test_context_and_memory_are_read(tmp_path: Path) -> None:
    """Two bytes for each of key and value, of two heads of 64, in 24 layers."""
    found = read_header(written(tmp_path, gguf(PLAIN)))
    assert found == GgufHeader("made", 32768, 2 * 2 * 2 * 64 * 24)


def test_widths_that_are_named_count(tmp_path: Path) -> None:
    """Keys and values may be wider than the embedding divided by the heads, and layers may differ."""
    values = {
        **PLAIN,
        "made.block_count": 2,
        "made.attention.head_count_kv": [4, 1],
        "made.attention.key_length": 100,
        "made.attention.value_length": 60,
        "tokenizer.ggml.tokens": ["a", "b", "c"],
    }
    assert read_header(written(tmp_path, gguf(values))).kv_bytes_per_token == 2 * 5 * (100 + 60)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"GG",
        b"GGUF",
        b"PK\x03\x04" + b"\0" * 100,
        gguf(PLAIN, version=1),
        gguf(PLAIN)[:60],
        gguf(PLAIN, data=32),
        gguf({}),
        gguf({"general.architecture": "made"}),
        b"GGUF" + struct.pack("<IQQ", 3, 2**62, 2**62),
        b"GGUF" + struct.pack("<IQQ", 3, 0, 1) + text("a") + struct.pack("<IIQ", ARRAY, STRING, 2**60),
        b"GGUF" + struct.pack("<IQQ", 3, 0, 1) + text("a") + struct.pack("<IIQ", ARRAY, UINT32, 2**60),
        b"GGUF" + struct.pack("<IQQ", 3, 0, 1) + text("a") + struct.pack("<I", 99),
        b"GGUF" + struct.pack("<IQQQ", 3, 0, 1, 2**63),
    ],
    ids=lambda content: f"{len(content)} bytes",
)
def test_a_damaged_file_is_refused(tmp_path: Path, content: bytes) -> None:
    """One line that names the file; no count in the file is believed, and nothing else is raised."""
    with pytest.raises(UsageError) as caught:
        read_header(written(tmp_path, content))
    assert "made.gguf" in caught.value.message


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """The system's word for it is passed on."""
    with pytest.raises(UsageError, match="could not read"):
        read_header(tmp_path / "none.gguf")
