"""Outcome: what went wrong in a run beside what went right, and the exit code that follows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from groundwire.domain.analysis import Report
from groundwire.domain.losses import Losses
from groundwire.domain.support import QuoteVerdict, Support, Verdict
from groundwire.errors import GroundwireError, SourceError


class ExitCode(IntEnum):
    """The exit codes of the contract that are not an error's own."""

    DONE = 0
    NO = 1
    PARTIAL = 3


@dataclass(frozen=True)
class Failure:
    """One item that failed: what it was and why. `replaced` says what stands in its place, if anything does."""

    what: str
    error: GroundwireError
    replaced: str = ""


def exit_code(failures: Sequence[Failure], *, done: int) -> int:
    """0 without failures, 3 when some items were done, else the code of what failed (the last one decides a tie).

    `done` counts the items that came out as asked for; an item that was replaced is not one of them.
    """
    if not failures:
        return ExitCode.DONE
    if done:
        return ExitCode.PARTIAL
    not_sources = [failure.error for failure in failures if not isinstance(failure.error, SourceError)]
    codes = [error.exit_code for error in not_sources or [failure.error for failure in failures]]
    return max(codes, key=codes.count)


def has_findings(supports: Iterable[Support], losses: Losses) -> bool:
    """Whether `--strict` has something to object to: unsupported, altered, lost."""
    objectionable = {Verdict.UNSUPPORTED, Verdict.CONTRADICTED}
    altered = {QuoteVerdict.ALTERED, QuoteVerdict.ABSENT}
    if any(support.verdict in objectionable or support.quote in altered for support in supports):
        return True
    lost = ("claims", "points", "articles")
    return any(account.failed or (stage in lost and account.dropped) for stage, account in losses.items())


def supports_of(report: Report) -> tuple[Support, ...]:
    """Every support in a report: of claims, points, headline and bottom line."""
    summary = report.summary
    of_claims = [claim.support for claim in report.claims]
    of_points = [point.support for point in summary.points]
    return (*of_claims, *of_points, summary.headline_support, summary.bottom_line_support)
