"""Is the one whom a claim credits the one whom the label names?"""

import re

from groundwire.text.names import same_name
from groundwire.text.tokens import content_words

_BRACKETS = re.compile(r"\(([^()]*)\)")


def same_speaker(found: str | None, wanted: str | None) -> bool:
    """Whether two ways of naming a speaker name one: equal words, one name, or the acronym in brackets."""
    if not found or not wanted:
        return not found and not wanted
    mine, theirs = _forms(found), _forms(wanted)
    if any(same_name(one, other) for one in mine for other in theirs):
        return True
    words, others = set(content_words(mine[0])), set(content_words(theirs[0]))
    return bool(words) and (words <= others or others <= words)


def _forms(name: str) -> tuple[str, ...]:
    bare = " ".join(_BRACKETS.sub(" ", name).split())
    return tuple(form for form in (bare, *_BRACKETS.findall(name)) if form.strip()) or (name,)
