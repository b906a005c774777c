"""Canonical JSON and tagged digests.

Guarantees: equal values give equal bytes whatever the order of their keys, and a digest names the algorithm and
the kind of thing it is of, so that digests of different things can never be mistaken for each other.
"""

import hashlib
import json
from typing import Any

_DIGEST_HEX_LENGTH = (
    32  # 128 bits: no collision is to be expected below 2**64 articles, and it fits on a line
)


def canonical_json(value: Any) -> str:
    """The one JSON text for `value`: sorted keys, no spaces, no escapes for non-ASCII, no NaN.

    Raises:
        ValueError: for NaN and infinities, which JSON does not have.
        TypeError: for a value that is not JSON.
    """
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def digest_text(kind: str, text: str) -> str:
    """The tagged digest of a text, such as `article:sha256:5f2c…`; lone surrogates are digested, not refused."""
    hashed = hashlib.sha256(kind.encode() + b"\0" + text.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{kind}:sha256:{hashed[:_DIGEST_HEX_LENGTH]}"


def digest_json(kind: str, value: Any) -> str:
    """The tagged digest of a JSON value, over its canonical text."""
    return digest_text(kind, canonical_json(value))
