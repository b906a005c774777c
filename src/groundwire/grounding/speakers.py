"""Is the one whom a claim credits the one whom the article credits?"""

import re
from collections.abc import Iterator

from groundwire.domain.support import ReasonKind
from groundwire.grounding.compare import Comparison
from groundwire.grounding.finding import Finding, Gravity
from groundwire.grounding.index import ArticleIndex, Passage
from groundwire.grounding.lexemes import lexeme
from groundwire.grounding.reading import Kind
from groundwire.grounding.word_classes import FUNCTION
from groundwire.text.names import find_names, same_name
from groundwire.text.reporting import Takes, find_reporting_verb

_NEAR = 4  # passages on either side in which the full name of a speaker is looked for
_FRAMES = frozenset({Takes.CLAUSE, Takes.MATTER, Takes.RECIPIENT})
_WORD = re.compile(r"\w+")


def find_speaker(index: ArticleIndex, best: Comparison, speaker: str) -> Iterator[Finding]:
    """A finding where the passage credits another, or where the article never names `speaker`."""
    forms = _forms(speaker)
    if _is_named(best.passage, forms):
        return
    named = _credited(best.passage)
    if named:
        message = f"the claim credits {speaker!r} where the article credits {named!r}"
        yield Finding(ReasonKind.ATTRIBUTION, Gravity.CLASH, None, None, message, (0,))
        return
    near = (*index.around(best.passage, _NEAR, _NEAR), *index.passages[:_NEAR])
    if any(_is_named(passage, forms) for passage in near) or _is_known(index, speaker):
        return
    message = f"the claim credits {speaker!r}, whom the article does not name"
    yield Finding(ReasonKind.ATTRIBUTION, Gravity.LACK, None, None, message, (0,))


def _forms(speaker: str) -> tuple[str, ...]:
    """The name, and what stands beside it in brackets."""
    bare = re.sub(r"\([^)]*\)", "", speaker).strip()
    inside = re.findall(r"\(([^)]*)\)", speaker)
    return tuple(form for form in (bare, *inside) if form)


def _is_named(passage: Passage, forms: tuple[str, ...]) -> bool:
    for form in forms:
        keys = {lexeme(word) for word in _WORD.findall(form)} - FUNCTION
        have = {term.form for term in passage.terms} | passage.keys
        if keys and keys <= have:
            return True
    names = [name.text for name in find_names(passage.text)]
    return any(same_name(form, name) for form in forms for name in names)


def _credited(passage: Passage) -> str:
    """A name that stands beside a verb of saying in the passage, or nothing."""
    for at, term in enumerate(passage.terms):
        verb = find_reporting_verb(passage.text[term.start : term.end])
        is_frame = term.key == "accord" or (verb is not None and verb.takes in _FRAMES)
        for place in (at - 1, at + 1):
            if is_frame and 0 <= place < len(passage.terms) and passage.terms[place].kind is Kind.NAME:
                return passage.text[passage.terms[place].start : passage.terms[place].end]
    return ""


def _is_known(index: ArticleIndex, speaker: str) -> bool:
    """Whether every word of the speaker's name stands in the article."""
    keys = {word.casefold() for word in _WORD.findall(speaker)}
    known = [
        key in index.postings or lexeme(key) in index.postings for key in keys if lexeme(key) not in FUNCTION
    ]
    return bool(known) and all(known)
