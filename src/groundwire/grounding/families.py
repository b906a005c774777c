"""Words of one family: a verb and the noun of its doing ("decide", "decision"; "apply", "application").

Guarantees: symmetric; two words that differ in more than a known ending are of one family only when they share most of their letters.
"""

_SHARED_LETTERS = 5  # words that share so many first letters and most of their length are of one family
_LEAST_SHARED = 4
_ENDINGS = {
    **dict.fromkeys(("cation", "ation", "ment", "ure", "ur", "al", "ance", "anc", "ence", "enc"), 4),
    "ion": 5,  # "port" is no verb of "portion"
}
"""Endings that make nouns of verbs, as lexemes have them, with the letters that the stem before them has at least."""
_LAST_SOUNDS = {"d": "s", "t": "s"}
"""How a verb's last letter may change before "ion": "decide", "decision"; "expand", "expansion"."""


def are_of_one_family(one: str, other: str) -> bool:
    """Whether two lexemes are of one family."""
    shared = 0
    for mine, its in zip(one, other, strict=False):
        if mine != its:
            break
        shared += 1
    if shared >= _SHARED_LETTERS and shared * 3 >= max(len(one), len(other)) * 2:
        return True
    verb, noun = sorted((one, other), key=len)
    return shared >= _LEAST_SHARED and _is_noun_of(verb, noun)


def _is_noun_of(verb: str, noun: str) -> bool:
    return any(
        noun.endswith(ending)
        and len(noun) - len(ending) >= letters
        and _is_stem_of(verb, noun.removesuffix(ending))
        for ending, letters in _ENDINGS.items()
    )


def _is_stem_of(verb: str, stem: str) -> bool:
    if stem in {verb, f"{verb}e"} or (verb.endswith("i") and stem == f"{verb[:-1]}y"):
        return True
    changed = _LAST_SOUNDS.get(verb[-1])
    return changed is not None and stem == verb[:-1] + changed
