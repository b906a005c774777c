"""The lines above an article's first paragraph: banner, headline, date line, byline. What they say becomes metadata.

Guarantees: only the first lines are read, and only up to the first paragraph of prose; a date is taken from an explicit date line,
never from a sentence; a line that ends as a sentence does is the article's own.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from groundwire.ingest.furniture import find_furniture
from groundwire.ingest.written_dates import match_written_date

_MOST_LINES = 12  # above the first paragraph
_PROSE = 30  # words: a line this long is the article, sentence or not
_SHORTEST_HEADLINE = 3  # words; shorter lines are sections, places, names
_LONGEST_MASTHEAD = 4  # words
_LONGEST_HEADLINE = 30  # words
_LONGEST_DATE_LINE = 160  # characters
_LONGEST_NAME = 60  # characters of an outlet's or an author's name

_NAME = r"(?P<name>[^\W\d_][\w.&’' -]{1,58}?)"
_BANNERS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?i:(?:last|latest|breaking|more|top)\s+(?:news|stories|headlines)\s+(?:in|from|on|by|at))\s+{_NAME}",
        rf"{_NAME}\s(?:News|Online|Daily)?\s?[-–—|]\s(?i:(?:latest|breaking|world|local|national|international|business|sport).{{0,60}})",
        r"(?P<name>(?:[A-Z][\w.&’']*\s){1,4}News)\s?[-–—|]\s?(?:.{0,80})",
        rf"(?i:you are (?:here|reading))\s?:?\s{_NAME}",
    )
)
_DATE_LABEL = re.compile(
    r"(?:(?:first |originally )?(?:published|posted|updated|created|modified|date|issued|last (?:updated|modified)|stand|veröffentlicht|aktualisiert|publié|mis à jour|publicado|actualizado|pubblicato|aggiornato|opublikowano|опубликовано)(?:\s(?:on|at|am|le|el|il|em))?\s?[:|–—-]?\s*)?(?:on\s+)?",
    re.IGNORECASE,
)
_AFTER_DATE = re.compile(
    r"(?:[\s|·•,;/()–—-]|\b\d{1,7}[km]?\b(?:\s?(?:views?|comments?|reads?|shares?))?|\b(?:views?|comments?|local time|hrs?|uhr|updated|published|last|modified|edited"
    r"|at|on|min(?:ute)?s?|read|ago|hours?|[A-Z]{2,5}|[ap]\.?m\.?)\b:?)*",
    re.IGNORECASE,
)
_SEPARATORS = " |·•,;/()–—-"
_COUNT = re.compile(r"(?<![:.\d-])\b\d{1,7}[km]?\b(?![:.]\d)", re.IGNORECASE)
_BYLINE = re.compile(
    r"(?:(?:written|reported|posted|published|story|text)\s)?by:?\s(?P<names>[^\W\d_][\w.’'-]*(?:(?:,?\s(?:and|&)\s|,\s|\s)[^\W\d_][\w.’'-]*){0,9})"
    r"(?:\s?[|·•,–—(-].{0,80})?",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r",\s(?:(?:staff|senior|special|chief|political|foreign)\b|[\w ]{0,30}\b(?:writer|reporter|correspondent|editor)s?\b).*",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?:[\w’'&.,/-]{1,30}\s){0,6}(?:writer|reporter|correspondent|editor|columnist|analyst|journalist|producer)s?",
    re.IGNORECASE,
)
_OUTLET = re.compile(
    r"\b(?:news|post|times|herald|tribune|journal|gazette|telegraph|guardian|press|daily|weekly|mail|express|standard|observer|chronicle|today|"
    r"online|tv|radio|broadcasting|agency|courier|mirror|star|globe|bulletin|review|record|independent)\b",
    re.IGNORECASE,
)
_NO_NAMES = re.compile(
    r"\b(?:the|a|an|of|in|to|for|is|was|with|all|no|its|their|his|her|this|that|clicking|continuing|using)\b",
    re.IGNORECASE,
)
_SENTENCE_INSIDE = re.compile(r"[a-z]{3}[.!?]\s+[A-Z]")
_END = re.compile(r"[.!?…:;,][\"'”’»)\]]*\Z")
_REPEAT = re.compile(r"(?:\s*[-–—|(/#]\s*(?:photo\s?)?\d{1,3}\)?|\s*[-–—|»]\s*[^-–—|»]{2,40})\Z")
_NOT_WORDS = re.compile(r"[\W_]+")


@dataclass
class FrontMatter:
    """What the lines above the article say. `asides` pairs the number of a line with the reason why it is no text."""

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    asides: dict[int, str] = field(default_factory=dict)


def read_front_matter(lines: Sequence[str], *, title: str | None, is_plain: bool) -> FrontMatter:
    """Read the first of `lines`; `is_plain` says that a headline has to be told by its looks, no markup having done so."""
    front = FrontMatter(title=title)
    sentences = 0
    for number, line in enumerate(lines[:_MOST_LINES]):
        if reason := _take(front, line):
            front.asides[number] = reason
        elif (
            is_plain and not (front.title or sentences) and _is_headline(line, following=lines[number + 1 :])
        ):
            front.asides[number] = _take_headline(front, line, following=lines[number + 1 :])
        elif front.asides.get(number - 1) == "byline" and _OFFICE.fullmatch(line):
            front.asides[number] = "byline"
        elif not (front.title and _is_same(line, front.title)) and find_furniture(line) is None:
            words = len(line.split())
            sentences += words >= _PROSE // 2 or (words >= _PROSE // 4 and _END.search(line) is not None)
            if words >= _PROSE or sentences > 1:  # a standfirst may stand above the date, an article does not
                break
    _find_repeats(front, lines)
    return front


def _take(front: FrontMatter, line: str) -> str | None:
    """The reason for which `line` is set aside, its content kept in `front`."""
    if date := read_date_line(line):
        if front.published is None or (
            "T" not in front.published and date.published.startswith(front.published)
        ):
            front.published = date.published
        return date.reason
    if (
        (byline := _BYLINE.fullmatch(line))
        and not _NO_NAMES.search(byline["names"])
        and byline["names"][0].isupper()
    ):
        front.byline = front.byline or _ROLE.sub("", byline["names"]).strip(" ,")
        return "byline"
    for pattern in _BANNERS:
        if not _END.search(line) and (banner := pattern.fullmatch(line)):
            front.outlet = front.outlet or banner["name"].strip()[:_LONGEST_NAME]
            return "site banner"
    return None


def _take_headline(front: FrontMatter, line: str, *, following: Sequence[str]) -> str:
    """The first line is the headline, unless it is a name and a longer headline comes below it: then it is a masthead."""
    for other in following[:_MOST_LINES]:
        if len(other.split()) >= _PROSE // 2 and _END.search(other):
            break
        is_longer = (
            len(other.split()) > _LONGEST_MASTHEAD
            and not read_date_line(other)
            and not _BYLINE.fullmatch(other)
        )
        if len(line.split()) <= _LONGEST_MASTHEAD and is_longer and _is_headline(other, following=following):
            if _OUTLET.search(line):
                front.outlet = front.outlet or line[:_LONGEST_NAME]
            return "site banner"
    front.title = line
    return "headline"


class DateLine(NamedTuple):
    """A line that is a date and nothing else, with the reason for which it is set aside."""

    published: str
    reason: str


def read_date_line(line: str) -> DateLine | None:
    """The date that the whole of `line` says; None for any other line."""
    if len(line) > _LONGEST_DATE_LINE:
        return None
    line = line.strip("()[] ")
    found = _date_after_label(line)
    if not found:
        return None
    rest = line[found[1] :]
    if second := _date_after_label(rest.lstrip(_SEPARATORS)):
        rest = rest.lstrip(_SEPARATORS)[second[1] :]
    if not _AFTER_DATE.fullmatch(rest):
        return None
    return DateLine(found[0], "date line and view counter" if _COUNT.search(rest) else "date line")


def _date_after_label(line: str) -> tuple[str, int] | None:
    """The date behind "Published:" or the like, and where it ends."""
    label = _DATE_LABEL.match(line)
    start = label.end() if label else 0
    found = match_written_date(line[start:])
    return (found[0], start + found[1]) if found else None


def _is_headline(line: str, *, following: Sequence[str]) -> bool:
    words = line.split()
    is_short = _SHORTEST_HEADLINE <= len(words) <= _LONGEST_HEADLINE and not _SENTENCE_INSIDE.search(line)
    is_open = not _END.search(line) or line.endswith(("?", "!"))
    is_article = any(len(other.split()) >= _PROSE // 2 for other in following[:_MOST_LINES])
    return is_short and is_open and is_article and find_furniture(line) is None and not line[0].islower()


def _find_repeats(front: FrontMatter, lines: Sequence[str]) -> None:
    """A headline that stands again further down, as under a picture, wherever it does."""
    if not front.title:
        return
    for number, line in enumerate(lines):
        if number not in front.asides and len(line) < len(front.title) + 50 and _is_same(line, front.title):
            front.asides[number] = "headline again" if "headline" in front.asides.values() else "headline"


def _is_same(line: str, title: str) -> bool:
    if abs(len(line) - len(title)) > 50:
        return False
    keys = {_key(words) for words in (line, _REPEAT.sub("", line))}
    return bool(keys & {_key(words) for words in (title, _REPEAT.sub("", title)) if _key(words)})


def _key(words: str) -> str:
    return _NOT_WORDS.sub(" ", words).strip().casefold()
