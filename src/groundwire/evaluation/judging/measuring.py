"""Measuring a judge on the labelled stories: agreement with people, changes of mind, cost.

The judge sees each article three times: as it is, the same again, and with both lists reversed. Guarantees: every figure is over the units of articles on
which it gave all three opinions, and how many are missing stands beside it; it never sees which claims are corrupted.
"""

import asyncio
import datetime as dt
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from groundwire import __version__
from groundwire.app.progress import Progress
from groundwire.digest import digest_json
from groundwire.evaluation.counting import total
from groundwire.evaluation.judging.judge import ClaimJudge
from groundwire.evaluation.judging.record import Figure, JudgeRecord, KindAgreement
from groundwire.evaluation.judging.units import Sitting, Unit
from groundwire.evaluation.opinion import Match, Opinion
from groundwire.evaluation.output import Spent
from groundwire.evaluation.pairing import pair_statements
from groundwire.evaluation.statistics.kappa import Kappa, Rated, kappa
from groundwire.evaluation.statistics.means import share_mean


@dataclass(frozen=True, kw_only=True)
class Answered:
    """One unit with the labelled claim that it was said to state: at first, when asked again, with the lists reversed, by the matcher."""

    story: str
    unit: Unit
    first: int | None
    again: int | None
    turned: int | None
    matcher: int | None


@dataclass(frozen=True, kw_only=True)
class _Sat:
    """One sitting with the three opinions, in the order of the sitting."""

    sitting: Sitting
    opinions: tuple[Opinion, Opinion, Opinion]

    @property
    def failure(self) -> str:
        return next((one.failure for one in self.opinions if one.failure), "")

    def answers(self) -> list[Answered]:
        said = [[match.states for match in one.matches] for one in self.opinions]
        texts = [unit.text for unit in self.sitting.units]
        # One by one, as nothing keeps two units from stating one claim.
        pairs = [pair_statements([text], self.sitting.labelled).right for text in texts]
        return [
            Answered(
                story=self.sitting.story,
                unit=unit,
                first=said[0][at],
                again=said[1][at],
                turned=said[2][at],
                matcher=pairs[at][0].label if pairs[at] else None,
            )
            for at, unit in enumerate(self.sitting.units)
        ]


async def measure(judge: ClaimJudge, found: Sequence[Sitting], progress: Progress) -> JudgeRecord:
    """What is to be known of `judge`, by the sittings of stories that were labelled twice."""
    progress.begin(len(found))
    sat = await asyncio.gather(*(_sit(judge, sitting, progress) for sitting in found))
    return _record(judge, sat)


async def _sit(judge: ClaimJudge, sitting: Sitting, progress: Progress) -> _Sat:
    texts, labelled = [unit.text for unit in sitting.units], sitting.labelled
    first, again, turned = await asyncio.gather(
        judge.match(labelled, texts),
        judge.match(labelled, texts, sample=1),
        judge.match(labelled[::-1], texts[::-1]),
    )
    progress.advance(f"{sitting.story}/{sitting.file}")
    return _Sat(sitting=sitting, opinions=(first, again, _turned_back(turned, len(labelled), len(texts))))


def _turned_back(opinion: Opinion, labelled: int, claims: int) -> Opinion:
    """The opinion on reversed lists, with the places of the lists as they are."""
    matches = [
        Match(
            claim=claims - 1 - match.claim,
            labelled=None if match.labelled is None else labelled - 1 - match.labelled,
            says=match.says,
            difference=match.difference,
        )
        for match in reversed(opinion.matches)
    ]
    return Opinion(matches=tuple(matches), failure=opinion.failure, spent=opinion.spent)


def _record(judge: ClaimJudge, sat: Sequence[_Sat]) -> JudgeRecord:
    failed = [one for one in sat if one.failure]
    answers = [answer for one in sat if not one.failure for answer in one.answers()]
    names = {(one.sitting.story, one.sitting.file): _content(one.sitting) for one in sat}
    return JudgeRecord(
        judge=judge.identity,
        labels=digest_json("judged-labels", [[*key, content] for key, content in sorted(names.items())]),
        stories=len({one.sitting.story for one in sat}),
        units=len(answers),
        failed=sum(len(one.sitting.units) for one in failed),
        failures=tuple(f"{one.sitting.story}/{one.sitting.file}: {one.failure}" for one in failed),
        kappa=_kappa(answers, lambda answer: answer.first),
        agreement=_share(answers, is_right),
        matcher=_kappa(answers, lambda answer: answer.matcher),
        flips_again=_share(answers, lambda answer: answer.first != answer.again),
        flips_reversed=_share(answers, lambda answer: answer.first != answer.turned),
        kinds=tuple(_kinds(answers)),
        spent=_spent(sat),
        version=__version__,
        finished=dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
    )


def _content(sitting: Sitting) -> list[object]:
    return [sitting.labelled, [[unit.text, unit.kind, unit.labelled] for unit in sitting.units]]


def _spent(sat: Sequence[_Sat]) -> Spent:
    return total([opinion.spent for one in sat for opinion in one.opinions])


def is_right(answer: Answered) -> bool:
    """Whether the judge names the claim that the unit states, or says that it states none."""
    return answer.first == answer.unit.labelled


def _kappa(answers: Sequence[Answered], said: Callable[[Answered], int | None]) -> Figure:
    """κ of "it states a labelled claim"; one that is not the one it states does not count as stating it."""
    rated = [rated_as(answer, said(answer)) for answer in answers]
    return _figure(kappa(rated))


def rated_as(answer: Answered, said: int | None) -> Rated:
    """What the labels and the judge say of a unit, yes or no."""
    truth = answer.unit.labelled
    is_stated = said is not None if truth is None else said == truth
    return Rated(answer.story, truth is not None, is_stated)


def _figure(found: Kappa) -> Figure:
    value, _, low, high = found
    return Figure(value=_rounded(value), low=_rounded(low), high=_rounded(high))


def _share(answers: Sequence[Answered], holds: Callable[[Answered], bool]) -> Figure:
    values: list[tuple[Hashable, float]] = [(answer.story, float(holds(answer))) for answer in answers]
    if not values:
        return Figure(value=None)
    mean = share_mean(values)
    has_interval = mean.clusters > 1
    return Figure(
        value=_rounded(mean.value),
        low=_rounded(mean.low) if has_interval else None,
        high=_rounded(mean.high) if has_interval else None,
    )


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 9)


def _kinds(answers: Sequence[Answered]) -> list[KindAgreement]:
    by_kind: dict[str, list[Answered]] = {}
    for answer in answers:
        by_kind.setdefault(answer.unit.kind, []).append(answer)
    return [
        KindAgreement(
            kind=kind,
            units=len(own),
            stated=sum(answer.first is not None for answer in own),
            right=_share(own, is_right),
            matcher_right=_share(own, lambda answer: answer.matcher == answer.unit.labelled),
        )
        for kind, own in sorted(by_kind.items())
    ]
