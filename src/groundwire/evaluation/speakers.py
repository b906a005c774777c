"""Is the one whom a claim credits the one whom the label names?"""

import re

from groundwire.text.names import same_name
from groundwire.text.tokens import content_words

_BRACKETS = re.compile(r"\(([^()]*)\)")


def same_speaker(found: str | None, wanted: str | None) -> bool:
    """Whether two ways of naming a speaker name one: one name, the acronym in brackets, or words that the other has."""
    if not found or not wanted:
        return not found and not wanted
    mine, theirs = _forms(found), _forms(wanted)
    if any(same_name(one, other) for one in mine for other in theirs):
        return True
    return any(_is_part(one, other) or _is_part(other, one) for one in mine for other in theirs)


def _is_part(one: str, other: str) -> bool:
    words = set(content_words(one))
    return bool(words) and words <= set(content_words(other))


def _forms(name: str) -> tuple[str, ...]:
    bare = " ".join(_BRACKETS.sub(" ", name).split())
    return tuple(form for form in (bare, *_BRACKETS.findall(name)) if form.strip()) or (name,)
