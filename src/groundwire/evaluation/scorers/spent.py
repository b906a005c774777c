"""What an output took: calls, tokens, cost, seconds. They tell; they decide nothing."""

from collections.abc import Callable
from typing import Any

from groundwire.evaluation.output import Spent
from groundwire.evaluation.score import NotApplicable, Score
from groundwire.evaluation.scorers.scorer import Better, Scorer, scored

_NO_MODEL = NotApplicable(reason="no language model was asked")


def _of(read: Callable[[Spent], float | None], *, unknown: str) -> Callable[[Any], Score]:
    def score(sheet: Any) -> Score:
        if not sheet.spent.calls:
            return _NO_MODEL
        value = read(sheet.spent)
        return NotApplicable(reason=unknown) if value is None else scored(value)

    return score


def spent_scorers() -> tuple[Scorer[Any], ...]:
    """The scorers that look at nothing but what was spent; they fit every task."""
    measures: tuple[tuple[str, str, Callable[[Spent], float | None], str], ...] = (
        ("spent.calls", "answers of the model, kept ones too", lambda spent: spent.calls, ""),
        (
            "spent.tokens",
            "tokens read and written",
            lambda spent: spent.input_tokens + spent.output_tokens,
            "",
        ),
        ("spent.written", "tokens written", lambda spent: spent.output_tokens, ""),
        (
            "spent.usd",
            "cost in US dollars, as if nothing had been kept",
            lambda spent: spent.cost_usd,
            "no price is known",
        ),
        (
            "spent.seconds",
            "seconds from article to analysis",
            lambda spent: spent.seconds,
            "answers were kept ones",
        ),
    )
    return tuple(
        Scorer(
            name=name,
            version=1,
            meaning=meaning,
            score=_of(read, unknown=unknown),
            better=Better.NEUTRAL,
            is_share=False,
        )
        for name, meaning, read, unknown in measures
    )
