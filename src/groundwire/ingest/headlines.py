"""Which of the lines above an article is its headline, where no markup says so.

Guarantees: a line that stands twice is preferred; a name, a motto or a section above the headline is not taken for it; nothing is
chosen where there is no article below.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from groundwire.ingest.document import Block
from groundwire.ingest.furniture import find_furniture
from groundwire.ingest.mastheads import is_section, read_masthead

_SHORTEST = 3  # words; shorter lines are sections, places, names
_LONGEST = 30  # words
_LONGEST_MASTHEAD = 4  # words of a name that no other sign marks as a masthead
_PARAGRAPH = 12  # words that some line below a headline has
_SEARCHED = 14  # lines
_SENTENCE_INSIDE = re.compile(r"[^\W\d_]{3}[.!?]\s+[^\W\d_]")
_END = re.compile(r"[.!?…:;,][\"'”’»)\]]*\Z")
_STOP = re.compile(r"[.…:;,][\"'”’»)\]]*\Z")
_SENTENCE = 8  # words of a line that ends with a stop and is the article's
_REPEAT = re.compile(r"(?:\s*[-–—|(/#]\s*(?:photo\s?)?\d{1,3}\)?|\s*[-–—|»]\s*[^-–—|»]{2,40})\Z")
_NUMBERED = re.compile(r"\s*[-–—|(/#]\s*(?:photo\s?|foto\s?|bild\s?)?\d{1,3}\)?\Z", re.IGNORECASE)
_NOT_WORDS = re.compile(r"[\W_]+")


def choose_headline(blocks: Sequence[Block], free: Sequence[int], *, has_frame: bool) -> int | None:
    """The one of the `free` numbers whose line is the headline; `has_frame` says that date, byline or menu stand beside it."""
    lines = [block.text for block in blocks]
    if not free or not any(len(line.split()) >= _PARAGRAPH for line in lines[free[0] + 1 :][:_SEARCHED]):
        return None
    repeated = _find_repeated(lines, free)
    if repeated is not None:
        return repeated
    free = _above_prose(lines, free)
    able = [number for number in free if _looks_like_one(lines[number])]
    below = [number for number in able if number not in _masthead(blocks, free, able)]
    if not below:
        return None
    chosen = below[0]
    is_framed = has_frame or chosen != free[0]
    return chosen if is_framed or not _END.search(lines[chosen]) else None


def is_again(line: str, lines: Sequence[str]) -> bool:
    """Whether `line` stands among the other `lines` as a headline does: without a stop at its end, a photo's number apart."""
    return not _STOP.search(line) and any(is_same(line, other) for other in lines)


def is_same(line: str, title: str) -> bool:
    """Whether `line` is `title` again, a photo's number or the name of the site at the end apart."""
    if abs(len(line) - len(title)) > 50:
        return False
    keys = {_key(words) for words in (line, _REPEAT.sub("", line))}
    return bool(keys & {_key(words) for words in (title, _REPEAT.sub("", title)) if _key(words)})


def _find_repeated(lines: Sequence[str], free: Sequence[int]) -> int | None:
    keys = {number: _key(_NUMBERED.sub("", lines[number])) for number in free}
    return next(
        (
            number
            for number, key in keys.items()
            if _SHORTEST <= len(lines[number].split()) <= _LONGEST
            and not _STOP.search(lines[number])
            and any(key == other for later, other in keys.items() if later > number)
        ),
        None,
    )


def _above_prose(lines: Sequence[str], free: Sequence[int]) -> list[int]:
    """Those of the `free` lines that stand above the first sentence."""
    above = []
    for number in free:
        words = len(lines[number].split())
        if words >= _LONGEST or (words >= _SENTENCE and _STOP.search(lines[number])):
            break
        above.append(number)
    return above


def _masthead(blocks: Sequence[Block], free: Sequence[int], able: Sequence[int]) -> set[int]:
    """The lines at the top that name the outlet, with the motto close below, where a headline comes further down."""
    first = free[0]
    line = blocks[first].text
    if read_masthead(line) is None and not is_section(line):
        return set()
    group = {first}
    for last, number in pairwise(free):
        if last not in group or number != last + 1 or not blocks[number].follows_closely:
            break
        group.add(number)
    if any(number not in group for number in able) and not _is_one_paste(blocks):
        return group
    is_short = len(line.split()) <= _LONGEST_MASTHEAD
    is_longer_below = any(
        number != first and len(blocks[number].text.split()) > _LONGEST_MASTHEAD for number in able
    )
    return {first} if is_short and is_longer_below else set()


def _is_one_paste(blocks: Sequence[Block]) -> bool:
    """Whether no blank line is left anywhere at the top, so that closeness says nothing."""
    return all(block.follows_closely for block in blocks[1:_SEARCHED])


def _looks_like_one(line: str) -> bool:
    words = line.split()
    is_short = _SHORTEST <= len(words) <= _LONGEST and not _SENTENCE_INSIDE.search(line)
    is_open = not _END.search(line) or line.rstrip("\"'”’»").endswith(("?", "!"))
    return (
        is_short
        and is_open
        and find_furniture(line) is None
        and not line[0].islower()
        and not is_section(line)
    )


def _key(words: str) -> str:
    return _NOT_WORDS.sub(" ", words).strip().casefold()
