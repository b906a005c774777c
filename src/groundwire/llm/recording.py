"""Exchanges written down, to be replayed without a model: for tests, evaluations and demonstrations.

A recording is a folder of JSONL files, one exchange a line: `{"digest", "request", "reply"}`. Guarantees: it holds what
was said and nothing of how it was sent (no key, no header, no time); replaying sends nothing; of two exchanges with the same
digest the later one counts.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Recorded:
    """A recorded exchange. `request` is None where the recording holds its digest alone."""

    digest: str
    reply: ModelReply
    request: ModelRequest | None = None

    @property
    def model(self) -> str:
        """Who answered: by the name that was asked for, else by the one that the reply bears."""
        return self.request.model if self.request else self.reply.model


class Replaying:
    """Answers from a recording and from nothing else."""

    def __init__(self, folder: Path) -> None:
        """Read the recording.

        Raises:
            UsageError: there is none, or a line of it is not an exchange.
        """
        self._folder = folder
        self._exchanges = {exchange.digest: exchange for exchange in _read(folder)}
        self._used: set[str] = set()

    async def complete(self, request: ModelRequest) -> ModelReply:
        """The recorded reply.

        Raises:
            ReplyNotRecorded: there is none to this very request.
        """
        exchange = self._exchanges.get(request.digest)
        if exchange is None:
            start = request.messages[-1].content[:_START]
            raise ReplyNotRecorded(
                f"expected a reply to {request.digest} of {request.model!r} in {str(self._folder)!r}, found none: "
                f"{self._why_not(request)}; the request begins {start!r}"
            )
        self._used.add(request.digest)
        enter_cache_hit()
        return exchange.reply

    def unused(self) -> tuple[Recorded, ...]:
        """The recorded exchanges that nothing has asked for, in the order of the recording."""
        return tuple(exchange for digest, exchange in self._exchanges.items() if digest not in self._used)

    def _why_not(self, request: ModelRequest) -> str:
        """What is different from all that was recorded, as far as the recording tells."""
        exchanges = self._exchanges.values()
        models = sorted({exchange.model for exchange in exchanges} - {""})
        if not any(model.startswith(request.model) for model in models):
            return f"the recording is of {', '.join(map(repr, models)) or 'another model'}"
        if any(exchange.request is None for exchange in exchanges):
            return "it was made with other prompts, settings or articles"
        recorded = {exchange.request.messages[:-1] for exchange in exchanges if exchange.request}
        if request.messages[:-1] not in recorded:
            return "it was made with another version of the prompt"
        return "it was made with other articles or settings"


def _read(folder: Path) -> Iterator[Recorded]:
    paths = sorted(folder.glob("*.jsonl"))
    if not paths:
        raise UsageError(
            f"expected a recording (*.jsonl) in {str(folder)!r}, found none", hint="record one first"
        )
    for path in paths:
        for number, line in enumerate(path.read_bytes().split(b"\n"), start=1):
            if line.strip():
                yield _parsed(line, f"{path}:{number}")


def _parsed(line: bytes, where: str) -> Recorded:
    try:
        exchange = json.loads(line.decode("utf-8", "surrogatepass"))
        asked = exchange.get("request")
        return Recorded(
            digest=str(exchange["digest"]),
            reply=ModelReply.model_validate(exchange["reply"]),
            request=ModelRequest.model_validate(asked) if asked is not None else None,
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(
            f"expected an exchange at {where}, found something else ({type(error).__name__})",
            hint="each line is an object with digest, reply and, where it is kept, request",
        ) from None
