"""What a stub of a server consists of: how it answers when all goes well, and all the ways in which it does not."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from groundwire.errors import GroundwireError
from stub_server import Answer, Behaviour, Seen


class Fault(NamedTuple):
    """An answer that is none, the error that it has to become, and a word that the user has to read."""

    answer: Answer
    error: type[GroundwireError]
    word: str


@dataclass(frozen=True, kw_only=True)
class Server:
    """A kind of server. `start` gives the `answer` of a fresh one; `causes` is what our requests to it cost, by cause."""

    name: str
    model: str
    start: Callable[[], Callable[[Seen], Behaviour]]
    causes: Mapping[str, int]
    faults: Mapping[str, Fault] = field(default_factory=dict)
