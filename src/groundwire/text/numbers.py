"""Quantities in a text: digits, number words, ranges, fractions, percentages, money, measures, vague counts.

Guarantees: spans are exact, in order and do not overlap; digits that belong to a calendar date, a year or a time of day
are not quantities; `low <= high`; time is linear in the length of the text.

A quantity's span covers the number with its scale, its unit and its currency ("US$ 3.8 million", "24 hours", "58 per
cent"), but not the words before it that bound it ("at least"), which `bound` tells.
"""

import re
from bisect import bisect_right
from enum import StrEnum
from typing import NamedTuple

from groundwire.domain.span import Span
from groundwire.text.dates import DateMention, find_dates
from groundwire.text.letters import WITHOUT_TURKISH_I
from groundwire.text.numbers_words import RUN, SCALES, read_words
from groundwire.text.units import is_money, unit_named


class QuantityKind(StrEnum):
    """What a number counts or measures."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    PERCENT = "percent"
    POINTS = "points"
    MONEY = "money"
    MEASURE = "measure"
    FRACTION = "fraction"
    VAGUE = "vague"


class Bound(StrEnum):
    """What the words before a number make of it."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at least"
    MORE_THAN = "more than"
    AT_MOST = "at most"
    LESS_THAN = "less than"
    NEARLY = "nearly"


class Quantity(NamedTuple):
    """One quantity as the text words it. `low` and `high` are equal unless it is a range or vague.

    `unit` is the canonical name of a unit or currency, None for a bare count; values are in that unit, not converted.
    `approximate` is true after "about", "some", "nearly" and the like.
    """

    span: Span
    text: str
    low: float
    high: float
    unit: str | None
    approximate: bool
    kind: QuantityKind
    bound: Bound = Bound.EXACT


class _Atom(NamedTuple):
    """A number before its neighbours are looked at."""

    start: int
    end: int
    low: float
    high: float
    kind: QuantityKind


_SEPARATED = (
    r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?!\d)|\d{1,3}(?: 000)+(?!\d)"
)
_DIGITS = rf"(?:{_SEPARATED}|\d+(?:\.\d+)?)"
_VAGUE = (
    r"(?:tens|dozens|scores|hundreds|thousands|millions|billions|trillions)"
    r"(?: (?:upon|of|and) (?:dozens|hundreds|thousands|millions|billions))?"
    r"|a couple(?= of\b)|a few(?= \w)|several|a handful(?= of\b)|twice|thrice"
)
_FRACTION = (
    r"(?:one|two|three|four|a|an)[ -](?:half|third|thirds|quarter|quarters|fifth|fifths|tenth|tenths)(?= of\b)"
    r"|(?<=\bby )a (?:half|third|quarter|fifth|tenth)"
    r"|(?:two|three|four)[ -](?:thirds|quarters|fifths|tenths)|half(?= (?:of|the|a|an|its|their|his|her)\b)"
)
_NUMBER = re.compile(
    rf"(?P<digits>(?<![\w.])(?<!\d,)(?<![^\W\d_]-){_DIGITS})(?P<suffix>st|nd|rd|th|bn|tn|k|m)?(?![\w]|[.,:]\d)"
    rf"|(?P<vague>\b(?:{_VAGUE})\b)|(?P<fraction>\b(?:{_FRACTION})\b)|(?P<words>\b{RUN}\b)",
    re.IGNORECASE,
)
_SCALE = re.compile(r"[ -]?(hundred|thousand|million|billion|trillion|dozen|mn|bn|tn)\b", re.IGNORECASE)
_HAS_SCALE = re.compile(r"(?:thousand|million|billion|trillion|mn|bn|tn)\b|\d[km]\b", re.IGNORECASE)
_HALF = re.compile(r"\s(?:and a half)\b", re.IGNORECASE)
_CURRENCY_BEFORE = re.compile(
    r"(?:(?:US|AU|A|CA|C|NZ|HK|S|R)?\$|[£€¥₹₽₴₩₺₪฿₦]|\b(?:USD|EUR|GBP|DKK|NOK|SEK|CHF|PLN|JPY|CNY|RMB|INR|AUD|CAD|NZD|HKD|SGD|RUB|UAH|ZAR|KRW))\s?$"
)
_UNIT_AFTER = re.compile(
    r"(?:[ \u00a0-]?)(%|per ?cent(?:age points?)?|pct|percentage points?|points?(?= (?:higher|lower|ahead|behind|down|up)\b)"
    r"|(?:(?:US|Australian|Canadian|New Zealand|Hong Kong|Singapore) )?[^\W\d_]+/?h?|°[CF]?)",
    re.IGNORECASE,
)
_PER_HOUR = re.compile(r" (?:per|an) hour\b", re.IGNORECASE)
_SQUARE = re.compile(r"[ -]?(square|cubic) ([^\W\d_]+)", re.IGNORECASE)
_RANGE = re.compile(r"\s?[-–—]\s?|\s(?:to|and|or)\s", re.IGNORECASE)
_NO_NUMBER_AFTER_ONE = re.compile(
    r"[’']s\b|\s(?:of|another|or|and|who|that|which|is|was|has|can|could|should|would|must|may|might|thing|more thing"
    r"|day|side|hand|in|on|to|from|for|with|at|by|as|where|when)\b|\s?[^\w\s-]|\s?$",
    re.IGNORECASE,
)
_NO_NUMBER_BEFORE_ONE = re.compile(
    r"\b(?:no|any|each|this|that|which|every|some|the|another|only|such|other|next|last|first|loved|\w+er)[ -]$",
    re.IGNORECASE,
)

_BOUNDS: tuple[tuple[Bound, str], ...] = (
    (Bound.AT_LEAST, "at least|no fewer than|no less than|not less than|a minimum of|minimum of"),
    (
        Bound.AT_MOST,
        "at most|up to|no more than|not more than|as many as|as much as|a maximum of|maximum of|at best",
    ),
    (
        Bound.MORE_THAN,
        "more than|over|above|in excess of|greater than|upwards of|well over|exceeding|exceeded|exceeds",
    ),
    (Bound.LESS_THAN, "less than|fewer than|under|below|lower than|well under|just under"),
    (Bound.NEARLY, "nearly|almost|not quite"),
    (
        Bound.ABOUT,
        (
            "about|around|approximately|approx\\.?|roughly|close to|some|an estimated|estimated|circa|c\\."
            "|in the region of|in the order of|or so|just over|virtually|~|near"
        ),
    ),
)
_BOUND_BEFORE = re.compile(
    "(?:"
    + "|".join(f"(?P<b{at}>(?<![^\\W_])(?:{words}))" for at, (_, words) in enumerate(_BOUNDS))
    + r")\s?(?:the\s)?$",
    re.IGNORECASE,
)
_BOUND_WINDOW = (
    24  # code points before a number in which its bound stands; the longest is "in the neighbourhood of"
)
_OR_MORE = re.compile(r"\s(?:or|and) (more|over|above|fewer|less|under)\b", re.IGNORECASE)

_VAGUE_SIZES = {"tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000, "millions": 10**6,
                "billions": 10**9, "trillions": 10**12}  # fmt: skip
_VAGUE_COUNTS = {"a couple": (2, 2), "a few": (2, 9), "several": (3, 20), "a handful": (2, 9)}
_SUFFIXES = {"bn": 10**9, "tn": 10**12, "k": 1000, "mn": 10**6}
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_SHARES = frozenset({QuantityKind.PERCENT, QuantityKind.POINTS})
_MANY_TIMES = (
    10  # "hundreds" means from two hundred to a few thousand: a decade upwards, on either side of common use
)


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Every quantity of `text`, in order."""
    return quantities_outside(text, find_dates(text))


def quantities_outside(text: str, mentions: tuple[DateMention, ...]) -> tuple[Quantity, ...]:
    """Every quantity of `text` outside its dates, where these are known already; "three days ago" is both."""
    text = text.translate(WITHOUT_TURKISH_I)
    dates = [mention.span for mention in mentions if mention.label != "ago"]
    starts = [span.start for span in dates]
    found: list[Quantity] = []
    for match in _NUMBER.finditer(text):
        for atom in _atoms(text, match):
            at = bisect_right(starts, atom.start) - 1
            if at >= 0 and dates[at].end > atom.start:
                continue
            if found and found[-1].span.end > atom.start:
                continue
            quantity = _with_unit(text, atom)
            if quantity is not None:
                found.append(quantity)
    return tuple(_joined_ranges(text, found))


def _atoms(text: str, match: re.Match[str]) -> list[_Atom]:
    if match["digits"]:
        return [_digits_atom(text, match)]
    if match["vague"]:
        low, high = _vague_sizes(match["vague"].casefold())
        kind = (
            QuantityKind.MEASURE if match["vague"].casefold() in {"twice", "thrice"} else QuantityKind.VAGUE
        )
        return [_Atom(match.start(), match.end(), low, high, kind)]
    if match["fraction"]:
        value = _fraction_value(match["fraction"].casefold())
        return [_Atom(match.start(), match.end(), value, value, QuantityKind.FRACTION)]
    atoms = []
    for number in read_words(text, match.start(), match.end()):
        if number.value == 1 and not number.ordinal and not _is_counting_one(text, number.start, number.end):
            continue
        kind = QuantityKind.ORDINAL if number.ordinal else QuantityKind.CARDINAL
        atoms.append(_scaled(text, _Atom(number.start, number.end, number.value, number.value, kind)))
    return atoms


def _is_counting_one(text: str, start: int, end: int) -> bool:
    """Whether "one" counts ("one soldier") rather than stands for somebody ("one of them", "no one")."""
    return not _NO_NUMBER_AFTER_ONE.match(text, end) and not _NO_NUMBER_BEFORE_ONE.search(
        text[max(0, start - 12) : start]
    )


def _digits_atom(text: str, match: re.Match[str]) -> _Atom:
    value = float(re.sub(r"[,\s]", "", match["digits"]))
    suffix = (match["suffix"] or "").casefold()
    if suffix in {"st", "nd", "rd", "th"}:
        return _Atom(match.start(), match.end(), value, value, QuantityKind.ORDINAL)
    if suffix == "m":
        money = _CURRENCY_BEFORE.search(text, max(0, match.start() - 5), match.start())
        if money is None:
            return _Atom(match.start(), match.end() - 1, value, value, QuantityKind.CARDINAL)
        value *= 10**6
    value *= _SUFFIXES.get(suffix, 1)
    return _scaled(text, _Atom(match.start(), match.end(), value, value, QuantityKind.CARDINAL))


def _scaled(text: str, atom: _Atom) -> _Atom:
    """`atom` with the scale words after it: "3.8" and " thousand"."""
    value, end = atom.low, atom.end
    half = _HALF.match(text, end)
    if half:
        value, end = value + 0.5, half.end()
    scale = _SCALE.match(text, end)
    while scale and atom.kind is QuantityKind.CARDINAL:
        word = scale[1].casefold()
        value *= _SUFFIXES.get(word) or SCALES[word]
        end = scale.end()
        scale = _SCALE.match(text, end)
    return atom._replace(low=value, high=value, end=end)


def _vague_sizes(words: str) -> tuple[float, float]:
    if words in _VAGUE_COUNTS:
        return _VAGUE_COUNTS[words]
    if words in {"twice", "thrice"}:
        return (2, 2) if words == "twice" else (3, 3)
    size = 1
    for word in words.split():
        size *= _VAGUE_SIZES.get(word, 1)
    return size * 2, size * 2 * _MANY_TIMES


def _fraction_value(words: str) -> float:
    if words == "half":
        return 0.5
    count, part = re.split(r"[ -]", words)
    number = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4}[count]
    return number / _PARTS[part.removesuffix("s")]


def _with_unit(text: str, atom: _Atom) -> Quantity | None:
    start, end, unit, kind = atom.start, atom.end, None, atom.kind
    money = _CURRENCY_BEFORE.search(text, max(0, start - 5), start)
    if money and kind is not QuantityKind.ORDINAL:
        symbol = unit_named(money.group().strip())
        start, unit, kind = money.start(), symbol.name if symbol else None, QuantityKind.MONEY
    elif kind is not QuantityKind.ORDINAL:
        end, unit, kind = _unit_after(text, atom)
    bound, end = _bound_of(text, start, end)
    span = Span(start, end)
    approximate = bound in {Bound.ABOUT, Bound.NEARLY} or kind is QuantityKind.VAGUE
    return Quantity(span, span.of(text), atom.low, atom.high, unit, approximate, kind, bound)


def _unit_after(text: str, atom: _Atom) -> tuple[int, str | None, QuantityKind]:
    """Where the quantity ends, its unit and its kind, by the words after the number."""
    if text[atom.start : atom.end].casefold() in {"twice", "thrice"}:
        return atom.end, "time", QuantityKind.MEASURE
    square = _SQUARE.match(text, atom.end)
    if square and (unit := unit_named(square[2])):
        return square.end(), f"{square[1].casefold()} {unit.name}", QuantityKind.MEASURE
    match = _UNIT_AFTER.match(text, atom.end)
    if match is None:
        return atom.end, None, atom.kind
    word = match[1].casefold()
    if word in {"%", "pct"} or word.replace(" ", "").startswith("percent"):
        kind = QuantityKind.POINTS if "point" in word else QuantityKind.PERCENT
        return match.end(), None, kind
    if word.startswith("point"):
        return match.end(), None, QuantityKind.POINTS
    return _named_unit(text, atom, match)


def _named_unit(text: str, atom: _Atom, match: re.Match[str]) -> tuple[int, str | None, QuantityKind]:
    words = match[1].casefold().rsplit(" ", 1)
    unit = unit_named(words[-1])
    if unit is None or (words[-1] == "m" and atom.kind is QuantityKind.VAGUE):
        return atom.end, None, atom.kind
    if is_money(unit):
        name = (
            f"{match[1].rsplit(' ', 1)[0].title()} dollar"
            if len(words) > 1 and words[0] != "us"
            else unit.name
        )
        return match.end(), name, QuantityKind.MONEY
    hour = _PER_HOUR.match(text, match.end())
    if hour and unit.name in {"kilometre", "mile"}:
        return hour.end(), f"{unit.name} per hour", QuantityKind.MEASURE
    return match.end(), unit.name, QuantityKind.MEASURE


def _bound_of(text: str, start: int, end: int) -> tuple[Bound, int]:
    after = _OR_MORE.match(text, end)
    if after:
        return (
            Bound.AT_LEAST if after[1].casefold() in {"more", "over", "above"} else Bound.AT_MOST
        ), after.end()
    before = _BOUND_BEFORE.search(text[max(0, start - _BOUND_WINDOW) : start])
    if before is None:
        return Bound.EXACT, end
    return next(bound for at, (bound, _) in enumerate(_BOUNDS) if before[f"b{at}"]), end


def _joined_ranges(text: str, found: list[Quantity]) -> list[Quantity]:
    """`found` with "400–500" and "between 4 and 6" made one quantity each."""
    joined: list[Quantity] = []
    for quantity in found:
        before = joined[-1] if joined else None
        if before is not None and _is_range(text, before, quantity):
            span = Span(before.span.start, quantity.span.end)
            low = before.low * _scale_shared(before, quantity)
            joined[-1] = quantity._replace(span=span, text=span.of(text), low=low, bound=before.bound,
                                           approximate=before.approximate, unit=quantity.unit or before.unit)  # fmt: skip
        else:
            joined.append(quantity)
    return joined


def _scale_shared(first: Quantity, second: Quantity) -> float:
    """What the first end of a range is multiplied by: "16.0 to 16.5 billion" begins at 16 billion."""
    if _HAS_SCALE.search(first.text) or not _HAS_SCALE.search(second.text):
        return 1
    scale: float = next((size for size in (1e12, 1e9, 1e6, 1e3) if second.low >= size), 1)
    return scale if first.low * scale < second.low else 1


def _is_range(text: str, first: Quantity, second: Quantity) -> bool:
    between = text[first.span.end : second.span.start]
    if (
        len(between) > 5
        or not _RANGE.fullmatch(between)
        or first.low >= second.low
        or first.low != first.high
    ):
        return False
    if QuantityKind.ORDINAL in {first.kind, second.kind} or first.unit not in {None, second.unit}:
        return False
    if first.kind in _SHARES and second.kind is not first.kind:
        return False
    word = between.strip().casefold()
    before = text[max(0, first.span.start - 9) : first.span.start].casefold()
    if word in {"and", "or"}:
        return word == "and" and before.endswith("between ")
    return not before.endswith("from ") and (word != "to" or first.low >= 2)
