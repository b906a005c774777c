"""Carrying out `groundwire eval compare | power | gate | agree | lint`: read, judge, write, and the exit code."""

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from groundwire.app.outcome import ExitCode
from groundwire.cli.choosing import check_options
from groundwire.cli.eval_options import AgreeOptions, GateOptions
from groundwire.cli.options import FindingOptions, Format, OutputOptions
from groundwire.cli.output import check_writable, chosen_format, write_result
from groundwire.cli.stderr import one_line, say
from groundwire.cli.watching import Watcher
from groundwire.cli.writers import for_reading, write_json
from groundwire.domain.noun import Noun
from groundwire.errors import UsageError
from groundwire.evaluation.agreement import agree, agreement_lines, labelled_twice
from groundwire.evaluation.baseline import (
    baseline_path,
    baselines_folder,
    lowered,
    pin,
    read_baseline,
    write_baseline,
)
from groundwire.evaluation.case import Case, cases_of
from groundwire.evaluation.comparing import Side, choose_sides, compare
from groundwire.evaluation.evaluate import Plan, evaluate
from groundwire.evaluation.fixture import LABELS, load_story
from groundwire.evaluation.folders import find_suites_folder
from groundwire.evaluation.gating import Gated, Rule, annotations, gate, gate_table, junit
from groundwire.evaluation.judging.judge import JudgeSpec, open_claim_judge, parse_judge
from groundwire.evaluation.judging.lines import record_lines
from groundwire.evaluation.judging.measuring import measure
from groundwire.evaluation.judging.record import JudgeRecord, record_path, why_not, write_record
from groundwire.evaluation.judging.units import Sitting, all_sittings
from groundwire.evaluation.lint import LintReport, StoryFinding, lint_story
from groundwire.evaluation.output import Output, read_outputs
from groundwire.evaluation.planning import plan_power, power_lines
from groundwire.evaluation.report.page import render_page
from groundwire.evaluation.scorecard import Card, Header, Scorecard
from groundwire.evaluation.subject import Subject, parse_subject
from groundwire.evaluation.suite import load_suite
from groundwire.evaluation.verdict_tables import comparison_table

_TWO = 2  # subjects are what a comparison takes
_FORMATS = (Format.MD, Format.JSON)


def show_comparison(cards: Sequence[Path], subjects: Sequence[str], output: OutputOptions) -> int:
    """Compare two subjects; the exit code."""
    form = chosen_format(output, allowed=_FORMATS)
    check_writable(output)
    comparison = compare(*choose_sides([Scorecard(path) for path in cards], subjects))
    _write(comparison, comparison_table(comparison), form, output)
    _tell_same(cards)
    return ExitCode.DONE


def _tell_same(cards: Sequence[Path]) -> None:
    """A note where one file was named twice: a card that is held against itself is tied with itself."""
    if len(cards) == _TWO and cards[0].samefile(cards[1]):
        say(
            f"note: both scorecards are the same file, {one_line(str(cards[0]))}: there is nothing to compare"
        )


def show_power(cards: Sequence[Path], subjects: Sequence[str], change: float, output: OutputOptions) -> int:
    """Plan a comparison; the exit code."""
    form = chosen_format(output, allowed=_FORMATS)
    found = [Scorecard(path) for path in cards]
    sides = [Side(card, subject.name) for card in found for subject in card.header.subjects]
    if len(sides) > 1:
        sides = list(choose_sides(found, subjects))
    table = plan_power(tuple(sides), change=change)
    _write(table, power_lines(table), form, output)
    _tell_same(cards)
    return ExitCode.DONE


def write_report(
    paths: Sequence[Path], suite: str | None, outputs: Sequence[Path], output: OutputOptions
) -> int:
    """Write the HTML page of scorecards; the exit code."""
    if output.format not in {None, Format.HTML}:
        raise UsageError(f"expected --format html for a report, found {output.format!r}")
    check_writable(output)
    cards = [Scorecard(path) for path in paths]
    cases = _cases(cards[0].header, suite)
    made = _outputs_of(cards, outputs, cases)
    subjects = sum(len(card.header.subjects) for card in cards)
    comparison = compare(*choose_sides(cards)) if subjects == _TWO else None
    write_result(render_page(cards, cases, comparison, made), output)
    _tell_same(paths)
    if outputs:
        _tell_missing(cards, outputs, cases)
    return ExitCode.DONE


def _tell_missing(cards: Sequence[Card], outputs: Sequence[Path], cases: Mapping[str, Case]) -> None:
    """A note where cases of the cards are in none of the files: they are on the page without their outputs."""
    held = {made.case for path in outputs for made in read_outputs(path)}
    missing = sorted(cases.keys() - held)
    if missing:
        say(
            f"note: {len(missing)} of {len(cases)} cases of suite {cards[0].header.suite.name!r} are in none of the files of outputs, "
            f"{missing[0]} for one"
        )


def _outputs_of(
    cards: Sequence[Card], paths: Sequence[Path], cases: Mapping[str, Case]
) -> list[Iterator[Output]]:
    """The outputs for each card: of the one file, or of the file in its place."""
    if paths and not cases:
        raise UsageError(
            f"expected the suite {cards[0].header.suite.name!r} as it was scored, found another or none",
            hint="score the outputs again with `eval run --from`, or name the suite with --suite",
        )
    if len(paths) not in {0, 1, len(cards)}:
        raise UsageError(
            f"expected one file of outputs, or one for each of {len(cards)} cards, found {len(paths)}"
        )
    each = list(paths) * len(cards) if len(paths) == 1 else paths
    return [read_outputs(path) for path in each]


def _cases(header: Header, named: str | None) -> dict[str, Case]:
    """The cases of the suite, where it is still as it was scored."""
    try:
        suite = load_suite(named or header.suite.name)
    except UsageError:
        return {}
    return {case.id: case for case in cases_of(suite)} if suite.digest == header.suite.digest else {}


def show_gate(name: str, options: GateOptions, flags: Mapping[str, Any], output: OutputOptions) -> int:
    """Hold a subject against its baseline, or pin it; the exit code."""
    form = chosen_format(output, allowed=_FORMATS)
    check_writable(output)
    suite = load_suite(name)
    subject = parse_subject(options.subject, flags)
    folder = options.baselines or baselines_folder()
    path = baseline_path(folder, suite.name, subject.name)
    pinned = None if options.update else read_baseline(path)
    named = options.judge or (pinned.judge if pinned is not None else None)
    judge = parse_judge(named, flags) if named is not None and options.card is None else None
    asked = [subject.settings.model, judge.settings.model if judge else None]
    check_options(flags, asked, named_with="--subject")
    side = _side(Plan(suite=suite, judge=judge), subject, options.card, quiet=output.quiet)
    if pinned is None:
        return _pin(side, path, allow_regression=options.allow_regression)
    gated = gate(side, pinned, Rule(subject.is_live, suite.file.margin, folder))
    _write_besides(gated, options)
    _write(gated, gate_table(gated), form, output)
    return ExitCode.DONE if gated.is_open else ExitCode.NO


def _side(plan: Plan, subject: Subject, card: Path | None, *, quiet: bool) -> Side:
    if card is not None:
        found: Card = Scorecard(card)
        if subject.name not in {one.name for one in found.header.subjects}:
            raise UsageError(
                f"expected the subject {subject.name!r} in {str(card)!r}, found none",
                hint="name it with --subject",
            )
        return Side(found, subject.name)
    with Watcher(quiet=quiet) as watcher:
        watched = replace(plan, progress=watcher)
        return Side(asyncio.run(evaluate(watched, [subject])), subject.name)


def _pin(side: Side, path: Path, *, allow_regression: bool) -> int:
    judge = side.card.header.judge
    refusal = why_not([judge.by], path.parent) if judge is not None else ""
    if refusal:
        say(f"error: nothing was pinned: {one_line(refusal)}")
        return ExitCode.NO
    pinned = pin(side)
    falls = lowered(read_baseline(path), pinned) if path.exists() else []
    if falls and not allow_regression:
        for fall in falls:
            say(f"error: {fall}")
        say("nothing was pinned; --allow-regression lowers floors")
        return ExitCode.NO
    write_baseline(path, pinned)
    say(f"pinned {len(pinned.floors)} floors in {path}")
    return ExitCode.DONE


def _write_besides(gated: Gated, options: GateOptions) -> None:
    if options.junit is not None:
        write_result(junit(gated), OutputOptions(output=options.junit))
    if options.github and not gated.is_open:
        write_result(annotations(gated), OutputOptions())


def show_agreement(
    stories: Sequence[Path], options: AgreeOptions, flags: Mapping[str, Any], output: OutputOptions
) -> int:
    """Compare two labellers; the exit code."""
    check_options(flags, [], named_with="--judge")
    if options.save:
        raise UsageError("expected --judge with --save, found none", hint="only a judge's record is kept")
    form = chosen_format(output, allowed=_FORMATS)
    check_writable(output)
    with Watcher(quiet=output.quiet, what="stories") as watcher:
        agreement = agree(_labelled_twice(stories), watcher)
    _write(agreement, agreement_lines(agreement), form, output)
    return ExitCode.DONE


def show_judge(
    stories: Sequence[Path], options: AgreeOptions, flags: Mapping[str, Any], output: OutputOptions
) -> int:
    """Compare a judge with the labels; the exit code."""
    form = chosen_format(output, allowed=_FORMATS)
    check_writable(output)
    spec = parse_judge(options.judge or "", flags)
    check_options(flags, [spec.settings.model], named_with="--judge")
    sittings = all_sittings(_labelled_twice(stories))
    with Watcher(quiet=output.quiet) as watcher:
        record = asyncio.run(_measured(spec, sittings, watcher))
    if options.save:
        path = record_path(options.baselines or baselines_folder(), record.judge)
        write_record(path, record)
        say(f"kept the record in {path}")
    _write(record, record_lines(record), form, output)
    return ExitCode.PARTIAL if record.failed else ExitCode.DONE


async def _measured(spec: JudgeSpec, sittings: Sequence[Sitting], watcher: Watcher) -> JudgeRecord:
    async with open_claim_judge(spec) as judge:
        return await measure(judge, sittings, watcher)


def _labelled_twice(stories: Sequence[Path]) -> list[Path]:
    folders = labelled_twice(_folders(stories))
    if not folders:
        raise UsageError(
            "expected stories that were labelled twice, found none",
            hint="a story labelled twice has first.json and second.json beside its articles",
        )
    return folders


def show_findings(stories: Sequence[Path], output: FindingOptions) -> int:
    """Check labels; the exit code."""
    form = chosen_format(output, allowed=_FORMATS)
    folders = [folder for folder in _folders(stories) if stories or (folder / LABELS).is_file()]
    found = [
        StoryFinding(story=folder.name, **finding._asdict())
        for folder in folders
        for finding in lint_story(load_story(folder))
    ]
    lines = "\n".join(map(_finding_line, found)) or f"{len(folders)} stories, nothing found"
    _write(LintReport(stories=len(folders), findings=tuple(found)), lines, form, output)
    has_errors = any(finding.level == "error" for finding in found)
    return ExitCode.NO if has_errors or (output.strict and found) else ExitCode.DONE


def _finding_line(finding: StoryFinding) -> str:
    return f"{finding.story}: {finding.where}: {finding.level}: {one_line(finding.message)}"


def _folders(stories: Sequence[Path]) -> list[Path]:
    if stories:
        return [story.resolve() for story in stories]
    fixtures = find_suites_folder().parent / "fixtures"
    return sorted(folder for folder in fixtures.glob("*") if folder.is_dir())


def _write(document: Noun, markdown: str, form: Format, output: OutputOptions) -> None:
    if form is Format.JSON:
        write_json(document, output)
    else:
        write_result(for_reading(markdown, output), output)
