"""Bylines: who wrote it, in the forms that stand above an article in several languages.

Guarantees: a name is words with capitals and the particles of names; a line with other words in lower case is none.
"""

import re
from typing import Final

_LONGEST: Final = 160  # characters
_MOST_NAMES: Final = 12  # words
_OPENING: Final = re.compile(
    r"(?:(?:(?:live )?(?:coverage|reporting|updates)|interview|analysis|story|words|text|report|reported|written|posted|published|opinion|comment|review) )?by:?\s(?=\S)"
    r"|(?:text|texte|texto|testo|tekst|words|story|author|authors|autor|autorin|autora|auteure?|autore|autrice|report|reporter|interview)\s?:\s?(?=\S)",
    re.IGNORECASE,
)
_FOREIGN: Final = re.compile(r"(?:von|por|par|door|di|da|av|af)\s(?=\S)", re.IGNORECASE)
_OUR: Final = re.compile(
    r"(?:by|from)\s(?P<who>(?:our|a|the)\s(?:[\w’'-]{1,20}\s){0,3}(?:reporters?|correspondents?|staff|editors?|writers?|newsroom|team))"
    r"|(?:von|de|da|par|por)\s(?P<wer>(?:unser\w{0,2}|notre|nuestr[oa]|nostr[oa]|nosso|nossa)\s(?:[\w’'-]{1,20}\s){0,3}[\w-]{0,20}"
    r"(?:korrespondent|reporter|redakteur|mitarbeiter|redaktion|correspondante?|corresponsal|corrispondente|envoyée? spéciale?|enviad[oa] especial|redacción|rédaction)\w{0,3})",
    re.IGNORECASE,
)
_STAFF: Final = re.compile(
    r"(?:(?:[\w&’'.-]{1,30}\s){0,3}(?:staff|news ?desk|newsroom|web ?desk|desk|reporters?|correspondents?|staff writers?)"
    r"|(?:la |the |die )?(?:redacción|rédaction|redaktion|redazione|redactie|redação|editorial staff|editorial team|agencias?|agences))(?:,\s[^\W\d_][\w’'-]{1,20}(?: [^\W\d_][\w’'-]{1,20})?)?",
    re.IGNORECASE,
)
_OFFICE: Final = re.compile(
    r"(?:[\w’'&.,/-]{1,30}\s){0,6}[\w-]{0,20}(?:writer|reporter|correspondent|editor|columnist|analyst|journalist|producer|redakteur|redakteurin|korrespondent|korrespondentin"
    r"|journaliste|correspondante?|envoyée? spéciale?|redactora?|corresponsal|periodista|giornalista|redacteur)s?(?:\s(?:in|at|for)\s[\w’' -]{1,40})?",
    re.IGNORECASE,
)
_PLACE: Final = re.compile(r",?\s(?:in|aus|en|à|desde|da)\s[^\W\d_].{0,60}\Z")
_BESIDE: Final = re.compile(r"\s?(?:[|·•(–—]|\s-\s).{0,80}\Z")
_PARENTHESES: Final = re.compile(r"\s?\([^()]{0,40}\)")
_JOIN_WORDS = "and & und y e et en og och i with for"
_JOINS: Final = frozenset(_JOIN_WORDS.split())
_PARTICLE_WORDS = (
    "de del de la las los van von der den dem di da dos das do du le el al bin ibn ben ter ten zu af av"
)
_PARTICLES: Final = frozenset(_PARTICLE_WORDS.split())


def read_byline(line: str) -> str | None:
    """The names behind "By", "Von", "Text:" … when the whole of `line` is a byline; None for any other line."""
    if len(line) > _LONGEST:
        return None
    if (ours := _OUR.match(line)) and (line == ours.group() or _are_names(line[ours.end() :])):
        return line[ours.end() :].strip() or ours["who"] or ours["wer"]
    if opening := _OPENING.match(line):
        names = line[opening.end() :]
        return names if opening.group().rstrip().endswith(":") and is_staff(names) else read_names(names)
    foreign = _FOREIGN.match(line)
    found = read_names(line[foreign.end() :]) if foreign else None
    return found if found and len(found.split()) > 1 else None


def read_names(words: str) -> str | None:
    """The names in `words` without office, place and what stands behind a bar; None when anything else is among them."""
    words = _BESIDE.sub("", _PARENTHESES.sub("", words)).strip(" ,.")
    head, *offices = words.split(", ")
    names = [head]
    while offices and _are_names(offices[0]) and not is_office(offices[0]):
        names.append(offices.pop(0))
    if offices and not is_office(", ".join(offices)) and not _PLACE.fullmatch(f" {offices[0]}"):
        return None
    names[-1] = _PLACE.sub("", names[-1])
    joined = ", ".join(names)
    return joined if _are_names(joined) else None


def is_person(line: str) -> bool:
    """Whether `line` is two to four words that could be one person's name and nothing else."""
    words = line.split()
    return (
        2 <= len(words) <= 4
        and _are_names(line)
        and words[0].lower() not in {"the", "el", "la", "der", "die", "das", "le"}
    )


def is_office(words: str) -> bool:
    """Whether `words` name what somebody does at an outlet: "Health Reporter", "contributing editor"."""
    return _OFFICE.fullmatch(words) is not None


def is_staff(line: str) -> bool:
    """Whether `line` names an outlet's staff instead of a person: "Northpost staff", "Redaktion"."""
    return _STAFF.fullmatch(line) is not None and not line[:1].islower()


def _are_names(names: str) -> bool:
    words = names.replace(",", " ").split()
    if not words or len(words) > _MOST_NAMES or not words[0][0].isupper():
        return False
    if any(not _is_name(word) and word not in _JOINS and word not in _PARTICLES for word in words):
        return False
    return _is_name(words[-1]) and not re.search(r"[.!?]\s", re.sub(r"\b\w{1,2}\.", "", names))


def _is_name(word: str) -> bool:
    return (
        word[0].isupper()
        and re.fullmatch(r"[^\W\d_][\w.’'-]*", word) is not None
        and not re.search(r"\d", word)
    )
