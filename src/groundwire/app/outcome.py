"""Outcome: what went wrong in a run beside what went right, and the exit code that follows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from groundwire.domain.analysis import Report
from groundwire.domain.losses import Losses
from groundwire.domain.support import REFUSED, QuoteVerdict, Support
from groundwire.errors import GroundwireError, SourceError


class ExitCode(IntEnum):
    """The exit codes of the contract that are not an error's own."""

    DONE = 0
    NO = 1
    PARTIAL = 3


_LOSING = frozenset({"briefing", "checks", "claims", "extraction", "points", "summary"})
"""Stages in which what is dropped was somebody's statement; dropping a heading or a view counter loses nothing."""


@dataclass(frozen=True)
class Failure:
    """One item that failed: what it was and why.

    `replaced` says what stands in its place, if anything does; `is_partial` that a part of it failed and the rest came
    out as asked for.
    """

    what: str
    error: GroundwireError
    replaced: str = ""
    is_partial: bool = False


def exit_code(failures: Sequence[Failure], *, done: int) -> int:
    """0 without failures, 3 when some items were done, else the code of what failed (the last one decides a tie).

    `done` counts the items that came out as asked for; an item that was replaced is not one of them.
    """
    if not failures:
        return ExitCode.DONE
    if done or any(failure.is_partial for failure in failures):
        return ExitCode.PARTIAL
    not_sources = [failure.error for failure in failures if not isinstance(failure.error, SourceError)]
    codes = [error.exit_code for error in not_sources or [failure.error for failure in failures]]
    return max(codes, key=codes.count)


def has_findings(supports: Iterable[Support], losses: Losses) -> bool:
    """Whether `--strict` has something to object to: unsupported, altered, lost."""
    altered = {QuoteVerdict.ALTERED, QuoteVerdict.ABSENT}
    if any(support.verdict in REFUSED or support.quote in altered for support in supports):
        return True
    return any(account.failed or (stage in _LOSING and account.dropped) for stage, account in losses.items())


def supports_of(report: Report) -> tuple[Support, ...]:
    """Every support in a report: of claims, points, headline and bottom line."""
    summary = report.summary
    of_claims = [claim.support for claim in report.claims]
    of_points = [point.support for point in summary.points]
    return (*of_claims, *of_points, summary.headline_support, summary.bottom_line_support)
