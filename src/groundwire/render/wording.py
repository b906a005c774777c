"""What standings, verdicts, stances and accounts are called in plain words.

Guarantees: several outlets that carry one origin are never called confirmation; an unknown price is never called free.
"""

import calendar
import datetime as dt
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from groundwire.domain.briefing import DisputeKind, Reading, Standing
from groundwire.domain.claim import AttributionKind, Claim, Stance
from groundwire.domain.losses import Losses, StageLosses
from groundwire.domain.provenance import ModelStatements, Provenance
from groundwire.domain.support import Support, Verdict

_CLOCK = re.compile(r"[T ](?P<time>\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?P<zone>Z|[+-]\d\d:\d\d)?")
_CLAIM_ID = re.compile(r"\b[^\s.]+\.c\d+\b")
_REASONS = 4  # told for each stage; the document has them all
_COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

DISPUTE_KINDS: Mapping[DisputeKind, str] = {
    DisputeKind.NUMBER: "the number",
    DisputeKind.DATE: "the date",
    DisputeKind.PLACE: "the place",
    DisputeKind.ACTOR: "who did what to whom",
    DisputeKind.POLARITY: "whether it is so",
    DisputeKind.ATTRIBUTION: "who said it",
    DisputeKind.STATUS: "how it stands",
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


def standing_words(standing: Standing, origins: Sequence[Sequence[str]], outlets: int) -> str:
    """What carries a statement, such as `single origin: SBU` or `two outlets, one origin: SBU`.

    `origins` names the origins of each claim that the statement tells: origins of different claims do not add up.
    """
    names = tuple(dict.fromkeys(name for group in origins for name in group))
    listed = f": {'; '.join(names)}" if names else ""
    if standing is Standing.DISPUTED:
        return f"disputed; rests on {'; '.join(names)}" if names else "disputed"
    if standing is Standing.CORROBORATED:
        least = min((len(group) for group in origins), default=0)
        return (
            f"{count_of(least, 'origin', 'origins')}{' or more each' if least < len(names) else ''}{listed}"
        )
    if len(names) > 1:
        return f"each from a single origin{listed}"
    return (
        f"{count_of(outlets, 'outlet', 'outlets')}, one origin{listed}"
        if outlets > 1
        else f"single origin{listed}"
    )


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
    """A day, a month, a year, or the first and the last day, such as `9 January 2025`."""
    first, last = _day(earliest), _day(latest)
    if first is None or last is None or first == last:
        return " to ".join(dict.fromkeys([moment_words(earliest), moment_words(latest)]))
    if first.day != 1 or last.day != calendar.monthrange(last.year, last.month)[1]:
        return f"{moment_words(earliest)} to {moment_words(latest)}"
    month, last_month = calendar.month_name[first.month], calendar.month_name[last.month]
    if first.year != last.year:
        return f"{month} {first.year} to {last_month} {last.year}"
    if (first.month, last.month) == (1, 12):
        return str(first.year)
    return f"{month} {first.year}" if first.month == last.month else f"{month} to {last_month} {first.year}"


def moment_words(moment: str) -> str:
    """An ISO date or date-time as `9 January 2025` or `9 January 2025, 18:20 +00:00`; anything else as it is."""
    day = _day(moment)
    if day is None:
        return moment
    words = f"{day.day} {calendar.month_name[day.month]} {day.year}"
    clock = _CLOCK.fullmatch(moment, 10)
    if clock is None:
        return words if len(moment) == 10 else moment
    zone = " UTC" if clock["zone"] in {"Z", "+00:00"} else f" {clock['zone']}" if clock["zone"] else ""
    return f"{words}, {clock['time']}{zone}"


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text[:10])
    except ValueError:
        return None


def losses_words(losses: Losses) -> tuple[str, ...]:
    """One line a stage that left something out, with the most frequent reasons and how often each."""
    return tuple(line for stage, account in losses.items() if (line := _account_words(stage, account)))


def _account_words(stage: str, account: StageLosses) -> str:
    outcomes = {"merged": account.merged, "dropped": account.dropped, "failed": account.failed}
    gone = ", ".join(f"{count:,} {name}" for name, count in outcomes.items() if count)
    if not gone:
        return ""
    reasons = Counter(_CLAIM_ID.sub("another claim", item.reason) for item in account.items)
    told = [
        reason if count == 1 else f"{reason} ({count:,})" for reason, count in reasons.most_common(_REASONS)
    ]
    if len(reasons) > _REASONS:
        told.append(f"and {len(reasons) - _REASONS:,} more")
    detail = f": {'; '.join(told)}" if told else ""
    return f"{stage}: {account.kept:,} of {account.in_:,} kept, {gone}{detail}"


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
    return " · ".join([*parts, moment_words(provenance.finished), f"run {provenance.run_id}"])


def statements_words(statements: ModelStatements, model: str) -> str:
    """How much of what `model` stated was refused, and whose words most claims are in its place."""
    if not statements.made:
        said = f"nothing of use came from {model}"
    elif statements.is_mostly_refused:
        said = (
            f"the checks refused most of what {model} stated "
            f"({statements.refused:,} of {statements.made:,} statements)"
        )
    else:
        said = f"little of what {model} stated says anything new"
    if not statements.own_words:
        return said
    own = f"{statements.own_words:,} of {statements.claims:,} claims"
    return f"{said}; {own} stand in the article's own words, as the built-in analyst took them"
