"""The words of a passage with their shallow classes; a quotation that speaks is one word of its own.

Guarantees: words come in order and their spans lie in the passage; time is linear. The classes are good enough to find
subjects and clauses of news English and are wrong on some words of any text: what builds on them checks its findings.
"""

from groundwire.extractive.tagging import NOMINAL, Tag, Word, classified
from groundwire.text.quotations import Quotation
from groundwire.text.tokens import Token

__all__ = ["NOMINAL", "Tag", "Word", "is_speech", "read_words"]

_SPEECH_WORDS = 4
"""Words from which a quotation is speech rather than a word held with tongs."""
_SKIPPED = frozenset("\"“”„«»‹›‘’‚'`*_")
_POINT = frozenset({"point", "points", "pointed", "pointing"})


def is_speech(text: str, quotation: Quotation) -> bool:
    """Whether the quoted words speak, rather than name or doubt something."""
    inner = quotation.inner.of(text).strip()
    return len(inner.split()) >= _SPEECH_WORDS or inner.endswith((",", ".", "!", "?"))


def read_words(
    text: str, tokens: list[Token], quotations: tuple[Quotation, ...], ends: frozenset[int]
) -> list[Word]:
    """The words of `tokens`; each of `quotations` that speaks becomes one word; a full stop counts only at `ends`."""
    speeches = [
        quotation.span for quotation in quotations if quotation.depth == 0 and is_speech(text, quotation)
    ]
    words: list[Word] = []
    upcoming = 0
    for position, token in enumerate(tokens):
        while upcoming < len(speeches) and speeches[upcoming].end <= token.start:
            upcoming += 1
        if upcoming < len(speeches) and speeches[upcoming].start <= token.start:
            span = speeches[upcoming]
            if not words or words[-1].start != span.start:
                words.append(Word(span.of(text), "", span.start, span.end, Tag.QUOTE))
        elif token.text not in _SKIPPED and not (token.text == "." and not _is_end(text, token.end, ends)):
            following = tokens[position + 1].text if position + 1 < len(tokens) else ""
            if token.text == "out" and words and words[-1].low in _POINT:
                words[-1] = _pointed_out(text, words[-1], token.end)
                continue
            words.append(classified(token, words[-1] if words else None, following.casefold()))
    return words


def _pointed_out(text: str, verb: Word, end: int) -> Word:
    """`pointed out` is one verb."""
    tag = Tag.ING if verb.low == "pointing" else Tag.VERB
    return Word(text[verb.start : end], f"{verb.low} out", verb.start, end, tag)


def _is_end(text: str, position: int, ends: frozenset[int]) -> bool:
    while position < len(text) and text[position] in "\"”’)]'»“":
        if position in ends:
            return True
        position += 1
    return position in ends
