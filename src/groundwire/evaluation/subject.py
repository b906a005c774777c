"""A subject: what is under test. An analyst with its prompts, its model and its settings.

Written as `extractive`, or `MODEL` followed by what differs from the settings in force, with commas:
`qwen2.5:7b,extract_claims@2,temperature=0.7`. Guarantee: a subject's digest changes with everything that can change its
outputs, as far as it is known before anything is sent.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from groundwire.digest import digest_json
from groundwire.domain.provenance import PromptRef
from groundwire.errors import UsageError
from groundwire.settings import EXTRACTIVE, LOCAL, Settings, load_settings

_MAY_DIFFER = (
    "base_url",
    "by_sentence",
    "chunk_tokens",
    "max_tokens",
    "passes",
    "temperature",
    "seed",
    "prompts_dir",
)


@dataclass(frozen=True, kw_only=True)
class Subject:
    """What is under test: `name` as the user wrote it, and the settings that it runs with."""

    name: str
    settings: Settings

    @property
    def is_live(self) -> bool:
        """Whether a language model is asked."""
        return self.settings.uses_language_model

    def digest(self, analyst: str, prompts: tuple[PromptRef, ...], endpoint: str) -> str:
        """The digest of this subject, given what it turned out to run with."""
        settings = self.settings
        asked = {
            "model": settings.model,
            "endpoint": endpoint,
            "prompts": [prompt.model_dump(mode="json") for prompt in prompts],
            "temperature": settings.temperature,
            "seed": settings.seed,
            "chunk_tokens": settings.chunk_tokens,
            "max_tokens": settings.max_tokens,
            **({} if settings.passes == 1 else {"passes": settings.passes}),
            **({} if settings.by_sentence is None else {"by_sentence": settings.by_sentence}),
        }
        return digest_json("subject", {"analyst": analyst, **(asked if self.is_live else {})})


def parse_subject(text: str, flags: Mapping[str, Any]) -> Subject:
    """The subject that `text` names, on top of the settings given on the command line.

    Raises:
        UsageError: it names no model, or something that may not differ between subjects.
    """
    return Subject(name=text, settings=parse_settings("--subject", text, flags, may_differ=_MAY_DIFFER))


def parse_settings(
    option: str, text: str, flags: Mapping[str, Any], *, may_differ: Sequence[str]
) -> Settings:
    """The settings that `text`, the value of `option`, gives on top of `flags`: a model, prompt versions, settings.

    Raises:
        UsageError: it names no model, or a setting that is not among `may_differ`.
    """
    model, *parts = (part.strip() for part in text.split(","))
    if not model:
        raise UsageError(
            f"expected {option} to begin with a model, found {text!r}",
            hint="such as gpt-5-mini, or gpt-5-mini,temperature=0.2",
        )
    given = {**flags, "model": model}
    prompts = [part for part in parts if "=" not in part]
    for part in parts:
        name, equals, value = part.partition("=")
        if equals and name not in may_differ:
            raise UsageError(
                f"expected TASK@N or one of {', '.join(may_differ)} after the model, found {part!r}"
            )
        if equals:
            given[name] = value
    if prompts:
        given["prompt"] = tuple(prompts)
    settings = load_settings(given).settings
    _check_fit(option, settings, parts)
    return settings


def _check_fit(option: str, settings: Settings, parts: Sequence[str]) -> None:
    """Refuse what would do nothing: anything said of the built-in analyst, an address of a model on this machine."""
    if parts and not settings.uses_language_model:
        raise UsageError(f"expected a language model before {parts[0]!r} in {option}, found {EXTRACTIVE!r}")
    has_address = any(part.startswith("base_url=") for part in parts)
    if has_address and (settings.model or "").startswith(LOCAL):
        raise UsageError(
            f"expected no base_url for {settings.model!r}, which runs on this machine, found one in {option}",
            hint="leave base_url out, or name a model at that address",
        )
