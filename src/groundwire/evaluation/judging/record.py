"""What is known of a judge: how far it agrees with people, how often it changes its mind, what it costs.

Guarantee: a judge of whom this is not known, or not good enough, gates nothing.
"""

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError

from groundwire.app.jsonl import first_complaint
from groundwire.domain.complaints import fault_words
from groundwire.domain.noun import Noun
from groundwire.errors import UsageError
from groundwire.evaluation.agreement import ENOUGH
from groundwire.evaluation.output import Spent
from groundwire.evaluation.scorecard import JudgedBy

LEAST_KAPPA = ENOUGH
"""What the lower end of κ's interval has to lie above.

A judge is one labeller more: the bound below which nothing may be concluded from labels holds for what it says too, and for the
lower end, because a point estimate on a dozen stories may be luck.
"""
MOST_FLIPS = 0.1
"""The share of answers that may change when the judge is asked again, or is shown the lists in reverse.

A gate decides by five points. One answer in ten that turns on the order, half of them each way, moves a score by about as much.
"""


class Figure(Noun):
    """A figure with its 95 % interval over stories; None where it is not defined, or where one story is all there is."""

    value: float | None
    low: float | None = None
    high: float | None = None


class KindAgreement(Noun):
    """One kind of unit: how many, how many of them the judge calls stated, and in which share it and the matcher are right."""

    kind: str
    units: int
    stated: int
    right: Figure
    matcher_right: Figure


class JudgeRecord(Noun):
    """The document of `eval agree --judge`.

    `kappa` is Cohen's, of the judge and the labels, over `units` claims; `matcher` is that of the deterministic matcher on the same
    claims. `flips_again` and `flips_reversed` are the shares of answers that change when the judge is asked a second time, and when both lists are
    reversed. `failed` counts the units of articles that the judge gave no opinion on; they are in no figure.
    """

    schema_: Literal["groundwire/judge/1"] = Field(default="groundwire/judge/1", alias="schema")
    judge: JudgedBy
    labels: str
    stories: int
    units: int
    failed: int
    failures: tuple[str, ...] = ()
    kappa: Figure
    agreement: Figure
    matcher: Figure
    flips_again: Figure
    flips_reversed: Figure
    kinds: tuple[KindAgreement, ...]
    spent: Spent
    version: str
    finished: str

    @property
    def doubts(self) -> tuple[str, ...]:
        """Why the judge may not gate; nothing where it may."""
        found: list[str] = []
        if self.failed:
            found.append(f"it failed on {self.failed} claims of {self.failed + self.units}")
        low = self.kappa.low
        if low is None or low <= LEAST_KAPPA:
            shown = "unknown" if low is None else f"{low:.3f}"
            found.append(f"the lower end of its κ is {shown}, and has to lie above {LEAST_KAPPA}")
        for what, flips in (
            ("asked again", self.flips_again),
            ("shown the lists in reverse", self.flips_reversed),
        ):
            if flips.value is None or flips.value > MOST_FLIPS:
                shown = "an unknown share" if flips.value is None else f"{100 * flips.value:.1f} %"
                found.append(
                    f"it changes {shown} of its answers when {what}, and may change {100 * MOST_FLIPS:.0f} %"
                )
        return tuple(found)


def record_path(folder: Path, judge: JudgedBy) -> Path:
    """Where the record of that judge is: beside the baselines."""
    name = f"{judge.prompt}.{judge.model}.{judge.digest[-8:]}"
    return folder / f"{re.sub(r'[^A-Za-z0-9_.@=-]+', '-', name)}.json"


def write_record(path: Path, record: JudgeRecord) -> None:
    """Write `record`.

    Raises:
        UsageError: it cannot be written.
    """
    text = json.dumps(record.model_dump(mode="json"), indent=1, ensure_ascii=False)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise UsageError(f"could not write {str(path)!r}: {error.strerror}") from None


def read_record(path: Path) -> JudgeRecord:
    """The record in the file at `path`, which is there.

    Raises:
        UsageError: it is no record.
    """
    try:
        return JudgeRecord.model_validate(json.loads(path.read_text(encoding="utf-8")))
    except ValidationError as error:
        raise UsageError(f"expected a judge's record in {str(path)!r}: {first_complaint(error)}") from None
    except (OSError, ValueError) as error:
        raise UsageError(f"expected a judge's record in {str(path)!r}, found {fault_words(error)}") from None


def why_not(judges: Iterable[JudgedBy], folder: Path) -> str:
    """Why a score of one of `judges` may not gate, by the records in `folder`; "" where all may.

    Raises:
        UsageError: a record cannot be read.
    """
    for judge in judges:
        path = record_path(folder, judge)
        if not path.is_file():
            return (
                f"nobody has shown how far {judge} agrees with people: "
                "`groundwire eval agree --judge … --save` does, and without it no judged score gates"
            )
        record = read_record(path)
        if record.judge != judge:
            return f"{str(path)!r} is the record of another judge: {record.judge}"
        if record.doubts:
            return f"{judge} may not gate: {'; '.join(record.doubts)}"
    return ""
