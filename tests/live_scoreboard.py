"""The scoreboard of language models in README.md: recorded replies, replayed and scored anew each time it is written.

What a model said is in evals/recordings/live/<name>/; everything after its reply is the program of today, so that the table changes
with the program and cannot go stale. Nothing is sent, and a recorded reply that no case asks for is an error.
"""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from groundwire.evaluation.comparing import Answer, Side, compare, values_of
from groundwire.evaluation.testing import Checked, evaluate_suite

RECORDINGS = Path(__file__).resolve().parents[1] / "evals" / "recordings" / "live"
BASELINE = "extractive"
_SHOWN = {
    "claims.f1": "claim F1",
    "claims.precision": "precision",
    "claims.recall": "recall",
    "summary.key_points": "key points",
}
_HEAD = "| subject | " + " | ".join(_SHOWN.values()) + " | tokens written per article | against built in |"


class Recorded(NamedTuple):
    """A subject whose replies were recorded, and the folder that they are in."""

    subject: str
    folder: str


SUBJECTS = (
    Recorded("local:qwen2.5-coder-0.5b,split_sentence@1", "qwen2.5-coder-0.5b-v1"),
    Recorded("local:qwen2.5-coder-0.5b,split_sentence@2", "qwen2.5-coder-0.5b-v2"),
    Recorded("local:qwen2.5-coder-1.5b,split_sentence@1", "qwen2.5-coder-1.5b-v1"),
    Recorded("local:qwen2.5-coder-1.5b,split_sentence@2", "qwen2.5-coder-1.5b-v2"),
)


def scoreboard() -> str:
    """The table, one subject a line, with 95 % intervals and what a paired comparison with the built-in analyst finds."""
    rows = [_row("built in (`extractive`)", baseline(), "0", "")]
    for recorded in SUBJECTS:
        card = replayed(recorded)
        name = recorded.subject.replace("local:", "").replace(",", " `") + "`"
        rows.append(_row(name, card, f"{_written(card):.0f}", _against(card)))
    return "\n".join([_HEAD, "|---" * (len(_SHOWN) + 3) + "|", *rows])


@cache
def baseline() -> Checked:
    """The built-in analyst on the same articles."""
    return evaluate_suite("live", subject=BASELINE)


@cache
def replayed(recorded: Recorded) -> Checked:
    """A recorded subject, scored by the program of today."""
    return evaluate_suite("live", subject=recorded.subject, replay_from=RECORDINGS / recorded.folder)


def answer_of(card: Checked, scorer: str) -> Answer | None:
    """What a paired comparison of `card` with the built-in analyst says of `scorer`."""
    comparison = compare(Side(baseline().evaluated, BASELINE), Side(card.evaluated, card.subject))
    return next(one.answer for one in comparison.scorers if one.scorer == scorer)


def _row(name: str, card: Checked, written: str, against: str) -> str:
    cells = []
    for scorer in _SHOWN:
        one = card.estimate(scorer)
        cells.append(f"{one.value:.3f} ({one.low:.3f}–{one.high:.3f})")
    return f"| {name} | {' | '.join(cells)} | {written} | {against} |"


def _written(card: Checked) -> float:
    tokens = values_of(Side(card.evaluated, card.subject))["spent.written"]
    return sum(value for _, value in tokens.values()) / len(tokens)


def _against(card: Checked) -> str:
    answers = {scorer: answer_of(card, scorer) for scorer in ("claims.f1", "summary.key_points")}
    return "; ".join(f"{_SHOWN[scorer]} {answer}" for scorer, answer in answers.items())
