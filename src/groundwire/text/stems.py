"""A light English stemmer: `captured`, `captures`, `capturing` and `capture` meet in one form, whatever that form is.

After Porter's algorithm (1980), less of it: endings of inflection, the commonest endings of derivation (`negotiate`,
`negotiation`), the two spellings of English (`organise`, `organize`, `labour`, `labor`), and the irregular verbs that news
are written with. Guarantees: pure; forms of one word meet, different words that news confuse (`news`, `new`) do not. A word in
another script is only casefolded.
"""

import re
from functools import lru_cache
from typing import Final

_SHORTEST = 3  # letters that a stem keeps at least

_VOWEL = re.compile(r"[aeiouy]")
_PLURAL = re.compile(r"(?<=ss)es\Z|(?<=[^suiy])s\Z|(?<=[aeo]y)s\Z")
_ADVERB = re.compile(r"(?<=.{4})(?<=[cdeghkmnrt])ly\Z")
_PARTICIPLE = re.compile(r"(?:ed|ing)\Z")
_NOUN = re.compile(r"(?<=.{5})(?<!state)(?<!depart)(?<!apart)ments?\Z|(?<=.{4})ness\Z")
_DOUBLED = re.compile(r"(?<=..)([bdfgmnprt])\1\Z|(?<=.{4})(l)\2\Z")
# One syllable ending consonant, vowel, consonant: its form in -ed doubles the consonant unless there was an e (note, noted).
_SHORT = re.compile(r"[^aeiou]*[aeiouy][^aeiouwxy]\Z")
_Y = re.compile(r"(?<=[^aeiou])y\Z")
# Pattern and what it becomes, the first that fits; a final e is already gone.
_DERIVED: Final = (
    (re.compile(r"(?<=..[^s])is(?:ation)?\Z"), "iz"),  # organise, organisation
    (re.compile(r"(?<=.{3})ization\Z"), "iz"),
    (re.compile(r"(?<=.{5})(?:ation|ator|at)\Z"), ""),  # investigation, investigator, investigate
    (re.compile(r"(?<=.{4}[st])ion\Z"), ""),  # election
    (re.compile(r"(?<=.{3})our\Z"), "or"),  # labour
    (re.compile(r"(?<=..)tr\Z"), "ter"),  # centre
    (re.compile(r"(?<=.{3})nc\Z"), "ns"),  # defence
)

_IRREGULAR_FORMS = """
    say said; take took taken; shoot shot; fight fought; hold held; go going goes went gone; leave left; lead led; lose lost; make made; meet met;
    pay paid; send sent; sell sold; spend spent; strike struck stricken; tell told; win won; write wrote written; begin began begun;
    break broke broken; bring brought; build built; buy bought; catch caught; choose chose chosen; come came; fall fell fallen;
    fly flew flown; forget forgot forgotten; give gave given; grow grew grown; know knew known; rise rose risen; run ran running;
    see saw seen; speak spoke spoken; stand stood; steal stole stolen; swear swore sworn; think thought; throw threw thrown;
    understand understood; withdraw withdrew withdrawn withdrawal withdrawals; keep kept; become became; drive drove driven; hide hid hidden;
    seek sought; teach taught; wear wore worn; freeze froze frozen; sink sank sunk; blow blew blown; die died dies dying;
    man men; woman women; child children; overthrow overthrew overthrown; flee fled; bus buses; bear bore borne; feel felt; hear heard;
    lend lent; mean meant; show showed shown; shake shook shaken; sing sang sung; swim swam swum; undergo underwent undergone
"""
_AS_THEY_ARE: Final = frozenset(
    {"news", "politics", "economics", "series", "species", "always", "perhaps", "during", "evening"}
)


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The form under which `word` is matched, casefolded; two forms of one word have the same."""
    folded = word.casefold().replace("’", "'").removesuffix("'s").rstrip("'")
    if folded in _IRREGULAR:
        return _IRREGULAR[folded]
    if len(folded) <= _SHORTEST or not folded.isascii() or not folded.isalpha() or folded in _AS_THEY_ARE:
        return folded
    return _regular(folded)


def _regular(word: str) -> str:
    word = _without_inflection(word)
    word = _NOUN.sub("", word)
    if word.endswith("e") and not _SHORT.match(word[:-1]):
        word = word[:-1]
    for pattern, replacement in _DERIVED:
        if pattern.search(word):
            word = pattern.sub(replacement, word)
            break
    return _Y.sub("i", _undoubled(word))


def _without_inflection(word: str) -> str:
    if word.endswith(("ies", "ied")) and len(word) > _SHORTEST + 1:
        return word[:-3] + "i"
    word = _ADVERB.sub("", _PLURAL.sub("", word))
    if word.endswith("eed"):
        return word[:-1] if _VOWEL.search(word[:-3]) else word
    rest = _PARTICIPLE.sub("", word)
    if rest == word or not _VOWEL.search(rest):
        return word
    if len(rest) < _SHORTEST or _SHORT.match(rest):
        return rest + "e"
    return _undoubled(rest)


def _undoubled(word: str) -> str:
    return word[:-1] if _DOUBLED.search(word) else word


_IRREGULAR: Final = {
    form: _regular(forms.split()[0]) for forms in _IRREGULAR_FORMS.split(";") for form in forms.split()
}
