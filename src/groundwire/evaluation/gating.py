"""The gate: may this go in?

What cannot differ from run to run (the built-in analyst) has to reach every floor. A live model is not the same twice, so it has to
be shown not to be worse than its baseline by more than the suite's margin: the lower end of the one-sided 95 % interval of the paired
difference, over stories, has to lie above minus the margin (non-inferiority). So is what a judge says, whoever it judges.
Guarantees: what is not shown does not pass; a judge decides nothing before it has been shown how far it agrees with people.
"""

from collections.abc import Hashable
from pathlib import Path
from typing import Literal, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from pydantic import Field

from groundwire.domain.noun import Noun
from groundwire.evaluation.baseline import Baseline, Floor
from groundwire.evaluation.comparing import Side, values_of
from groundwire.evaluation.judging.record import why_not
from groundwire.evaluation.scorecard import Header
from groundwire.evaluation.statistics.distributions import student_t_quantile
from groundwire.evaluation.statistics.means import clustered_mean

_SLACK = 1e-9  # what rounding may take
_ONE_SIDED = 0.95


class Check(Noun):
    """One scorer at the gate: its floor, its value, and why it does not pass where it does not."""

    scorer: str
    floor: float
    value: float | None
    passes: bool
    why: str = ""


class Gated(Noun):
    """The document of `eval gate`. `refusal` says why nothing could be checked at all, or is empty."""

    schema_: Literal["groundwire/gate/1"] = Field(default="groundwire/gate/1", alias="schema")
    suite: str
    subject: str
    checks: tuple[Check, ...]
    refusal: str = ""

    @property
    def is_open(self) -> bool:
        """Whether everything passes."""
        return not self.refusal and all(check.passes for check in self.checks)


class Rule(NamedTuple):
    """How strictly floors are read: exactly, or within `margin` for a subject that is live and for whatever a judge says.

    `records` is the folder that has to hold a record of every judge whose scores are to decide.
    """

    is_live: bool
    margin: float
    records: Path


def gate(side: Side, baseline: Baseline, rule: Rule) -> Gated:
    """Hold a scorecard's subject against its baseline."""
    header = side.card.header
    refusal = _refusal(header, baseline, rule.records)
    checks = () if refusal else tuple(_checks(side, baseline, rule))
    return Gated(suite=header.suite.name, subject=side.subject, checks=checks, refusal=refusal)


def _refusal(header: Header, baseline: Baseline, records: Path) -> str:
    """Why nothing can be checked, or ""."""
    if header.suite.digest != baseline.suite_digest:
        return (
            f"the suite has changed since the baseline ({header.suite.digest}, pinned {baseline.suite_digest}): "
            "look at the change and pin it with --update"
        )
    if baseline.judge is not None and header.judge is None:
        return f"the baseline holds judged scores, the scorecard none: have it judged with --judge {baseline.judge}"
    now = {scorer.name: (scorer.version, scorer.judge) for scorer in header.scorers}
    floors = baseline.floors.items()
    changed = [name for name, floor in floors if now.get(name) != (floor.version, floor.judge)]
    if changed:
        return f"scorers have changed since the baseline ({', '.join(changed)}): pin them with --update"
    return why_not([floor.judge for _, floor in floors if floor.judge is not None], records)


def _checks(side: Side, baseline: Baseline, rule: Rule) -> list[Check]:
    values = values_of(side)
    return [_check(name, floor, values.get(name, {}), rule) for name, floor in baseline.floors.items()]


def _check(name: str, floor: Floor, cases: dict[str, tuple[str, float]], rule: Rule) -> Check:
    if cases.keys() != floor.cases.keys():
        why = f"{len(cases.keys() ^ floor.cases.keys())} cases are scored on one side only"
        return Check(scorer=name, floor=floor.value, value=None, passes=False, why=why)
    value = round(sum(own for _, own in cases.values()) / len(cases), 9)
    why = (
        _inferior(floor, cases, rule.margin) if rule.is_live or floor.judge else _fallen(floor, cases, value)
    )
    return Check(scorer=name, floor=floor.value, value=value, passes=not why, why=why)


def _fallen(floor: Floor, cases: dict[str, tuple[str, float]], value: float) -> str:
    if value >= floor.value - _SLACK:
        return ""
    falls = sorted(
        (cases[case][1] - was, case) for case, (_, was) in floor.cases.items() if cases[case][1] < was
    )
    most = ", ".join(f"{case} {change:+.3f}" for change, case in falls[:3])
    return f"fell by {floor.value - value:.3f}, most in {most}"


def _inferior(floor: Floor, cases: dict[str, tuple[str, float]], margin: float) -> str:
    differences: list[tuple[Hashable, float]] = [
        (story, cases[case][1] - was) for case, (story, was) in floor.cases.items()
    ]
    mean = clustered_mean(differences)
    if mean.clusters < 2:
        return "one story is not enough to show anything"
    low = mean.value - student_t_quantile(_ONE_SIDED, mean.clusters - 1) * mean.error
    if low > -margin:
        return ""
    return f"{mean.value:+.3f} against the baseline, and may be {low:+.3f}: the margin is {margin:.3f}"


def gate_table(gated: Gated) -> str:
    """The gate in Markdown, for a terminal or a pull request."""
    state = "open" if gated.is_open else "closed"
    lines = [f"# Gate {gated.suite} for {gated.subject}: {state}", ""]
    if gated.refusal:
        return "\n".join([*lines, gated.refusal])
    lines += ["| scorer | floor | value | |", "|---|---:|---:|---|"]
    for check in gated.checks:
        value = "–" if check.value is None else f"{check.value:.3f}"
        lines.append(f"| {check.scorer} | {check.floor:.3f} | {value} | {check.why or 'holds'} |")
    return "\n".join(lines)


def junit(gated: Gated) -> str:
    """The gate as JUnit XML: a test case a scorer."""
    cases = gated.checks or (
        Check(scorer="baseline", floor=0.0, value=None, passes=False, why=gated.refusal),
    )
    failures = sum(not check.passes for check in cases)
    name = f"{gated.suite} {gated.subject}"
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuite name={quoteattr(name)} tests="{len(cases)}" failures="{failures}">',
    ]
    for check in cases:
        opening = f"  <testcase classname={quoteattr(name)} name={quoteattr(check.scorer)}"
        if check.passes:
            lines.append(opening + "/>")
        else:
            lines.append(
                f"{opening}><failure message={quoteattr(check.why)}>{escape(check.why)}</failure></testcase>"
            )
    return "\n".join([*lines, "</testsuite>"])


def annotations(gated: Gated) -> str:
    """The gate as GitHub workflow commands: one error for each scorer that does not pass."""
    found = [f"{gated.suite}: {gated.refusal}"] if gated.refusal else []
    found += [f"{check.scorer}: {check.why}" for check in gated.checks if not check.passes]
    return "\n".join(
        f"::error title=groundwire eval gate {_command(gated.suite)}::{_command(line)}" for line in found
    )


def _command(text: str) -> str:
    """Text inside a workflow command, where per cent signs and line breaks are spelled."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
