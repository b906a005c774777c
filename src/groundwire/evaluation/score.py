"""Score: what one scorer says of one case. "Could not be scored" is neither 0 nor 1 nor NaN.

Guarantee: a value is a finite number.
"""

import math
from typing import Annotated, Literal

from pydantic import Field, field_validator

from groundwire.domain.noun import Noun


class Scored(Noun):
    """A value; `findings` say in words what it was lowered by."""

    kind: Literal["scored"] = "scored"
    value: float
    findings: tuple["Finding", ...] = ()

    @field_validator("value")
    @classmethod
    def _is_finite(cls, value: float) -> float:
        if not math.isfinite(value):
            raise ValueError(f"expected a finite number, found {value}")
        return value


class NotApplicable(Noun):
    """The labels give this scorer nothing to look for; the case is left out of its estimate."""

    kind: Literal["not_applicable"] = "not_applicable"
    reason: str


class Failed(Noun):
    """There is no output to score; where more is better, the case counts as 0.

    `of` is `judge` where there is an output and whoever should have judged it failed: then the case counts as nothing.
    """

    kind: Literal["failed"] = "failed"
    reason: str
    of: Literal["output", "judge"] = "output"


class Finding(Noun):
    """One thing that is wrong (or, under `right`, in order): the error, the label's words, the output's words."""

    error: str
    label: str = ""
    output: str = ""
    note: str = ""


Score = Annotated[Scored | NotApplicable | Failed, Field(discriminator="kind")]

Scored.model_rebuild()
