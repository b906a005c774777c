"""A judge with a model of its own: named on the command line, connected, asked about outputs, identified in scorecards.

Written like a subject: `MODEL[,judge_match@N][,setting=value]…`. Guarantees: the judge's settings are the run's where it names
none of its own; the run's key is sent to no other host than the run's; the judge's answers are kept, recorded and replayed apart
from the subject's; a judge that does not answer, or not usably, gives an opinion that failed, never a score.
"""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from typing import Any

from groundwire.app.models import Asking, open_model
from groundwire.digest import digest_json
from groundwire.errors import ModelError, OutputError, UsageError
from groundwire.evaluation.case import ArticleCase
from groundwire.evaluation.counting import Counting
from groundwire.evaluation.judging.asking import JUDGE, ask_matches
from groundwire.evaluation.opinion import Opinion
from groundwire.evaluation.output import Output
from groundwire.evaluation.replayed import refuse_unused
from groundwire.evaluation.scorecard import JudgedBy
from groundwire.evaluation.subject import parse_settings
from groundwire.llm.endpoint import OPENAI_BASE_URL, endpoint_of
from groundwire.llm.ledger import collect
from groundwire.settings import Settings, load_settings
from groundwire.store.database import open_store

_OF_ITS_OWN = (
    "base_url",
    "concurrency",
    "input_price",
    "max_tokens",
    "output_price",
    "prompts_dir",
    "requests_per_minute",
    "seed",
    "temperature",
    "timeout_s",
)
_FOLDER = "judge"  # below the folder of a recording: the subject's replies have to be used up by the subject


@dataclass(frozen=True, kw_only=True)
class JudgeSpec:
    """Who is to judge: `name` as the user wrote it, and the settings that it is asked with."""

    name: str
    settings: Settings


def parse_judge(text: str, flags: Mapping[str, Any]) -> JudgeSpec:
    """The judge that `text` names, on top of the settings given on the command line.

    Raises:
        UsageError: it names no language model, or a setting that a judge does not have.
    """
    settings = parse_settings("--judge", text, flags, may_differ=_OF_ITS_OWN)
    if not settings.uses_language_model:
        raise UsageError(
            f"expected a language model to judge, found {text!r}", hint="name a model at --base-url"
        )
    changed: dict[str, Any] = {
        name: folder / _FOLDER
        for name, folder in (("record_to", settings.record_to), ("replay_from", settings.replay_from))
        if folder is not None
    }
    if _host(settings) != _host(load_settings(flags).settings):
        changed["api_key"] = settings.judge_api_key
    return JudgeSpec(name=text, settings=settings.model_copy(update=changed))


def _host(settings: Settings) -> str:
    return endpoint_of(settings.base_url or OPENAI_BASE_URL).partition("/")[0]


class ClaimJudge:
    """Matches claims with labelled claims. At most twice as many articles are under way as requests may be in flight."""

    def __init__(self, spec: JudgeSpec, asking: Asking) -> None:
        self.spec = spec
        self._asking = asking
        self._slots = asyncio.Semaphore(spec.settings.concurrency * 2)

    @property
    def identity(self) -> JudgedBy:
        """What its judgement depends on: model, endpoint, prompt, sampling."""
        config, prompt = self._asking.config, self._asking.prompts.get(JUDGE)
        sampling = config.target(prompt).sampling.model_dump(mode="json")
        asked = {"model": config.model, "endpoint": config.endpoint, "prompt": prompt.digest}
        return JudgedBy(
            model=config.model,
            endpoint=self._asking.host,
            prompt=prompt.ref,
            digest=digest_json("judge", {**asked, "sampling": sampling}),
        )

    @property
    def in_flight(self) -> int:
        """How many articles it is worth asking about at once."""
        return self.spec.settings.concurrency * 2

    def check_all_was_asked_for(self) -> None:
        """Whether every recorded reply of the judge was asked for.

        Raises:
            UsageError: one was not.
        """
        refuse_unused(self._asking, (JUDGE,))

    async def opinion(self, case: ArticleCase, output: Output) -> Opinion:
        """The opinion on an output; nothing is asked where there are no labels or nothing was made."""
        claims = output.analysis.claims if output.analysis is not None else ()
        return await self.match(
            [label.text for label in case.labels.claims], [claim.text for claim in claims]
        )

    async def match(self, labelled: Sequence[str], claims: Sequence[str], *, sample: int = 0) -> Opinion:
        """Which of `labelled` each of `claims` states; `sample` tells asking twice apart."""
        if not labelled or not claims:
            return Opinion()
        counting = Counting(self._asking.model)
        asking = replace(self._asking, model=counting, config=replace(self._asking.config, sample=sample))
        async with self._slots:
            with collect() as ledger:
                opinion = await _asked(asking, labelled, claims)
        # Time spent on replies, not on waiting for a turn: what another judge would take is to be compared.
        seconds = round(ledger.seconds, 3) if ledger.cache_hits == 0 else None
        spent = counting.spent(self.spec.settings, seconds)
        return replace(opinion, spent=spent)


async def _asked(asking: Asking, labelled: Sequence[str], claims: Sequence[str]) -> Opinion:
    try:
        return Opinion(matches=await ask_matches(asking, labelled, claims))
    except (ModelError, OutputError) as error:
        return Opinion(failure=f"the judge failed: {type(error).__name__}: {error.message}")


@asynccontextmanager
async def open_claim_judge(spec: JudgeSpec) -> AsyncIterator[ClaimJudge]:
    """Connect the judge.

    Raises:
        UsageError: its model, its endpoint or its prompt version is not usable; nothing was sent.
        StoreError: the store cannot be opened.
    """
    async with AsyncExitStack() as stack:
        store = stack.enter_context(open_store(spec.settings.store_path))
        asking = await stack.enter_async_context(open_model(spec.settings, store))
        asking.prompts.get(JUDGE)  # a folder of one's own need not have it: say so before anything is sent
        yield ClaimJudge(spec, asking)
