"""Names of people and bodies in the words of a mention.

Guarantees: a name is a run of the mention's own words; a role is no part of it; what may be a place or a body is no person.
"""

import re
from bisect import bisect_left
from typing import Final

from groundwire.extractive import lexicon as lex
from groundwire.extractive.tagging import Tag, Word
from groundwire.text.pronouns import Kind

SMALL_WORDS: Final = frozenset(
    [
        "of",
        "the",
        "for",
        "and",
        "de",
        "la",
        "van",
        "von",
        "der",
        "den",
        "di",
        "da",
        "al",
        "bin",
        "ibn",
        "del",
        "el",
        "and",
        "on",
        "in",
    ]
)
_PARTICLES: Final = frozenset(
    ["de", "la", "van", "von", "der", "den", "di", "da", "al", "bin", "ibn", "del", "el", "le", "du", "dos"]
)
_GOVERNED: Final = re.compile(r",|\s(?:of|from|at|with|for|in|on|who|to|by)\s")
_SPELT_ALIKE: Final = 3
"""First letters that two spellings of one given name share; their last letter and, but for one, their length agree too."""
_APPOSITION: Final = 6
"""Words before a description within which the name stands that it is set beside: `Ann Lee, 58, a retired miner`."""
_GOVERNING: Final = frozenset({"of", "to", "the", "for", "at", "in"})


def name_runs(words: tuple[Word, ...]) -> list[list[Word]]:
    """The runs of capitalised words that may name somebody, a role before them included."""
    runs: list[list[Word]] = []
    current: list[Word] = []
    for word in words:
        if (
            word.tag is Tag.NOUN
            and current
            and word.start - current[-1].end <= 2
            and word.low not in lex.ROLES
        ):
            current = []  # a name before a noun is its modifier: "New Forest ponies"
            continue
        joins = word.low in _PARTICLES and bool(current)
        adjoining = not current or word.start - current[-1].end <= 2
        if (word.tag is Tag.NAME or joins or (word.low in lex.ROLES and not current)) and adjoining:
            current.append(word)
            continue
        runs.append(current)
        current = [word] if word.tag is Tag.NAME or word.low in lex.ROLES else []
    runs.append(current)
    return [run for run in runs if run and run[-1].tag is Tag.NAME]


def kind_of_role(role: str) -> Kind | None:
    """What pronoun a role asks for, where it does."""
    return Kind.HE if role in lex.HE_ROLES else Kind.SHE if role in lex.SHE_ROLES else None


def described_people(words: tuple[Word, ...]) -> list[Word]:
    """The nouns that stand for one person without a name beside them: `the driver`, not `driver Ann Lee`."""
    found = []
    for index, word in enumerate(words):
        if not word.text.islower() or word.tag is not Tag.NOUN or word.low not in lex.PERSONS:
            continue
        around = words[max(0, index - 4) : index] + words[index + 1 : index + 3]
        after = words[index + 1] if index + 1 < len(words) else None
        joined = after is not None and after.tag in {Tag.NOUN, Tag.NAME}
        first = max(0, index - _APPOSITION)
        apposed = any(
            one.tag is Tag.COMMA and _beside_name(words, place)
            for place, one in enumerate(words[first : index + 2], first)
        )
        if around and not joined and not apposed:
            found.append(word)
    return found


def _beside_name(words: tuple[Word, ...], comma: int) -> bool:
    return any(0 <= at < len(words) and words[at].tag is Tag.NAME for at in (comma - 1, comma + 1))


def role_of(mention: str) -> str:
    """The word of a description that says what one person is, `spokeswoman` of `a spokeswoman for the office`; or ""."""
    head = _GOVERNED.split(mention.casefold(), maxsplit=1)[0].split()
    return head[-1] if head and head[-1] in lex.PERSONS else ""


def surname(name: str) -> str:
    """The last word of a name."""
    return name.rsplit(maxsplit=1)[-1]


def is_same_person(name: str, full: str) -> bool:
    """Whether a name of several words is `full` in other words or another spelling: `Kristen Lee`, `Kristin Lee`."""
    one, other = (words.split(maxsplit=1)[0].rstrip(".") for words in (name, full))
    return one == other or (
        one[:_SPELT_ALIKE].casefold() == other[:_SPELT_ALIKE].casefold()
        and abs(len(one) - len(other)) <= 1
        and one[-1] == other[-1]
    )


def is_plural(name: str) -> bool:
    """Whether `name` stands for several people."""
    last = name.rsplit(maxsplit=1)[-1].casefold() if name.split() else ""
    return last in lex.PEOPLE or (last.endswith("s") and name[:1].islower())


def is_proper(text: str) -> bool:
    """Whether a mention ends with a name or its initials."""
    words = [word for word in re.findall(r"[\w’'-]+", text) if word.casefold() not in SMALL_WORDS]
    return bool(words) and (words[-1][0].isupper() or text.endswith(")"))


def person_name(words: list[str]) -> str:
    """The part of a run of capitalised words that names a person: after the last role; "" for a body."""
    while words and words[-1].endswith(("'s", "’s", "'", "’")):
        words = [*words[:-1], re.sub(r"['’]s?$", "", words[-1])]
    roles = [index for index, word in enumerate(words) if word.casefold().rstrip(".") in lex.ROLES]
    after = words[roles[-1] + 1 :] if roles else words
    bare = [word for word in after if word]
    is_body = any(word.casefold() in lex.BODIES or (word.isupper() and len(word) > 2) for word in bare)
    openers = lex.PLACE_OPENERS | (_PARTICLES - {"al", "de", "van", "von", "el"})
    if not bare or is_body or len(bare) > 4 or bare[0].casefold() in openers:
        return ""
    if not roles and len(bare) == 1:
        return ""
    return " ".join(bare)


def person_named(text: str) -> str:
    """The person's name at the end of a mention such as "the mayor of Ulm, Ann Lee" or "spokesman Ann Lee"; or ""."""
    words = [word.strip("(),") for word in text.split()]
    if not words or text.endswith(")"):
        return ""
    start = len(words)
    while (
        start > 0 and words[start - 1] and (words[start - 1][0].isupper() or _is_particle(words, start - 1))
    ):
        start -= 1
    run, before = words[start:], [word.casefold() for word in words[:start]]
    if not run:
        return ""
    roles_before = [word for word in before if word.rstrip(".") in lex.ROLES]
    if roles_before and before[-1] not in lex.ROLES and len(run) > (2 if before[-1] in _GOVERNING else 3):
        run = run[-2:]
    elif (before and before[-1] in {"of", "for", "at", "the", "from", "in"}) or (
        roles_before and len(run) == 1 and before[-1] not in lex.ROLES
    ):
        return ""
    if run[0] in {"The", "A", "An"}:
        return ""
    return person_name(run) or (run[0] if len(run) == 1 and before and before[-1] in lex.ROLES else "")


def _is_particle(words: list[str], index: int) -> bool:
    first = words[index].casefold().split("-")[0]
    return first in _PARTICLES and index + 1 <= len(words)


def named_in_apposition(text: str) -> str:
    """The person named between commas after a role; or an empty string."""
    for part in text.strip(" ,").split(","):
        words = part.split()
        if words and all(word[0].isupper() or word in _PARTICLES for word in words):
            return person_name(words)
    return ""


def without_capital(text: str) -> str:
    """The mention with a small first letter where only its place at a sentence's start made it a capital."""
    first, _, rest = text.partition(" ")
    if len(first) > 1 and first.isupper():
        return text
    if first.casefold() in lex.GENERIC_OPENERS | lex.DETERMINERS | lex.PEOPLE and (
        rest or first.casefold() in lex.PEOPLE
    ):
        return first.casefold() + (" " + rest if rest else "")
    return text


def is_governed(words: tuple[Word, ...], first: Word) -> bool:
    """Whether a preposition stands before the word."""
    index = bisect_left([word.start for word in words], first.start)
    return index > 0 and words[index - 1].tag is Tag.PREP
