"""Running a subject over cases, by the very code that a user's run goes through.

Guarantees: outputs come in the order of the cases; no more cases are under way than keep the model busy; a case that
fails is an output that says why; repeats are distinct in the cache, so that a run that was broken off and is begun again asks
nothing twice.
"""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace

from groundwire.app.analysing import analyse_all
from groundwire.app.briefing import brief_articles
from groundwire.app.models import Asking, open_model
from groundwire.app.outcome import Failure
from groundwire.app.progress import Progress
from groundwire.app.recorder import RunRecorder
from groundwire.app.session import Job, Session, utc_now
from groundwire.app.sources import Sourced
from groundwire.domain.run import Item, Run
from groundwire.evaluation.case import ArticleCase, Case, StoryCase
from groundwire.evaluation.counting import Counting
from groundwire.evaluation.output import Output, Spent
from groundwire.evaluation.replayed import refuse_unused
from groundwire.evaluation.scorecard import SubjectInfo
from groundwire.evaluation.subject import Subject
from groundwire.extractive.analyst import ANALYST
from groundwire.llm.ledger import collect
from groundwire.prompts.tasks import OF_EVALUATIONS
from groundwire.settings import Settings
from groundwire.store.database import open_store

_log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Runner:
    """A subject ready to run."""

    subject: Subject
    asking: Asking | None

    @property
    def info(self) -> SubjectInfo:
        """Who it is, for the scorecard."""
        asking = self.asking
        analyst = "prompted" if asking else ANALYST
        tasks = (
            [task for task in asking.prompts.registry.tasks if task not in OF_EVALUATIONS] if asking else []
        )
        refs = tuple(asking.prompts.get(task).ref for task in tasks) if asking else ()
        return SubjectInfo(
            name=self.subject.name,
            digest=self.subject.digest(analyst, refs, asking.config.endpoint if asking else ""),
            analyst=analyst,
            model=self.subject.settings.model if asking else None,
            endpoint=asking.host if asking else None,
            prompts=refs,
        )

    def check_all_was_asked_for(self) -> None:
        """Whether every recorded reply was asked for by some case.

        Raises:
            UsageError: one was not.
        """
        if self.asking is not None:
            tasks = [task for task in self.asking.prompts.registry.tasks if task not in OF_EVALUATIONS]
            refuse_unused(self.asking, tasks)

    async def run(self, cases: Sequence[Case], *, repeats: int, progress: Progress) -> AsyncIterator[Output]:
        """The output of every case, `repeats` times, in order, each as soon as it and those before it are there."""
        slots = asyncio.Semaphore(self.asking.articles_at_once if self.asking else 1)

        async def in_turn(case: Case, repeat: int) -> Output:
            async with slots:
                output = await self._run_case(case, repeat)
            progress.advance(case.id)
            return output

        tasks = [asyncio.create_task(in_turn(case, repeat)) for repeat in range(repeats) for case in cases]
        try:
            for task in tasks:
                yield await task
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _run_case(self, case: Case, repeat: int) -> Output:
        counting = Counting(self.asking.model) if self.asking else None
        session = _session(self.subject.settings, self._asking(counting, repeat))
        blank = Output(
            case=case.id,
            case_digest=case.digest,
            subject=self.subject.name,
            repeat=repeat,
            failure="nothing was made",
        )
        started = time.perf_counter()
        with collect() as ledger:
            try:
                output = await _made_of(session, case, blank)
            # The row boundary: one case's surprise does not cost the others their results.
            except Exception as error:  # noqa: BLE001
                _log.exception("unexpected error in case %s", case.id)
                output = blank.model_copy(update={"failure": f"unexpected {type(error).__name__}"})
        seconds = time.perf_counter() - started
        is_fresh = ledger.cache_hits == 0
        spent = counting.spent(self.subject.settings, seconds if is_fresh else None) if counting else Spent()
        return output.model_copy(update={"spent": spent})

    def _asking(self, counting: Counting | None, repeat: int) -> Asking | None:
        if self.asking is None or counting is None:
            return None
        return replace(self.asking, model=counting, config=replace(self.asking.config, sample=repeat))


@asynccontextmanager
async def open_runner(subject: Subject) -> AsyncIterator[Runner]:
    """Connect what the subject needs; a subject without a language model needs nothing.

    Raises:
        UsageError: the model, its endpoint or a prompt version is not usable; nothing was sent.
        StoreError: the store cannot be opened.
    """
    async with AsyncExitStack() as stack:
        asking = None
        if subject.is_live:
            store = stack.enter_context(open_store(subject.settings.store_path))
            asking = await stack.enter_async_context(open_model(subject.settings, store))
        yield Runner(subject=subject, asking=asking)


async def _made_of(session: Session, case: Case, blank: Output) -> Output:
    if isinstance(case, ArticleCase):
        return await _analysed(session, case, blank)
    return await _briefed(session, case, blank)


async def _analysed(session: Session, case: ArticleCase, blank: Output) -> Output:
    async for analysed in analyse_all(session, [case.article]):
        # A fallback would be scored under the name of what it fell back from.
        if analysed.failure is not None:
            return blank.model_copy(update={"failure": _told(analysed.failure)})
        return blank.model_copy(update={"failure": None, "analysis": analysed.analysis})
    return blank


async def _briefed(session: Session, case: StoryCase, blank: Output) -> Output:
    briefed = await brief_articles(session, Sourced(case.articles, ()))
    if briefed.failures:
        return blank.model_copy(update={"failure": _told(briefed.failures[0])})
    return blank.model_copy(update={"failure": None, "briefing": briefed.briefing})


def _told(failure: Failure) -> str:
    return f"{type(failure.error).__name__}: {failure.error.message}"


class _Nowhere:
    """Runs of an evaluation are kept in its scorecard, not in the store."""

    def start(self, run: Run) -> None:
        """Keep nothing."""

    def finish(self, run: Run) -> None:
        """Keep nothing."""

    def put_item(self, run_id: str, item: Item) -> None:
        """Keep nothing."""


def _session(settings: Settings, asking: Asking | None) -> Session:
    job = Job(command="eval", arguments={}, settings=settings)
    started = utc_now().isoformat(timespec="milliseconds")
    run = Run(id="eval", command="eval", started=started, analyst="prompted" if asking else ANALYST)
    return Session(
        job=job,
        run_id=run.id,
        started=started,
        asking=asking,
        recorder=RunRecorder(run, _Nowhere(), lambda: started),
    )
