"""The scores that README.md shows: what the built-in analyst reaches on the labelled stories, and how far two labellers agree.

A run takes longer than a test may, so that the page is made from what the runs left behind: the floors that `eval gate`
holds every run to, and the agreement, kept beside them. Both say what they were measured on; where that has changed since,
the page says so instead of the figures, and differs.
"""

import hashlib
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from groundwire.evaluation.agreement import Agreement, agree, labelled_twice
from groundwire.evaluation.baseline import Baseline, baseline_path, read_baseline
from groundwire.evaluation.scorers.registry import scorers_for
from groundwire.evaluation.statistics.means import Mean, share_mean
from groundwire.evaluation.suite import load_suite

ROOT = Path(__file__).resolve().parents[1]
FIXTURES = ROOT / "evals" / "fixtures"
BASELINES = ROOT / "evals" / "baselines"
AGREEMENT = BASELINES / "agreement.json"
_SUITES = ("news", "stories")
_SUBJECT = "extractive"
_COMPARED_BY = (
    "agreement.py",
    "assignment.py",
    "conflicts.py",
    "matching.py",
    "pairing.py",
    "statement.py",
    "statistics/agreement.py",
    "wording.py",
)


@cache
def scores_block() -> str:
    """The tables, in Markdown."""
    return "\n".join([*_scorecards(), "", *_agreement()])


def write_agreement() -> None:
    """Measure how far the two labellers agree, where labels or measure have changed since it was last done."""
    if _agreement_digest() == _read_agreement().get("of"):
        return
    found = agree(labelled_twice(sorted(FIXTURES.iterdir())))
    held = {"of": _agreement_digest(), **found.model_dump(mode="json", by_alias=True)}
    AGREEMENT.write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")


def _scorecards() -> Iterator[str]:
    yield "| scorer | value | 95 % interval | what |"
    yield "|---|---:|---|---|"
    for suite in _SUITES:
        yield from _rows(suite, read_baseline(baseline_path(BASELINES, suite, _SUBJECT)))


def _rows(suite: str, pinned: Baseline) -> Iterator[str]:
    loaded = load_suite(str(ROOT / "evals" / "suites" / f"{suite}.toml"))
    known = {scorer.name: scorer for scorer in scorers_for(loaded.file.task)}
    if pinned.suite_digest != loaded.digest:
        yield f"| {suite} | – | – | the stories have changed: `groundwire eval gate {suite} --update`, `make docs` |"
        return
    for name, floor in pinned.floors.items():
        if known[name].version != floor.version:
            yield f"| `{name}` | – | – | the scorer has changed: `groundwire eval gate {suite} --update`, `make docs` |"
            continue
        mean = share_mean([(story, value) for story, value in floor.cases.values()])
        yield f"| `{name}` | {mean.value:.3f} | {_interval(mean)} | {known[name].meaning} |"


def _interval(mean: Mean) -> str:
    return f"{mean.low:.3f} to {mean.high:.3f}"


def _agreement() -> Iterator[str]:
    held = _read_agreement()
    if held.pop("of", None) != _agreement_digest():
        yield "The labels, or how they are compared, have changed: `make docs`."
        return
    found = Agreement.model_validate(held)
    yield "| two labellers | value | 95 % interval | units |"
    yield "|---|---:|---|---:|"
    for layer in found.layers:
        if layer.value is not None and layer.low is not None and layer.high is not None:
            yield f"| {layer.layer}, α | {layer.value:.2f} | {layer.low:.2f} to {layer.high:.2f} | {layer.units} |"
    for overlap in found.overlaps:
        yield f"| {overlap.what}, F1 | {overlap.value:.2f} | {overlap.low:.2f} to {overlap.high:.2f} | {overlap.articles} articles |"


def _read_agreement() -> dict[str, object]:
    return json.loads(AGREEMENT.read_text(encoding="utf-8")) if AGREEMENT.exists() else {}


@cache
def _agreement_digest() -> str:
    """Of both labellers' files, of the adjudicated labels (readings are labelled on them) and of the code that compares them."""
    code = ROOT / "src" / "groundwire" / "evaluation"
    files = [
        path for name in ("first", "second", "labels") for path in sorted(FIXTURES.glob(f"*/{name}.json"))
    ]
    whole = hashlib.sha256()
    for path in [*files, *(code / name for name in _COMPARED_BY)]:
        whole.update(f"{path.relative_to(ROOT)}\n".encode())
        whole.update(path.read_bytes())
    return f"sha256:{whole.hexdigest()[:32]}"
