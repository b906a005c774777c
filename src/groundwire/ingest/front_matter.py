"""The lines above an article's first paragraph: banner, menu, headline, date line, byline. What they say becomes metadata.

Guarantees: only the first lines are read, and only up to the first paragraphs of prose; a date is taken from an explicit date line,
never from a sentence; a line that ends as a sentence does is the article's own, unless it stands there twice.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from groundwire.ingest.bylines import is_office, is_person, is_staff, read_byline, read_names
from groundwire.ingest.date_lines import (
    DatedLine,
    is_beside_date,
    read_date_line,
    read_dated_line,
    tells_update,
)
from groundwire.ingest.document import Block
from groundwire.ingest.furniture import find_furniture
from groundwire.ingest.headlines import choose_headline, is_again, is_same
from groundwire.ingest.mastheads import (
    is_menu,
    is_section,
    names_outlet,
    outlet_in_menu,
    read_banner,
    read_masthead,
)
from groundwire.ingest.written_dates import parse_written_date
from groundwire.text.datelines import match_dateline_alone

DATELINE: Final = "dateline"
_MOST_LINES = 14  # above the first paragraph
_PROSE = 30  # words: a line this long is the article, sentence or not
_LONGEST_KICKER = 10  # words of a line between masthead and headline
_MOST_OTHERS = 1  # parts of a date line that are neither name nor counter: a place, a number of the issue
_LONGEST_OTHER = 5  # words
_LONGEST_NAME = 60  # characters of an outlet's or an author's name
_POSTED = re.compile(
    r"(?:(?:posted|published|written|updated|created) )?(?:by|von|por|par) (?P<names>[^\d|]{3,60}?),? (?:on |am |le |el |il )(?P<date>.{6,100})",
    re.IGNORECASE,
)
_END = re.compile(r"[.!?…:;,][\"'”’»)\]]*\Z")


@dataclass
class FrontMatter:
    """What the lines above the article say. `asides` pairs the number of a line with the reason why it is no text.

    `person` is two or three capitalised words on the date line: a name, where no byline is found, or a place.
    """

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    person: str | None = None
    dated_by_update: bool = False
    asides: dict[int, str] = field(default_factory=dict)

    def date(self, published: str, *, is_update: bool = False) -> None:
        """Keep the first date, or the one that adds the time to it; that of a later version only where there is no other."""
        is_first = self.published is None or (self.dated_by_update and not is_update)
        adds_time = "T" not in (self.published or "T") and published.startswith(self.published or " ")
        if is_first or (adds_time and not is_update):
            self.published, self.dated_by_update = published, is_update


def read_front_matter(blocks: Sequence[Block], *, title: str | None, is_plain: bool) -> FrontMatter:
    """Read the first of `blocks`; `is_plain` says that a headline has to be told by its looks, no markup having done so."""
    front = FrontMatter(title=title)
    lines = [block.text for block in blocks]
    top = range(_end_of_top(lines, title=title))
    for number in top:
        if reason := _take(front, lines[number], is_plain=is_plain):
            front.asides[number] = reason
    if is_plain:
        headline = _find_headline(front, blocks, top)
        if headline is not None:
            _take_mastheads(front, blocks, headline)
            _take_names(front, lines, range(headline + 1, len(top)))
    front.byline = front.byline or front.person
    _find_repeats(front, lines)
    return front


def _end_of_top(lines: Sequence[str], *, title: str | None) -> int:
    """The number of the line that begins the article: a standfirst may stand above the date, an article does not."""
    sentences = 0
    first = lines[:_MOST_LINES]
    for number, line in enumerate(first):
        others = [*first[:number], *first[number + 1 :], *([title] if title else [])]
        if is_again(line, others) or find_furniture(line) or read_date_line(line):
            continue
        words = len(line.split())
        sentences += words >= _PROSE // 2 or (words >= _PROSE // 4 and _END.search(line) is not None)
        is_standfirst = sentences == 1 and any(map(_is_framing, first[number + 1 : number + 3]))
        if (words >= _PROSE and not is_standfirst) or sentences > 1:
            return number
    return min(len(lines), _MOST_LINES)


def _is_framing(line: str) -> bool:
    return read_date_line(line) is not None or read_byline(line) is not None


def _take(front: FrontMatter, line: str, *, is_plain: bool) -> str | None:
    """The reason for which `line` is set aside, its content kept in `front`; layout counts only where no markup does."""
    if date := read_date_line(line):
        front.date(date.published, is_update=tells_update(line))
        return date.reason
    if is_plain and (reason := _take_posted(front, line)):
        return reason
    if names := read_byline(line):
        front.byline = front.byline or names[:_LONGEST_NAME]
        return "byline"
    reason = _take_by_layout(front, line) if is_plain else None
    return reason or _take_banner(front, line)


def _take_by_layout(front: FrontMatter, line: str) -> str | None:
    if dateline := match_dateline_alone(line):
        if published := parse_written_date(dateline.date):
            front.date(published)
        front.byline = front.byline or dateline.credit or None
        return DATELINE
    dated = read_dated_line(line)
    if dated and (reason := _take_dated(front, dated)):
        return reason
    if not is_menu(line):
        return None
    front.outlet = front.outlet or outlet_in_menu(line)
    return "menu"


def _take_banner(front: FrontMatter, line: str) -> str | None:
    name = read_banner(line)
    if name is None:
        return None
    front.outlet = front.outlet or name
    return "site banner"


def _take_dated(front: FrontMatter, dated: DatedLine) -> str | None:
    """A date line with a name, a place or a reading time on it; None when there is too much on it that is none of these."""
    byline, strange = None, 0
    for part in dated.others:
        if is_beside_date(part) or find_furniture(part):
            continue
        names = read_byline(part) or (part if is_staff(part) else read_names(part) if ", " in part else None)
        if names:
            byline = byline or names
        elif is_person(part) and not front.person:
            front.person = part
        else:
            strange += 1
            if len(part.split()) > _LONGEST_OTHER or _END.search(part):
                return None
    if strange > _MOST_OTHERS:
        return None
    front.date(dated.date.published)
    front.byline = front.byline or (byline[:_LONGEST_NAME] if byline else None)
    return dated.date.reason


def _take_posted(front: FrontMatter, line: str) -> str | None:
    """A line of the form "Posted by NAME on DATE", with counters behind it."""
    posted = _POSTED.fullmatch(line)
    names = read_byline(f"By {posted['names']}") if posted else None
    if posted is None or names is None:
        return None
    dated = read_dated_line(posted["date"])
    reason = _take_dated(front, dated) if dated else None
    if reason:
        front.byline = front.byline or names[:_LONGEST_NAME]
    return reason


def _find_headline(front: FrontMatter, blocks: Sequence[Block], top: range) -> int | None:
    """The number of the line that is the headline; it is taken when no title was given."""
    lines = [block.text for block in blocks]
    if front.title:
        return next((number for number in top if is_same(lines[number], front.title)), None)
    free = [number for number in top if number not in front.asides and not find_furniture(lines[number])]
    number = choose_headline(blocks, free, has_frame=bool(front.asides))
    if number is not None:
        front.title = lines[number]
        front.asides[number] = "headline"
    return number


def _take_mastheads(front: FrontMatter, blocks: Sequence[Block], headline: int) -> None:
    """The lines above the headline: the outlet's name, its motto, sections. A sentence there stays."""
    above = [
        number
        for number in range(headline)
        if number not in front.asides
        and find_furniture(blocks[number].text) is None
        and len(blocks[number].text.split()) <= _LONGEST_KICKER
        and not blocks[number].text.endswith((".", "?", "…"))
    ]
    for place, number in enumerate(above):
        line = blocks[number].text
        is_banner = place == 0 or blocks[number].follows_closely
        reason = "site banner" if is_banner and not is_section(line) else "section name"
        front.asides[number] = reason if any(map(str.isalpha, line)) else "date line"
        name = read_masthead(line)
        has_motto = number + 1 < headline and blocks[number + 1].follows_closely
        if place == 0 and name and (has_motto or names_outlet(line) or _is_credited(name, blocks)):
            front.outlet = front.outlet or name[:_LONGEST_NAME]


def _is_credited(name: str, blocks: Sequence[Block]) -> bool:
    """Whether the article's first lines credit the name in brackets, as a dateline does."""
    return any(f"({name})" in block.text[:200] for block in blocks[:_MOST_LINES])


def _take_names(front: FrontMatter, lines: Sequence[str], below: range) -> None:
    """Names and offices below the headline that stand beside a date, a byline or alone as the outlet's staff."""
    for number in below:
        line = lines[number]
        if number in front.asides or find_furniture(line) or _END.search(line):
            continue
        follows = number + 1 in below and is_office(lines[number + 1])
        beside = follows or _is_frame(front, number - 1) or _is_frame(front, number + 1)
        names = read_names(line) if ", " in line else line if is_person(line) else None
        if is_staff(line) or (beside and names):
            front.byline = front.byline or (names or line)[:_LONGEST_NAME]
            front.asides[number] = "byline"
        elif front.asides.get(number - 1) == "byline" and is_office(line):
            front.asides[number] = "byline"


def _is_frame(front: FrontMatter, number: int) -> bool:
    return front.asides.get(number, "").startswith(("date line", "byline"))


def _find_repeats(front: FrontMatter, lines: Sequence[str]) -> None:
    """A headline that stands again further down, as under a picture, wherever it does."""
    if not front.title:
        return
    for number in _same_as(front.title, lines):
        if number not in front.asides:
            front.asides[number] = "headline again" if "headline" in front.asides.values() else "headline"


def _same_as(title: str, lines: Sequence[str]) -> Iterator[int]:
    return (
        number for number, line in enumerate(lines) if len(line) < len(title) + 50 and is_same(line, title)
    )
