"""Session: one run with its settings, its analyst, its model and its place in the store.

Guarantees: the model is chosen by what somebody named, never by a key that lies around; everything that was opened is
closed, also after an interruption; the run in the store says how it ended.
"""

import datetime as dt
import secrets
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Protocol

from groundwire import __version__
from groundwire.app.commit import find_commit
from groundwire.app.models import Asking, open_judge, open_model
from groundwire.app.progress import Progress, Silent
from groundwire.app.recorder import RunRecorder
from groundwire.domain.analysis import Analysis
from groundwire.domain.article import Article
from groundwire.domain.provenance import ModelStatements, PromptRef, Provenance, Usage
from groundwire.domain.run import Run
from groundwire.extractive.analyst import ANALYST, ExtractiveAnalyst
from groundwire.llm.ledger import collect
from groundwire.settings import Settings
from groundwire.store.database import open_store

Clock = Callable[[], dt.datetime]
_CLAIMS_ALONE = frozenset({"brief", "claims"})  # commands that have no use for a summary of each article


class Analyst(Protocol):
    """What turns an article into a summary and claims."""

    async def analyse(self, article: Article) -> Analysis:
        """Summary and claims of `article`, supports unchecked."""
        ...


def utc_now() -> dt.datetime:
    """The time, in UTC."""
    return dt.datetime.now(dt.UTC)


@dataclass(frozen=True, kw_only=True)
class Job:
    """What was asked for: the command and its arguments as they are kept in the run, without secrets."""

    command: str
    arguments: Mapping[str, Any]
    settings: Settings
    progress: Progress = field(default_factory=Silent)
    clock: Clock = utc_now
    run_id: str = field(default_factory=lambda: f"{utc_now():%Y%m%dT%H%M%S}-{secrets.token_hex(3)}")


@dataclass(frozen=True, kw_only=True)
class Session:
    """A job under way. `asking` is None when no language model was named, `judge` when no opinion was asked for."""

    job: Job
    run_id: str
    started: str
    asking: Asking | None
    recorder: RunRecorder
    judge: Asking | None = None

    @property
    def analyst(self) -> Analyst:
        """Who analyses the articles of this run."""
        return self.asking.analyst if self.asking else self.fallback

    @property
    def fallback(self) -> Analyst:
        """Who analyses an article whose model calls fail for good."""
        return ExtractiveAnalyst()

    def provenance(
        self,
        analyst: str,
        *,
        prompts: tuple[PromptRef, ...],
        usage: Usage,
        statements: ModelStatements | None = None,
    ) -> Provenance:
        """How a document that is finished now came to be; the model is named only where it was asked with prompts."""
        settings, asking = self.job.settings, self.asking if prompts else None
        sampling = {"temperature": settings.temperature, "max_tokens": settings.max_tokens}
        return Provenance(
            version=__version__,
            run_id=self.run_id,
            analyst=analyst,
            prompts=prompts,
            schemas={name: f"groundwire/{name}/1" for name in ("article", "briefing", "claim", "report")},
            model=settings.model if asking else None,
            endpoint=asking.host if asking else None,
            weights=asking.weights if asking else None,
            sampling=sampling if asking else {},
            seed=settings.seed if asking else None,
            started=self.started,
            finished=self.job.clock().isoformat(timespec="milliseconds"),
            usage=usage,
            statements=statements,
            commit=find_commit(),
        )


@asynccontextmanager
async def open_session(job: Job) -> AsyncIterator[Session]:
    """Open the store and, when one was named, the model; close both and note how the run ended.

    Raises:
        UsageError: the model's settings or the prompts are wrong.
        StoreError: the store cannot be opened.
    """

    def now() -> str:
        return job.clock().isoformat(timespec="milliseconds")

    async with AsyncExitStack() as stack:
        store = stack.enter_context(open_store(job.settings.store_path))
        asking = None
        if job.settings.uses_language_model:
            asking = await stack.enter_async_context(
                open_model(job.settings, store, asks_summary=job.command not in _CLAIMS_ALONE)
            )
        judge = asking if job.settings.judge == job.settings.model else None
        if job.settings.judge is not None and judge is None:
            judge = await stack.enter_async_context(open_judge(job.settings, store))
        prompted = asking or judge
        run = Run(
            id=job.run_id,
            command=job.command,
            started=now(),
            arguments=job.arguments,
            model=job.settings.model if asking else None,
            analyst="prompted" if asking else ANALYST,
            prompts=prompted.prompt_refs if prompted else (),
        )
        ledger = stack.enter_context(collect())
        recorder = RunRecorder(run, store.runs, now)
        stack.enter_context(recorder.recording(ledger.usage))
        yield Session(
            job=job, run_id=run.id, started=run.started, asking=asking, judge=judge, recorder=recorder
        )
