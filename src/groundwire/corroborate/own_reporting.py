"""Whether an outlet's own words say that it knows something at first hand.

Guarantee: only what a writer says of the outlet's own work counts ("seen by this newspaper", "our reporter saw"); being told
something by somebody who is named is that person's word.
"""

import re
from typing import Final

_PAPER: Final = r"(?:this (?:newspaper|paper|website|site|outlet|magazine|station|reporter)|our (?:\w+ )?(?:reporters?|journalists?|correspondents?|newspaper|paper|team))"
_OWN: Final = re.compile(
    rf"\b(?:told|tells|said to|shown to|showed|seen by|reviewed by|obtained by|viewed by|examined by|given to|spoke to|in an interview with)"
    rf"\s+(?:to\s+)?{_PAPER}\b"
    rf"|\b{_PAPER}\s+(?:has\s+|have\s+)?(?:saw|seen|witnessed|watched|heard|visited|counted|found|reviewed|obtained|examined|verified)\b"
    r"|\b(?:a|an|our|one)\s+(?:\w+\s+)?(?:reporter|journalist|correspondent|photographer)s?\s+(?:\w+\s+){0,3}(?:saw|seen|witnessed|watched|heard|counted)\b"
    r"|\bseen by (?:the )?(?-i:[A-Z])[\w’'&-]+(?: (?-i:[A-Z])[\w’'&-]+){0,3}\b",
    re.IGNORECASE,
)


def is_own_reporting(text: str) -> bool:
    """Whether `text` says that the outlet itself saw, counted, read or was told it."""
    return bool(_OWN.search(text))
