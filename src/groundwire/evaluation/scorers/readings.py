"""How a dispute is read: as a conflict, as an update, as rounding, or as figures of different scope.

Guarantee: the denominator is the labelled disputes that have a reading, so that a dispute that was not found counts against it.
"""

from groundwire.evaluation.score import Finding, NotApplicable, Score
from groundwire.evaluation.scorers.rows import pair_disputes
from groundwire.evaluation.scorers.scorer import Scorer, scored, share
from groundwire.evaluation.sheet import StorySheet


def _readings(sheet: StorySheet) -> Score:
    labels = sheet.case.labelled.labels.disputes
    read = [column for column, label in enumerate(labels) if label.reading is not None]
    if not read:
        return NotApplicable(reason="no labelled dispute of the story has a reading")
    found = {column: sheet.briefing.disputes[row] for row, column in pair_disputes(sheet)}
    right, findings = 0, []
    for column in read:
        label, mine = labels[column], found.get(column)
        if mine is not None and mine.reading is label.reading:
            right += 1
            continue
        sides = " / ".join(side.value for side in label.sides)
        error, note = ("dispute missed", f"{label.reading}")
        if mine is not None:
            error, note = "wrong reading", f"{mine.reading} for {label.reading}"
        findings.append(Finding(error=error, label=sides, note=note))
    return scored(share(right, len(read)), findings)


SCORERS = (
    Scorer(
        name="disputes.reading",
        version=1,
        meaning="labelled disputes that are found and read as labelled",
        score=_readings,
    ),
)
