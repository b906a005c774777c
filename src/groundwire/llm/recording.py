"""Exchanges written down, to be replayed without a model: for tests, evaluations and demonstrations.

A recording is a folder of JSONL files, one exchange a line: `{"digest", "request", "reply"}`. Guarantees: it holds what
was said and nothing of how it was sent (no key, no header, no time); replaying sends nothing; of two exchanges with the same
digest the later one counts.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from groundwire.digest import canonical_json
from groundwire.domain.exchange import ModelReply, ModelRequest
from groundwire.errors import ReplyNotRecorded, UsageError
from groundwire.llm.ledger import enter_cache_hit
from groundwire.llm.seam import ChatModel

FILE_NAME = "exchanges.jsonl"
_START = 60  # characters of a request that are enough to tell which one is missing


class Recording:
    """Writes every exchange down as it happens."""

    def __init__(self, inner: ChatModel, folder: Path) -> None:
        """Make the folder.

        Raises:
            UsageError: it cannot be made.
        """
        self._inner = inner
        self._path = folder / FILE_NAME
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(f"could not record in {str(folder)!r}: {error.strerror}") from None

    async def complete(self, request: ModelRequest) -> ModelReply:
        """The inner model's reply.

        Raises:
            UsageError: the recording cannot be written.
        """
        reply = await self._inner.complete(request)
        self._write(request, reply)
        return reply

    def _write(self, request: ModelRequest, reply: ModelReply) -> None:
        exchange = {
            "digest": request.digest,
            "request": request.model_dump(mode="json"),
            "reply": reply.model_dump(mode="json"),
        }
        line = canonical_json(exchange).encode("utf-8", "surrogatepass") + b"\n"
        try:
            with self._path.open("ab", buffering=0) as file:  # one write: lines of two processes do not mix
                file.write(line)
        except OSError as error:
            raise UsageError(f"could not record in {str(self._path)!r}: {error.strerror}") from None


class Replaying:
    """Answers from a recording and from nothing else."""

    def __init__(self, folder: Path) -> None:
        """Read the recording.

        Raises:
            UsageError: there is none, or a line of it is not an exchange.
        """
        self._folder = folder
        self._replies = dict(_read(folder))
        self._used: set[str] = set()

    async def complete(self, request: ModelRequest) -> ModelReply:
        """The recorded reply.

        Raises:
            ReplyNotRecorded: there is none to this very request.
        """
        reply = self._replies.get(request.digest)
        if reply is None:
            start = request.messages[-1].content[:_START]
            raise ReplyNotRecorded(
                f"expected a reply to {request.digest} of {request.model!r} in {str(self._folder)!r}, found none; "
                f"the request begins {start!r}"
            )
        self._used.add(request.digest)
        enter_cache_hit()
        return reply

    def unused(self) -> tuple[str, ...]:
        """Digests of the recorded exchanges that nothing has asked for, in the order of the recording."""
        return tuple(digest for digest in self._replies if digest not in self._used)


def _read(folder: Path) -> Iterator[tuple[str, ModelReply]]:
    paths = sorted(folder.glob("*.jsonl"))
    if not paths:
        raise UsageError(
            f"expected a recording (*.jsonl) in {str(folder)!r}, found none", hint="record one first"
        )
    for path in paths:
        for number, line in enumerate(path.read_bytes().split(b"\n"), start=1):
            if line.strip():
                yield _parsed(line, f"{path}:{number}")


def _parsed(line: bytes, where: str) -> tuple[str, ModelReply]:
    try:
        exchange = json.loads(line.decode("utf-8", "surrogatepass"))
        return str(exchange["digest"]), ModelReply.model_validate(exchange["reply"])
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(f"expected an exchange at {where}, found something else: {error}") from None
