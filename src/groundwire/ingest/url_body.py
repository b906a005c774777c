"""The body of a response, decompressed within a cap.

Guarantees: never more than `max_bytes` decompressed bytes are held, whatever a header says and however well a bomb is
packed; compressed bytes are under the same cap, so that a stream of empty members ends too.
"""

import zlib

from groundwire.errors import FetchFailed, FetchRefused

_STEP = 1 << 16
"""Bytes that are decompressed at a time."""
_GZIP_OR_ZLIB = 47
_RAW_DEFLATE = -15


class CappedBody:
    """Collects the chunks of one response."""

    def __init__(self, *, url: str, content_encoding: str, max_bytes: int) -> None:
        self._url = url
        self._max_bytes = max_bytes
        self._taken = 0
        self._parts: list[bytes] = []
        self._size = 0
        packings = [
            name
            for name in content_encoding.lower().replace(" ", "").split(",")
            if name not in {"", "identity"}
        ]
        if packings not in ([], ["gzip"], ["x-gzip"], ["deflate"]):
            raise FetchFailed(
                f"{url}: expected gzip, deflate or plain content, found the encoding {content_encoding!r}",
                hint="save the page from a browser and name the file",
            )
        self._is_packed = bool(packings)
        self._unpacker = zlib.decompressobj(_GZIP_OR_ZLIB)
        self._has_begun = False

    def check_length(self, content_length: int | None) -> None:
        """Refuse at once what says that it is too long.

        Raises:
            FetchRefused: when it does.
        """
        if content_length is not None and content_length > self._max_bytes:
            raise self._too_large(f"{content_length} bytes announced")

    def add(self, chunk: bytes) -> None:
        """Take the next bytes as they came.

        Raises:
            FetchRefused: too many.
            FetchFailed: they are not in the encoding that the header names.
        """
        self._taken += len(chunk)
        if self._taken > self._max_bytes:
            raise self._too_large("more")
        if not self._is_packed:
            self._keep(chunk)
            return
        try:
            self._unpack(chunk)
        except zlib.error as error:
            raise FetchFailed(
                f"{self._url}: the content is damaged ({error})", hint="try again later"
            ) from error

    def finish(self) -> bytes:
        """The whole body.

        Raises:
            FetchFailed: when the compressed content ended early.
        """
        if self._is_packed and self._has_begun and not self._unpacker.eof:
            raise FetchFailed(f"{self._url}: the compressed content ended early", hint="try again later")
        return b"".join(self._parts)

    def _unpack(self, chunk: bytes) -> None:
        waiting = chunk
        while waiting:
            if self._unpacker.eof:
                # a gzip stream may be several in a row; zeroes after the last are padding
                waiting = waiting.lstrip(b"\0")
                if not waiting:
                    return
                self._unpacker = zlib.decompressobj(_GZIP_OR_ZLIB)
            self._keep(self._step(waiting))
            waiting = self._unpacker.unconsumed_tail or self._unpacker.unused_data

    def _step(self, waiting: bytes) -> bytes:
        try:
            return self._unpacker.decompress(waiting, _STEP)
        except zlib.error:
            if self._has_begun:
                raise
            # "deflate" is sent with and without the zlib header
            self._unpacker = zlib.decompressobj(_RAW_DEFLATE)
            return self._unpacker.decompress(waiting, _STEP)
        finally:
            self._has_begun = True

    def _keep(self, piece: bytes) -> None:
        self._size += len(piece)
        if self._size > self._max_bytes:
            raise self._too_large("more")
        self._parts.append(piece)

    def _too_large(self, found: str) -> FetchRefused:
        return FetchRefused(
            f"{self._url}: expected at most {self._max_bytes} bytes, found {found}",
            hint="save the part that you need and name the file",
        )
