"""Do two dates agree?

Guarantees: what both say must be equal; what only one says is checked against the days that the other can mean, and where that
cannot be derived it is no disagreement. A weekday and a full date are compared by the calendar.
"""

from groundwire.text.dates import DateMention


def dates_agree(claim: DateMention, source: DateMention) -> bool:
    """Whether the claim's date may stand for the source's."""
    if (claim.minute is None) != (source.minute is None) or _said_differently(claim, source):
        return False
    if (
        claim.label != source.label
        and claim.year is None
        and source.year is None
        and claim.label
        and source.label
    ):
        return _overlap(claim, source) and claim.earliest is not None
    weekday = _weekday_without_day(claim, source)
    if weekday is not None:
        return weekday
    if _shares_a_part(claim, source):
        return not (claim.label and source.label and claim.label != source.label)
    return _overlap(claim, source) or _is_other(source, claim) or _is_other(claim, source)


def _is_other(bare: DateMention, dated: DateMention) -> bool:
    """Whether the day that is named is the other one that a bare weekday may be: the coming one for the last, or the reverse."""
    return bare.other_day is not None and bare.other_day == dated.earliest == dated.latest


def _said_differently(claim: DateMention, source: DateMention) -> bool:
    """Whether both name a year, month, day, weekday or minute and name another one."""
    return any(
        one is not None and other is not None and one != other
        for one, other in (
            (claim.year, source.year),
            (claim.month, source.month),
            (claim.day, source.day),
            (claim.weekday, source.weekday),
            (claim.minute, source.minute),
        )
    )


def _shares_a_part(claim: DateMention, source: DateMention) -> bool:
    return any(
        one is not None and one == other
        for one, other in (
            (claim.year, source.year),
            (claim.month, source.month),
            (claim.day, source.day),
            (claim.weekday, source.weekday),
            (claim.minute, source.minute),
            (claim.label or None, source.label),
        )
    )


def _overlap(claim: DateMention, source: DateMention) -> bool:
    if claim.earliest is None or claim.latest is None or source.earliest is None or source.latest is None:
        return False
    return claim.earliest <= source.latest and source.earliest <= claim.latest


def _weekday_without_day(one: DateMention, other: DateMention) -> bool | None:
    """Whether a bare weekday that no day of publication resolves falls on the day of the other; None where neither is such."""
    for bare, dated in ((one, other), (other, one)):
        is_bare = bare.weekday is not None and bare.earliest is None and bare.month is None
        if is_bare and dated.earliest is not None and dated.earliest == dated.latest:
            return dated.earliest.weekday() == bare.weekday
    return None
