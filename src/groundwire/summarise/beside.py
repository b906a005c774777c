"""A summary for claims that were asked sentence by sentence: the built-in analyst's, and what it leaves out. Pure.

A model that sees one sentence at a time cannot say what matters in an article, and a small one that is shown all claims says it no
better than their order does (measured: prompts/README.md). So the sentences are chosen by rule, and the model's short facts add what
those leave out.

Guarantees: every sentence and every added fact has its evidence; what somebody said keeps who said it; nothing is told twice.
"""

from collections.abc import Sequence
from typing import Final

from groundwire.domain.claim import AttributionKind, Claim, Stance
from groundwire.domain.summary import Point, Summary
from groundwire.extractive.reference import is_unclear, owns_before
from groundwire.summarise.openings import is_about, names_nobody, says_who
from groundwire.summarise.own_words import words_of
from groundwire.summarise.passage import ReadArticle
from groundwire.text.pronouns import kind_of
from groundwire.text.quotations import find_quotations

_ADDED: Final = 3
_TOLD: Final = 0.3  # share of a fact's words in the summary so far from which it tells too little that is new


def summary_beside(read: ReadArticle, claims: Sequence[Claim]) -> Summary:
    """The built-in summary of the article with the first of `claims` that it leaves out."""
    summary = read.built_in.summary
    told = set(words_of(" ".join((summary.bottom_line, *(point.text for point in summary.points)))))
    added: list[Point] = []
    for claim in claims:
        words = words_of(claim.text)
        is_new = len(words & told) < _TOLD * len(words)
        if len(added) < _ADDED and words and is_new and _stands_alone(claim):
            added.append(Point(text=credited(claim), evidence=claim.evidence))
            told |= words
    return summary.model_copy(update={"points": (*summary.points, *added)})


def _stands_alone(claim: Claim) -> bool:
    """Whether a reader of the summary knows who and what is meant, and who says it."""
    speaker = claim.attribution.speaker
    if speaker is not None and kind_of(speaker) is not None:
        return False
    return not (names_nobody(claim.text) or owns_before(claim.text) or is_unclear(claim.text))


def credited(claim: Claim) -> str:
    """The claim's words with who said so, as a sentence for somebody who reads it alone."""
    text, speaker = claim.text.strip(), claim.attribution.speaker
    if speaker is None or claim.attribution.kind is AttributionKind.NONE or says_who(text, speaker):
        return text
    if claim.stance is Stance.DENIED or any(find_quotations(text)):
        return f"{speaker[0].upper()}{speaker[1:]}: {text}"
    if is_about(text, speaker):
        return f"{text.rstrip(' .')}, by {speaker}'s own account."
    return f"{text.rstrip(' .')}, according to {speaker}."
