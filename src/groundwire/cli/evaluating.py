"""Carrying out `groundwire eval`: load, run, write, and the exit code."""

import asyncio
import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from groundwire.app.outcome import ExitCode
from groundwire.cli.choosing import check_options, say_what_does_nothing
from groundwire.cli.eval_options import RunOptions
from groundwire.cli.options import Format, OutputOptions
from groundwire.cli.output import check_writable, chosen_format, write_result
from groundwire.cli.stderr import one_line, say
from groundwire.cli.watching import Watcher
from groundwire.cli.writers import for_reading
from groundwire.errors import UsageError
from groundwire.evaluation.evaluate import Evaluated, Plan, evaluate, rejudge
from groundwire.evaluation.judging.judge import parse_judge
from groundwire.evaluation.output import Output, read_outputs
from groundwire.evaluation.score import Failed
from groundwire.evaluation.scorecard import write_scorecard
from groundwire.evaluation.subject import Subject, parse_subject
from groundwire.evaluation.suite import load_suite
from groundwire.evaluation.tables import scorecard_table
from groundwire.settings import EXTRACTIVE

_FORMATS = (Format.MD, Format.JSON)
_HEADLINE = "claims.f1"
_REASONS = 5  # told on standard error; the scorecard has all


def run_suite(name: str, options: RunOptions, flags: Mapping[str, Any], output: OutputOptions) -> int:
    """Run subjects over a suite, or score saved outputs; the exit code."""
    form = chosen_format(output, allowed=_FORMATS)
    check_writable(output)
    subjects = _subjects(options, flags)
    judge = parse_judge(options.judge, flags) if options.judge is not None else None
    asked = [*(subject.settings.model for subject in subjects), *([judge.settings.model] if judge else [])]
    check_options(flags, asked, named_with="--subject")
    suite = load_suite(name)
    with Watcher(quiet=output.quiet) as watcher, _kept(options.save_outputs) as kept:
        say_what_does_nothing(flags, asked, watcher)

        def keep(made: Output) -> None:
            if kept is not None:
                kept.write(made.model_dump_json() + "\n")
                kept.flush()

        plan = Plan(suite=suite, repeats=options.repeat, judge=judge, progress=watcher, keep=keep)
        if options.from_outputs is not None:
            evaluated = asyncio.run(rejudge(plan, read_outputs(options.from_outputs)))
        else:
            evaluated = asyncio.run(evaluate(plan, subjects))
    _write(evaluated, form, output)
    if output.output is not None and not output.quiet:
        say(f"note: {one_line(_headline(evaluated))} (all of it in {one_line(str(output.output))})")
    has_failed = any(estimate.failed for estimate in evaluated.header.estimates)
    if has_failed:
        _tell_failures(evaluated)
    return ExitCode.PARTIAL if has_failed else ExitCode.DONE


def _headline(evaluated: Evaluated) -> str:
    """The figure that most depends on, for each subject."""
    estimates = [estimate for estimate in evaluated.header.estimates if estimate.value is not None]
    scorers = [estimate.scorer for estimate in estimates]
    if not scorers:
        return f"nothing of suite {evaluated.header.suite.name!r} could be scored"
    first = _HEADLINE if _HEADLINE in scorers else scorers[0]
    told = [f"{estimate.subject} {estimate.value:.3f}" for estimate in estimates if estimate.scorer == first]
    return f"{first} on suite {evaluated.header.suite.name!r}: {', '.join(told)}"


def _tell_failures(evaluated: Evaluated) -> None:
    """On standard error: why there is nothing to score, each reason once, with how many cases it cost."""
    cases: dict[str, set[str]] = {}
    for row in evaluated.rows():
        if isinstance(row.score, Failed):
            cases.setdefault(row.score.reason, set()).add(row.case)
    for reason, cost in list(cases.items())[:_REASONS]:
        say(f"note: {len(cost)} {'case' if len(cost) == 1 else 'cases'} without a score: {one_line(reason)}")
    if len(cases) > _REASONS:
        say(f"note: and {len(cases) - _REASONS} more reasons, in the rows of the scorecard")


def _subjects(options: RunOptions, flags: Mapping[str, Any]) -> list[Subject]:
    if options.from_outputs is not None and options.subject:
        raise UsageError("expected --subject or --from, found both", hint="saved outputs name their subjects")
    if options.from_outputs is not None:
        return []
    named = options.subject or [str(flags.get("model") or EXTRACTIVE)]
    return [parse_subject(text, flags) for text in named]


@contextmanager
def _kept(path: Path | None) -> Iterator[IO[str] | None]:
    if path is None:
        yield None
        return
    try:
        file = path.open("w", encoding="utf-8", errors="surrogatepass", newline="\n")
    except OSError as error:
        raise UsageError(f"could not write {str(path)!r}: {error.strerror}") from None
    with file:
        yield file


def _write(evaluated: Evaluated, form: Format, output: OutputOptions) -> None:
    if form is Format.JSON:
        file = io.StringIO()
        write_scorecard(file, evaluated.header, evaluated.lines)
        write_result(file.getvalue(), output)
        return
    write_result(for_reading(scorecard_table(evaluated.header), output), output)
