"""Datelines: the place, the day and the agency before the first sentence of a wire, as in `ULM, Nov 12, 2026 (XY) - The`.

Guarantees: a dateline ends with its dash, and a sentence follows it; a name with a dash alone is none, unless it stands in capitals.
Bounded work: only the first characters are looked at.
"""

import re
from typing import Final, NamedTuple

from groundwire.text.dates_months import MONTHS

_WITHIN: Final = 120  # code points in which a dateline ends
_SMALL_WORDS = "de del la las los el of the upon on am an der die den im in bei sur le les du di da do dos das op aan och i na y e"
_SMALL: Final = frozenset(_SMALL_WORDS.split())
_OTHER_WORDS = (
    "breaking update updated live exclusive news analysis opinion urgent alert watch video photos correction corrected"
    " note editor warning interview question answer factbox explainer flash eilmeldung última hora nato eu un us uk usa"
)
_NO_PLACES: Final = frozenset(_OTHER_WORDS.split())
_WORD = r"[^\W\d_][\w.'’]{0,24}(?:-[^\W\d_][\w.'’]{0,24}){0,3}"
_PLACE = rf"(?P<place>{_WORD}(?:(?: |/){_WORD}){{0,3}}(?:, {_WORD}(?: {_WORD}){{0,2}})?)"
_NAME_OF_MONTH = r"[^\W\d_]{3,10}\.?"
_DATE = (
    rf"(?P<date>(?:(?P<month>{_NAME_OF_MONTH}) \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th|er|\.)? (?:de )?(?P<month_after>{_NAME_OF_MONTH})"
    r"|\d{1,2}\.\d{1,2}\.(?=\d{4}))(?:,? ?(?:de )?\d{4})?(?:, \d{1,2}[:.]\d\d)?)"
)
_CREDIT = r"\((?P<credit>[^\W_][^()\n]{1,38})\)"
_NO_PLACE = (
    rf"(?P<alone>(?:(?P<day>(?P<month_of_day>{_NAME_OF_MONTH}) \d{{1,2}}|\d{{1,2}} (?P<month_after_day>{_NAME_OF_MONTH})),? ?)?"
    r"\((?P<agency>[^\W_][^()\n]{1,38})\))"
)
_HEAD = rf"(?:{_PLACE}(?:,? (?:le |el |den )?{_DATE})?(?:,? ?{_CREDIT})?|{_NO_PLACE})"
_DATELINE: Final = re.compile(_HEAD + r"(?P<end> ?[—–] ?| --? |\. (?=[^\W\d_]))(?P<next>\S)")
_WHOLE_LINE: Final = re.compile(_HEAD + r"(?P<end>:?)(?P<next>)")


class Dateline(NamedTuple):
    """Where the sentence begins, the words of the date and the agency; empty where the dateline has none."""

    end: int
    date: str
    credit: str


def match_dateline(text: str, start: int = 0) -> Dateline | None:
    """The dateline that stands at `start`, None when a sentence begins there at once; `end` is an offset into `text`."""
    match = _DATELINE.match(text[start : start + _WITHIN])
    return _read(match, start) if match else None


def match_dateline_alone(line: str) -> Dateline | None:
    """The dateline that the whole of `line` is: `ULM, Nov 12, 2026 (XY)`; it has to hold a date and an agency or a year."""
    match = _WHOLE_LINE.fullmatch(line) if len(line) <= _WITHIN else None
    found = _read(match, 0) if match else None
    return found if found and found.date and (found.credit or re.search(r"\d{4}", found.date)) else None


def _read(match: re.Match[str], start: int) -> Dateline | None:
    date, credit = match["date"] or match["day"] or "", match["credit"] or match["agency"] or ""
    months = (match[name] for name in ("month", "month_after", "month_of_day", "month_after_day"))
    month = next((name.rstrip(".").casefold() for name in months if name), "")
    if (month and not _is_month(month)) or len(credit.split()) > 4:
        return None
    following = match["next"]
    if following and not (following.isupper() or following.isdigit() or following in "\"“„«‘'¿¡*"):
        return None
    if match["alone"] is None and not _is_place(match["place"], bare=not (date or credit)):
        return None
    if match["end"].startswith(".") and not ("/" in (match["place"] or "") and match["place"].isupper()):
        return None
    return Dateline(start + match.start("next"), date, credit)


def _is_place(place: str, *, bare: bool) -> bool:
    words = re.split(r"[ /,]+", place)
    if any(not word[0].isupper() and word not in _SMALL for word in words):
        return False
    if words[0].casefold() in _NO_PLACES:
        return False
    first = place.split(",", maxsplit=1)[0]
    return not bare or (first.isupper() and len(first) > 2)


def _is_month(word: str) -> bool:
    return word in MONTHS or (len(word) in {3, 4} and any(month.startswith(word) for month in MONTHS))
