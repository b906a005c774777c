"""The text of a claim, from the article's own words.

Guarantees: nothing is added but a capital, a full stop, and the name that a pronoun stands for where that is sure; words of
the article keep their order; quotation marks that lost their partner are left out.
"""

import re
from typing import Final

from groundwire.domain.span import Span
from groundwire.text.pronouns import Kind, kind_of

_LEADING: Final = re.compile(
    r"^(?:(?:and|but)\b,?\s+|(?:however|meanwhile|moreover|furthermore|therefore|in addition|additionally|also|yet|still|so),\s+|"
    r"(?:also|yet|so)\s+(?=(?:the|an?|he|she|they|it|we|this|that|these|those|in)\b(?! as\b))|"
    r"[,;:–—-]\s*)+",
    re.IGNORECASE,
)
_DEICTIC: Final = re.compile(
    r"\b(?:I|I['’]\w+|we|we['’]\w+|my|our|ours|us|me|mine|you|your|you['’]\w+)\b", re.IGNORECASE
)
_MARKS: Final = re.compile('[“”"«»„]')
_COMMA_WITHIN: Final = re.compile(r",([”\"»’'])$")
_FIRST_WORD: Final = re.compile(r"^[\w’']+")
_SPACES: Final = re.compile(r"\s+")


def is_deictic(words: str) -> bool:
    """Whether the words say "I", "we" or "you", so that they need their speaker."""
    return _DEICTIC.search(words) is not None


def joined(text: str, spans: tuple[Span, ...]) -> str:
    """The words of `spans` with single spaces between them."""
    parts = [_SPACES.sub(" ", span.of(text)).strip() for span in spans]
    return " ".join(part for part in parts if part)


def as_sentence(words: str) -> str:
    """`words` as a sentence: no connective or stray mark at its start, a capital, a full stop."""
    bare = _SPACES.sub(" ", words).strip()
    bare = _LEADING.sub("", bare).strip()
    bare = _balanced(bare).rstrip(" ,;:–—-")
    if not bare:
        return ""
    bare = _COMMA_WITHIN.sub(r".\1", bare)
    first = bare[0].upper() + bare[1:] if not bare.startswith(("i", "e")) or not _is_brand(bare) else bare
    return (
        first
        if first.endswith((".", "!", "?", "…", ".”", '."', "!”", "?”", ".»", '!"', '?"'))
        else first + "."
    )


def _is_brand(words: str) -> bool:
    """`iPhone`, `eBay`: the second letter is the capital."""
    return len(words) > 1 and words[1].isupper()


def _balanced(words: str) -> str:
    """Outer quotation marks taken off when they enclose all; a mark without its partner left out."""
    if words[:1] in '“"«„' and words[-1:] in '”"»“' and len(_MARKS.findall(words)) == 2:
        return words[1:-1].strip()
    straight = words.count('"') % 2
    if straight or words.count("“") != words.count("”"):
        return _MARKS.sub("", words)
    return words


def quoted(speaker: str, words: str) -> str:
    """A quotation that needs its speaker, with the speaker before it."""
    bare = _MARKS.sub("", words).strip().rstrip(",")
    ended = bare if bare.endswith((".", "!", "?", "…")) else bare + "."
    return f"{speaker[0].upper()}{speaker[1:]}: “{ended}”"


def with_subject(sentence: str, name: str, kinds: frozenset[Kind]) -> str:
    """`sentence` with its leading pronoun replaced by `name`, where the pronoun is of one of `kinds`."""
    match = _FIRST_WORD.match(sentence)
    if match is None or kind_of(match.group()) not in kinds:
        return sentence
    if match.group().casefold() not in {"he", "she", "it", "they"}:
        return sentence
    return name[0].upper() + name[1:] + sentence[match.end() :]


def opens_with_pronoun(sentence: str) -> bool:
    """Whether the first word needs something said before."""
    match = _FIRST_WORD.match(sentence)
    if match is None:
        return False
    return kind_of(match.group()) is not None or match.group().casefold() in {
        "this",
        "that",
        "these",
        "those",
        "such",
    }
