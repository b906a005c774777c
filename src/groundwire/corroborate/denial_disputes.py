"""The disputes that denials make: one for each row that is denied, with a side for everybody who denies it.

Guarantee: all that a side says stays, in the articles' own words; the side speaks by what it says in full, not by "denied it".
"""

from collections.abc import Iterable, Mapping, Sequence

from groundwire.corroborate.denials import Denial
from groundwire.corroborate.naming import article_name
from groundwire.corroborate.origins import speaker_of
from groundwire.corroborate.polarity import denies
from groundwire.corroborate.rows import distinct_evidence
from groundwire.domain.article import Article
from groundwire.domain.briefing import Dispute, DisputeKind, DisputeSide, Reading
from groundwire.domain.claim import Claim


def denial_disputes(
    denials: Iterable[Denial], row_of: Mapping[str, str], articles: Mapping[str, Article]
) -> list[Dispute]:
    """A dispute for every row that a claim denies, be it a claim that was taken for the same."""
    by_row: dict[str, list[Denial]] = {}
    for denial in denials:
        by_row.setdefault(row_of[denial.denied.id], []).append(denial)
    return [_dispute(row, found, articles) for row, found in by_row.items()]


def _dispute(row: str, denials: Sequence[Denial], articles: Mapping[str, Article]) -> Dispute:
    denied = list(dict.fromkeys(denial.denied for denial in denials))
    sides: dict[str, list[Claim]] = {}
    for denial in denials:
        claim = denial.denial
        same = (
            who
            for who, claims in sides.items()
            if any(one.evidence[0] == claim.evidence[0] for one in claims)
        )
        who = next(same, speaker_of(claim) or claim.article)
        sides.setdefault(who, []).append(claim)
    heard = dict.fromkeys(denial.denial.article for denial in denials)
    return Dispute(
        claim=row,
        kind=DisputeKind.POLARITY,
        sides=(_denied_side(denied, denials), *(_side(claims) for claims in sides.values())),
        reading=Reading.CONFLICT,
        note=f"denied in {', '.join(article_name(articles[name]) for name in heard)}",
    )


def _denied_side(denied: Sequence[Claim], denials: Sequence[Denial]) -> DisputeSide:
    """What is denied: by the claims that say it, else as the denials tell it."""
    told = {denial.denied.id for denial in denials if denial.told}
    saying = [claim for claim in denied if claim.id not in told]
    if saying:
        return _side(saying)
    return _side(denied).model_copy(update={"value": denials[0].told})


def _side(claims: Sequence[Claim]) -> DisputeSide:
    telling = next((claim for claim in claims if not denies(claim.text)), claims[0])
    return DisputeSide(
        value=telling.text,
        articles=tuple(dict.fromkeys(claim.article for claim in claims)),
        evidence=distinct_evidence(claims),
    )
