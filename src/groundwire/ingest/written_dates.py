"""Dates as pages write them → ISO. Only whole strings, and only where one reading is possible.

Guarantees: `01/02/2025` is no date (whose order?), `13/02/2025` and `01.02.2025` are; what is left over after date, time and
zone makes the string no date. A zone that is named by letters becomes its offset; without a zone the time stays local.
"""

import datetime as dt
import re
from typing import Final

from groundwire.text.dates_months import MONTHS

_SHORT_MONTHS: Final = {
    "ene": 1, "gen": 1, "févr": 2, "fév": 2, "fev": 2, "mrz": 3, "mär": 3, "avr": 4, "abr": 4, "mag": 5, "giu": 6, "juil": 7, "lug": 7,
    "ago": 8, "août": 8, "sett": 9, "set": 9, "okt": 10, "ott": 10, "out": 10, "dez": 12, "dic": 12, "déc": 12,
}  # fmt: skip
_MONTHS: Final = {**MONTHS, **_SHORT_MONTHS}
# Hours from UTC; only zones whose letters mean one thing in news.
_ZONES: Final = {
    "z": 0, "gmt": 0, "utc": 0, "bst": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3,
    "est": -5, "edt": -4, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "jst": 9, "kst": 9, "hkt": 8,
}  # fmt: skip

_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY = r"(?P<day>\d{1,2})"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
WEEKDAY: Final = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend"
    r"|lunes|martes|miércoles|jueves|viernes|sábado|domingo|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche"
    r"|(?:lune|marte|mercole|giove|vener)dì|sabato|domenica|(?:segunda|terça|quarta|quinta|sexta)-feira"
    r"|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)\b"
)
"""One word, as a pattern: the day of the week in the languages that news most often comes in."""
_ON_WEEKDAY = rf"(?:{WEEKDAY}\.?,?\s+)?(?:(?:le|el|den|de)\s+)?"
_DATE = (
    rf"{_YEAR}[-/](?P<month_number>\d{{1,2}})[-/]{_DAY}",
    rf"{_ON_WEEKDAY}(?P<month>{_MONTH})\.?\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}",
    rf"{_ON_WEEKDAY}{_DAY}(?:st|nd|rd|th|er|º|\.)?[\s-]+(?:(?:of|de)\s+)?(?P<month>{_MONTH})\.?,?[\s-]+(?:de\s+)?{_YEAR}",
    rf"{_ON_WEEKDAY}(?P<day>\d{{1,2}})\.\s?(?P<month_number>\d{{1,2}})\.\s?{_YEAR}",
    rf"{_ON_WEEKDAY}(?P<first>\d{{1,2}})/(?P<second>\d{{1,2}})/{_YEAR}",
)
_TIME = (
    r"(?:(?:\s*[,|·•@–—-]\s*|,?\s+(?:at|um|à|a\s+las|alle|às|om|kl\.?)\s+|T|\s+)(?P<hour>\d{1,2})(?:[:.]|\s?h\s?)(?P<minute>\d\d)(?!\d)"
    r"(?::(?P<second_of_minute>\d\d)(?:\.\d{1,9})?)?"
    r"(?:\s?(?P<half>[ap])\.?m\.?)?(?:\s?\(?(?P<zone>[a-z]{1,4}|[+-]\d\d:?\d\d)\)?)?)?"
)
_PATTERNS: Final = tuple(re.compile(date + _TIME, re.IGNORECASE) for date in _DATE)


def parse_written_date(text: str) -> str | None:
    """The ISO date or date-time that `text` says and nothing else; None when it is no date or an ambiguous one."""
    found = match_written_date(text.strip())
    return found[0] if found and found[1] == len(text.strip()) else None


def match_written_date(text: str) -> tuple[str, int] | None:
    """The ISO form of the date that `text` begins with, and where it ends; None when it begins with none."""
    for pattern in _PATTERNS:
        match = pattern.match(text)
        if match and (day := _day(match.groupdict())):
            time, ends_early = _time(match.groupdict())
            return f"{day.isoformat()}{time}", match.start("zone") if ends_early else match.end()
    return None


def _day(found: dict[str, str | None]) -> dt.date | None:
    year = int(found["year"] or 0)
    if first := found.get("first"):
        a, b = int(first), int(found["second"] or 0)
        if a <= 12 and b <= 12 and a != b:
            return None
        day, month = (a, b) if a > b else (b, a)
    else:
        day = int(found["day"] or 0)
        written = found.get("month")
        month = _MONTHS[written.lower()] if written else int(found["month_number"] or 0)
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _time(found: dict[str, str | None]) -> tuple[str, bool]:
    """`T11:09+01:00`, or nothing; and whether the letters after the time are no zone, so that the date ends before them."""
    if not found["hour"]:
        return "", False
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if half := found["half"]:
        hour = hour % 12 + (12 if half.lower() == "p" else 0)
    second = found["second_of_minute"]
    if hour > 23 or minute > 59 or int(second or 0) > 59:
        return "", False
    time = f"T{hour:02}:{minute:02}" + (f":{second}" if second else "")
    zone = found["zone"]
    if not zone:
        return time, False
    if zone[0] in "+-":
        return f"{time}{zone[:3]}:{zone[-2:]}", False
    hours = _ZONES.get(zone.lower())
    return (time, True) if hours is None else (f"{time}{hours:+03}:00", False)
