"""The header of a GGUF file: how long a context the model was made for, and what each token of it takes in memory.

Guarantees: only the header is read; a file that is damaged or cut short is refused with what was expected and found, and
no count in it is believed beyond the size of the file. Source: the GGUF specification of the ggml project, versions 2 and 3.
"""

import mmap
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from groundwire.errors import UsageError

_MAGIC: Final = b"GGUF"
_VERSIONS: Final = (2, 3)
_STRING, _ARRAY = 8, 9
_FIXED: Final = {0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 7: "?", 10: "Q", 11: "q", 12: "d"}
_ALIGNMENT = 32
_KEY_AND_VALUE_BYTES = 4  # a key and a value of 16 bits
_DIMENSIONS = 4  # the most that a tensor has


class GgufHeader(NamedTuple):
    """What a file says of its model."""

    architecture: str
    context_tokens: int
    kv_bytes_per_token: int


def read_header(path: Path) -> GgufHeader:
    """The header of the file at `path`.

    Raises:
        UsageError: it cannot be read, is no GGUF file, or is damaged or cut short.
    """
    try:
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
            return _Reader(content).header()
    except OSError as error:
        raise UsageError(f"could not read {str(path)!r}: {error.strerror}") from None
    except (ValueError, struct.error, OverflowError) as error:
        raise UsageError(
            f"expected a whole GGUF file at {str(path)!r}, found one that is damaged or cut short: {error}",
            hint="fetch the file again",
        ) from None


class _Reader:
    def __init__(self, content: mmap.mmap) -> None:
        self._content = content
        self._at = 0

    def header(self) -> GgufHeader:
        magic, version = self._content[:4], self._unpack("<4xI")[0]
        if magic != _MAGIC or version not in _VERSIONS:
            raise ValueError(f"it begins with {magic!r}, version {version}")
        tensors, entries = self._unpack("<QQ")
        values = dict(self._entry() for _ in range(entries))
        last = max((self._tensor() for _ in range(tensors)), default=0)
        alignment = int(values.get("general.alignment", _ALIGNMENT))
        begin = -(-self._at // alignment) * alignment
        if begin + last >= len(self._content):
            raise ValueError(f"{len(self._content)} bytes, and a tensor at {begin + last}")
        return _header(values)

    def _unpack(self, layout: str) -> tuple[Any, ...]:
        values = struct.unpack_from(layout, self._content, self._at)
        self._at += struct.calcsize(layout)
        return values

    def _text(self) -> str:
        return self._raw_text().decode("utf-8", "replace")

    def _raw_text(self) -> bytes:
        (size,) = self._unpack("<Q")
        end = self._at + size
        if end > len(self._content):
            raise ValueError(f"{len(self._content)} bytes, and a text up to {end}")
        found = self._content[self._at : end]
        self._at = end
        return found

    def _entry(self) -> tuple[str, Any]:
        name = self._text()
        (kind,) = self._unpack("<I")
        return name, self._value(kind)

    def _value(self, kind: int) -> Any:
        if kind == _STRING:
            return self._text()
        if kind != _ARRAY:
            return self._unpack("<" + self._layout(kind))[0]
        element, count = self._unpack("<IQ")
        if count > len(self._content):
            raise ValueError(f"{len(self._content)} bytes, and an array of {count}")
        if element != _STRING:
            return self._numbers(self._layout(element), count)
        for _ in range(count):
            self._raw_text()
        return None  # vocabularies are long and not wanted here

    def _numbers(self, layout: str, count: int) -> tuple[Any, ...]:
        if self._at + count * struct.calcsize(layout) > len(self._content):
            raise ValueError(f"{len(self._content)} bytes, and an array of {count}")
        return self._unpack(f"<{count}{layout}")

    def _layout(self, kind: int) -> str:
        if kind not in _FIXED:
            raise ValueError(f"a value of kind {kind}")
        return _FIXED[kind]

    def _tensor(self) -> int:
        """Where the next tensor's data begins, counted from where all data begin."""
        self._raw_text()
        (dimensions,) = self._unpack("<I")
        if dimensions > _DIMENSIONS:
            raise ValueError(f"a tensor of {dimensions} dimensions")
        *_, offset = self._unpack(f"<{dimensions}QIQ")
        return int(offset)


def _header(values: Mapping[str, Any]) -> GgufHeader:
    architecture = str(values.get("general.architecture", ""))

    def of(name: str, otherwise: int = 0) -> Any:
        return values.get(f"{architecture}.{name}", otherwise)

    layers, context = int(of("block_count")), int(of("context_length"))
    heads = _most(of("attention.head_count", 1)) or 1
    size = int(of("embedding_length")) // heads
    width = int(of("attention.key_length", size)) + int(of("attention.value_length", size))
    shared = of("attention.head_count_kv", heads)
    key_value_heads = sum(shared) if isinstance(shared, tuple) else int(shared) * layers
    if not (layers and context and width):
        raise ValueError(f"no layers, context or width for the architecture {architecture!r}")
    return GgufHeader(architecture, context, key_value_heads * width * _KEY_AND_VALUE_BYTES // 2)


def _most(value: Any) -> int:
    return max(value) if isinstance(value, tuple) else int(value)
