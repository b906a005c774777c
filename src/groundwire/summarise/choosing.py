"""A summary from the numbers that a small model chose: its bottom line where the checks pass it, the claims' own words. Pure.

Guarantees: a point is a checked claim with who is credited for it; a bottom line that the checks refuse is replaced by the first
claim chosen; a number that was not shown chooses nothing.
"""

from collections.abc import Iterable, Sequence

from groundwire.domain.claim import AttributionKind, Claim, Stance
from groundwire.domain.support import Verdict
from groundwire.grounding.check import Asserted, check_statement
from groundwire.grounding.index import index_article
from groundwire.prompts.outputs import ArticleSummary, ChosenPoints, CitedText
from groundwire.prompts.shown import visible_line
from groundwire.summarise.passage import ReadArticle
from groundwire.text.quotations import find_quotations

_REFUSED = frozenset({Verdict.CONTRADICTED, Verdict.UNSUPPORTED})


def summary_of_choice(read: ReadArticle, choice: ChosenPoints, claims: Sequence[Claim]) -> ArticleSummary:
    """The summary that `choice` makes of `claims`, which were shown to the model in this order."""
    first = _known(choice.sentences, claims) or _known(choice.points, claims)[:1] or (1,)
    points = [number for number in _known(choice.points, claims) if number not in first]
    line = CitedText(sentences=list(first), text=visible_line(choice.bottom_line))
    told: tuple[int, ...] = first
    if _is_refused(read, line, claims):
        line, told = CitedText(sentences=[first[0]], text=credited(claims[first[0] - 1])), first[:1]
    rest = [*(number for number in first if number not in told), *points]
    title = visible_line(read.article.title or "")
    return ArticleSummary(
        headline=CitedText(sentences=line.sentences, text=title or line.text),
        bottom_line=line,
        points=[CitedText(sentences=[number], text=credited(claims[number - 1])) for number in rest],
    )


def credited(claim: Claim) -> str:
    """The claim's words with who said so, as a sentence for somebody who reads it alone."""
    text, speaker = claim.text.strip(), claim.attribution.speaker
    if speaker is None or claim.attribution.kind is AttributionKind.NONE or _names(text, speaker):
        return text
    if claim.stance is Stance.DENIED or any(find_quotations(text)):
        return f"{speaker[0].upper()}{speaker[1:]}: {text}"
    return f"{text.rstrip(' .')}, according to {speaker}."


def _names(text: str, speaker: str) -> bool:
    """Whether the text says already who speaks: the last word of the name stands in it."""
    return speaker.rsplit(maxsplit=1)[-1].casefold() in text.casefold()


def _known(numbers: Iterable[int], claims: Sequence[Claim]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(number for number in numbers if 1 <= number <= len(claims)))


def _is_refused(read: ReadArticle, line: CitedText, claims: Sequence[Claim]) -> bool:
    spans = [piece.span for number in line.sentences for piece in claims[number - 1].evidence]
    checked = check_statement(index_article(read.article), Asserted(line.text, tuple(spans)))
    return checked.support.verdict in _REFUSED
