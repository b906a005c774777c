"""English pronouns with what they can stand for."""

from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Kind(StrEnum):
    """What a pronoun or a noun phrase can stand for."""

    HE = "he"
    SHE = "she"
    IT = "it"
    THEY = "they"
    I = "i"  # noqa: E741 - the pronoun is written so
    WE = "we"
    YOU = "you"


PRONOUNS: Final = MappingProxyType(
    {
        word: kind
        for kind, words in {
            Kind.HE: "he him his himself he's he'd he'll",
            Kind.SHE: "she her hers herself she's she'd she'll",
            Kind.IT: "it its itself it's it'd it'll",
            Kind.THEY: "they them their theirs themselves they're they've they'd they'll",
            Kind.I: "i me my mine myself i'm i've i'd i'll",
            Kind.WE: "we us our ours ourselves we're we've we'd we'll",
            Kind.YOU: "you your yours yourself yourselves you're you've you'd you'll",
        }.items()
        for word in words.split()
    }
)
"""Casefolded word, with a straight apostrophe, to its kind."""

SUBJECTS: Final = frozenset(
    ["he", "she", "it", "they", "i", "we", "you", "this", "that", "these", "those", "there", "who"]
)
"""Pronouns that can be the subject of a clause."""


def kind_of(word: str) -> Kind | None:
    """What `word` can stand for, or None when it is not a personal pronoun."""
    return PRONOUNS.get(word.casefold().replace("’", "'"))
