"""Lines that say when a page was published, and nothing that an article says.

Guarantees: a date is taken from a line that holds no sentence; labels, counters, reading times and a second date may stand beside it.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from groundwire.ingest.written_dates import WEEKDAY, match_written_date

_LONGEST = 160  # characters
_MOST_PARTS = 8
_SEPARATORS = " |·•,;/()–—-"
_LABEL = re.compile(
    r"(?:(?:first |originally )?(?:published|posted|updated|created|modified|date|issued|last (?:updated|modified)|stand|erstellt|veröffentlicht|aktualisiert"
    r"|publié|mis à jour|modifié|publicado|actualizado|pubblicato|aggiornato|gepubliceerd|bijgewerkt|atualizado|opublikowano|опубликовано)"
    r"(?:\s(?:online|on|at|am|le|el|il|em|op))?\s?[:|–—-]?\s*)?(?:on\s+)?",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"(?:last )?(?:updated|modified)|(?:zuletzt )?aktualisiert|mis à jour|modifié|actualizado|aggiornato|bijgewerkt|atualizado",
    re.IGNORECASE,
)
_COUNTED = (
    r"(?:views?|comments?|reads?|readers?|shares?|likes?|aufrufe|leser|kommentare?|lecturas?|lectores|visitas|comentarios?|lectures?|vues|commentaires?"
    r"|visualizzazioni|commenti|weergaven|reacties)"
)
_NUMBER = r"\b\d{1,3}(?:[.,\s]\d{3}){0,3}(?:\.\d{1,2})?[km]?\b|\b\d{1,7}[km]?\b"
_COUNTER = re.compile(rf"(?:{_NUMBER})\s?{_COUNTED}?|{_COUNTED}\s?:?\s?(?:{_NUMBER})", re.IGNORECASE)
_BESIDE = re.compile(
    rf"(?:[\s|·•,;/()–—:-]|{_COUNTER.pattern}|{WEEKDAY}|\b\d{{1,2}}[.:h]\d\d\b|\b(?:{_COUNTED}|local time|hrs?|h|uhr|updated|published|last|modified|edited"
    r"|aktualisiert|zuletzt|actualizado|mis à jour|aggiornato|at|on|um|min(?:ute)?[snr]?|read(?:ing time)?|lesezeit|de lectura|de lecture|lesen|ago|hours?|(?-i:[A-Z]{2,5})|[ap]\.?m\.?)\b[.:]?)*",
    re.IGNORECASE,
)
_COUNT = re.compile(r"(?<![:.\d-])\b\d{1,7}[km]?\b(?![:.]\d\d\b)", re.IGNORECASE)
_PART_END = re.compile(r"\s+[|·•–—/-]\s+|\s*[|·•]\s*|,\s+(?=\d)")


class DateLine(NamedTuple):
    """A line that is a date and nothing else, with the reason for which it is set aside."""

    published: str
    reason: str


class DatedLine(NamedTuple):
    """A date line with the other parts that stand on it, in order: a name, a place, a reading time."""

    date: DateLine
    others: tuple[str, ...]


def read_date_line(line: str) -> DateLine | None:
    """The date that the whole of `line` says; None for any other line."""
    if len(line) > _LONGEST:
        return None
    line = line.strip("()[] ")
    found = _date_after_label(line)
    if not found:
        return None
    published, rest = found[0], line[found[1] :]
    for start in _second_dates(rest):
        if second := _date_after_label(rest[start:]):
            published = second[0] if tells_update(line) and not tells_update(rest[start:]) else published
            rest = f"{rest[:start]} {rest[start + second[1] :]}"
            break
    if not _BESIDE.fullmatch(rest):
        return None
    return DateLine(published, "date line and view counter" if _COUNT.search(rest) else "date line")


def tells_update(line: str) -> bool:
    """Whether `line` begins with a label for a later version: its date is not that of publication."""
    return _UPDATED.match(line) is not None


def read_dated_line(line: str) -> DatedLine | None:
    """The date of a line whose parts are told apart by bars, dots and dashes, with its other parts; None without a date."""
    if len(line) > _LONGEST:
        return None
    bounds = [(0, 0), *(match.span() for match in _PART_END.finditer(line)), (len(line), len(line))]
    if len(bounds) - 1 > _MOST_PARTS:
        return None
    for first in range(len(bounds) - 1):
        for last in range(len(bounds) - 1, first, -1):
            if date := read_date_line(line[bounds[first][1] : bounds[last][0]]):
                others = [*range(first), *range(last, len(bounds) - 1)]
                parts = (line[bounds[n][1] : bounds[n + 1][0]].strip() for n in others)
                return DatedLine(date, tuple(part for part in parts if part))
    return None


def is_time(line: str) -> bool:
    """Whether `line` is a time of day and nothing else, as above the entries of a live page."""
    return (
        re.fullmatch(r"\d{1,2}[:.h]\d\d(?:\s?(?:h|hrs|uhr|[ap]\.?m\.?|[A-Z]{2,4}))?", line, re.IGNORECASE)
        is not None
    )


def is_beside_date(part: str) -> bool:
    """Whether `part` is a counter, a time or a label such as stands beside a date."""
    return bool(part) and _BESIDE.fullmatch(part) is not None


def _second_dates(rest: str) -> Iterator[int]:
    """Where in `rest` a second date may begin: at its first words and behind each stop or bar."""
    yield len(rest) - len(rest.lstrip(_SEPARATORS))
    yield from (match.end() for match in re.finditer(r"[|.·•;(–—]\s*", rest[:_LONGEST]))


def _date_after_label(line: str) -> tuple[str, int] | None:
    """The date behind "Published:" or the like, and where it ends."""
    label = _LABEL.match(line)
    start = label.end() if label else 0
    found = match_written_date(line[start:])
    return (found[0], start + found[1]) if found else None
