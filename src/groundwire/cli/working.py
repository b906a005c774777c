"""Carrying out `ingest`, `summarise`, `claims` and `brief`: run the app, write what comes, say what failed."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from groundwire.app.analysing import analyse_all
from groundwire.app.briefing import brief_articles
from groundwire.app.outcome import ExitCode, Failure, exit_code, has_findings, supports_of
from groundwire.app.session import Job, Session, open_session
from groundwire.app.sources import Sourced, read_sources, read_sources_now
from groundwire.cli.choosing import check_options, say_what_does_nothing, say_which_model
from groundwire.cli.options import Format, Order, OutputOptions, VerdictOptions
from groundwire.cli.output import LineWriter, check_writable, chosen_format
from groundwire.cli.stderr import INTERRUPTED, say
from groundwire.cli.watching import Watcher, report_failures
from groundwire.cli.writers import (
    as_line,
    write_articles,
    write_briefing,
    write_claims,
    write_estimate,
    write_reports,
)
from groundwire.domain.analysis import Report
from groundwire.domain.noun import Noun
from groundwire.settings import load_settings

_READABLE = (Format.MD, Format.JSON, Format.JSONL)


def show_articles(sources: list[str], output: OutputOptions) -> int:
    """Show every article as read; the exit code."""
    form = chosen_format(output, allowed=_READABLE)
    check_writable(output)
    sourced = read_sources_now(sources, load_settings().settings)
    report_failures(sourced.failures)
    if sourced.articles:
        write_articles(sourced.articles, form, output)
    return exit_code(sourced.failures, done=len(sourced.articles))


def show_reports(order: Order, output: VerdictOptions) -> int:
    """A report per article; the exit code."""
    form = chosen_format(output)
    return _run(order, output, _Reporting(form, output, lambda report: [report], write_reports))


def show_claims(order: Order, output: VerdictOptions) -> int:
    """The claims of every article; the exit code."""
    form = chosen_format(output, allowed=_READABLE)
    return _run(order, output, _Reporting(form, output, lambda report: report.claims, write_claims))


def show_briefing(order: Order, output: VerdictOptions) -> int:
    """One briefing; the exit code."""
    return _run(order, output, _Briefing(chosen_format(output), output))


def show_estimate(order: Order, output: OutputOptions) -> int:
    """What a run would send and cost; the exit code."""
    from groundwire.app.estimating import estimate

    form = chosen_format(output, allowed=(Format.MD, Format.JSON))
    check_writable(output)
    settings = load_settings(order.flags).settings
    check_options(order.flags, [settings.model])
    sourced = read_sources_now(order.sources, settings)
    report_failures(sourced.failures)
    if sourced.articles:
        write_estimate(asyncio.run(estimate(sourced.articles, settings)), form, output)
    return exit_code(sourced.failures, done=len(sourced.articles))


@dataclass(frozen=True)
class _Done:
    """How a run went: what failed, how much came out as asked for, and whether `--strict` objects."""

    failures: Sequence[Failure]
    done: int
    has_findings: bool


@dataclass(frozen=True)
class _Reporting:
    form: Format
    output: OutputOptions
    lines_of: Callable[[Report], Sequence[Noun]]
    write: Callable[[Sequence[Report], Format, OutputOptions], None]

    async def __call__(self, session: Session, sourced: Sourced) -> _Done:
        reports: list[Report] = []
        failures: list[Failure] = []
        lines = LineWriter(self.output)
        async for analysed in analyse_all(session, sourced.articles):
            failures.extend([analysed.failure] if analysed.failure else [])
            if analysed.report is None:
                continue
            reports.append(analysed.report)
            if self.form is Format.JSONL:
                for document in self.lines_of(analysed.report):
                    lines.write(as_line(document))
        if self.form is Format.JSONL:
            lines.close()
        elif reports:
            self.write(reports, self.form, self.output)
        found = any(has_findings(supports_of(report), report.losses) for report in reports)
        done = len(sourced.articles) - len(failures)
        return _Done((*sourced.failures, *failures), done, found)


@dataclass(frozen=True)
class _Briefing:
    form: Format
    output: OutputOptions

    async def __call__(self, session: Session, sourced: Sourced) -> _Done:
        briefed = await brief_articles(session, sourced)
        if briefed.briefing is None:
            return _Done(briefed.failures, briefed.done, has_findings=False)
        write_briefing(briefed.briefing, self.form, self.output)
        found = has_findings((), briefed.briefing.losses)
        return _Done(briefed.failures, briefed.done, found)


def _run(order: Order, output: VerdictOptions, work: _Reporting | _Briefing) -> int:
    check_writable(output)
    loaded = load_settings(order.flags)
    asked = [loaded.settings.model, loaded.settings.judge]
    check_options(order.flags, asked)
    with Watcher(quiet=output.quiet) as watcher:
        say_what_does_nothing(order.flags, asked, watcher)
        job = Job(
            command=order.command, arguments=order.arguments(), settings=loaded.settings, progress=watcher
        )
        try:
            done = asyncio.run(_in_session(job, order, work, partial(say_which_model, loaded, watcher)))
        except KeyboardInterrupt:
            say(f"interrupted; what was finished is kept: groundwire runs resume {job.run_id} goes on")
            return INTERRUPTED
    report_failures(done.failures)
    if output.strict and done.has_findings:
        return ExitCode.NO
    return exit_code(done.failures, done=done.done)


async def _in_session(
    job: Job, order: Order, work: _Reporting | _Briefing, say_who_reads: Callable[[], None]
) -> _Done:
    sourced = await read_sources(order.sources, job.settings)
    if not sourced.articles:
        return _Done(sourced.failures, 0, has_findings=False)
    async with open_session(job) as session:
        say_who_reads()
        for position, failure in enumerate(sourced.failures, len(sourced.articles)):
            session.recorder.record_source_failure(position, failure)
        return await work(session, sourced)
