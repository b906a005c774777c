"""All scorers, by task."""

from collections.abc import Sequence
from typing import Any

from groundwire.errors import UsageError
from groundwire.evaluation.scorers import checks, claims, credit, readings, rouge, rows, summary
from groundwire.evaluation.scorers.scorer import Scorer
from groundwire.evaluation.scorers.spent import spent_scorers
from groundwire.evaluation.suite import Task

_OF_ARTICLES: tuple[Scorer[Any], ...] = (
    *claims.SCORERS,
    *credit.SCORERS,
    *summary.SCORERS,
    *checks.SCORERS,
    *rouge.SCORERS,
    *spent_scorers(),
)
_OF_STORIES: tuple[Scorer[Any], ...] = (*rows.SCORERS, *readings.SCORERS, *spent_scorers())


def scorers_for(task: Task, names: Sequence[str] = ()) -> tuple[Scorer[Any], ...]:
    """The scorers of those names, in that order; all that fit the task when none is named.

    Raises:
        UsageError: there is no such scorer for the task.
    """
    known = {scorer.name: scorer for scorer in (_OF_STORIES if task == "brief" else _OF_ARTICLES)}
    for name in names:
        if name not in known:
            raise UsageError(f"expected a scorer of the task {task!r} ({', '.join(known)}), found {name!r}")
    return tuple(known[name] for name in names or known)
