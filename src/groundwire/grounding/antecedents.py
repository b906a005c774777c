"""Which names and nouns a pronoun of the passage may stand for.

Guarantees: what stands for a pronoun has been told before it; "he" or "she" is nobody whom the article left for another person in the
sentence before; "it" or "they" at the head of a sentence is nothing that the sentence before has only behind a preposition.
"""

from groundwire.grounding.gaps import Overlay
from groundwire.grounding.index import ArticleIndex, Passage
from groundwire.grounding.lexemes import lexeme
from groundwire.grounding.reading import Kind, Term
from groundwire.grounding.word_classes import PREPOSITIONS
from groundwire.text.names import Name
from groundwire.text.reporting import find_reporting_verb

_NEAR = 4  # sentences before in which the name that a pronoun stands for is looked for
_HEAD = 8  # terms in which a sentence names whom it is about
PERSONS = frozenset(map(lexeme, ("he", "she")))
_THINGS = frozenset(map(lexeme, ("it", "they")))
_OPENERS = frozenset(("but", "and", "so", "yet", "also", "then"))
_SENDERS = frozenset(("by", "accord"))
"""Words before a name that lead no other thing: who did it, who says so."""


def keys_of_name(terms: tuple[Term, ...], at: int) -> frozenset[str]:
    """The words of the name at `at`, by each of which a body may be called alone."""
    value = terms[at].value
    return frozenset(one.key for one in terms if value is not None and one.value is value) | {terms[at].key}


def may_be_named(
    index: ArticleIndex, passage: Passage, keys: frozenset[str], pronouns: frozenset[str]
) -> bool:
    """Whether a name, by one of its `keys`, stands near before `passage`, and may be what one of its `pronouns` stands for."""
    for before in index.around(passage, _NEAR, 0):
        found = keys & before.keys
        if found:
            return not (pronouns & _THINGS and all(_stands_aside(before, key) for key in found))
        if pronouns & PERSONS and not pronouns & _THINGS and is_about_another(before):
            return False
    return False


def may_be_subject(index: ArticleIndex, sheet: Overlay, passage: Passage, at: int) -> bool:
    """Whether the claim's term at `at` may be the subject for which a pronoun opens `passage`; so may any other place of a claim."""
    place = _opening_pronoun(sheet.source)
    if place < 0 or place + 1 not in sheet.anchored_source or sheet.anchored_source[place + 1] < at:
        return True
    if is_led(sheet.claim, at) or place in sheet.anchored_source:
        return True  # "police in Ostra": the head is another
    before = index.passages[passage.number - 1] if passage.number else None
    return before is not None and _may_be_meant(sheet, before, sheet.claim[at], place)


def _may_be_meant(sheet: Overlay, before: Passage, term: Term, place: int) -> bool:
    """Whether the pronoun that opens the passage at `place` may mean `term`, as far as the sentence before tells."""
    is_person = sheet.source[place].key in PERSONS
    if term.kind is Kind.NAME:
        return is_person or not _stands_aside(before, term.key)
    if term.kind is not Kind.WORD or term.key in before.keys:
        return True
    if is_person:
        return not is_about_another(before)
    return (
        find_reporting_verb(sheet.source_words(place + 1)) is not None
    )  # who speaks on may stand further up


def _opening_pronoun(terms: tuple[Term, ...]) -> int:
    """The position of the pronoun that is the subject from the head of a sentence on, or -1."""
    for at, term in enumerate(terms[:2]):
        if term.key in PERSONS | _THINGS:
            return at
        if term.key not in _OPENERS:
            break
    return -1


def _stands_aside(passage: Passage, key: str) -> bool:
    """Whether the passage has the name nowhere but behind a preposition, and something else before."""
    places = [at for at, term in enumerate(passage.terms) if term.key == key]
    return bool(places) and all(is_led(passage.terms, at) for at in places)


def is_led(terms: tuple[Term, ...], at: int) -> bool:
    """Whether the name of which a word stands at `at` is led by a preposition that makes it no subject."""
    value = terms[at].value
    start = at
    while (
        start and terms[start - 1].kind is Kind.NAME and terms[start - 1].value is value and value is not None
    ):
        start -= 1
    lead = start - 1
    while lead >= 0 and terms[lead].key in {"the", "a", "an"}:
        lead -= 1
    if lead < 1 or terms[lead].key not in PREPOSITIONS or terms[lead].key in _SENDERS:
        return False
    return terms[lead - 1].key not in _SENDERS and any(term.is_content for term in terms[:lead])


def is_about_another(passage: Passage) -> bool:
    """Whether the passage is headed by a name of two words or more, as people have."""
    return any(
        isinstance(term.value, Name) and len(term.value.text.split()) > 1 and not term.value.acronym
        for term in passage.terms[:_HEAD]
        if term.kind is Kind.NAME
    )
