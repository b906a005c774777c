"""For your own tests: assert on a suite.

    from groundwire.evaluation.testing import evaluate_suite

    def test_my_prompt_finds_what_is_there():
        card = evaluate_suite("evals/suites/mine.toml", subject="gpt-5-mini,extract_claims@2", replay_from="recordings/mine")
        card.require("claims.recall", at_least=0.6)
        card.require_no_failures()

Guarantees: a requirement that does not hold is an `AssertionError` that names value, interval and the cases that are lowest; with
`replay_from` nothing is sent, and a recorded reply that no case asks for is an error.
"""

import asyncio
from dataclasses import dataclass
from pathlib import Path

from groundwire.errors import UsageError
from groundwire.evaluation.comparing import Answer, Side, compare, values_of
from groundwire.evaluation.evaluate import Evaluated, Plan, evaluate
from groundwire.evaluation.scorecard import Estimate
from groundwire.evaluation.subject import parse_subject
from groundwire.evaluation.suite import load_suite
from groundwire.settings import EXTRACTIVE

_LOWEST = 3  # cases that a failing requirement names


@dataclass(frozen=True)
class Checked:
    """One subject's scorecard, with requirements."""

    evaluated: Evaluated
    subject: str

    def estimate(self, scorer: str) -> Estimate:
        """The estimate of `scorer`.

        Raises:
            UsageError: the suite has no such scorer.
        """
        for estimate in self.evaluated.header.estimates_of(self.subject):
            if estimate.scorer == scorer:
                return estimate
        known = ", ".join(one.name for one in self.evaluated.header.scorers)
        raise UsageError(f"expected a scorer of the suite ({known}), found {scorer!r}")

    def require(self, scorer: str, *, at_least: float) -> None:
        """Raise AssertionError unless the mean of `scorer` is `at_least` so much."""
        estimate = self.estimate(scorer)
        if estimate.value is None or estimate.value < at_least:
            cases = values_of(Side(self.evaluated, self.subject)).get(scorer, {})
            lowest = sorted((value, case) for case, (_, value) in cases.items())[:_LOWEST]
            told = ", ".join(f"{case} {value:.3f}" for value, case in lowest)
            raise AssertionError(
                f"expected {scorer} of {self.subject} to be at least {at_least}, found {estimate.value} "
                f"(95 % interval {estimate.low} to {estimate.high}); lowest: {told}"
            )

    def require_no_failures(self) -> None:
        """Raise AssertionError if a case has no output."""
        failed = {row.case for row in self.evaluated.rows() if row.score.kind == "failed"}
        if failed:
            raise AssertionError(
                f"expected an output of every case, found none of {', '.join(sorted(failed))}"
            )

    def require_not_worse(self, other: "Checked") -> None:
        """Raise AssertionError if a comparison finds this subject worse than `other` on any scorer."""
        comparison = compare(Side(other.evaluated, other.subject), Side(self.evaluated, self.subject))
        worse = comparison.by_answer(Answer.WORSE)
        if worse:
            raise AssertionError(
                f"expected {self.subject} not to be worse than {other.subject}, found {', '.join(worse)}"
            )


def evaluate_suite(
    suite: str, *, subject: str = EXTRACTIVE, repeats: int = 1, replay_from: Path | str | None = None
) -> Checked:
    """Run `subject` over the suite of that name or at that path.

    Raises:
        UsageError: suite, subject or recording cannot be used.
    """
    flags = {"replay_from": replay_from} if replay_from is not None else {}
    parsed = parse_subject(subject, flags)
    evaluated = asyncio.run(evaluate(Plan(suite=load_suite(suite), repeats=repeats), [parsed]))
    return Checked(evaluated, parsed.name)
