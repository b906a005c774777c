"""Baselines: what a suite's subject scored when it was last agreed to, pinned in a file.

Guarantees: a baseline belongs to one suite digest and to scorer versions, and judges nothing else; a floor is never lowered
unless that is asked for by name.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError

from groundwire.app.jsonl import first_complaint
from groundwire.domain.complaints import fault_words
from groundwire.domain.noun import Noun
from groundwire.errors import UsageError
from groundwire.evaluation.comparing import Side, values_of
from groundwire.evaluation.folders import find_suites_folder
from groundwire.evaluation.scorecard import JudgedBy
from groundwire.evaluation.scorers.scorer import Better

_SLACK = 1e-9  # what rounding may take


class Floor(Noun):
    """The pinned mean of one scorer, and the cases that it is made of: story and value."""

    version: int
    judge: JudgedBy | None = None
    value: float
    cases: Mapping[str, tuple[str, float]]


class Baseline(Noun):
    """The pinned scores of one subject on one suite; `judge` is whoever judged, as named on the command line."""

    schema_: Literal["groundwire/baseline/1"] = Field(default="groundwire/baseline/1", alias="schema")
    suite: str
    suite_digest: str
    subject: str
    judge: str | None = None
    floors: Mapping[str, Floor]


def baselines_folder() -> Path:
    """`evals/baselines`, beside the suites."""
    return find_suites_folder().parent / "baselines"


def baseline_path(folder: Path, suite: str, subject: str) -> Path:
    """Where the baseline of that suite and subject is."""
    return folder / f"{suite}.{re.sub(r'[^A-Za-z0-9.@=-]+', '-', subject)}.json"


def read_baseline(path: Path) -> Baseline:
    """The baseline in the file at `path`.

    Raises:
        UsageError: there is none.
    """
    try:
        return Baseline.model_validate(json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        raise UsageError(
            f"expected a baseline at {str(path)!r}, found none",
            hint="`groundwire eval gate SUITE --update` writes it",
        ) from None
    except ValidationError as error:
        raise UsageError(f"expected a baseline in {str(path)!r}: {first_complaint(error)}") from None
    except (OSError, ValueError) as error:
        raise UsageError(f"expected a baseline in {str(path)!r}, found {fault_words(error)}") from None


def pin(side: Side) -> Baseline:
    """The baseline that a scorecard's subject makes."""
    header = side.card.header
    values = values_of(side)
    floors = {
        scorer.name: Floor(
            version=scorer.version,
            judge=scorer.judge,
            value=round(sum(value for _, value in cases.values()) / len(cases), 9),
            cases={case: (story, round(value, 9)) for case, (story, value) in cases.items()},
        )
        for scorer in header.scorers
        if scorer.better is Better.HIGHER and (cases := values[scorer.name])
    }
    return Baseline(
        suite=header.suite.name,
        suite_digest=header.suite.digest,
        subject=side.subject,
        judge=header.judge.name if header.judge else None,
        floors=floors,
    )


def lowered(old: Baseline, new: Baseline) -> list[str]:
    """Every floor that `new` would lower or lose, in words."""
    found = []
    for name, floor in old.floors.items():
        mine = new.floors.get(name)
        if mine is None:
            found.append(f"{name} would be lost")
        elif mine.value < floor.value - _SLACK:
            found.append(f"{name} would fall from {floor.value:.3f} to {mine.value:.3f}")
    return found


def write_baseline(path: Path, baseline: Baseline) -> None:
    """Write `baseline`, a floor's cases one a line, so that a change of one shows as one line.

    Raises:
        UsageError: it cannot be written.
    """
    text = json.dumps(
        baseline.model_dump(mode="json", exclude_none=True), indent=1, ensure_ascii=False, sort_keys=True
    )
    text = re.sub(r"\[\s+(\"[^\"]*\"),\s+([0-9.eE+-]+)\s+\]", r"[\1, \2]", text)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise UsageError(f"could not write {str(path)!r}: {error.strerror}") from None
