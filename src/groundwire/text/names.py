"""Names of people, places and organisations in a text, and whether two spellings name the same one.

Guarantees: spans are exact, in order and do not overlap; titles, months and weekdays are no part of a name; a word that is
capitalised only because it opens a sentence counts as a name when it stands capitalised inside another sentence of the same
text, is no common opener, or is followed by another capitalised word; time is linear.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from groundwire.domain.span import Span
from groundwire.text.dates_months import ENGLISH_MONTHS, WEEKDAYS
from groundwire.text.names_variants import country_named, skeleton, unaccented
from groundwire.text.names_words import CONNECTORS, DIRECTIONS, OPENERS, TITLES


class Name(NamedTuple):
    """One name as the text words it, without a title before it.

    `acronym` is true for letters such as "SBU"; `sentence_initial` where the first word opens a sentence and may be
    capitalised for that reason alone; `title` is what stood before the name ("President"), or empty.
    """

    span: Span
    text: str
    acronym: bool = False
    sentence_initial: bool = False
    title: str = ""


class _Word(NamedTuple):
    text: str
    start: int
    end: int
    opens: bool
    glued: bool  # only a space or a hyphen stands between it and the word before


_WORD = re.compile(r"(?:[^\W\d_]\.){2,}(?!\w)|[^\W\d_](?:[\w&]|[’'.-](?=[^\W_]))*|\d+|[^\w\s]")
_POSSESSIVE = re.compile(r"[’'](?:s|S)$")
_ENDS_SENTENCE = frozenset('.!?:;"“”‘«»([—–•')
_LONGEST = 12  # words of a name; a line in capitals is cut into several


def find_names(text: str) -> tuple[Name, ...]:
    """Every name of `text`, in order."""
    words = _words(text)
    inside = {word.text for word in words if not word.opens and word.text[0].isupper()}
    found: list[Name] = []
    at = 0
    while at < len(words):
        if not _starts_name(words[at], inside, words[at + 1] if at + 1 < len(words) else None):
            at += 1
            continue
        last = _run_end(words, at)
        name = _name(text, words, at, last)
        if name is not None:
            found.append(name)
        at = last + 1
    return tuple(found)


def _words(text: str) -> list[_Word]:
    words: list[_Word] = []
    opens, joins, after = True, False, 0  # `joins`: the last match may be followed by more of the same name
    for match in _WORD.finditer(text):
        word, start = match.group(), match.start()
        gap = text[after:start]
        opens = opens or "\n" in gap
        glued = joins and gap in {" ", "\u00a0"}
        after = match.end()
        if not word[0].isalnum():
            joins = word == "." and bool(words) and _takes_full_stop(words[-1].text)
            opens = not joins and word != "," and (opens or word in _ENDS_SENTENCE)
            continue
        joins = _POSSESSIVE.search(word) is None
        end = match.end() - (0 if joins else 2)
        words.append(_Word(text[start:end], start, end, opens, glued))
        opens = False
    return words


def _takes_full_stop(word: str) -> bool:
    """Whether a full stop after `word` ends no sentence: a title or an initial."""
    return word in TITLES or len(word) == 1


def _is_capital(word: _Word) -> bool:
    return any(map(str.isupper, word.text)) and word.text != "I"


def _is_calendar(word: str) -> bool:
    folded = word.casefold()
    return folded in WEEKDAYS or (folded in ENGLISH_MONTHS and len(folded) > 3)


def _starts_name(word: _Word, inside: set[str], following: _Word | None) -> bool:
    if not _is_capital(word) or _is_calendar(word.text):
        return False
    if not word.opens:
        heads_capital = following is not None and following.glued and _is_capital(following)
        return word.text.casefold() not in OPENERS or word.text.isupper() or heads_capital
    if word.text.casefold() in OPENERS:
        return False
    if word.text in inside or (word.text.isupper() and len(word.text) > 1):
        return True
    return following is None or following.glued or not following.opens


def _run_end(words: list[_Word], first: int) -> int:
    """The last word of the name that starts at `first`; connectors count only between capitalised words."""
    last = first
    at = first + 1
    while at < len(words) and words[at].glued and at - first < _LONGEST:
        word = words[at]
        if _is_capital(word) and not _is_calendar(word.text):
            last = at
        elif word.text.casefold() not in CONNECTORS or at - last > 2:
            break
        at += 1
    return last


def _name(text: str, words: list[_Word], first: int, last: int) -> Name | None:
    title_start = first
    while first <= last and words[first].text in TITLES:
        first += 1
    while first <= last and words[first].text in CONNECTORS:
        first += 1
    if first > last:
        return None
    span = Span(words[first].start, words[last].end)
    title = text[words[title_start].start : words[first].start].strip() if title_start < first else ""
    letters = words[first].text.replace(".", "")
    acronym = first == last and len(letters) > 1 and letters.isupper()
    return Name(span, span.of(text), acronym, words[first].opens, title)


@lru_cache(maxsize=8192)
def _tokens(name: str) -> tuple[str, ...]:
    """The words of a name that tell it from others, case-folded, without accents, titles and "the"."""
    words = re.findall(r"[\w&]+(?:[’'.][\w&]+)*", _POSSESSIVE.sub("", name.strip()))
    kept = [unaccented(word) for word in words if word.rstrip(".") not in TITLES]
    return tuple(word for word in kept if word not in {"the", "s"}) or tuple(
        unaccented(word) for word in words
    )


@lru_cache(maxsize=16384)
def same_name(a: str, b: str) -> bool:
    """Whether `a` and `b` can name the same person, place or organisation.

    A surname matches the full name, initials match first names, an acronym matches words that it abbreviates, a people
    matches its country, and spellings match that differ only by transliteration.
    """
    one, other = _tokens(a), _tokens(b)
    if not one or not other:
        return False
    if one == other or country_named(" ".join(one)) == country_named(" ".join(other)):
        return True
    if _abbreviates(one, other) or _abbreviates(other, one):
        return True
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    return _is_part(short, long)


def same_word(a: str, b: str) -> bool:
    """Whether two words of names are spellings of one."""
    if a == b:
        return True
    one, other = skeleton(a), skeleton(b)
    if one == other:
        return True
    return len(one) >= 5 and one[0] == other[0] and _vowels_only_differ(one, other)


def _vowels_only_differ(one: str, other: str) -> bool:
    """Mohamed and Muhammad: the same four or more consonants."""
    consonants = re.sub(r"[aeiou]", "", one)
    return (
        len(consonants) >= 4
        and consonants == re.sub(r"[aeiou]", "", other)
        and abs(len(one) - len(other)) <= 1
    )


def _abbreviates(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether `one` is an acronym made of the initials of `other`."""
    if len(one) != 1 or len(other) < 2:
        return False
    letters = one[0].replace(".", "").replace("&", "")
    initials = "".join(word[0] for word in other if word not in CONNECTORS)
    return 1 < len(letters) <= 6 and letters in {initials, "".join(word[0] for word in other)}


def _is_part(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether `short` is the surname of `long`, its first words before "of", or the same with initials."""
    if same_word(short[-1], long[-1]):
        return _given_names_agree(short[:-1], long[:-1])
    head = long[: len(short)]
    return len(long) > len(short) and long[len(short)] in CONNECTORS and all(map(same_word, short, head))


def _given_names_agree(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    if not short:
        return not long or long[0] not in DIRECTIONS
    if short[0] in DIRECTIONS or (long and long[0] in DIRECTIONS):
        return short == long
    first, other = short[0], long[0] if long else ""
    is_initial = len(first) == 1 or len(other) == 1
    return (
        same_word(first, other)
        or (is_initial and first[:1] == other[:1])
        or any(first == word for word in long)
    )
