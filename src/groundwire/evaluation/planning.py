"""How many more stories would it take? Power of a comparison from the scatter that a scorecard, or two, show.

With two subjects the scatter of stories' mean differences is known. With one it is guessed from the scatter of the stories' means, as
if A and B agreed half-way (correlation 0.5): a plan, not a promise.
"""

import statistics
from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from groundwire.domain.noun import Noun
from groundwire.evaluation.comparing import Side, Values, values_of
from groundwire.evaluation.scorers.scorer import Better
from groundwire.evaluation.statistics.power import clusters_needed, power


class PowerRow(Noun):
    """One scorer: the scatter of stories, the power with the stories there are, the stories that 80 % take.

    `needed` is None when ten thousand would not do.
    """

    scorer: str
    deviation: float
    stories: int
    power: float
    needed: int | None


class PowerTable(Noun):
    """The document of `eval power`; `is_paired` when the scatter is that of differences between two subjects."""

    schema_: Literal["groundwire/power/1"] = Field(default="groundwire/power/1", alias="schema")
    suite: str
    change: float
    is_paired: bool
    rows: tuple[PowerRow, ...]


def plan_power(sides: tuple[Side, ...], *, change: float) -> PowerTable:
    """The power to see `change` with one or two subjects' scorecards to go by."""
    header = sides[0].card.header
    values = [values_of(side) for side in sides]
    rows = [
        _row(scorer.name, _per_story(values, scorer.name), change)
        for scorer in header.scorers
        if scorer.better is Better.HIGHER and len(_per_story(values, scorer.name)) > 1
    ]
    return PowerTable(suite=header.suite.name, change=change, is_paired=len(sides) > 1, rows=tuple(rows))


def _per_story(values: list[Values], scorer: str) -> Mapping[str, float]:
    """The mean of each story: of the differences where there are two subjects."""
    first, last = values[0].get(scorer, {}), values[-1].get(scorer, {})
    parts: dict[str, list[float]] = {}
    for case, (story, value) in first.items():
        shown = last[case][1] - value if len(values) > 1 and case in last else value
        parts.setdefault(story, []).append(shown)
    return {story: statistics.fmean(own) for story, own in parts.items()}


def _row(scorer: str, means: Mapping[str, float], change: float) -> PowerRow:
    # Two scores that agree half-way differ with the deviation that each of them has: √(2 − 2·0.5) = 1.
    deviation = statistics.stdev(means.values())
    return PowerRow(
        scorer=scorer,
        deviation=round(deviation, 6),
        stories=len(means),
        power=round(power(change, deviation=deviation, clusters=len(means)), 4),
        needed=clusters_needed(change, deviation=deviation),
    )


def power_lines(table: PowerTable) -> str:
    """The table in Markdown."""
    scatter = "differences" if table.is_paired else "scores, as if the two agreed half-way"
    lines = [
        f"# Power on {table.suite} to see a change of {table.change:+.3f}",
        "",
        f"From the scatter of stories' {scatter}; two-sided, 5 %; stories needed for 80 %.",
        "",
        "| scorer | scatter | stories | power now | stories needed | more |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    for row in table.rows:
        needed = "over 10,000" if row.needed is None else str(row.needed)
        more = "" if row.needed is None else str(max(0, row.needed - row.stories))
        lines.append(
            f"| {row.scorer} | {row.deviation:.3f} | {row.stories} | {100 * row.power:.0f} % | {needed} | {more} |"
        )
    return "\n".join(lines)
