"""A summary of an article in its own sentences: headline, what happened, and a few points.

Guarantees: every sentence has its evidence; none begins with a pronoun that nothing explains, asks, orders, or is a bare
quotation; what somebody said keeps who said it; points come in the order of the article and do not repeat the bottom line.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from groundwire.domain.article import Article
from groundwire.domain.claim import Claim
from groundwire.domain.summary import Point, Summary
from groundwire.extractive import lexicon as lex
from groundwire.extractive import phrasing
from groundwire.extractive.passages import Passage
from groundwire.extractive.reference import is_unclear
from groundwire.extractive.salience import Sighting, overlap, salience_of
from groundwire.extractive.words import Tag, Word
from groundwire.text.pronouns import Kind, kind_of
from groundwire.text.tokens import content_words

_POINTS_BY_WORDS: Final = ((80, 2), (250, 3), (600, 4))
_MOST_POINTS: Final = 5
_LEAD: Final = 4
_CLEARLY: Final = 1.4
"""News says first what happened: the first sentence is the bottom line unless one of the first few is so much more salient."""
_SHORTEST: Final = 7
_LONGEST: Final = 80
"""Words of a sentence that a summary may hold."""
_HEADLINE_LENGTH: Final = 110
"""Code points of a headline made from a sentence."""
_REPEATS: Final = 0.6
"""Overlap from which a point says nothing new."""

_OWN_VOICE: Final = frozenset({"I", "we", "We", "my", "My", "our", "Our", "us", "me"})


class _Candidate(NamedTuple):
    number: int
    text: str
    stems: tuple[str, ...]
    salience: float


def summarise(article: Article, passages: Sequence[Passage], claims: Sequence[tuple[int, Claim]]) -> Summary:
    """The summary of `article`; `claims` come with the number of the passage that each was read from."""
    candidates = _candidates(article, passages, claims)
    if not candidates:
        return Summary(headline=article.title or "", bottom_line="")
    best = max(candidates[:_LEAD], key=lambda one: (one.salience, -one.number))
    bottom = best if best.salience > _CLEARLY * candidates[0].salience else candidates[0]
    words = sum(len(passages[number].words) for number in dict.fromkeys(number for number, _ in claims))
    points = _points(candidates, bottom, words)
    evidence = (article.evidence(passages[bottom.number].span),)
    return Summary(
        headline=article.title or _short(bottom.text),
        headline_evidence=evidence,
        bottom_line=bottom.text,
        bottom_line_evidence=evidence,
        points=tuple(
            Point(text=one.text, evidence=(article.evidence(passages[one.number].span),)) for one in points
        ),
    )


def _candidates(
    article: Article, passages: Sequence[Passage], claims: Sequence[tuple[int, Claim]]
) -> list[_Candidate]:
    first_claims: dict[int, Claim] = {}
    for number, claim in claims:
        first_claims.setdefault(number, claim)
    numbers = list(first_claims)
    texts = [_standalone(article, passages[number], first_claims[number]) for number in numbers]
    sightings = [_sighting(article, passages[number]) for number in numbers]
    saliences = salience_of(sightings, content_words(article.title or ""))
    return [
        _Candidate(number, text, sighting.stems, salience)
        for number, text, sighting, salience in zip(numbers, texts, sightings, saliences, strict=True)
        if text
    ]


def _sighting(article: Article, passage: Passage) -> Sighting:
    details = sum(word.tag in {Tag.NUM, Tag.NAME} for word in passage.words)
    return Sighting(tuple(content_words(passage.span.of(article.text))), details)


def _standalone(article: Article, passage: Passage, claim: Claim) -> str:
    """The passage as a sentence that needs nothing before it; empty where it cannot be one."""
    words = passage.span.of(article.text)
    sentence = phrasing.as_sentence(words)
    outside = [word for word in passage.words if word.tag is not Tag.QUOTE]
    if not _SHORTEST <= len(words.split()) <= _LONGEST or "\n" in words:
        return ""
    if (
        any(word.low in {"i", "we", "my", "our", "us", "me"} for word in outside)
        or len(outside) < _SHORTEST - 2
    ):
        return ""
    if (_dangles(outside) or is_unclear(sentence)) and not phrasing.opens_with_pronoun(sentence):
        return ""
    if not phrasing.opens_with_pronoun(sentence):
        return sentence if sentence[0].isalnum() or sentence[0] in '“"' else ""
    speaker, mention = claim.attribution.speaker, claim.attribution.speaker_span
    if (
        speaker is not None
        and mention is not None
        and kind_of(speaker) is None
        and sentence.startswith(mention.of(article.text))
    ):
        return speaker[0].upper() + speaker[1:] + sentence[mention.end - mention.start :]
    return (
        claim.text
        if not phrasing.opens_with_pronoun(claim.text) and claim.attribution.speaker is None
        else ""
    )


def _dangles(words: list[Word]) -> bool:
    """Whether somebody is `he` or `she` before anybody has been named: `Later that evening, he …`."""
    for word in words:
        if word.tag is Tag.NAME or word.low in lex.ROLES:
            return False
        if kind_of(word.low) in {Kind.HE, Kind.SHE}:
            return True
    return False


def _points(candidates: list[_Candidate], bottom: _Candidate, words: int) -> list[_Candidate]:
    """The points, as many as `words` of what may be claimed from deserve."""
    wanted = next((points for below, points in _POINTS_BY_WORDS if words < below), _MOST_POINTS)
    chosen: list[_Candidate] = []
    ranked = sorted(candidates, key=lambda one: (-one.salience, one.number))
    for one in ranked:
        if len(chosen) == wanted:
            break
        if one is bottom or any(overlap(one.stems, other.stems) >= _REPEATS for other in (bottom, *chosen)):
            continue
        chosen.append(one)
    return sorted(chosen, key=lambda one: one.number)


def _short(sentence: str) -> str:
    """The sentence as a headline: without its full stop, cut at a comma or a word when it is long."""
    bare = sentence.rstrip(".")
    if len(bare) <= _HEADLINE_LENGTH:
        return bare
    cut = bare[:_HEADLINE_LENGTH]
    comma = cut.rfind(", ")
    return cut[:comma] if comma > _HEADLINE_LENGTH // 2 else cut[: cut.rfind(" ")] + " …"
