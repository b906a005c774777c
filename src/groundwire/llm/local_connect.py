"""From weights on this machine to a model that answers: the whole chain, built in one place.

    Recording( Cached( LocalChat ))

There is nothing to pace and nobody to wait for: what fails here fails the same way again.
"""

import importlib.util
from dataclasses import dataclass
from pathlib import Path

from groundwire.errors import UsageError
from groundwire.llm.cached import Cached, ReplyCache
from groundwire.llm.connect import Connected
from groundwire.llm.local_chat import LocalChat, LocalModel
from groundwire.llm.local_gguf import read_header
from groundwire.llm.local_wire import engine_endpoint
from groundwire.llm.recording import Recording, Replaying
from groundwire.llm.seam import ChatModel
from groundwire.llm.weights.resolve import Weights

_LOCAL = "local:"
_BINDING = "xllamacpp"
_CONTEXT_TOKENS = 8192  # the most for weights that the catalogue does not know; memory and time grow with it


@dataclass(frozen=True, kw_only=True)
class LocalConfig:
    """Which weights, and how they are run. `threads` None: as many as are free."""

    weights: Weights
    threads: int | None = None
    record_to: Path | None = None
    replay_from: Path | None = None


def connect_local(config: LocalConfig, *, replies: ReplyCache | None) -> Connected:
    """The model of `config` behind the whole chain. Nothing is loaded yet.

    Raises:
        UsageError: the binding is not installed, the file is damaged, or a recording cannot be read or written.
    """
    weights = config.weights
    name, endpoint = model_name(weights), engine_endpoint(weights.sha256)
    if config.replay_from is not None:
        return Connected(Replaying(config.replay_from), name, endpoint)
    if importlib.util.find_spec(_BINDING) is None:
        raise UsageError(
            f"expected {_BINDING!r}, which runs local models, found that it is not installed",
            hint="pip install 'groundwire[local]'",
        )
    client = LocalChat(_local_model(name, config))
    chat: ChatModel = client
    if replies is not None:
        chat = Cached(chat, replies)
    if config.record_to is not None:
        chat = Recording(chat, config.record_to)
    return Connected(chat, name, endpoint, client.close)


def _local_model(name: str, config: LocalConfig) -> LocalModel:
    weights, entry = config.weights, config.weights.entry
    if entry is not None:
        longest, kv_bytes = entry.context_tokens, entry.kv_bytes_per_token
    else:
        header = read_header(weights.path)
        longest, kv_bytes = min(header.context_tokens, _CONTEXT_TOKENS), header.kv_bytes_per_token
    return LocalModel(
        name=name,
        path=weights.path,
        size_bytes=weights.path.stat().st_size,
        context_tokens=longest,
        kv_bytes_per_token=kv_bytes,
        threads=config.threads,
    )


def model_name(weights: Weights) -> str:
    """What `ModelRequest.model` says of `weights`: the same wherever the file lies and whatever it is called."""
    return f"{_LOCAL}{weights.entry.name if weights.entry else weights.sha256[:12]}"
