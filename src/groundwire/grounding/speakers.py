"""Is the one whom a claim credits the one whom the article credits?"""

import re
from collections.abc import Iterator

from groundwire.domain.support import ReasonKind
from groundwire.grounding.compare import Comparison
from groundwire.grounding.finding import Finding, Gravity
from groundwire.grounding.index import ArticleIndex, Passage
from groundwire.grounding.reading import Kind, read
from groundwire.text.names import find_names, same_name
from groundwire.text.reporting import Takes, find_reporting_verb

_MARKS = frozenset(',"“”‘’»«')
_FRAMES = frozenset({Takes.CLAUSE, Takes.MATTER, Takes.RECIPIENT})


def find_speaker(index: ArticleIndex, best: Comparison, speaker: str) -> Iterator[Finding]:
    """A finding where the passage credits another, or where the article never names `speaker`."""
    forms = tuple(form for form in _forms(speaker) if _telling(form))
    if not forms or _is_named(best.passage, forms):
        return
    named = _credited(best.passage)
    if named and not any(same_name(form, named) for form in forms):
        message = f"the claim credits {speaker!r} where the article credits {named!r}"
        yield Finding(ReasonKind.ATTRIBUTION, Gravity.CLASH, None, None, message, (0,))
    elif not _is_known(index, forms):
        message = f"the claim credits {speaker!r}, whom the article does not name"
        yield Finding(ReasonKind.ATTRIBUTION, Gravity.LACK, None, None, message, (0,))


def _forms(speaker: str) -> tuple[str, ...]:
    """The name, and what stands beside it in brackets."""
    bare = re.sub(r"\([^)]*\)", "", speaker).strip()
    inside = re.findall(r"\(([^)]*)\)", speaker)
    return tuple(form for form in (bare, *inside) if form)


def _is_named(passage: Passage, forms: tuple[str, ...]) -> bool:
    """Whether the passage has the words of one of the forms, or a name that may be the same."""
    have = passage.keys | {term.form for term in passage.terms}
    if any(all(keys & have for keys in _telling(form)) for form in forms):
        return True
    names = [name.text for name in find_names(passage.text)]
    return any(same_name(form, name) for form in forms for name in names)


def _telling(form: str) -> tuple[frozenset[str], ...]:
    """The keys of each word of a name or description that tells it from others; a pronoun has none."""
    return tuple(
        frozenset({term.key, term.form or term.key, form[term.start : term.end].casefold()})
        for term in read(form).terms
        if term.kind is not Kind.FUNCTION
    )


def _credited(passage: Passage) -> str:
    """The name before a verb of saying, after one that stands inverted, or after "according to"; or nothing."""
    for at, term in enumerate(passage.terms):
        verb = find_reporting_verb(passage.text[term.start : term.end])
        is_told = verb is not None and verb.takes is Takes.RECIPIENT  # what follows is who was told
        if term.key == "accord" or (
            verb is not None and verb.takes in _FRAMES and not is_told and _is_inverted(passage, at)
        ):
            place = at + 1
        elif verb is not None and verb.takes in _FRAMES:
            place = at - 1
        else:
            continue
        if 0 <= place < len(passage.terms) and passage.terms[place].kind is Kind.NAME:
            return passage.text[passage.terms[place].start : passage.terms[place].end]
    return ""


def _is_inverted(passage: Passage, at: int) -> bool:
    """Whether a quotation or a comma ends right before the verb: "…," said she."""
    before = passage.text[passage.terms[at - 1].end : passage.terms[at].start] if at else ""
    return any(mark in before for mark in _MARKS)


def _is_known(index: ArticleIndex, forms: tuple[str, ...]) -> bool:
    """Whether every telling word of one of the forms stands somewhere in the article."""
    return any(all(not keys.isdisjoint(index.postings) for keys in _telling(form)) for form in forms)
