"""Carrying out `check` and `relate`: JSON lines are written as soon as they are there."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, TypeVar

from groundwire.app.checking import CheckedLine, check_lines, relate_lines
from groundwire.app.jsonl import Line, read_lines
from groundwire.app.outcome import ExitCode, Failure, exit_code, has_findings
from groundwire.app.sources import read_sources_now
from groundwire.cli.choosing import check_options
from groundwire.cli.opinions import judged_lines
from groundwire.cli.options import Format, OutputOptions, VerdictOptions
from groundwire.cli.output import LineWriter, check_writable, chosen_format, write_result
from groundwire.cli.stderr import one_line, say
from groundwire.cli.watching import report_failures
from groundwire.cli.writers import as_line
from groundwire.domain.checking import CheckedStatement, Relates, Statement
from groundwire.domain.noun import Noun
from groundwire.domain.support import Support, Verdict
from groundwire.errors import UsageError
from groundwire.render.as_json import to_json
from groundwire.render.as_markdown import render_checked, render_relations
from groundwire.settings import Settings, load_settings

_FORMATS = (Format.MD, Format.JSON, Format.JSONL)
Answer = TypeVar("Answer", bound=Noun)


def show_checks(sources: list[str], claims: str, output: VerdictOptions, *, flags: Mapping[str, Any]) -> int:
    """Check every claim with the settings of `flags`; the exit code."""
    if claims == "-" and "-" in sources:
        raise UsageError("expected standard input to be used once, found it as a source and as --claims")
    form = chosen_format(output, allowed=_FORMATS)
    check_writable(output)
    lines = read_lines(claims, sys.stdin.buffer)
    first = next(lines, None)  # a claims file that is not there is found out before the articles are read
    settings = _settings(flags)
    sourced = read_sources_now(sources, settings)
    report_failures(sourced.failures)
    if not sourced.articles:
        return exit_code(sourced.failures, done=0)
    failures = list(sourced.failures)
    statements: list[Statement] = []
    seen = _Seen()

    def checked_lines(given: Iterable[Line | Failure]) -> Iterable[CheckedLine]:
        checked = check_lines(sourced.articles, given)
        if settings.judge is None:
            return checked
        judged, failed = judged_lines(settings, sourced.articles, checked, quiet=output.quiet)
        failures.extend(failed)
        return judged

    def answers() -> Iterator[CheckedStatement]:
        for line in checked_lines(chain([first] if first else [], lines)):
            failures.extend([line.failure] if line.failure else [])
            seen.see(line.answer.support)
            if form is Format.MD:
                statements.append(line.statement)
            yield line.answer

    def as_markdown(checked: Sequence[CheckedStatement]) -> str:
        return render_checked(checked, statements=statements, articles=sourced.articles)

    _deliver(answers(), as_markdown, form, output)
    report_failures(failures[len(sourced.failures) :])
    seen.tell(quiet=output.quiet)
    return ExitCode.NO if output.strict and seen.has_findings else exit_code(failures, done=1)


@dataclass
class _Seen:
    """What came of the claims so far: whether there is something to object to, and why some could not be checked."""

    has_findings: bool = False
    unchecked: list[str] = field(default_factory=list)

    def see(self, support: Support) -> None:
        """Take one more."""
        self.has_findings = self.has_findings or has_findings([support], {})
        if support.verdict is Verdict.UNCHECKED:
            self.unchecked.append(next((reason.message for reason in support.reasons), "no reason is known"))

    def tell(self, *, quiet: bool) -> None:
        """Say how many could not be checked, where some could not."""
        if self.unchecked and not quiet:
            first = one_line(self.unchecked[0])
            say(f"note: claims that could not be checked: {len(self.unchecked)}, the first because {first}")


def _settings(flags: Mapping[str, Any]) -> Settings:
    settings = load_settings(flags).settings
    check_options(flags, [settings.judge], named_with="--judge")
    return settings


def show_relations(pairs: str, output: OutputOptions) -> int:
    """Relate every pair; the exit code."""
    form = chosen_format(output, allowed=_FORMATS)
    check_writable(output)
    failures: list[Failure] = []
    done = 0

    def answers() -> Iterator[Relates]:
        nonlocal done
        for line in relate_lines(read_lines(pairs, sys.stdin.buffer)):
            failures.extend([line.failure] if line.failure else [])
            done += line.failure is None
            yield line.answer

    _deliver(answers(), render_relations, form, output)
    report_failures(failures)
    return exit_code(failures, done=done)


def _deliver(
    answers: Iterator[Answer],
    as_markdown: Callable[[Sequence[Answer]], str],
    form: Format,
    output: OutputOptions,
) -> None:
    if form is Format.JSONL:
        writer = LineWriter(output)
        for answer in answers:
            writer.write(as_line(answer))
        writer.close()
        return
    everything = list(answers)
    write_result(to_json(everything, indent=2) if form is Format.JSON else as_markdown(everything), output)
