"""Dates and times of day in a text, each with the first and last day that it can mean.

Guarantees: spans are exact, in order and do not overlap; a date that the words and the day of publication do not
determine has `earliest` and `latest` None; "may" and "march" as verbs are not months; time is linear in the length of the text.

Conventions of news English: a weekday is the last one up to the day of publication, and the coming one from that day on where
its clause looks forward ("will meet on Friday"); a day and month without a year is the one nearest to it.
"""

import datetime as dt
import re
from typing import NamedTuple

from groundwire.domain.span import Span
from groundwire.text import dates_resolve as resolve
from groundwire.text.dates_months import ENGLISH_MONTHS, MONTHS, SEASONS, WEEKDAYS
from groundwire.text.dates_outlook import looks_forward
from groundwire.text.letters import WITHOUT_TURKISH_I
from groundwire.text.numbers_words import CARDINALS


class DateMention(NamedTuple):
    """One date as the text words it.

    `weekday` is 0 for Monday to 6 for Sunday where one is named; `year`, `month` and `day` are what the words themselves
    say, `minute` the minute of the day for a time of day; `earliest` and `latest` are the first and last day that it can
    mean, given the day of publication. A decade, a century and a season have a `year` and `years` or a month of their own:
    `label` tells them apart ("1960s", "summer"). `other_day` is the one that a weekday means if its clause is misread: the
    coming one for the last one and the other way round.
    """

    span: Span
    text: str
    earliest: dt.date | None = None
    latest: dt.date | None = None
    weekday: int | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    minute: int | None = None
    label: str = ""
    other_day: dt.date | None = None

    @property
    def is_relative(self) -> bool:
        """Whether it is told from the day of publication ("yesterday") or as a bare weekday."""
        return self.year is None and self.month is None and self.minute is None


_ANY_MONTH = "|".join(sorted((re.escape(word) for word in MONTHS), key=len, reverse=True))
_EN_MONTH = "|".join(sorted(ENGLISH_MONTHS, key=len, reverse=True))
_SURE_MONTH = "January|February|April|June|July|August|September|October|November|December"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:1[0-9]|20|21)\d\d"
_COUNT = "|".join(sorted((word for word in CARDINALS if word != "zero"), key=len, reverse=True))

_PATTERN = re.compile(
    rf"(?P<iso>(?<![\w.-])(?P<iy>{_YEAR})-(?P<im>0[1-9]|1[0-2])-(?P<id>0[1-9]|[12]\d|3[01])(?![\w-]))"
    rf"|(?P<dotted>(?<![\w./])(?P<pd>{_DAY})(?P<sep>[./])(?P<pm>0?[1-9]|1[0-2])(?P=sep)(?P<py>{_YEAR})(?!\w))"
    rf"|(?P<md>\b(?P<mdm>{_EN_MONTH})\.?[ \u00a0](?P<mdd>{_DAY})(?:st|nd|rd|th)?(?![\w:%]|[.,]\d)(?:(?:,[ ]?|[ ])(?P<mdy>{_YEAR})(?!\w))?)"
    rf"|(?P<dm>(?<![\w.,:])(?P<dmd>{_DAY})(?:st|nd|rd|th|\.)?(?:[ \u00a0](?:of|de)[ ]|[ \u00a0])(?P<dmm>{_ANY_MONTH})\b\.?(?:,?[ ](?:de[ ])?(?P<dmy>{_YEAR})(?!\w))?)"
    rf"|(?P<my>\b(?P<mym>{_ANY_MONTH})\.?,?[ ](?:of[ ]|de[ ])?(?P<myy>{_YEAR})(?!\w))"
    rf"|(?P<season>\b(?P<ss>spring|summer|autumn|fall|winter)(?:[ ]of|[ ]in)?[ ](?P<sy>{_YEAR})(?!\w))"
    r"|(?P<century>\b(?P<cn>\d{1,2})(?:st|nd|rd|th)[ -]century\b)"
    rf"|(?P<decade>\b(?P<dy>{_YEAR})[’']?s\b)"
    r"|(?P<clock>(?<![\w.:])(?P<ch>[01]?\d|2[0-4])(?:[:.](?P<cm>[0-5]\d))?[ ]?(?P<ap>[ap]\.?m\b\.?)|(?<![\w.:])(?P<kh>[01]?\d|2[0-3]):(?P<km>[0-5]\d)(?![\w:]))"
    r"|(?P<rel>\b(?:(?:the[ ])?day[ ]before[ ]yesterday|yesterday|today|tonight|tomorrow|this[ ](?:morning|afternoon|evening))\b)"
    rf"|(?P<wd>\b(?:(?P<wq>last|next|this|coming)[ ])?(?P<wn>{'|'.join(WEEKDAYS)})\b)"
    r"|(?P<period>\b(?P<pq>last|this|next)[ ](?P<pu>week|month|year|night|spring|summer|autumn|winter)\b)"
    rf"|(?P<ago>\b(?P<an>\d{{1,3}}|an?|{_COUNT})[ ](?P<au>day|week|month|year)s?[ ]ago\b)"
    rf"|(?P<month>\b(?:(?P<lm>last|next|this)[ ])?(?P<m>{_EN_MONTH})\b)"
    rf"|(?P<y>(?<![\w.,:$£€])(?<!\D-)(?<!\d[ ])(?:1[5-9]|20|21)\d\d(?![\w%]|[.,:]\d))",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]+")
_RELATIVE_WORDS = "yesterday today tonight tomorrow morning afternoon evening last this next ago century"
_HINTS = frozenset((*_RELATIVE_WORDS.split(), *MONTHS, *WEEKDAYS))
_MONTH_CUE = re.compile(
    r"\b(?:in|since|of|by|until|till|during|early|late|mid|from|to|for|through|between|and|before|after|every|each|last|next|this)[ -]$",
    re.IGNORECASE,
)
_SECOND_DAY = re.compile(
    rf"(?:[ ](?:and|to|or)[ ]|[ ]?[-–—][ ]?|,[ ])(?P<d>{_DAY})(?:st|nd|rd|th)?(?![\w:%]|[.,]?\d| [a-z]{{4}}| (?:{_EN_MONTH})\b)"
)
_DAY_REACH = 12  # code points of "between 13th and " that are looked at before a date
_DAY_BEFORE = re.compile(
    rf"(?<![\w.,:/$£€-])(?P<d>{_DAY})(?:st|nd|rd|th)?(?:[ ](?:and|to|or)[ ]|[ ]?[-–—][ ]?)(?:the[ ])?$"
)
_NOT_A_YEAR_AFTER = re.compile(
    r"[ -]?(?:%|percent|per cent|people|miles?|metres|meters|feet|kilomet|km\b|kg\b|tons|tonnes|pounds|dollars|euros|troops|soldiers"
    r"|hours|minutes|days|weeks|months|years|levels?|schoolchildren|pupils|students|residents|cases|jobs|houses|million|billion|thousand|dollar|migrants|men|women|children|votes|homes)"
    r"|[ ][a-z]{3,}(?:s|men)[ ](?:were|are|have|had|will|who|and|from|in|of|at|to|that)\b",
    re.IGNORECASE,
)
_YEAR_CUE_BEFORE = re.compile(
    r"\b(?:in|since|by|until|till|from|of|the|a|an|to|and|during|after|before|early|late|mid|for|between|through|year|its|his|her|their|our)[ -]$"
    r"|[(/–—]\s?$|^$|\d{4}[ ]?[-–—,][ ]?$",
    re.IGNORECASE,
)


def find_dates(text: str, published: dt.date | None = None) -> tuple[DateMention, ...]:
    """Every date of `text`, in order; relative ones are resolved against `published` where it is known."""
    if not _may_hold_a_date(text):
        return ()
    text = text.translate(WITHOUT_TURKISH_I)
    found: list[DateMention] = []
    for match in _PATTERN.finditer(text):
        mention = _mention(text, match, published)
        if mention is not None:
            found.extend(_first_day(text, match, mention, published))
            found.append(mention)
            found.extend(_second_day(text, match, mention, published))
    return tuple(found)


def _may_hold_a_date(text: str) -> bool:
    """A quick look that spares most sentences the long pattern."""
    return bool(_DIGIT.search(text)) or not _HINTS.isdisjoint(_LETTERS.findall(text.casefold()))


def _mention(text: str, match: re.Match[str], published: dt.date | None) -> DateMention | None:
    kind = match.lastgroup or ""
    kind = next(name for name in _READERS if match[name] is not None) if kind not in _READERS else kind
    return _READERS[kind](text, match, published)


def _second_day(
    text: str, match: re.Match[str], first: DateMention, published: dt.date | None
) -> list[DateMention]:
    """The bare day after another one: 4 in January 3 and 4."""
    if match["md"] is None or match["mdy"] is not None:
        return []
    second = _SECOND_DAY.match(text, match.end())
    if second is None or first.month is None:
        return []
    span = Span(second.start("d"), second.end())
    return [_calendar(text, span, (None, first.month, int(second["d"])), published)]


def _first_day(
    text: str, match: re.Match[str], second: DateMention, published: dt.date | None
) -> list[DateMention]:
    """The bare day before another one: 3 in 3 and 4 January 2025."""
    if match["dm"] is None or second.day is None:
        return []
    first = _DAY_BEFORE.search(text, max(0, match.start() - _DAY_REACH), match.start())
    if first is None or int(first["d"]) >= second.day:
        return []
    return [
        _calendar(
            text,
            Span(first.start("d"), first.end("d")),
            (second.year, second.month, int(first["d"])),
            published,
        )
    ]


def _calendar(
    text: str, span: Span, parts: tuple[int | None, int | None, int | None], published: dt.date | None
) -> DateMention:
    year, month, day = parts
    earliest, latest = resolve.calendar(year, month, day, published)
    return DateMention(span, span.of(text), earliest, latest, year=year, month=month, day=day)


def _read_iso(text: str, match: re.Match[str], published: dt.date | None) -> DateMention | None:
    parts = (int(match["iy"]), int(match["im"]), int(match["id"]))
    return _calendar(text, Span(*match.span()), parts, published)


def _read_dotted(text: str, match: re.Match[str], published: dt.date | None) -> DateMention | None:
    """Day before month after dots; after slashes only where the other reading is impossible."""
    day, month, year = int(match["pd"]), int(match["pm"]), int(match["py"])
    span = Span(*match.span())
    if match["sep"] == "/" and day <= 12 and day != month:
        return DateMention(span, span.of(text), year=year, label=span.of(text))
    return _calendar(text, span, (year, month, day), published)


def _read_month_day(text: str, match: re.Match[str], published: dt.date | None) -> DateMention | None:
    if not match["md"][0].isupper():
        return None
    year = int(match["mdy"]) if match["mdy"] else None
    parts = (year, ENGLISH_MONTHS[match["mdm"].casefold()], int(match["mdd"]))
    return _calendar(text, Span(*match.span()), parts, published)


def _read_day_month(text: str, match: re.Match[str], published: dt.date | None) -> DateMention | None:
    word = match["dmm"]
    if (
        word.casefold() in ENGLISH_MONTHS
        and not word[0].isupper()
        and word.casefold() in {"may", "march", "mar"}
    ):
        return None
    year = int(match["dmy"]) if match["dmy"] else None
    end = match.end() - (1 if match["dm"].endswith(".") and len(word) > 4 else 0)
    return _calendar(
        text, Span(match.start(), end), (year, MONTHS[word.casefold()], int(match["dmd"])), published
    )


def _read_month_year(text: str, match: re.Match[str], published: dt.date | None) -> DateMention | None:
    word = match["mym"]
    if word.casefold() in ENGLISH_MONTHS and not word[0].isupper():
        return None
    parts = (int(match["myy"]), MONTHS[match["mym"].casefold()], None)
    return _calendar(text, Span(*match.span()), parts, published)


def _read_season(text: str, match: re.Match[str], _: dt.date | None) -> DateMention | None:
    span, year, name = Span(*match.span()), int(match["sy"]), match["ss"].casefold()
    earliest, latest = resolve.season(year, SEASONS[name])
    label = "autumn" if name == "fall" else name
    return DateMention(span, span.of(text), earliest, latest, year=year, label=label)


def _read_century(text: str, match: re.Match[str], _: dt.date | None) -> DateMention | None:
    span, number = Span(*match.span()), int(match["cn"])
    if not 1 <= number <= 99:
        return None
    first = (number - 1) * 100 + 1
    return DateMention(
        span, span.of(text), dt.date(first, 1, 1), dt.date(first + 99, 12, 31), year=first, label="century"
    )


def _read_decade(text: str, match: re.Match[str], _: dt.date | None) -> DateMention | None:
    span, year = Span(*match.span()), int(match["dy"])
    last = year + (99 if year % 100 == 0 and year < 2000 else 9)
    return DateMention(
        span, span.of(text), dt.date(year, 1, 1), dt.date(last, 12, 31), year=year, label="decade"
    )


def _read_clock(text: str, match: re.Match[str], _: dt.date | None) -> DateMention | None:
    span = Span(*match.span())
    if match["kh"]:
        return DateMention(span, span.of(text), minute=int(match["kh"]) * 60 + int(match["km"]))
    half_day = 12 if match["ap"][0] in "pP" else 0
    minute = (int(match["ch"]) % 12 + half_day) * 60 + int(match["cm"] or 0)
    return DateMention(span, span.of(text), minute=minute)


def _read_relative(text: str, match: re.Match[str], published: dt.date | None) -> DateMention | None:
    span, words = Span(*match.span()), match["rel"].casefold()
    shift = {"yesterday": -1, "tomorrow": 1}.get(words, -2 if "before" in words else 0)
    day = resolve.shifted(published, shift)
    return DateMention(span, span.of(text), day, day, label=resolve.RELATIVE_NAMES[shift])


def _read_weekday(text: str, match: re.Match[str], published: dt.date | None) -> DateMention | None:
    if not match["wn"][0].isupper():
        return None
    span, weekday = Span(*match.span()), WEEKDAYS[match["wn"].casefold()]
    which = (match["wq"] or "").casefold()
    if which in {"next", "coming"}:
        day = resolve.weekday(weekday, published, future=True)
        return DateMention(span, span.of(text), day, day, weekday=weekday, other_day=resolve.shifted(day, 7))
    last = resolve.weekday(weekday, published, future=False)
    coming = resolve.shifted(last, 7)
    if which == "last" or last is None or not looks_forward(text, *match.span()):
        return DateMention(span, span.of(text), last, last, weekday=weekday, other_day=coming)
    day, other = (last, coming) if last == published else (coming, last)
    return DateMention(span, span.of(text), day, day, weekday=weekday, other_day=other)


def _read_period(text: str, match: re.Match[str], published: dt.date | None) -> DateMention | None:
    span, which, unit = Span(*match.span()), match["pq"].casefold(), match["pu"].casefold()
    earliest, latest = resolve.period(which, unit, published)
    return DateMention(span, span.of(text), earliest, latest, label=f"{which} {unit}")


def _read_ago(text: str, match: re.Match[str], published: dt.date | None) -> DateMention | None:
    span, count = Span(*match.span()), match["an"].casefold()
    number = int(count) if count.isdigit() else CARDINALS.get(count, 1)
    earliest, latest = resolve.ago(number, match["au"].casefold(), published)
    return DateMention(span, span.of(text), earliest, latest, label="ago")


def _read_month(text: str, match: re.Match[str], published: dt.date | None) -> DateMention | None:
    word = match["m"]
    is_sure = re.fullmatch(_SURE_MONTH, word) is not None
    has_cue = match["lm"] or _MONTH_CUE.search(text[max(0, match.start() - 9) : match.start()])
    if not word[0].isupper() or not (is_sure or (has_cue and len(word) > 2 and word in {"May", "March"})):
        return None
    span, month = Span(*match.span()), ENGLISH_MONTHS[word.casefold()]
    earliest, latest = resolve.month(month, (match["lm"] or "").casefold(), published)
    return DateMention(span, span.of(text), earliest, latest, month=month)


def _read_year(text: str, match: re.Match[str], published: dt.date | None) -> DateMention | None:
    has_cue = _YEAR_CUE_BEFORE.search(text[max(0, match.start() - 8) : match.start()])
    if _NOT_A_YEAR_AFTER.match(text, match.end()):
        return None
    if not has_cue and not re.match(r"[ ]?[).,;:–—-]|[ ]?$|[ ][A-Z]", text[match.end() : match.end() + 3]):
        return None
    return _calendar(text, Span(*match.span()), (int(match["y"]), None, None), published)


_READERS = {
    "iso": _read_iso,
    "dotted": _read_dotted,
    "md": _read_month_day,
    "dm": _read_day_month,
    "my": _read_month_year,
    "season": _read_season,
    "century": _read_century,
    "decade": _read_decade,
    "clock": _read_clock,
    "rel": _read_relative,
    "wd": _read_weekday,
    "period": _read_period,
    "ago": _read_ago,
    "month": _read_month,
    "y": _read_year,
}
