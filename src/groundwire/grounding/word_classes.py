"""Classes of words that decide how much an exchanged, added or dropped word means. Lower case, as lexemes where they inflect.

Guarantee: a word that is in none of the classes is a content word.
"""

import re

from groundwire.grounding.lexemes import lexeme

_FUNCTION = """
a an the this that these those such of in on at by for with from to into onto upon as than about around through via
during per and or but so yet if whether because since while whereas although though when where who whom whose which what why how
i me my mine myself you your yours yourself yourselves he him his himself she her hers herself it its itself we us our ours
ourselves they them their theirs themselves be have do 's 'd there here one ones oneself
also too very just quite rather really actually even then now currently however moreover furthermore therefore thus hence
meanwhile indeed well still already soon again ever yes oh please both either such same own certainly eventually consequently accordingly similarly likewise
finally recently immediately suddenly effectively essentially generally particularly especially specifically
successfully simply basically obviously clearly afterward afterwards additionally besides nevertheless nonetheless
instead regarding concerning amid among between across along toward within upon like s t d ll re ve m etc
mr mrs ms mx dr due owing else otherwise away back together per let course fact addition lot lots kind sort
"""
FUNCTION: frozenset[str] = frozenset((*map(lexeme, _FUNCTION.split()), "'s", "'d"))

_LIGHT = """
say tell add make take get go come give put use call become include locate base part name know own serve use person
people thing way year day time new also state report not accord work look want need see think feel occur title entitle
"""
LIGHT: frozenset[str] = frozenset(map(lexeme, _LIGHT.split()))
"""Content words that carry little by themselves."""

PRONOUNS: frozenset[str] = frozenset(
    map(lexeme, (
        "i", "me", "my", "he", "him", "his", "she", "her", "hers", "it", "its", "we", "us", "our", "they", "them", "their",
        "you", "your", "this", "that", "these", "those", "who", "which", "himself", "herself", "themselves", "itself", "here",
        "there",))
)  # fmt: skip

NEGATIONS: frozenset[str] = frozenset(
    map(lexeme, ("not", "never", "no", "none", "nobody", "nothing", "nowhere", "neither", "nor", "without", "hardly", "barely",
     "scarcely", "no-longer", "instead-of"))
)  # fmt: skip

NEGATIVE_VERBS: frozenset[str] = frozenset(
    ("fail", "refus", "declin", "unabl", "deni", "neglect", "lack", "cease")
)
"""Verbs that turn round the verb after them."""

MODALS: dict[str, str] = {
    "may": "possible", "might": "possible", "could": "possible", "can": "able", "will": "future", "shall": "future",
    "would": "conditional", "should": "duty", "must": "duty", "'ll": "future",
}  # fmt: skip

_HEDGES = """
reportedly allegedly apparently supposedly purportedly probably possibly perhaps maybe likely presumably seemingly
potentially alleged suspected purported supposed possible potential probable unconfirmed apparent rumoured rumored
appear seem suggest claim allege accuse believe suspect expect predict estimate intend plan aim hope attempt try seek propose
ostensibly arguably tend consider prepare threaten purport assume speculate unlikely
"""
HEDGES: frozenset[str] = frozenset(map(lexeme, _HEDGES.split()))

REPORTED: frozenset[str] = frozenset(map(lexeme, ("reportedly", "apparently", "allegedly")))
"""Hedges that say no more than that somebody says so."""

_STRONG = (
    "prove confirm show demonstrate establish certainly definitely undoubtedly proven manage succeed verify"
)
STRONG: frozenset[str] = frozenset(map(lexeme, _STRONG.split()))
"""Words that put something as certain; beside a hedge on the other side they upgrade it."""

_QUANTIFIERS = {
    "no": 0, "none": 0, "few": 1, "some": 2, "several": 2, "various": 2, "many": 3, "numerous": 3, "much": 3, "most": 4,
    "all": 5, "every": 5, "each": 5, "whole": 5, "entire": 5, "everyone": 5, "everybody": 5, "everything": 5, "someone": 2,
    "somebody": 2, "something": 2, "any": 2, "anyone": 2, "anything": 2, "half": 3, "both": 5, "entirely": 5,
    "completely": 5, "always": 5, "often": 3, "sometimes": 2, "rarely": 1, "usually": 4, "mostly": 4, "mainly": 4,
    "partly": 2, "partially": 2, "largely": 4, "exclusively": 5, "fully": 5, "almost": 4, "nearly": 4, "hardly": 1,
    "only": 6, "one-of": 1, "solely": 6, "merely": 6,
}  # fmt: skip
QUANTIFIERS: dict[str, int] = {lexeme(word): size for word, size in _QUANTIFIERS.items()}
"""Words that say how many or how far, by size; 6 for those that restrict."""

_COMPARATIVES = """
more less fewer most least over under above below before after until since beyond than within at-least at-most more-than less-than
up down higher lower larger smaller greater better worse earlier later first last next previous former
"""
COMPARATIVES: frozenset[str] = frozenset(map(lexeme, _COMPARATIVES.split()))

_PREPOSITIONS = """
in on at by for with from to into onto of during after before since until through across over under between among
near about around within toward towards upon per via as than behind beside inside outside above below amid despite
along beyond except off
"""
PREPOSITIONS: frozenset[str] = frozenset(map(lexeme, _PREPOSITIONS.split()))

_CONDITION = re.compile(r"if|unless|provided|whether")


def is_condition(key: str) -> bool:
    """Whether the word opens a condition."""
    return _CONDITION.fullmatch(key) is not None
