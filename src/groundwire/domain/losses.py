"""Losses: everything that went into a stage is accounted for."""

from collections.abc import Mapping
from typing import Self

from pydantic import Field, model_validator

from groundwire.domain.noun import Noun


class LossItem(Noun):
    """One thing that did not come out as it went in: its words (or id), and why."""

    what: str
    reason: str


class StageLosses(Noun):
    """The account of one stage: `in == kept + merged + dropped + failed`.

    `items` names each thing that was merged, dropped or failed; a stage may also note things that were set aside before
    counting.
    """

    in_: int = Field(alias="in", ge=0)
    kept: int = Field(default=0, ge=0)
    merged: int = Field(default=0, ge=0)
    dropped: int = Field(default=0, ge=0)
    failed: int = Field(default=0, ge=0)
    items: tuple[LossItem, ...] = ()

    @model_validator(mode="after")
    def _accounts_balance(self) -> Self:
        out = self.kept + self.merged + self.dropped + self.failed
        if self.in_ != out:
            raise ValueError(f"{self.in_} went in and {out} are accounted for")
        return self


Losses = Mapping[str, StageLosses]
"""Stage name (`sentences`, `claims`, `points`, `articles` …) to its account, in the order of the stages."""
