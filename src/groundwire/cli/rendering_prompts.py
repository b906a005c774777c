"""Carrying out `groundwire prompts render`: the requests about articles, word for word, without sending them."""

import json
from collections.abc import Sequence
from typing import Any

from groundwire.app.outcome import exit_code
from groundwire.app.sources import read_sources_now
from groundwire.cli.options import Format, ModelOptions, OutputOptions
from groundwire.cli.output import chosen_format, write_result
from groundwire.cli.stderr import say
from groundwire.cli.watching import report_failures
from groundwire.domain.article import Article
from groundwire.domain.claim import Claim
from groundwire.domain.exchange import ModelRequest
from groundwire.errors import NotAnArticle, UsageError
from groundwire.llm.endpoint import OPENAI_BASE_URL, endpoint_of
from groundwire.prompts.registry import PromptSet, load_registry, select_prompts
from groundwire.settings import Settings, load_settings
from groundwire.structured.ask import request_of
from groundwire.summarise.config import AnalystConfig
from groundwire.summarise.plan import each_sentence, plan_chunks
from groundwire.summarise.questions import EXTRACT, REDUCE, SPLIT, SUMMARISE, Questions

_UNNAMED = "unnamed"


def write_requests(name: str, sources: Sequence[str], model: ModelOptions, output: OutputOptions) -> int:
    """The requests of the task `name` about `sources`: one as an object, several as an array; the exit code."""
    chosen_format(OutputOptions(format=output.format or Format.JSON), allowed=(Format.JSON,))
    settings = load_settings(model.flags()).settings
    selections = (*settings.prompt, name) if "@" in name else settings.prompt
    prompts = select_prompts(load_registry(settings.prompts_dir), selections)
    task = name.partition("@")[0]
    _check_task(task, prompts)
    if not settings.uses_language_model:
        say(f"note: no model is named: the digests are those of a model {_UNNAMED!r} (--model NAME)")
    sourced = read_sources_now(sources, settings)
    report_failures(sourced.failures)
    requests = [
        request for article in sourced.articles for request in _requests(task, article, prompts, settings)
    ]
    if requests:
        shown = [{**request.model_dump(mode="json"), "digest": request.digest} for request in requests]
        write_result(_json(shown[0] if len(shown) == 1 else shown), output)
    return exit_code(sourced.failures, done=len(sourced.articles))


def _requests(task: str, article: Article, prompts: PromptSet, settings: Settings) -> list[ModelRequest]:
    config = _config(settings)
    questions = Questions(prompts, config)
    chunks = plan_chunks(article, chunk_tokens=config.chunk_tokens, context=config.context_sentences)
    if not chunks:
        raise NotAnArticle(f"{article.source}: expected sentences, found nothing but headings and marks")
    if task == EXTRACT:
        return [request_of(questions.claims(article, chunk)) for chunk in chunks]
    if task == SUMMARISE:
        return [request_of(questions.summary(article, chunks[0]))]
    if task == SPLIT:
        return [request_of(questions.facts(article, one.first)) for one in each_sentence(article)]
    return [request_of(questions.summary_of(article, _claims_of(article)))]


def _check_task(task: str, prompts: PromptSet) -> None:
    prompts.get(task)
    shown = (EXTRACT, SUMMARISE, REDUCE, SPLIT)
    if task not in shown:
        raise UsageError(
            f"expected one of {', '.join(shown)}, found {task!r}",
            hint="the other prompts are about replies and merged claims, which a source alone does not give",
        )


def _claims_of(article: Article) -> tuple[Claim, ...]:
    from groundwire.extractive.analyst import analyse  # the two other tasks do without

    return analyse(article).claims


def _config(settings: Settings) -> AnalystConfig:
    """The configuration that `summarise` would ask with."""
    return AnalystConfig(
        model=settings.model if settings.uses_language_model and settings.model else _UNNAMED,
        endpoint=endpoint_of(settings.base_url or OPENAI_BASE_URL),
        chunk_tokens=settings.chunk_tokens,
        max_tokens=settings.max_tokens,
        temperature=settings.temperature,
        seed=settings.seed,
    )


def _json(value: Any) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False)
