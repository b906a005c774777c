"""Judging outputs as they come.

Guarantees: outputs go on in their order, each with the judge's opinion; no more of them wait for one than the judge is worth asking about
at once; without a judge they pass at once.
"""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Mapping

from groundwire.evaluation.case import ArticleCase, Case
from groundwire.evaluation.judging.judge import ClaimJudge
from groundwire.evaluation.opinion import Opinion
from groundwire.evaluation.output import Output

_Task = asyncio.Task[Opinion]


async def judge_alongside(
    outputs: AsyncIterator[Output], cases: Mapping[str, Case], judge: ClaimJudge | None
) -> AsyncIterator[tuple[Output, Opinion]]:
    """Each of `outputs` with the opinion on it; one with nothing in it where nobody judges."""
    waiting: deque[tuple[Output, _Task]] = deque()
    try:
        async for output in outputs:
            case = cases[output.case]
            if judge is None or not isinstance(case, ArticleCase):
                yield output, Opinion()
                continue
            waiting.append((output, asyncio.create_task(judge.opinion(case, output))))
            if len(waiting) >= judge.in_flight:
                first, task = waiting.popleft()
                yield first, await task
        while waiting:
            first, task = waiting.popleft()
            yield first, await task
    finally:
        for _, task in waiting:
            task.cancel()
        await asyncio.gather(*(task for _, task in waiting), return_exceptions=True)
