"""From a configuration to a model that answers: the whole chain, built in one place.

    Recording( Cached( Retrying( Bounded( Paced( CostLimit( Priced( OpenAIChat )))))))

What is kept already is recorded too, so that a recording is whole. A hit costs no slot; a retry that waits holds none; the pace is kept, and a provider's "too many" obeyed, at the very
moment of sending, by those who waited for a slot too. Replaying needs nothing of all that.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

from pydantic import SecretStr

from groundwire.domain.exchange import ModelReply, ModelRequest
from groundwire.errors import UsageError
from groundwire.llm.cached import Cached, ReplyCache
from groundwire.llm.cost import CostLimit, Price, Priced
from groundwire.llm.endpoint import OPENAI_BASE_URL, Endpoint, check_base_url, endpoint_of
from groundwire.llm.pacing import Bounded, Paced
from groundwire.llm.policy import Patience, Retrying
from groundwire.llm.recording import Recording, Replaying
from groundwire.llm.seam import ChatModel


@dataclass(frozen=True, kw_only=True)
class ModelConfig:
    """Which model, where, and how it is used.

    `base_url` None means OpenAI's own, `price` None unknown, `max_cost_usd` None no limit. `attempts` is for each cause of failing, the first time included; `deadline_s` bounds the retries of one request.
    """

    model: str
    base_url: str | None = None
    api_key: SecretStr | None = None
    concurrency: int = 4
    timeout_s: float = 120.0
    attempts: int = 4
    deadline_s: float = 300.0
    requests_per_minute: float | None = None
    tokens_per_minute: float | None = None
    price: Price | None = None
    max_cost_usd: float | None = None
    record_to: Path | None = None
    replay_from: Path | None = None


async def _nothing_to_close() -> None:
    """For a model that holds nothing open."""


@dataclass(frozen=True)
class Connected:
    """A model ready to answer. `endpoint` is what `ModelRequest.endpoint` has to say; `close` it after use."""

    model: ChatModel
    name: str
    endpoint: str
    _close: Callable[[], Awaitable[None]] = field(default=_nothing_to_close, repr=False)

    async def complete(self, request: ModelRequest) -> ModelReply:
        """The reply of the whole chain."""
        return await self.model.complete(request)

    async def close(self) -> None:
        """Close the connections. Closing twice does nothing."""
        await self._close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()


def connect(config: ModelConfig, *, replies: ReplyCache | None) -> Connected:
    """The model of `config` behind the whole chain. Nothing is sent yet.

    Args:
        config: what to connect to.
        replies: where replies are kept; None to ask anew each time.

    Raises:
        SettingsError: the base URL is not one.
        UsageError: a cost limit without a price, or a recording that cannot be read or written.
    """
    base_url = check_base_url(config.base_url or OPENAI_BASE_URL)
    endpoint = endpoint_of(base_url)
    if config.replay_from is not None:
        return Connected(Replaying(config.replay_from), config.model, endpoint)
    if config.max_cost_usd is not None and config.price is None:
        raise UsageError(
            f"expected the price of {config.model!r} together with --max-cost, found none",
            hint="set input_price and output_price, in US dollars per million tokens, in groundwire.toml or the environment",
        )
    from groundwire.llm.openai_chat import OpenAIChat  # noqa: PLC0415  # imports the SDK, which takes a second

    client = OpenAIChat(Endpoint(base_url=base_url, api_key=config.api_key, timeout_s=config.timeout_s))
    chat = _limited(client, config)
    chat = Retrying(chat, Patience(attempts=config.attempts, deadline_s=config.deadline_s))
    if replies is not None:
        chat = Cached(chat, replies)
    if config.record_to is not None:
        chat = Recording(chat, config.record_to)
    return Connected(chat, config.model, endpoint, client.close)


def _limited(client: ChatModel, config: ModelConfig) -> ChatModel:
    chat = client
    if config.price is not None:
        chat = Priced(chat, config.price)
        if config.max_cost_usd is not None:
            chat = CostLimit(chat, config.price, limit_usd=config.max_cost_usd)
    chat = Paced(
        chat, requests_per_minute=config.requests_per_minute, tokens_per_minute=config.tokens_per_minute
    )
    return Bounded(chat, concurrency=config.concurrency)
