"""Which models a command asks: whether the options that were given fit them, and what the user is told of it.

Guarantees: an option that only a language model understands is refused before anything starts where none is named; one that does
nothing with the model named is told; nobody is told that a model reads an article before that model was found.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from groundwire.cli.watching import Watcher, read_where
from groundwire.errors import UsageError
from groundwire.settings import EXTRACTIVE, LOCAL, Loaded

_FOR_MODELS = ("base_url", "prompt", "by_sentence", "passes", "chunk_tokens", "max_tokens")


def check_options(
    flags: Mapping[str, Any], models: Sequence[str | None], *, named_with: str = "--model"
) -> None:
    """Whether `flags`, as the command line gave them, fit the models that the command asks.

    Raises:
        UsageError: one of them is for a language model alone and none is named.
    """
    given = [name for name in _FOR_MODELS if flags.get(name) not in {None, ()}]
    if given and not _asked(models):
        raise UsageError(
            f"expected a language model together with {_option(given[0], flags)}, found none",
            hint=f"name it with {named_with}",
        )


def say_what_does_nothing(flags: Mapping[str, Any], models: Sequence[str | None], watcher: Watcher) -> None:
    """Which of `flags` do nothing with the models that the command asks."""
    asked = _asked(models)
    if flags.get("max_cost") is not None and not asked:
        watcher.note("note: --max-cost does nothing here: no language model is named")
    if flags.get("base_url") and all(model.startswith(LOCAL) for model in asked):
        watcher.note("note: --base-url does nothing here: a model on this machine has no address")


def _asked(models: Sequence[str | None]) -> list[str]:
    return [model for model in models if model is not None and model != EXTRACTIVE]


def _option(name: str, flags: Mapping[str, Any]) -> str:
    if name == "by_sentence" and not flags[name]:
        return "--by-article"
    return f"--{name.replace('_', '-')}"


def say_which_model(loaded: Loaded, watcher: Watcher) -> None:
    """Who reads the articles, and where, and by what it was named."""
    settings = loaded.settings
    if settings.model is None:
        watcher.note(
            "note: no language model named, so the built-in analyst is used; --model NAME (and --base-url URL) asks one"
        )
    elif settings.model != EXTRACTIVE:
        named = f"(named by {loaded.origins.by_name['model']})"
        watcher.note(f"note: articles are {read_where(settings, settings.model)} {named}")
    if settings.by_sentence is not None and not settings.uses_language_model:
        # The command line was refused before; what stands in a file may be meant for other runs.
        origin = loaded.origins.by_name["by_sentence"]
        watcher.note(
            f"note: by_sentence (from {origin}) does nothing without a language model, and none is named"
        )
    if settings.judge is not None:
        named = f"(named by {loaded.origins.by_name['judge']})"
        where = read_where(settings, settings.judge)
        watcher.note(f"note: what the checks leave open is {where}, with its article {named}")
