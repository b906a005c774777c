"""A model that follows a script: for tests, for demonstrations, and for trying a pipeline without a model.

Guarantees: it answers as the script says and in no other way, keeps every request that it saw, and says so when the
script has come to its end.
"""

from collections.abc import Callable, Iterable

from groundwire.domain.exchange import ModelReply, ModelRequest
from groundwire.errors import GroundwireError, ReplyNotRecorded
from groundwire.llm.ledger import enter_reply, enter_request

Answer = str | ModelReply | GroundwireError
"""The text of a complete reply, a whole reply, or an error to be raised."""


class Scripted:
    """Answers from a list, one after another, or from a function of the request. `requests` are those seen so far."""

    def __init__(self, script: Iterable[Answer] | Callable[[ModelRequest], Answer]) -> None:
        self.requests: list[ModelRequest] = []
        self._answer = script if callable(script) else _one_after_another(script)

    async def complete(self, request: ModelRequest) -> ModelReply:
        """The next answer of the script.

        Raises:
            ReplyNotRecorded: the script has come to its end.
            GroundwireError: the script says so.
        """
        self.requests.append(request)
        enter_request()
        answer = self._answer(request)
        if isinstance(answer, GroundwireError):
            raise answer
        reply = ModelReply(text=answer, model=request.model) if isinstance(answer, str) else answer
        enter_reply(reply, seconds=0.0)
        return reply


def _one_after_another(script: Iterable[Answer]) -> Callable[[ModelRequest], Answer]:
    answers = list(script)
    remaining = iter(answers)

    def answer(request: ModelRequest) -> Answer:
        try:
            return next(remaining)
        except StopIteration:
            raise ReplyNotRecorded(
                f"expected at most {len(answers)} requests, found another one to {request.model!r}",
                hint="give the script one answer for each request",
            ) from None

    return answer
