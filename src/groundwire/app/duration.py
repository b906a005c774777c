"""How much a model writes, and how long one on this machine takes for it: roughly, from what was measured before. Pure.

Guarantee: where nothing was measured there is no figure.
"""

from collections.abc import Sequence
from typing import Final

from groundwire.domain.exchange import Message, ModelRequest
from groundwire.llm.weights.catalogue import Speed

_BYTES_PER_TOKEN: Final = 3.6
"""Of our prompts, in the vocabularies of the catalogue's models (measured: 3.1 to 3.9)."""


def expected_output(request: ModelRequest) -> int | None:
    """Tokens of the reply, when it is to its question as the replies of the prompt's worked examples are to theirs."""
    *shown, question = request.messages
    asked = sum(_size(message) for message in shown if message.role == "user")
    replied = sum(_size(message) for message in shown if message.role == "assistant")
    if not asked or not replied:
        return None
    return round(_size(question) * replied / asked / _BYTES_PER_TOKEN)


def seconds_for(requests: Sequence[ModelRequest], written: int, *, speed: Speed, threads: int) -> float:
    """What loading, reading `requests` and writing `written` tokens takes; the beginning that requests share is read once."""
    if not requests:
        return 0.0
    first, *others = requests
    read = sum(map(_size, first.messages)) + sum(_size(request.messages[-1]) for request in others)
    working_s = read / _BYTES_PER_TOKEN / speed.reads + written / speed.writes
    return speed.loads_s + working_s / threads


def _size(message: Message) -> int:
    return len(message.content.encode("utf-8", "surrogatepass"))
