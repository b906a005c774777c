"""The ledger: what was sent to a model, why, and what it came to, per run and per article.

Guarantees: what happens inside `with collect() as ledger:`, in this task and in tasks started from it, is entered in
that ledger and in every ledger around it, and nowhere else. Only what is really sent counts as a request; a request
that fails counts as well.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum

from groundwire.domain.exchange import ModelReply
from groundwire.domain.provenance import Usage


class Cause(StrEnum):
    """Why a request was sent: for the first time, or again, and then because of what."""

    FIRST = "first"
    TRANSPORT = "transport"
    RATE = "rate"
    SERVER = "server"
    STEPDOWN = "stepdown"
    SCHEMA = "schema"
    CHECK = "check"
    LENGTH = "length"


class Ledger:
    """Counts of one run or one article. `seconds` is the time spent waiting for replies, summed over requests."""

    def __init__(self) -> None:
        self.causes: Counter[str] = Counter()
        self.cache_hits = 0
        self.replies = 0
        self.input_tokens = 0
        self.output_tokens = 0
        self.seconds = 0.0
        self._priced_replies = 0
        self._spent_usd = 0.0

    @property
    def requests(self) -> int:
        """How many requests were sent, whatever became of them."""
        return self.causes.total()

    @property
    def cost_usd(self) -> float | None:
        """What it cost, in US dollars; None as soon as the price of a reply is unknown.

        Also None when requests were sent and none was answered: one that timed out may have been charged for.
        """
        is_known = self._priced_replies == self.replies and (self.replies > 0 or self.requests == 0)
        return self._spent_usd if is_known else None

    def add_cost(self, usd: float) -> None:
        """Add what one reply cost."""
        self._priced_replies += 1
        self._spent_usd += usd

    def usage(self) -> Usage:
        """The counts so far, as they stand in a document's provenance."""
        return Usage(
            requests=self.requests,
            cache_hits=self.cache_hits,
            input_tokens=self.input_tokens,
            output_tokens=self.output_tokens,
            cost_usd=self.cost_usd,
            causes=dict(self.causes),
        )


_ledgers: ContextVar[tuple[Ledger, ...]] = ContextVar("ledgers", default=())
_cause: ContextVar[Cause] = ContextVar("cause", default=Cause.FIRST)


@contextmanager
def collect() -> Iterator[Ledger]:
    """A ledger of what happens inside; what it gets, ledgers around it get as well."""
    ledger = Ledger()
    token = _ledgers.set((*_ledgers.get(), ledger))
    try:
        yield ledger
    finally:
        _ledgers.reset(token)


@contextmanager
def because(cause: Cause) -> Iterator[None]:
    """Requests sent inside are entered under `cause`; the innermost one wins."""
    token = _cause.set(cause)
    try:
        yield
    finally:
        _cause.reset(token)


def enter_request() -> None:
    """Called by whatever sends, once for each request, just before it is sent."""
    cause = _cause.get().value
    for ledger in _ledgers.get():
        ledger.causes[cause] += 1


def enter_reply(reply: ModelReply, *, seconds: float) -> None:
    """Called by whatever sends, once for each reply that came, with the time that it took."""
    for ledger in _ledgers.get():
        ledger.replies += 1
        ledger.input_tokens += reply.input_tokens
        ledger.output_tokens += reply.output_tokens
        ledger.seconds += seconds


def enter_cost(usd: float) -> None:
    """Called by whatever knows the price, once for each reply that was entered."""
    for ledger in _ledgers.get():
        ledger.add_cost(usd)


def enter_cache_hit() -> None:
    """Called by whatever answers without sending: the cache, a replayed recording."""
    for ledger in _ledgers.get():
        ledger.cache_hits += 1
