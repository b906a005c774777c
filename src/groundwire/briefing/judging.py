"""Is a sentence that a model wrote for a briefing carried by the rows that it names?

Guarantees: numbers, dates, names, negations, hedges and credits are checked as for any statement; nothing is called
confirmed that one origin says; a dispute is never told by one of its sides alone.
"""

import re
from collections.abc import Sequence
from typing import Final

from groundwire.briefing.developments import main_disputes
from groundwire.briefing.material import basis
from groundwire.briefing.story import Story
from groundwire.domain.briefing import Dispute, DisputeKind, MergedClaim, Standing
from groundwire.domain.support import Verdict
from groundwire.grounding.check import Asserted, check_statement
from groundwire.grounding.index import index_article

_CONFIRMS: Final = re.compile(
    r"\b(?:confirm\w*|corroborat\w+|verified|independent(?:ly)? (?:source|report|confirm)\w*|(?:two|several|multiple) sources)\b",
    re.IGNORECASE,
)
_TWO_SIDED: Final = re.compile(
    r"\b(?:disput\w+|disagree\w*|contradict\w*|den(?:y|ies|ied|ying|ial)|reject\w*|dismiss\w*|refut\w+|rebut\w*|while|whereas|but|however|although|against|differ\w*|conflict\w*"
    r"|other(?:s|wise)?)\b",
    re.IGNORECASE,
)
_BY_VALUE: Final = frozenset({DisputeKind.NUMBER, DisputeKind.DATE, DisputeKind.PLACE})


def fault(story: Story, text: str, rows: Sequence[MergedClaim]) -> str:
    """Why `text` may not stand as a sentence about `rows`, or empty."""
    if not rows:
        return "it names no claim"
    ground = basis(story, rows)
    if any(row.standing is Standing.CORROBORATED for row in rows):
        confirmed = ""
    else:
        confirmed = next((found[0] for found in _CONFIRMS.finditer(text) if found[0] not in ground.text), "")
    if confirmed:
        return f"it says “{confirmed}” of what one origin says"
    disputes = main_disputes(story)
    one_sided = next(
        (row.id for row in rows if row.id in disputes and not _has_both(disputes[row.id], text)), ""
    )
    if one_sided:
        return f"it tells the dispute on {one_sided} by one side alone"
    support = check_statement(index_article(ground), Asserted(text)).support
    if support.verdict is Verdict.SUPPORTED:
        return ""
    reasons = "; ".join(reason.message for reason in support.reasons)
    return f"{support.verdict}: {reasons}" if reasons else str(support.verdict)


def _has_both(dispute: Dispute, text: str) -> bool:
    if dispute.kind in _BY_VALUE:
        return all(side.value.casefold() in text.casefold() for side in dispute.sides)
    return bool(_TWO_SIDED.search(text))
