"""Is B better than A? Two subjects on the same cases, scorer by scorer, with an answer in words.

Guarantees: only what was scored on the same suite by the same scorers is compared; cases are paired; the same scorecards give the same
answer; scorecards are read row by row, and of each row only its number is kept.
"""

import heapq
from collections.abc import Hashable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Literal, NamedTuple

from pydantic import Field

from groundwire.domain.noun import Noun
from groundwire.errors import UsageError
from groundwire.evaluation.score import Finding, Scored
from groundwire.evaluation.scorecard import Card, Header, ScorerInfo
from groundwire.evaluation.scorers.scorer import Better
from groundwire.evaluation.scoring import counted
from groundwire.evaluation.statistics.means import clustered_mean
from groundwire.evaluation.statistics.paired import holm, mcnemar, sign_flip

LEVEL = 0.05
FEWEST_STORIES = 6
"""Below, no pattern of signs is rarer than one in twenty: nothing could ever be found."""
MARGIN = 0.02
"""A mean difference that surely lies within ± two points is a tie."""
_MOVED = 3  # cases shown for each scorer
_YES_NO = {0.0, 1.0}


class Answer(StrEnum):
    """How B is to A."""

    BETTER = "better"
    WORSE = "worse"
    TIED = "tied"
    UNKNOWN = "not enough data"


class Moved(Noun):
    """A case that moved, with what was wrong before and after."""

    case: str
    before: float
    after: float
    gone: tuple[Finding, ...] = ()
    new: tuple[Finding, ...] = ()


class Compared(Noun):
    """One scorer. `p` is adjusted over all scorers that decide; None for one that only tells, or without any story."""

    scorer: str
    before: float | None
    after: float | None
    difference: float | None
    low: float | None
    high: float | None
    p: float | None
    mcnemar_p: float | None
    n: int
    clusters: int
    answer: Answer | None
    moved: tuple[Moved, ...] = ()


class Comparison(Noun):
    """The document of `eval compare`."""

    schema_: Literal["groundwire/comparison/1"] = Field(default="groundwire/comparison/1", alias="schema")
    suite: str
    before: str
    after: str
    scorers: tuple[Compared, ...]

    def by_answer(self, answer: Answer) -> tuple[str, ...]:
        """The scorers with that answer."""
        return tuple(compared.scorer for compared in self.scorers if compared.answer is answer)


class Side(NamedTuple):
    """A subject in a scorecard."""

    card: Card
    subject: str


Values = dict[str, dict[str, tuple[str, float]]]
"""Scorer, then case, to the story and the mean of the repeats."""


def choose_sides(cards: Sequence[Card], subjects: Sequence[str] = ()) -> tuple[Side, Side]:
    """The two subjects to compare: one of each of two cards, or two of one.

    Raises:
        UsageError: that does not give two subjects, or what they were scored on differs.
    """
    found = [Side(card, subject.name) for card in cards for subject in card.header.subjects]
    if subjects:
        named = [side for name in subjects for side in found if side.subject == name]
        found = list(dict.fromkeys(named))
    if len(found) != 2:
        names = ", ".join(side.subject for side in found) or "none"
        raise UsageError(
            f"expected two subjects to compare, found {len(found)}: {names}",
            hint="name two scorecards of one subject each, or two subjects with --subject",
        )
    _refuse_unlike(found[0].card.header, found[1].card.header)
    return found[0], found[1]


def _refuse_unlike(one: Header, other: Header) -> None:
    if one.suite.digest != other.suite.digest:
        raise UsageError(
            f"expected scorecards of one suite, found {one.suite.name} {one.suite.digest} and {other.suite.name} "
            f"{other.suite.digest}",
            hint="run both subjects on the suite as it is now",
        )
    versions = [{scorer.reference for scorer in header.scorers} for header in (one, other)]
    if versions[0] != versions[1]:
        differing = ", ".join(sorted(versions[0] ^ versions[1]))
        raise UsageError(
            f"expected scorecards of the same scorers, found that they differ in {differing}",
            hint="score the saved outputs again with `eval run --from`",
        )


def compare(before: Side, after: Side) -> Comparison:
    """Compare two subjects.

    Raises:
        UsageError: the scorecards do not have the same cases.
    """
    scorers = before.card.header.scorers
    olds, news = values_of(before), values_of(after)
    drafts = [_compared(scorer, olds.get(scorer.name, {}), news.get(scorer.name, {})) for scorer in scorers]
    deciding = [draft for draft in drafts if draft.p is not None]
    adjusted = dict(
        zip((draft.scorer for draft in deciding), holm([draft.p or 0.0 for draft in deciding]), strict=True)
    )
    answered = [
        _answered(draft, adjusted[draft.scorer]) if draft.scorer in adjusted else draft for draft in drafts
    ]
    told = _with_findings(answered, before, after)
    return Comparison(
        suite=before.card.header.suite.name, before=before.subject, after=after.subject, scorers=tuple(told)
    )


def values_of(side: Side) -> Values:
    """What a subject scored: the mean of the repeats, by scorer and case."""
    better = {scorer.name: scorer.better for scorer in side.card.header.scorers}
    sums: dict[str, dict[str, tuple[str, float, int]]] = {name: {} for name in better}
    stories: dict[str, str] = {}
    for row in side.card.rows():
        value = counted(row.score, better[row.scorer]) if row.subject == side.subject else None
        if value is not None:
            story = stories.setdefault(row.story, row.story)
            case = stories.setdefault(row.case, row.case)
            _, total, n = sums[row.scorer].get(case, (story, 0.0, 0))
            sums[row.scorer][case] = (story, total + value, n + 1)
    return {
        name: {case: (story, total / n) for case, (story, total, n) in cases.items()}
        for name, cases in sums.items()
    }


def _compared(
    scorer: ScorerInfo, old: Mapping[str, tuple[str, float]], new: Mapping[str, tuple[str, float]]
) -> Compared:
    decides = scorer.better is Better.HIGHER
    is_whole = old.keys() == new.keys()
    if decides and not is_whole and scorer.judge is None:
        raise UsageError(
            f"expected the same cases in both scorecards, found {len(old.keys() ^ new.keys())} in one of them only"
        )
    cases = [case for case in old if case in new]
    if not cases:
        return _nothing(scorer.name)
    differences: list[tuple[Hashable, float]] = [
        (old[case][0], new[case][1] - old[case][1]) for case in cases
    ]
    mean = clustered_mean(differences)
    is_known = mean.clusters > 1
    answers = decides and is_whole
    return Compared(
        scorer=scorer.name,
        before=round(sum(old[case][1] for case in cases) / len(cases), 9),
        after=round(sum(new[case][1] for case in cases) / len(cases), 9),
        difference=round(mean.value, 9),
        low=round(mean.low, 9) if is_known else None,
        high=round(mean.high, 9) if is_known else None,
        p=sign_flip(differences) if answers else None,
        mcnemar_p=_yes_no([(old[case][1], new[case][1]) for case in cases]) if answers else None,
        n=len(cases),
        clusters=mean.clusters,
        # Where the judge failed in a case, the rest is not what was to be compared.
        answer=Answer.UNKNOWN if decides and not is_whole else None,
        moved=tuple(_most_moved(cases, old, new)),
    )


def _nothing(scorer: str) -> Compared:
    nothing = dict.fromkeys(("before", "after", "difference", "low", "high", "p", "mcnemar_p", "answer"))
    return Compared.model_validate({"scorer": scorer, "n": 0, "clusters": 0, **nothing})


def _yes_no(pairs: Sequence[tuple[float, float]]) -> float | None:
    if not all(one in _YES_NO and other in _YES_NO for one, other in pairs):
        return None
    return mcnemar([(bool(one), bool(other)) for one, other in pairs])


def _most_moved(
    cases: Sequence[str], old: Mapping[str, tuple[str, float]], new: Mapping[str, tuple[str, float]]
) -> Iterator[Moved]:
    moved = [case for case in cases if old[case][1] != new[case][1]]
    most = heapq.nsmallest(_MOVED, moved, key=lambda case: (-abs(new[case][1] - old[case][1]), case))
    for case in most:
        yield Moved(case=case, before=round(old[case][1], 9), after=round(new[case][1], 9))


def _answered(draft: Compared, p: float) -> Compared:
    return draft.model_copy(update={"p": round(p, 9), "answer": answer_of(draft, p)})


def answer_of(draft: Compared, p: float) -> Answer:
    """The answer in words, given the adjusted p."""
    if draft.difference == 0 and draft.low == draft.high == 0:
        return Answer.TIED
    if draft.clusters < FEWEST_STORIES or draft.low is None or draft.high is None:
        return Answer.UNKNOWN
    if p < LEVEL:
        return Answer.BETTER if (draft.difference or 0.0) > 0 else Answer.WORSE
    return Answer.TIED if draft.low >= -MARGIN and draft.high <= MARGIN else Answer.UNKNOWN


def _with_findings(drafts: Sequence[Compared], before: Side, after: Side) -> Iterator[Compared]:
    wanted = {(draft.scorer, moved.case) for draft in drafts for moved in draft.moved}
    olds, news = _findings(before, wanted), _findings(after, wanted)
    for draft in drafts:
        moved = tuple(
            one.model_copy(
                update={
                    "gone": _only(olds[draft.scorer, one.case], news[draft.scorer, one.case]),
                    "new": _only(news[draft.scorer, one.case], olds[draft.scorer, one.case]),
                }
            )
            for one in draft.moved
        )
        yield draft.model_copy(update={"moved": moved})


def _findings(side: Side, wanted: set[tuple[str, str]]) -> dict[tuple[str, str], tuple[Finding, ...]]:
    found: dict[tuple[str, str], tuple[Finding, ...]] = dict.fromkeys(wanted, ())
    for row in side.card.rows() if wanted else ():
        key = (row.scorer, row.case)
        if key in found and row.subject == side.subject and isinstance(row.score, Scored):
            found[key] = tuple(dict.fromkeys((*found[key], *row.score.findings)))
    return found


def _only(these: Sequence[Finding], not_those: Sequence[Finding]) -> tuple[Finding, ...]:
    return tuple(finding for finding in these if finding not in not_those)
