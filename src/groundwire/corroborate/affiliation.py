"""Whether somebody speaks for a body: what the two agree on is one voice.

Guarantee: only where an article introduces the person by an office of such a body ("spokeswoman", "mayor") close to the
body's name, or by the office of a body of its kind (a mayor and the council).
"""

import re
from collections.abc import Iterable
from typing import Final

_NEAR: Final = 300  # code points around a name in which the body is named that its bearer speaks for
_TITLE: Final = 60  # code points on either side of a name in which its bearer's office stands
_SERVANTS: Final = re.compile(
    r"\b(?:spokes(?:man|woman|person)|chief executive|chief \w+ officer|chairman|chairwoman|chair|director|manager|boss|owner"
    r"|founder|lawyer|counsel|agent|coach|president|leader|secretary|head|chief|commander|editor|deputy)\b",
    re.IGNORECASE,
)
_HEADS: Final = (
    (r"mayor(?:ess)?|deputy mayor", r"council|municipality|town hall|city hall|city|town"),
    (r"minister|secretary of state", r"ministry|government|department"),
    (r"president|premier|chancellor|prime minister", r"government|office|presidency|cabinet"),
    (r"prosecutor|attorney", r"prosecutors?|prosecution service"),
    (r"(?:police )?(?:chief|commissioner|superintendent|inspector|officer|constable)", r"police"),
)
_OFFICES: Final = tuple(
    (re.compile(rf"\b(?:{office})\b", re.IGNORECASE), re.compile(rf"\b(?:{body})\b", re.IGNORECASE))
    for office, body in _HEADS
)


def speaks_for(names: Iterable[str], bodies: Iterable[str], texts: Iterable[str]) -> bool:
    """Whether one of `texts` introduces the bearer of one of `names` as somebody who speaks for one of `bodies`."""
    bodies, texts = tuple(bodies), tuple(texts)
    return any(_is_introduced(name, bodies, text) for name in names for text in texts)


def _is_introduced(name: str, bodies: tuple[str, ...], text: str) -> bool:
    at = text.find(name)
    if at < 0:
        return False
    end = at + len(name)
    title = (
        f"{text[max(0, at - _TITLE) : at].rpartition('.')[2]} {text[end : end + _TITLE].partition('.')[0]}"
    )
    if any(office.search(title) and body.search(" ".join(bodies)) for office, body in _OFFICES):
        return True
    around = text[max(0, at - _NEAR) : end + _NEAR]
    return bool(_SERVANTS.search(title)) and any(body in around for body in bodies)
