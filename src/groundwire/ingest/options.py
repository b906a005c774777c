"""What ingest may read, and how much of it."""

from dataclasses import dataclass
from typing import BinaryIO


@dataclass(frozen=True, kw_only=True)
class IngestOptions:
    """What may be read, and how much of it. `stdin` is what `-` reads.

    `timeout_s` and `max_bytes` limit what is fetched, `max_file_bytes` a file or standard input, `max_article_bytes` the text of one
    article. A JSONL file may hold any number of articles.
    """

    stdin: BinaryIO | None = None
    allow_private_addresses: bool = False
    timeout_s: float = 30.0
    max_bytes: int = 10_000_000
    max_file_bytes: int = 50_000_000
    max_article_bytes: int = 10_000_000
