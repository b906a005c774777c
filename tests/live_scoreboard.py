"""The scoreboard of language models in README.md: recorded replies, replayed and scored anew each time it is written.

What a model said is in evals/recordings/<suite>/<name>/; everything after its reply is the program of today, so that the table changes
with the program and cannot go stale. Nothing is sent, and a recorded reply that no case asks for is an error. How long the model took
cannot be replayed: `recording.toml` beside the replies says how long it was, and on how many cores.
"""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from groundwire.evaluation.comparing import Answer, Side, compare, values_of
from groundwire.evaluation.testing import Checked, evaluate_suite

RECORDINGS = Path(__file__).resolve().parents[1] / "evals" / "recordings"
BASELINE = "extractive"
_SHOWN = {
    "claims.f1": "claim F1",
    "claims.precision": "precision",
    "claims.recall": "recall",
    "summary.key_points": "key points",
}
_COMPARED = ("claims.f1", "summary.key_points")
_COLUMNS = (
    "subject",
    *_SHOWN.values(),
    "tokens written per article",
    "seconds of one core",
    "against built in",
)


class Recorded(NamedTuple):
    """A subject whose replies to the articles of `suite` were recorded in `folder`; `seconds` of one core, an article, where they are known."""

    suite: str
    subject: str
    seconds: float | None
    folder: Path


def recordings() -> tuple[Recorded, ...]:
    """Every recording there is, by suite and name."""
    return tuple(_recorded(path) for path in sorted(RECORDINGS.glob("*/*/recording.toml")))


def _recorded(path: Path) -> Recorded:
    said = tomllib.loads(path.read_text(encoding="utf-8"))
    return Recorded(path.parent.parent.name, said["subject"], said.get("seconds_per_article"), path.parent)


def scoreboard() -> str:
    """A table for each suite, one subject a line, with 95 % intervals and what a paired comparison with the built-in analyst finds."""
    return "\n\n".join("\n".join(_table(suite)) for suite in sorted({one.suite for one in recordings()}))


def _table(suite: str) -> Iterator[str]:
    cases = baseline(suite).evaluated.header.suite.cases
    yield f"Suite `{suite}`, {cases} articles:"
    yield ""
    yield f"| {' | '.join(_COLUMNS)} |"
    yield "|---" * len(_COLUMNS) + "|"
    yield _row("built in (`extractive`)", baseline(suite), ("0", "–", "–"))
    for recorded in recordings():
        if recorded.suite == suite:
            card = replayed(recorded)
            name = recorded.subject.replace("local:", "").replace(",", " `") + "`"
            seconds = "–" if recorded.seconds is None else f"{recorded.seconds:.0f}"
            spent = (f"{_written(card):.0f}", seconds, _against(recorded))
            yield _row(name, card, spent)


@cache
def baseline(suite: str) -> Checked:
    """The built-in analyst on the same articles."""
    return evaluate_suite(suite, subject=BASELINE)


@cache
def replayed(recorded: Recorded) -> Checked:
    """A recorded subject, scored by the program of today."""
    return evaluate_suite(recorded.suite, subject=recorded.subject, replay_from=recorded.folder)


def answer_of(recorded: Recorded, scorer: str) -> Answer | None:
    """What a paired comparison of a recorded subject with the built-in analyst says of `scorer`."""
    plain, card = baseline(recorded.suite), replayed(recorded)
    comparison = compare(Side(plain.evaluated, BASELINE), Side(card.evaluated, card.subject))
    return next(one.answer for one in comparison.scorers if one.scorer == scorer)


def _row(name: str, card: Checked, rest: tuple[str, ...]) -> str:
    cells = []
    for scorer in _SHOWN:
        one = card.estimate(scorer)
        cells.append(f"{one.value:.3f} ({one.low:.3f}–{one.high:.3f})")
    return f"| {' | '.join((name, *cells, *rest))} |"


def _written(card: Checked) -> float:
    tokens = values_of(Side(card.evaluated, card.subject))["spent.written"]
    return sum(value for _, value in tokens.values()) / len(tokens)


def _against(recorded: Recorded) -> str:
    return "; ".join(f"{_SHOWN[scorer]} {answer_of(recorded, scorer)}" for scorer in _COMPARED)
