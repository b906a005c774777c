"""Who is credited for a claim, and where the article says so. Pure.

Guarantees: a speaker whom the article does not know is not credited; every span lies inside the claim's evidence and
covers the words that it is said to cover.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from groundwire.domain.claim import Attribution, AttributionKind
from groundwire.domain.span import Span
from groundwire.prompts.outputs import ExtractedClaim
from groundwire.prompts.shown import visible_line
from groundwire.summarise.passage import ReadArticle, fold_word, folded_words
from groundwire.text.stopwords import STOPWORDS
from groundwire.text.tokens import Token, tokenise

_PERSONS = frozenset({"he", "she", "they", "who", "i", "we"})
_THINGS = frozenset({"it", "which"})  # "it said"; elsewhere more often what was said than who said it
_PRONOUN_REACH = 3  # words before the cue: auxiliaries and adverbs stand between
_QUOTED = frozenset({AttributionKind.DIRECT, AttributionKind.MIXED})
_MAX_VIA = 4


class Credited(NamedTuple):
    """The attribution, and who was left out of it because the article does not know them."""

    attribution: Attribution
    unknown: tuple[str, ...]


def credit(extracted: ExtractedClaim, read: ReadArticle, evidence: Sequence[Span]) -> Credited:
    """The attribution of `extracted`, its words located in `evidence`."""
    text = read.article.text
    words = [
        _shift(token, span.start) for span in evidence for token in tokenise(span.of(text)) if token.is_word
    ]
    named = visible_line(extracted.speaker or "")
    speaker = named if named and knows(read, named) else None
    passed_on = tuple(visible_line(name) for name in extracted.via[:_MAX_VIA])
    via = tuple(name for name in passed_on if knows(read, name))
    mention, cue_span = _nearest(
        _named(speaker, words) if speaker else (), locate_all(extracted.cue or "", words)
    )
    unknown = [name for name in (named, *passed_on) if name and not knows(read, name)]
    quoted = _quoted_within(read, evidence)
    return Credited(
        Attribution(
            kind=_kind(AttributionKind(extracted.attribution), speaker, has_quotes=bool(quoted)),
            speaker=speaker,
            speaker_span=mention or (_pronoun_beside(cue_span, words) if speaker else None),
            cue=cue_span.of(text) if cue_span else None,
            cue_span=cue_span,
            content_spans=quoted if AttributionKind(extracted.attribution) in _QUOTED else (),
            via=via,
        ),
        tuple(unknown),
    )


def knows(read: ReadArticle, name: str) -> bool:
    """Whether the article holds every telling word of `name`: its capitalised words, or else all of its words."""
    words = [token.text for token in tokenise(name) if token.is_word]
    telling = [word for word in words if word[0].isupper() or word[0].isdigit()] or words
    return bool(telling) and all(fold_word(word) in read.words for word in telling)


def locate_all(phrase: str, words: Sequence[Token]) -> tuple[Span, ...]:
    """Everywhere that the words of `phrase` stand one after another in `words`."""
    wanted = folded_words(phrase)
    if not wanted:
        return ()
    folded = tuple(fold_word(token.text) for token in words)
    return tuple(
        Span(words[at].start, words[at + len(wanted) - 1].end)
        for at in range(len(folded) - len(wanted) + 1)
        if folded[at : at + len(wanted)] == wanted
    )


def _named(speaker: str, words: Sequence[Token]) -> tuple[Span, ...]:
    """Where `speaker` is named: the whole name, or else the last of its capitalised words that stands there."""
    parts = [
        word for word in reversed(speaker.split()) if word[0].isupper() and fold_word(word) not in STOPWORDS
    ]
    for name in (speaker, *parts):
        found = locate_all(name, words)
        if found:
            return found
    return ()


def _nearest(mentions: Sequence[Span], cues: Sequence[Span]) -> tuple[Span | None, Span | None]:
    """The mention and the cue that stand nearest to each other; the first one where the other is missing."""
    if not mentions or not cues:
        return next(iter(mentions), None), next(iter(cues), None)
    starts = [cue.start for cue in cues]
    pairs = []
    for mention in mentions:
        at = bisect_right(starts, mention.start)
        pairs += [(mention, cue) for cue in cues[max(0, at - 1) : at + 1]]
    return min(pairs, key=lambda pair: abs(pair[0].start - pair[1].start))


def _pronoun_beside(cue: Span | None, words: Sequence[Token]) -> Span | None:
    """The pronoun that goes with the cue: right after it ("said she"), else shortly before ("she has also said")."""
    if cue is None:
        return None
    first = next(at for at, token in enumerate(words) if token.start >= cue.start)
    after = [token for token in words[first:] if token.start >= cue.end][:1]
    before = reversed(words[max(0, first - _PRONOUN_REACH) : first])
    beside = (
        token
        for token in (*after, *before)
        if fold_word(token.text) in _PERSONS or (fold_word(token.text) in _THINGS and _is_next(token, cue))
    )
    return next((Span(token.start, token.end) for token in beside), None)


def _is_next(token: Token, cue: Span) -> bool:
    return 0 < cue.start - token.end <= 1


def _kind(given: AttributionKind, speaker: str | None, *, has_quotes: bool) -> AttributionKind:
    """The kind as given, unless the article shows that it cannot be."""
    if given in _QUOTED and not has_quotes:
        return AttributionKind.INDIRECT
    if given is AttributionKind.NONE and speaker is not None:
        return AttributionKind.INDIRECT
    return given


def _quoted_within(read: ReadArticle, evidence: Sequence[Span]) -> tuple[Span, ...]:
    """The quoted words inside `evidence`: quotations are in order and apart, so that those near a span are found."""
    found: set[Span] = set()
    for span in evidence:
        at = max(0, bisect_right(read.quoted, span.start, key=lambda quoted: quoted.start) - 1)
        while at < len(read.quoted) and read.quoted[at].start < span.end:
            if read.quoted[at].overlaps(span):
                found.add(Span(max(read.quoted[at].start, span.start), min(read.quoted[at].end, span.end)))
            at += 1
    return tuple(sorted(found))


def _shift(token: Token, by: int) -> Token:
    return token._replace(start=token.start + by, end=token.end + by)
