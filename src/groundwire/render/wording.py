"""What standings, verdicts, stances and accounts are called in plain words.

Guarantees: several outlets that carry one origin are never called confirmation; an unknown price is never called free.
"""

from collections.abc import Mapping, Sequence

from groundwire.domain.briefing import DisputeKind, Origin, Reading, Standing
from groundwire.domain.claim import AttributionKind, Claim, Stance
from groundwire.domain.losses import Losses
from groundwire.domain.provenance import Provenance
from groundwire.domain.support import Support, Verdict

_COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

DISPUTE_KINDS: Mapping[DisputeKind, str] = {
    DisputeKind.NUMBER: "the number",
    DisputeKind.DATE: "the date",
    DisputeKind.PLACE: "the place",
    DisputeKind.ACTOR: "who did it",
    DisputeKind.POLARITY: "whether it is so",
    DisputeKind.ATTRIBUTION: "who said it",
    DisputeKind.STATUS: "how firmly it stands",
}

READINGS: Mapping[Reading, str] = {
    Reading.CONFLICT: "both cannot be right",
    Reading.UPDATE: "the later article may bring it up to date",
    Reading.ROUNDING: "one may be the other, rounded",
    Reading.SCOPE: "they may not count the same thing",
}


def count_of(number: int, one: str, many: str) -> str:
    """Such as `two outlets`: words up to ten, then figures."""
    name = _COUNTS[number] if number < len(_COUNTS) else f"{number:,}"
    return f"{name} {one if number == 1 else many}"


def standing_words(standing: Standing, origins: Sequence[Origin], outlets: int) -> str:
    """What carries a statement, such as `single origin: SBU` or `two outlets, one origin: SBU`."""
    names = ", ".join(origin.label for origin in origins)
    if standing is Standing.DISPUTED:
        return f"disputed; {origins_words(origins)}" if origins else "disputed"
    if standing is Standing.CORROBORATED:
        return origins_words(origins)
    if outlets > 1:
        return f"{count_of(outlets, 'outlet', 'outlets')}, one origin: {names}"
    return f"single origin: {names}" if names else "single origin"


def origins_words(origins: Sequence[Origin]) -> str:
    """Such as `two origins: SBU, Kremlin`."""
    names = ", ".join(origin.label for origin in origins)
    counted = count_of(len(origins), "origin", "origins")
    return f"{counted}: {names}" if names else counted


def support_words(support: Support) -> str:
    """What the checks object to, with the reasons; empty when the statement is supported."""
    if support.verdict is Verdict.SUPPORTED:
        return ""
    if support.verdict is Verdict.UNCHECKED:
        return "; ".join(["not checked", *(reason.message for reason in support.reasons)])
    name = "unsupported" if support.verdict is Verdict.UNSUPPORTED else "contradicted by its article"
    reasons = "; ".join(reason.message for reason in support.reasons)
    return f"{name}: {reasons}" if reasons else name


def claim_words(claim: Claim) -> str:
    """Who says it, how firmly, about when; empty for a bare assertion of the article's own."""
    attribution = claim.attribution
    parts: list[str] = []
    if attribution.kind is not AttributionKind.NONE and attribution.speaker:
        parts.append(", via ".join([attribution.speaker, *attribution.via]))
    if claim.stance is not Stance.ASSERTED:
        parts.append(claim.stance.value)
    if claim.when is not None:
        parts.append(days_words(claim.when.earliest, claim.when.latest))
    return "; ".join(parts)


def days_words(earliest: str, latest: str) -> str:
    """One day, or the first and the last, in ISO form."""
    return earliest if earliest == latest else f"{earliest} to {latest}"


def losses_words(losses: Losses) -> tuple[str, ...]:
    """One line a stage that left something out, with the reasons and how often each."""
    lines: list[str] = []
    for stage, account in losses.items():
        outcomes = {"merged": account.merged, "dropped": account.dropped, "failed": account.failed}
        gone = [f"{count:,} {name}" for name, count in outcomes.items() if count]
        if not gone:
            continue
        reasons: dict[str, int] = {}
        for item in account.items:
            reasons[item.reason] = reasons.get(item.reason, 0) + 1
        told = [reason if count == 1 else f"{reason} ({count:,})" for reason, count in reasons.items()]
        detail = f": {'; '.join(told)}" if told else ""
        lines.append(f"{stage}: {account.in_:,} in, {account.kept:,} kept, {', '.join(gone)}{detail}")
    return tuple(lines)


def provenance_words(provenance: Provenance) -> str:
    """How the document was made, on one line."""
    usage = provenance.usage
    parts = [f"{provenance.tool} {provenance.version}", provenance.analyst]
    if provenance.model is not None:
        parts.append(provenance.model + (f" at {provenance.endpoint}" if provenance.endpoint else ""))
    if provenance.prompts:
        parts.append("prompts " + ", ".join(map(str, provenance.prompts)))
    if usage.requests or usage.cache_hits:
        cost = "cost unknown" if usage.cost_usd is None else f"${usage.cost_usd:.4f}"
        tokens = usage.input_tokens + usage.output_tokens
        parts.append(f"{count_of(usage.requests, 'request', 'requests')}, {tokens:,} tokens, {cost}")
    return " · ".join([*parts, provenance.finished, f"run {provenance.run_id}"])
