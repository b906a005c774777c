"""Complaint: one reason why a reply is not acceptable, phrased for the model."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Complaint:
    """`where` is a path in the reply (`claims[3].sentences`, or `reply`), `message` what is wrong and what is wanted."""

    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"
