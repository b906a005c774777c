"""Settings: flags over environment over `groundwire.toml` over defaults, and where each value came from.

Guarantees: an unknown key is an error with a suggestion, never ignored; a key is a secret from the moment it is read;
nothing is read at import time.
"""

import difflib
import os
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import (
    BaseSettings,
    EnvSettingsSource,
    InitSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from groundwire.domain.complaints import complaint_words, fault_words
from groundwire.errors import SettingsError

ENV_PREFIX: Final = "GROUNDWIRE_"
CONFIG_NAME: Final = "groundwire.toml"
EXTRACTIVE: Final = "extractive"
LOCAL: Final = "local:"
"""What the name of a model on this machine begins with."""
SECRETS: Final = frozenset({"api_key", "judge_api_key"})
"""The settings that are shown nowhere."""
_LONGEST_SHOWN: Final = 30  # characters of a value that is refused
_CONFIG_VARIABLE: Final = "GROUNDWIRE_CONFIG"
_VARIABLES_OF_THEIR_OWN: Final = frozenset({_CONFIG_VARIABLE, "GROUNDWIRE_LOG"})
_SDK_VARIABLES: Final = {"api_key": "OPENAI_API_KEY", "base_url": "OPENAI_BASE_URL"}


class Settings(BaseSettings):
    """Every setting with its default. Durations in seconds, sizes in bytes, prices in US dollars."""

    model_config = SettingsConfigDict(
        env_prefix=ENV_PREFIX, extra="forbid", frozen=True, env_ignore_empty=True, validate_default=True
    )

    model: str | None = Field(
        default=None,
        description="extractive, local:NAME on this machine, or the name of a model at the endpoint",
    )
    judge: str | None = Field(
        default=None, description="model that is asked about what the checks leave open; named as model is"
    )
    base_url: str | None = Field(
        default=None, description="OpenAI-compatible endpoint; default: the SDK's own"
    )
    api_key: SecretStr | None = Field(
        default=None, description="key for the endpoint; default: OPENAI_API_KEY"
    )
    judge_api_key: SecretStr | None = Field(
        default=None, description="key for a judge of evaluations at a host of its own"
    )
    prompts_dir: Path | None = Field(
        default=None, description="folder of prompts instead of the built-in ones"
    )
    prompt: tuple[str, ...] = Field(default=(), description="prompt versions to use, TASK@N")
    concurrency: int = Field(default=4, ge=1, le=1024, description="model requests in flight at once")
    timeout_s: float = Field(default=120.0, gt=0, description="time for one model request")
    attempts: int = Field(
        default=4, ge=1, le=20, description="times a failing model request is sent, per cause"
    )
    deadline_s: float = Field(
        default=300.0, gt=0, description="time for the retries of a request, from its first failure"
    )
    requests_per_minute: int | None = Field(default=None, ge=1, description="pace of model requests")
    max_cost: float | None = Field(
        default=None, ge=0, description="stop before the run costs more, in US dollars"
    )
    input_price: float | None = Field(
        default=None, ge=0, description="US dollars per million input tokens, for estimates and max_cost"
    )
    output_price: float | None = Field(
        default=None, ge=0, description="US dollars per million output tokens, for estimates and max_cost"
    )
    chunk_tokens: int = Field(default=6000, ge=200, description="article tokens in one model request")
    by_sentence: bool | None = Field(
        default=None,
        description="ask about one sentence at a time, as suits small models; default: as the model needs it",
    )
    passes: int = Field(default=1, ge=1, le=5, description="times that what a model left out is asked for")
    max_tokens: int = Field(default=4096, ge=64, description="longest model reply")
    temperature: float | None = Field(default=0.0, ge=0, le=2, description="sampling temperature")
    seed: int | None = Field(default=None, description="sampling seed, where the endpoint takes one")
    cache: bool = Field(default=True, description="answer repeated model requests from the store")
    record_to: Path | None = Field(
        default=None, description="folder to record every request to a model in, with its reply (models.md)"
    )
    replay_from: Path | None = Field(
        default=None, description="folder of recorded replies to answer from, without any model (models.md)"
    )
    store: Path | None = Field(default=None, description="SQLite file for replies and runs")
    models_dir: Path | None = Field(
        default=None, description="folder of pulled local models; default: in the user's cache folder"
    )
    threads: int | None = Field(
        default=None,
        ge=1,
        le=512,
        description="threads of a local model; default: as many as cores are free when it is loaded",
    )
    allow_private_addresses: bool = Field(default=False, description="fetch URLs on private networks too")
    fetch_timeout_s: float = Field(default=20.0, gt=0, description="time for fetching one URL")
    fetch_max_bytes: int = Field(default=10_000_000, ge=1000, description="largest response taken from a URL")

    @field_validator("prompt", mode="before")
    @classmethod
    def _split_prompts(cls, value: Any) -> Any:
        return (
            tuple(part.strip() for part in value.split(",") if part.strip())
            if isinstance(value, str)
            else value
        )

    @field_validator("model")
    @classmethod
    def _model_is_a_name(cls, value: str | None) -> str | None:
        if value is not None and not value.strip():
            raise ValueError("expected the name of a model, found a blank one")
        if value is not None and value.strip().casefold() == EXTRACTIVE:
            return EXTRACTIVE
        return value

    @field_validator("api_key", "judge_api_key")
    @classmethod
    def _key_can_be_sent(cls, value: SecretStr | None) -> SecretStr | None:
        if value is None:
            return None
        key = value.get_secret_value().strip()
        if not key.isascii() or not key.isprintable():
            raise ValueError("expected a key of printable ASCII characters, found others in it")
        return SecretStr(key) if key else None

    @field_validator("base_url")
    @classmethod
    def _base_url_holds_no_key(cls, value: str | None) -> str | None:
        if value is not None and "@" in value.partition("://")[2].partition("/")[0]:
            raise ValueError("expected an address without user name and password; the key goes into api_key")
        if value is not None and ("?" in value or "#" in value):
            raise ValueError("expected an address without query and fragment; the key goes into api_key")
        return value

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - the signature is the library's
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - no .env files: one more place to leak keys
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - no secret folders
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Only what `load_settings` passes in: it has already merged the sources, to know where each value is from."""
        del settings_cls
        return (init_settings,)

    @property
    def uses_language_model(self) -> bool:
        """Whether a language model was named."""
        return self.model is not None and self.model != EXTRACTIVE

    @property
    def store_path(self) -> Path:
        """Where the store is."""
        if self.store is not None:
            return self.store.expanduser()
        from groundwire.store.location import default_path

        return default_path()

    @property
    def models_path(self) -> Path:
        """The folder of pulled local models."""
        if self.models_dir is not None:
            return self.models_dir.expanduser()
        from groundwire.llm.weights.location import default_folder

        return default_folder()


def secrets_of(settings: Settings) -> tuple[str, ...]:
    """The keys in `settings`, as they are: for blanking them wherever they turn up."""
    found = (getattr(settings, name) for name in sorted(SECRETS))
    return tuple(key.get_secret_value() for key in found if key is not None)


@dataclass(frozen=True)
class Origins:
    """Where each setting's value came from: `flag`, an environment variable, a file, or `default`."""

    by_name: Mapping[str, str]
    config_file: Path | None


@dataclass(frozen=True)
class Loaded:
    """The settings in force and where they come from."""

    settings: Settings
    origins: Origins


class _EnvironmentSource(EnvSettingsSource):
    """The library's reading of the environment, with commas instead of JSON for lists."""

    def prepare_field_value(self, field_name: str, field: Any, value: Any, value_is_complex: bool) -> Any:
        """Leave lists as the text they are: the validator splits them."""
        if field_name == "prompt":
            return value
        return super().prepare_field_value(field_name, field, value, value_is_complex)


def load_settings(flags: Mapping[str, Any] | None = None) -> Loaded:
    """The settings in force. `flags` are what the command line gave; None stands for "not given".

    Raises:
        SettingsError: for an unknown key, a value that is not acceptable, or a file that is not TOML.
    """
    given = {name: value for name, value in (flags or {}).items() if value is not None and value != ()}
    config_file = find_config_file()
    layers = (
        _Layer(_from_file(config_file), lambda _: str(config_file)),
        _Layer(_from_sdk_variables(), lambda name: _SDK_VARIABLES[name]),
        _Layer(_from_environment(), lambda name: f"{ENV_PREFIX}{name.upper()}"),
        _Layer(InitSettingsSource(Settings, given)(), lambda name: f"--{name.replace('_', '-')}"),
    )
    merged: dict[str, Any] = {}
    origins = dict.fromkeys(Settings.model_fields, "default")
    for layer in layers:
        merged.update(layer.values)
        origins.update({name: layer.origin(name) for name in layer.values})
    try:
        settings = Settings(**merged)
    except ValidationError as error:
        raise _complaint(error, origins) from None
    return Loaded(settings, Origins(origins, config_file))


@dataclass(frozen=True)
class _Layer:
    values: Mapping[str, Any]
    origin: Callable[[str], str]


def find_config_file() -> Path | None:
    """`GROUNDWIRE_CONFIG`, else `groundwire.toml` here, else in the user's configuration folder.

    Raises:
        SettingsError: when `GROUNDWIRE_CONFIG` names a file that is not there, or there is something that cannot be read or is
            no file.
    """
    if named := os.environ.get(_CONFIG_VARIABLE):
        if not _is_config(Path(named)):
            raise SettingsError(f"expected a configuration file at {_CONFIG_VARIABLE}={named!r}, found none")
        return Path(named)
    for candidate in (Path(CONFIG_NAME), *_in_users_folder()):
        if _is_config(candidate):
            return candidate
    return None


def _in_users_folder() -> tuple[Path, ...]:
    try:
        config_home = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    except RuntimeError:  # a user without a home has no folder for configuration
        return ()
    return (config_home / "groundwire" / CONFIG_NAME,)


def _is_config(path: Path) -> bool:
    """Whether there is a configuration at `path`; what is there and cannot be one is not passed over in silence."""
    try:
        path.stat()
    except FileNotFoundError:
        return False
    except NotADirectoryError:
        there = next((str(parent) for parent in path.parents if parent.is_file()), str(path.parent))
        raise SettingsError(
            f"expected a folder at {there!r}, found a file",
            hint=f"a configuration is {CONFIG_NAME} in that folder",
        ) from None
    except (OSError, ValueError) as error:
        raise SettingsError(
            f"could not look for a configuration file at {str(path)!r}: {fault_words(error)}",
            hint=f"check the permissions, or name another file with {_CONFIG_VARIABLE}",
        ) from None
    if path.is_dir():
        raise SettingsError(
            f"expected a configuration file at {str(path)!r}, found a folder",
            hint=f"move it away, or name a file with {_CONFIG_VARIABLE}",
        )
    return True


def _from_file(path: Path | None) -> dict[str, Any]:
    if path is None:
        return {}
    try:
        values = TomlConfigSettingsSource(Settings, path)()
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"expected TOML in {str(path)!r}, found {fault_words(error)}") from None
    except OSError as error:
        raise SettingsError(f"could not read {str(path)!r}: {fault_words(error)}") from None
    _refuse_unknown(values, f"in {str(path)!r}", str)
    return values


def _from_sdk_variables() -> dict[str, Any]:
    return {name: value for name, variable in _SDK_VARIABLES.items() if (value := os.environ.get(variable))}


def _from_environment() -> dict[str, Any]:
    named = {
        variable.removeprefix(ENV_PREFIX).lower(): None
        for variable in os.environ
        if variable.startswith(ENV_PREFIX) and variable not in _VARIABLES_OF_THEIR_OWN
    }
    _refuse_unknown(named, "in the environment", lambda name: ENV_PREFIX + name.upper())
    return _EnvironmentSource(Settings)()


def _refuse_unknown(values: Mapping[str, Any], where: str, spell: Callable[[str], str]) -> None:
    for name in values:
        if name not in Settings.model_fields:
            close = difflib.get_close_matches(name, Settings.model_fields, n=1)
            hint = f"did you mean {spell(close[0])}?" if close else "see `groundwire config show`"
            raise SettingsError(f"unknown setting {spell(name)!r} {where}", hint=hint)


def _complaint(error: ValidationError, origins: Mapping[str, str]) -> SettingsError:
    first = error.errors(include_url=False)[0]
    name = str(first["loc"][0])
    # A key is not shown, and what is too long for a setting of another kind may be one at the wrong place.
    found = repr(first["input"])
    is_shown = name not in SECRETS and len(found) <= _LONGEST_SHOWN
    words = complaint_words(first, found=found if is_shown else "something else")
    return SettingsError(f"setting {name!r} (from {origins.get(name, 'default')}): {words}")
