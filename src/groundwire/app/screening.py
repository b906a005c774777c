"""Screening: only claims that passed the checks are briefed on; the others are losses with the reason beside them."""

from collections.abc import Iterable
from dataclasses import dataclass

from groundwire.domain.analysis import Analysis
from groundwire.domain.claim import Claim
from groundwire.domain.losses import Losses, LossItem, StageLosses
from groundwire.domain.support import Verdict

_BRIEFABLE = (Verdict.SUPPORTED, Verdict.UNCHECKED)


@dataclass(frozen=True)
class Screened:
    """An analysis without the claims that failed the checks, and the account of them."""

    analysis: Analysis
    account: StageLosses


def screen(analysis: Analysis) -> Screened:
    """Leave out what the checks found contradicted or unsupported."""
    kept = tuple(claim for claim in analysis.claims if claim.support.verdict in _BRIEFABLE)
    items = tuple(_loss(claim) for claim in analysis.claims if claim.support.verdict not in _BRIEFABLE)
    account = StageLosses(in_=len(analysis.claims), kept=len(kept), dropped=len(items), items=items)
    return Screened(analysis.model_copy(update={"claims": kept}), account)


def _loss(claim: Claim) -> LossItem:
    why = "; ".join(reason.message for reason in claim.support.reasons) or "no reason given"
    return LossItem(what=f"{claim.id}: {claim.text}", reason=f"{claim.support.verdict}: {why}")


def add_up(accounts: Iterable[Losses]) -> dict[str, StageLosses]:
    """The accounts of several articles as one, stage by stage, in the order in which stages first appear."""
    stages: dict[str, list[StageLosses]] = {}
    for account in accounts:
        for stage, losses in account.items():
            stages.setdefault(stage, []).append(losses)
    return {stage: add_stage(parts) for stage, parts in stages.items()}


def add_stage(parts: Iterable[StageLosses]) -> StageLosses:
    """Several accounts of one stage as one."""
    parts = tuple(parts)
    return StageLosses(
        in_=sum(part.in_ for part in parts),
        kept=sum(part.kept for part in parts),
        merged=sum(part.merged for part in parts),
        dropped=sum(part.dropped for part in parts),
        failed=sum(part.failed for part in parts),
        items=tuple(item for part in parts for item in part.items),
    )
