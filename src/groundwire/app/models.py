"""The language model of a run, from the settings: connected, with the prompts in force, closed at the end."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from groundwire.domain.provenance import PromptRef
from groundwire.errors import UsageError
from groundwire.settings import EXTRACTIVE, LOCAL, Settings
from groundwire.store.database import Store

_NEARLY = 0.9  # likeness of two names from which one is a slip of the other

if TYPE_CHECKING:  # a run without a language model imports none of these
    from groundwire.llm.connect import Connected, ModelConfig
    from groundwire.llm.cost import Price
    from groundwire.llm.seam import ChatModel
    from groundwire.llm.weights.catalogue import CatalogueEntry
    from groundwire.prompts.registry import PromptSet
    from groundwire.summarise.analyst import PromptedAnalyst
    from groundwire.summarise.config import AnalystConfig
    from groundwire.summarise.judging import Judge


@dataclass(frozen=True, kw_only=True)
class Asking:
    """A connected model with what it is asked by. `endpoint` is host and path, without credentials.

    `entry` is what the catalogue says of a local model, None for any other.
    """

    model: "ChatModel"
    prompts: "PromptSet"
    config: "AnalystConfig"
    entry: "CatalogueEntry | None" = None

    @property
    def analyst(self) -> "PromptedAnalyst":
        """The analyst that asks this model."""
        from groundwire.summarise.analyst import PromptedAnalyst

        return PromptedAnalyst(self.model, self.prompts, self.config)

    @property
    def judge(self) -> "Judge":
        """The judge that asks this model."""
        from groundwire.summarise.judging import Judge

        return Judge(self.model, self.prompts, self.config)

    @property
    def prompt_refs(self) -> tuple[PromptRef, ...]:
        """Every prompt in force."""
        return tuple(self.prompts.get(task).ref for task in self.prompts.registry.tasks)

    @property
    def host(self) -> str:
        """The host of the endpoint."""
        return self.config.endpoint.partition("/")[0]

    @property
    def articles_at_once(self) -> int:
        """How many articles keep the model busy; a local one takes them one after the other, whatever else waits."""
        return 1 if self.weights is not None else 2 * self.config.concurrency

    @property
    def weights(self) -> str | None:
        """The SHA-256 of a local model's weights."""
        from groundwire.llm.local_wire import weights_of

        return weights_of(self.config.endpoint)


@asynccontextmanager
async def open_model(settings: Settings, store: Store, *, asks_summary: bool = True) -> AsyncIterator[Asking]:
    """Connect to the model that `settings` names; without `asks_summary` it is asked for claims alone.

    Raises:
        UsageError: the model, its endpoint or a prompt version is not usable; nothing was sent.
    """
    from groundwire.prompts.registry import load_registry, select_prompts
    from groundwire.summarise.config import AnalystConfig

    chosen = _choose(settings, store)
    prompts = select_prompts(load_registry(settings.prompts_dir), _selections(settings, chosen.entry))
    async with chosen.connected as connected:
        config = AnalystConfig(
            model=connected.name,
            endpoint=connected.endpoint,
            chunk_tokens=settings.chunk_tokens,
            max_tokens=settings.max_tokens,
            temperature=settings.temperature,
            seed=settings.seed,
            concurrency=chosen.concurrency,
            asks_summary=asks_summary,
            by_sentence=_by_sentence(settings, chosen.entry),
            passes=settings.passes,
        )
        yield Asking(model=connected.model, prompts=prompts, config=config, entry=chosen.entry)


class _Chosen(NamedTuple):
    """A connected model, with its entry in the catalogue where it is a local model that has one."""

    connected: "Connected"
    concurrency: int
    entry: "CatalogueEntry | None" = None


def _choose(settings: Settings, store: Store) -> _Chosen:
    replies = store.replies if settings.cache else None
    name = settings.model or ""
    if not name.startswith(LOCAL):
        from groundwire.llm.connect import connect

        _check_not_mistyped(name, settings)

        return _Chosen(connect(_model_config(settings), replies=replies), settings.concurrency)
    from groundwire.llm.local_connect import LocalConfig, connect_local
    from groundwire.llm.weights.resolve import pinned_weights, resolve_weights

    find = resolve_weights if settings.replay_from is None else pinned_weights
    weights = find(name.removeprefix(LOCAL), settings.models_path)
    config = LocalConfig(
        weights=weights,
        threads=settings.threads,
        record_to=settings.record_to,
        replay_from=settings.replay_from,
    )
    # One request is computed at a time: with more of them waiting, every article would be done at the end and none before.
    return _Chosen(connect_local(config, replies=replies), 1, weights.entry)


def _check_not_mistyped(name: str, settings: Settings) -> None:
    """That `name` is not meant for this machine: nobody who forgets a prefix or a letter wants their articles sent away.

    Raises:
        UsageError: it is nearly the built-in analyst's name or that of a model of the catalogue, and no address was named.
    """
    from difflib import get_close_matches

    from groundwire.llm.weights.names import catalogue_names

    if settings.base_url is not None or settings.replay_from is not None:
        return
    here = {EXTRACTIVE: EXTRACTIVE, **{name: f"{LOCAL}{name}" for name in catalogue_names()}}
    near = get_close_matches(name.casefold(), here, n=1, cutoff=_NEARLY)
    if near:
        raise UsageError(
            f"expected a model's name, found {name!r}, which would be sent to the SDK's default endpoint",
            hint=f"did you mean {here[near[0]]}? For a model of this name elsewhere say where with --base-url",
        )


def _by_sentence(settings: Settings, entry: "CatalogueEntry | None") -> bool:
    if settings.by_sentence is not None:
        return settings.by_sentence
    return entry is not None and entry.by_sentence


def _selections(settings: Settings, entry: "CatalogueEntry | None") -> tuple[str, ...]:
    """The prompt versions that the user named, and for the other tasks those that suit the model."""
    from groundwire.prompts.registry import parse_selection

    named = {parse_selection(selection)[0] for selection in settings.prompt}
    own = entry.prompts if entry else ()
    return (*settings.prompt, *(each for each in own if parse_selection(each)[0] not in named))


def open_judge(settings: Settings, store: Store) -> AbstractAsyncContextManager[Asking]:
    """Connect to the model that `settings` names for opinions, at the same endpoint as the run's own.

    Raises:
        UsageError: it is no language model, or is not usable; nothing was sent.
    """
    if settings.judge == EXTRACTIVE:
        raise UsageError(
            "expected a language model to judge, found 'extractive'",
            hint="name a model at --base-url; without --judge the checks' own verdicts stand",
        )
    return open_model(settings.model_copy(update={"model": settings.judge}), store)


def _model_config(settings: Settings) -> "ModelConfig":
    from groundwire.llm.connect import ModelConfig

    return ModelConfig(
        model=settings.model or "",
        base_url=settings.base_url,
        api_key=settings.api_key,
        concurrency=settings.concurrency,
        timeout_s=settings.timeout_s,
        attempts=settings.attempts,
        deadline_s=settings.deadline_s,
        requests_per_minute=settings.requests_per_minute,
        price=price_of(settings),
        max_cost_usd=settings.max_cost,
        record_to=settings.record_to,
        replay_from=settings.replay_from,
    )


def price_of(settings: Settings) -> "Price | None":
    """The price of a token, where both prices are known; what a model on this machine costs, nobody can say.

    Raises:
        UsageError: only one of them is.
    """
    from groundwire.llm.cost import Price

    if (settings.model or "").startswith(LOCAL):
        return None
    given = (settings.input_price, settings.output_price)
    if settings.input_price is not None and settings.output_price is not None:
        return Price(settings.input_price, settings.output_price)
    if given != (None, None):
        there, missing = ("input_price", "output_price")[:: -1 if settings.input_price is None else 1]
        raise UsageError(
            f"expected both input_price and output_price, found {there} alone",
            hint=f"set {missing} too, in groundwire.toml or as GROUNDWIRE_{missing.upper()}",
        )
    return None
