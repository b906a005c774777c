"""Taking outputs away never raises a score."""

import tempfile
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation_outputs import output_of, perfect_claims, values_of_output
from evaluation_story import write_suite
from groundwire.domain.claim import Claim
from groundwire.evaluation.case import ArticleCase, cases_of
from groundwire.evaluation.evaluate import Evaluated, Plan, rescore
from groundwire.evaluation.output import Output
from groundwire.evaluation.scorers.registry import scorers_for
from groundwire.evaluation.suite import Suite, load_suite

POINTS = (
    "The northern harbour of Lindvik is closed.",
    "12,000 litres of oil leaked from a ferry.",
    "The leak may have begun at sea.",
    "The leak began at sea.",
)
WRONG = ("15,000 litres of oil leaked from the ferry Aurora.", "Three schools on Haro stayed shut.")
COUNTS_UP = {"claims.recall", "claims.evidence", "claims.hedges", "summary.key_points"}


@cache
def _suite() -> Suite:
    return load_suite(str(write_suite(Path(tempfile.mkdtemp()), stories=3)))


@cache
def _case() -> ArticleCase:
    case = next(iter(cases_of(_suite())))
    assert isinstance(case, ArticleCase)
    return case


def _pool() -> list[Claim]:
    right = list(perfect_claims(_case()))
    wrong = [right[0].model_copy(update={"id": f"w{at}", "text": text}) for at, text in enumerate(WRONG)]
    return right + wrong


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.integers(0, 6), min_size=1, max_size=7, unique=True),
    st.sets(st.sampled_from(POINTS)),
    st.data(),
)
def test_fewer_claims_never_raise_what_is_counted_over_labels(
    chosen: list[int], points: set[str], data: st.DataObject
):
    """Recall, evidence, hedges and key points do not gain from a claim or a sentence less."""
    claims = [_pool()[at] for at in chosen]
    gone = data.draw(st.integers(0, len(claims) - 1))
    kept = sorted(points)
    before = values_of_output(_case(), output_of(_case(), claims, kept))
    after = values_of_output(_case(), output_of(_case(), claims[:gone] + claims[gone + 1 :], kept[1:]))
    assert {name: after[name] for name in COUNTS_UP if after[name] > before[name] + 1e-12} == {}


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 4), min_size=1, max_size=5, unique=True))
def test_a_right_claim_less_never_raises_precision_or_f1(chosen: list[int]):
    """What is right and taken away costs, or leaves as it is."""
    claims = [_pool()[at] for at in chosen] + _pool()[5:]
    before = values_of_output(_case(), output_of(_case(), claims))
    after = values_of_output(_case(), output_of(_case(), claims[1:]))
    for name in ("claims.precision", "claims.f1"):
        assert after[name] <= before[name] + 1e-12


def _output(case: ArticleCase, share: int) -> Output:
    return output_of(case, perfect_claims(case)[:share], POINTS[:share])


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(0, 4), min_size=6, max_size=6), st.sets(st.integers(0, 5)))
def test_outputs_taken_away_never_raise_an_estimate(shares: list[int], gone: set[int]):
    """A case without an output counts as zero, whatever its output would have scored."""
    cases = [case for case in cases_of(_suite()) if isinstance(case, ArticleCase)]
    outputs = [_output(case, share) for case, share in zip(cases, shares, strict=True)]
    kept = [output for at, output in enumerate(outputs) if at not in gone] or outputs[:1]
    before, after = (
        _estimates(rescore(Plan(suite=_suite()), outputs)),
        _estimates(rescore(Plan(suite=_suite()), kept)),
    )
    assert {name for name in before if after[name] > before[name] + 1e-9} == set()


def _estimates(evaluated: Evaluated) -> dict[str, float]:
    decide = {scorer.name for scorer in scorers_for("analyse") if scorer.better == "higher"}
    found = evaluated.header.estimates
    return {estimate.scorer: estimate.value or 0.0 for estimate in found if estimate.scorer in decide}
