"""The gates that a prompt has to pass before it is put to use."""

import asyncio
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from groundwire.evaluation.baseline import Baseline, read_baseline
from groundwire.evaluation.comparing import Side
from groundwire.evaluation.evaluate import Plan, evaluate
from groundwire.evaluation.gating import Gated, Rule, gate
from groundwire.evaluation.judging.judge import parse_judge
from groundwire.evaluation.subject import parse_subject
from groundwire.evaluation.suite import load_suite, read_suite_file


def closed_gates(prompt: str, evals: Path, flags: Mapping[str, Any]) -> list[Gated]:
    """The gates in the folder `evals` that the prompt `TASK@N` does not pass.

    Only baselines of subjects that ask a model have prompts to gate; each of them is run as it is pinned, with this prompt.

    Raises:
        UsageError: a suite or a baseline cannot be read, or its model cannot be asked.
    """
    task = prompt.partition("@")[0]
    closed: list[Gated] = []
    for path, baseline in _pinned(task, evals):
        if not parse_subject(baseline.subject, flags).is_live:
            continue
        kept = [part for part in baseline.subject.split(",") if not part.startswith(f"{task}@")]
        subject = parse_subject(",".join([*kept, prompt]), flags)
        suite = load_suite(str(path))
        judge = parse_judge(baseline.judge, flags) if baseline.judge is not None else None
        side = Side(asyncio.run(evaluate(Plan(suite=suite, judge=judge), [subject])), subject.name)
        gated = gate(side, baseline, Rule(True, suite.file.margin, evals / "baselines"))
        closed.extend([] if gated.is_open else [gated])
    return closed


def _pinned(task: str, evals: Path) -> Iterator[tuple[Path, Baseline]]:
    """Every baseline of a suite that `task` is measured on."""
    for path in sorted((evals / "suites").glob("*.toml")):
        file = read_suite_file(path)
        if task in file.prompts:
            for pinned in sorted((evals / "baselines").glob(f"{file.name}.*.json")):
                yield path, read_baseline(pinned)
