"""From weights to a chain: what is checked at once, what only when something is asked, and what is kept."""

import asyncio
import importlib.util
from pathlib import Path

import pytest

from groundwire.app.models import _selections
from groundwire.domain.exchange import Message, ModelReply, ModelRequest, Sampling
from groundwire.errors import ReplyNotRecorded, UsageError
from groundwire.llm.cached import Cached
from groundwire.llm.local_connect import LocalConfig, connect_local, model_name
from groundwire.llm.local_wire import engine_endpoint
from groundwire.llm.recording import Recording
from groundwire.llm.scripted import Scripted
from groundwire.llm.weights.catalogue import CatalogueEntry
from groundwire.llm.weights.resolve import Weights
from groundwire.settings import Settings
from groundwire.store.database import open_store

SHA = "5e" * 32
HAS_BINDING = importlib.util.find_spec("xllamacpp") is not None
needs_binding = pytest.mark.skipif(not HAS_BINDING, reason="pip install 'groundwire[local]'")


def entry(path: Path) -> CatalogueEntry:
    return CatalogueEntry(
        name="made-1b",
        description="Made up",
        file=path.name,
        size_bytes=4,
        sha256=SHA,
        licence="Apache-2.0",
        licence_url="https://example.org/licence",
        source="https://example.org/made.gguf",
        context_tokens=4096,
        kv_bytes_per_token=1000,
    )


def weights(folder: Path, name: str = "made.gguf", *, is_known: bool = True) -> Weights:
    path = folder / name
    path.write_bytes(b"GGUF")
    return Weights(path=path, name=name, sha256=SHA, entry=entry(path) if is_known else None)


def request(found: Weights) -> ModelRequest:
    return ModelRequest(
        model=model_name(found),
        messages=(Message(role="user", content="What floats?"),),
        sampling=Sampling(max_tokens=20),
        endpoint=engine_endpoint(found.sha256),
    )


@pytest.mark.parametrize("is_known", [True, False])
def test_a_name_says_nothing_of_where_the_file_lies(tmp_path: Path, *, is_known: bool) -> None:
    """The same bytes under another name have the same requests, so that what is kept and recorded is found again."""
    first, second = (weights(tmp_path, name, is_known=is_known) for name in ("one.gguf", "two.gguf"))
    assert request(first).digest == request(second).digest
    assert model_name(first) == ("local:made-1b" if is_known else f"local:{SHA[:12]}")


@pytest.mark.skipif(HAS_BINDING, reason="the binding is installed")
def test_without_the_binding_the_line_says_what_to_install(tmp_path: Path) -> None:
    """Before anything is asked."""
    with pytest.raises(UsageError) as caught:
        connect_local(LocalConfig(weights=weights(tmp_path)), replies=None)
    assert caught.value.hint == "pip install 'groundwire[local]'"


@needs_binding
def test_a_damaged_file_of_the_users_own_is_found_at_once(tmp_path: Path) -> None:
    """Nothing was started, so that it is the usage that is wrong."""
    with pytest.raises(UsageError, match="damaged or cut short"):
        connect_local(LocalConfig(weights=weights(tmp_path, is_known=False)), replies=None)


@needs_binding
def test_what_is_kept_is_answered_without_the_weights(tmp_path: Path) -> None:
    """These weights cannot be loaded, and nobody notices."""
    found = weights(tmp_path)

    async def run() -> str:
        with open_store(tmp_path / "store.sqlite3") as store:
            await Cached(Scripted(["ice"]), store.replies).complete(request(found))
            async with connect_local(LocalConfig(weights=found), replies=store.replies) as connected:
                return (await connected.complete(request(found))).text

    assert asyncio.run(run()) == "ice"


def test_the_prompts_of_the_model_are_used_where_the_user_named_none(tmp_path: Path) -> None:
    """Of a task for which the user named a version, that one; of the others the model's; of the rest the current one."""
    suited = entry(tmp_path / "made.gguf").model_copy(update={"prompts": ("a@2", "b@3")})
    settings = Settings(prompt=("b@1", "c@1"))
    assert set(_selections(settings, suited)) == {"a@2", "b@1", "c@1"}
    assert _selections(settings, None) == ("b@1", "c@1")


def test_a_recording_is_replayed_without_binding_or_weights(tmp_path: Path) -> None:
    """What was recorded is the reply; what was not is asked of nobody."""
    found = weights(tmp_path)
    found.path.unlink()

    async def run() -> ModelReply:
        await Recording(Scripted(["ice"]), tmp_path / "recorded").complete(request(found))
        config = LocalConfig(weights=found, replay_from=tmp_path / "recorded")
        async with connect_local(config, replies=None) as connected:
            with pytest.raises(ReplyNotRecorded):
                await connected.complete(request(found).model_copy(update={"sample": 1}))
            return await connected.complete(request(found))

    assert asyncio.run(run()).text == "ice"
