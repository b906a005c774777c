"""What a judge finds, as scores: beside the deterministic `claims.*`, under names of their own.

Guarantees: the labels are the denominators of what was to be found; an output with nothing in it scores 0; where the judge failed there is a
`Failed` that says so and counts as nothing, because it is no fault of what was judged.
"""

from collections.abc import Callable

from groundwire.evaluation.opinion import JudgedSheet, Match, Says
from groundwire.evaluation.output import Spent
from groundwire.evaluation.score import Failed, Finding, NotApplicable, Score
from groundwire.evaluation.scorers.scorer import Better, Scorer, f1, scored, share

_UNLABELLED = NotApplicable(reason="the article has no labelled claims")
_NOT_ASKED = NotApplicable(reason="the judge was not asked")


def _judged(score: Callable[[JudgedSheet], Score]) -> Callable[[JudgedSheet], Score]:
    """`score` where there is something to judge and the judge did."""

    def guarded(sheet: JudgedSheet) -> Score:
        if not sheet.labels:
            return _UNLABELLED
        if sheet.output.failure is not None:
            return Failed(reason=sheet.output.failure)
        if sheet.opinion.failure:
            return Failed(reason=sheet.opinion.failure, of="judge")
        return score(sheet)

    return guarded


def _precision(sheet: JudgedSheet) -> Score:
    return scored(share(len(sheet.stated), len(sheet.claims)), _wrong(sheet))


def _recall(sheet: JudgedSheet) -> Score:
    return scored(share(len(sheet.stated), len(sheet.labels)), _missed(sheet))


def _f1(sheet: JudgedSheet) -> Score:
    value = f1(len(sheet.stated), len(sheet.claims), len(sheet.labels))
    return scored(value, [*_wrong(sheet), *_missed(sheet)])


def _exact(sheet: JudgedSheet) -> Score:
    loose = [match for match in sheet.stated.values() if match.says is not Says.SAME]
    findings = [_finding(sheet, match, f"says {match.says}") for match in loose]
    return scored(share(len(sheet.stated) - len(loose), len(sheet.labels)), findings)


def _wrong(sheet: JudgedSheet) -> list[Finding]:
    """The claims that state no labelled claim, or one that another claim states better."""
    stating = {match.claim for match in sheet.stated.values()}
    return [
        _finding(sheet, match, "not stated" if match.states is None else "stated twice")
        for match in sheet.opinion.matches
        if match.claim not in stating
    ]


def _missed(sheet: JudgedSheet) -> list[Finding]:
    return [
        Finding(error="missed", label=label.text)
        for at, label in enumerate(sheet.labels)
        if at not in sheet.stated
    ]


def _finding(sheet: JudgedSheet, match: Match, error: str) -> Finding:
    return Finding(
        error=error,
        label="" if match.labelled is None else sheet.labels[match.labelled].text,
        output=sheet.claims[match.claim].text,
        note=match.difference,
    )


def _spent(read: Callable[[Spent], float | None], unknown: str) -> Callable[[JudgedSheet], Score]:
    def score(sheet: JudgedSheet) -> Score:
        if not sheet.opinion.spent.calls:
            return _NOT_ASKED
        value = read(sheet.opinion.spent)
        return NotApplicable(reason=unknown) if value is None else scored(value)

    return score


_SCORES = (
    ("judged.precision", "claims that state a labelled claim, in the judge's eyes", _precision),
    ("judged.recall", "labelled claims that are stated, in the judge's eyes", _recall),
    ("judged.f1", "harmonic mean of the two, in the judge's eyes", _f1),
    ("judged.exact", "labelled claims stated, and no more and no less, in the judge's eyes", _exact),
)
_COSTS: tuple[tuple[str, str, Callable[[Spent], float | None], str], ...] = (
    ("judged.calls", "answers of the judge, kept ones too", lambda spent: spent.calls, ""),
    (
        "judged.tokens",
        "tokens that the judge read and wrote",
        lambda spent: spent.input_tokens + spent.output_tokens,
        "",
    ),
    (
        "judged.usd",
        "cost of the judge in US dollars, as if nothing had been kept",
        lambda spent: spent.cost_usd,
        "no price is known",
    ),
    ("judged.seconds", "seconds that the judge took", lambda spent: spent.seconds, "answers were kept ones"),
)

SCORERS: tuple[Scorer[JudgedSheet], ...] = (
    *(
        Scorer(name=name, version=1, meaning=meaning, score=_judged(score))
        for name, meaning, score in _SCORES
    ),
    *(
        Scorer(
            name=name,
            version=1,
            meaning=meaning,
            score=_spent(read, unknown),
            better=Better.NEUTRAL,
            is_share=False,
        )
        for name, meaning, read, unknown in _COSTS
    ),
)
